/** Longer than any candidate, and short enough that the comparison takes no time. */
const maxLetters = 80;

/** The candidates that a mistyped word was most likely meant to be, the likeliest first; none when nothing is like it. */
export function nearest(word: string, candidates: readonly string[], max = 3): readonly string[] {
  const typed = word.slice(0, maxLetters).toLowerCase();
  return candidates
    .map(candidate => ({candidate, letters: candidate.toLowerCase()}))
    .map(({candidate, letters}) => ({candidate, letters, distance: distance(typed, letters)}))
    .filter(({letters, distance}) => distance <= Math.max(2, letters.length / 3) || letters.includes(typed))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, max)
    .map(({candidate}) => candidate);
}

/** Number of letters to insert, remove or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    let left = index + 1;
    const next = [left];
    for (const [column, other] of [...b].entries()) {
      left = Math.min(left + 1, (row[column + 1] ?? 0) + 1, (row[column] ?? 0) + (letter === other ? 0 : 1));
      next.push(left);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
