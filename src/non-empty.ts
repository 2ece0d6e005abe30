/** A list with at least one element. */
export type NonEmpty<T> = readonly [T, ...T[]];

export function mapAll<T, U>([first, ...others]: NonEmpty<T>, change: (element: T) => U): [U, ...U[]] {
  return [change(first), ...others.map(element => change(element))];
}

/** The elements with the same key together, in the order in which the keys appear. */
export function groupsOf<T>(elements: readonly T[], keyOf: (element: T) => string): readonly NonEmpty<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const element of elements) {
    const key = keyOf(element);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return [...groups.values()];
}
