/** Texts of a service are data: nothing in them may act on the log, on Markdown or on HTML. */

// Control characters, line separators, what turns the reading direction, and letters that nobody sees; but not what
// joins or varies the parts of an emoji or of a script.
const unsafe = /(?:(?![\u200c\u200d]|[\ufe00-\ufe0f])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cf}])+/gu;

/** Without control characters. `##[` would start a command of the runner anywhere in a line. */
export function harmless(text: string): string {
  return text.replace(unsafe, ' ').replaceAll('##[', '## [');
}

/** A line of the log that the runner takes for none of its commands, which begin it with `::`. */
export function noCommand(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ');
}

/** One line of at most so many characters. */
export function oneLine(text: string, maxLength = 1000): string {
  // Cut before the expensive part: a service may send megabytes.
  const line = harmless(text.slice(0, maxLength * 2))
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > maxLength || text.length > maxLength * 2
    ? `${wellFormed(line.slice(0, maxLength - 1))}…`
    : wellFormed(line);
}

/** A line for each of the first so many, and how many more there are. */
export function listed<T, Line>(
  all: readonly T[],
  most: number,
  more: (rest: number) => Line,
  lineOf: (one: T) => Line
): readonly Line[] {
  const lines = all.slice(0, most).map(lineOf);
  return all.length > most ? [...lines, more(all.length - most)] : lines;
}

/** Without halves of characters, which a cut or the service can leave. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

/** Text inside Markdown, table cells included: each mark that could become markup is an HTML entity. */
export function markdown(text: string, maxLength = 300): string {
  return oneLine(text, maxLength).replace(marks, mark => {
    const entity = `&#${mark.charCodeAt(0)};`;
    return mark === '.' ? apart + entity : linking.has(mark) ? entity + apart : entity;
  });
}

/** Addresses, mentions and references are linked also after entities were read, but not over the border of an element. */
const apart = '<span></span>';
const linking: ReadonlySet<string> = new Set([':', '@', '#']);

// Underscores inside words, and colons that begin neither an address nor an emoji, mean nothing. What would begin a
// list, a line or a heading does so only at the start.
const marks =
  /[&<>`*~|\\[\]#$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/|[\w+-]+:)|(?<=www)\.|^[-+=]|(?<=^\d{1,9})[.)]/gi;

/** Text in the typewriter face, for ids and words of the service. */
export function code(text: string): string {
  return `<code>${markdown(text)}</code>`;
}

const isWide = (character: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\p{Emoji_Presentation}]/u.test(
    character
  );

/** How many columns a text takes in a typewriter face, where Chinese letters take two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

/** With blanks behind it, as wide as this. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** So much of a text as fits into this width. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(kept + character) >= width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
