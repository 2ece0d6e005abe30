/** Those that meet the condition before the others, and else in the order in which they were. */
export function putFirst<T>(list: readonly T[], isFirst: (element: T) => boolean): readonly T[] {
  return [...list.filter(isFirst), ...list.filter(element => !isFirst(element))];
}
