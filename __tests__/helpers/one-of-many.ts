import {setImmediate} from 'node:timers/promises';

/**
 * Does one of thousands of runs on virtual time. Errors have no stack in it: to take one of each would be most of the
 * time. Afterwards it ends the turn of Node, as nothing else does on such time: only then is free what weak references
 * held, signals for one.
 */
export async function oneOfMany<T>(work: () => Promise<T>): Promise<T> {
  const {stackTraceLimit} = Error;
  Error.stackTraceLimit = 0;
  try {
    return await work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    await setImmediate();
  }
}
