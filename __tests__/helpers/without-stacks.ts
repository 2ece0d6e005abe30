/** Does the work with errors that have no stack: to take one of each takes a sixth of the time of thousands of runs. */
export async function withoutStacks<T>(work: () => Promise<T>): Promise<T> {
  const {stackTraceLimit} = Error;
  Error.stackTraceLimit = 0;
  try {
    return await work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
