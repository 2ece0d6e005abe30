/** A list with at least one element. */
export type NonEmpty<T> = readonly [T, ...T[]];

export function mapAll<T, U>([first, ...others]: NonEmpty<T>, change: (element: T) => U): [U, ...U[]] {
  return [change(first), ...others.map(element => change(element))];
}
