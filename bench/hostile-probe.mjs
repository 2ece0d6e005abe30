// Loaded before the bundle: writes how long the event loop was blocked, and the peak of memory, to the file in HOSTILE_PROBE.
import {writeFileSync} from 'node:fs';
import {monitorEventLoopDelay} from 'node:perf_hooks';

const resolutionMs = 5;
const delays = monitorEventLoopDelay({resolution: resolutionMs});
delays.enable();
// Loading the bundle blocks too, and is measured elsewhere: the first answers, which are small, come meanwhile.
setTimeout(() => delays.reset(), 700).unref();
process.on('exit', () => {
  const blockedMs = Math.max(0, delays.max / 1e6 - resolutionMs);
  const peakMib = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.HOSTILE_PROBE, JSON.stringify({blockedMs, peakMib}));
});
