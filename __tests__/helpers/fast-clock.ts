import {syncBuiltinESMExports} from 'node:module';
import timers from 'node:timers/promises';
import {clockSpeed} from './clock-speed.ts';

// To be loaded before the action: its clock goes faster, its requests take the time that they take. `CLOCK_SPEED` may say how fast.
const delay = timers.setTimeout;
const now = performance.now.bind(performance);
const speed = Number(process.env.CLOCK_SPEED ?? clockSpeed);
timers.setTimeout = (ms, value, options) => delay((ms ?? 0) / speed, value, options);
performance.now = () => now() * speed;
syncBuiltinESMExports();
