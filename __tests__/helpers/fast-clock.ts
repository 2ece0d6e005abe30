import {syncBuiltinESMExports} from 'node:module';
import timers from 'node:timers/promises';
import {clockSpeed} from './clock-speed.ts';

// To be loaded before the action: its clock goes faster, its requests take the time that they take.
const delay = timers.setTimeout;
const now = performance.now.bind(performance);
timers.setTimeout = (ms, value, options) => delay((ms ?? 0) / clockSpeed, value, options);
performance.now = () => now() * clockSpeed;
syncBuiltinESMExports();
