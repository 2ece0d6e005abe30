/**
 * A third of many cases, beginning with any of them, so that a few runs of the tests have all. All of them where
 * FALSE_GREEN_RUNS says how many histories to play.
 */
export function someOf<T>(cases: readonly T[]): readonly T[] {
  if (process.env.FALSE_GREEN_RUNS !== undefined) return cases;
  const first = Math.floor(3 * Math.random());
  return cases.filter((_, index) => index % 3 === first);
}
