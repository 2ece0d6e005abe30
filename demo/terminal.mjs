/** What the player writes on the terminal. */
import {showLine} from './runner.mjs';

export const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = code => text => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
export const [bold, dim, red, green] = [1, 2, 31, 32].map(paint);
export const print = (text = '') => process.stdout.write(`${text}\n`);
/** Columns of the terminal; in a pipe, as many as are read with ease. */
export const columns = Math.max(60, process.stdout.columns || 110);

/** A text by others in one line on which a terminal can do nothing but be read. */
export const plain = text => showLine({kind: 'text', text}, false);

const mostLines = 10;

/**
 * The lines of an output's value, none wider than asked: a list begins a line with each item, and what is left out is
 * counted. In a step of a workflow, a runner would obey a line that begins with `::`: none does.
 */
export function valueLines(value, width) {
  const lines = listLines(value, width) ?? value.split('\n').flatMap(line => broken(plain(line), width));
  const safe = lines.map(line => line.replace(/^ *(?=::)/, '$&· '));
  if (safe.length <= mostLines) return safe;
  const hidden = safe.length - mostLines + 1;
  return [...safe.slice(0, mostLines - 1), dim(`… ${hidden} more lines, ${value.length} characters in all`)];
}

function listLines(json, width) {
  if (!json.startsWith('[{') || json.length <= width) return undefined;
  const items = JSON.parse(json).map(item => plain(JSON.stringify(item, null, 1).replaceAll(/\n */g, ' ')));
  return [
    '[',
    ...items.flatMap((item, index) => {
      const [first, ...rest] = broken(index < items.length - 1 ? `${item},` : item, width - 4, ', ');
      return [`  ${first}`, ...rest.map(line => `    ${line}`)];
    }),
    ']'
  ];
}

/** Breaks a line behind the given text where that leaves no short line, else at a blank, else anywhere. */
function broken(line, width, behind = ' ') {
  const lines = [];
  let rest = line;
  while (rest.length > width) {
    const place = rest.lastIndexOf(behind, width - behind.trimEnd().length);
    const end =
      place > width / 2 ? place + behind.trimEnd().length : Math.max(rest.lastIndexOf(' ', width), 0) || width;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

/** Words one after another, as many in a line as it takes. */
export const listed = (words, width) => broken(words.join(', '), width);
