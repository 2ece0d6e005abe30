import {readFileSync, writeFileSync} from 'node:fs';

/**
 * The part of a file between what these patterns match. It is made from something else, and with UPDATE_README=1 it is
 * written anew first.
 */
export function heldPart(file: string, [start, end]: readonly [RegExp, RegExp], made: string): string {
  const part = new RegExp(`(${start.source})(.*?)(${end.source})`, 's');
  const text = readFileSync(file, 'utf8');
  const written =
    process.env.UPDATE_README === '1' ? text.replace(part, (_, before, __, after) => before + made + after) : text;
  if (written !== text) writeFileSync(file, written);
  return part.exec(written)?.[2] ?? '';
}

/** The markers of a part in a README. */
export function marked(name: string): readonly [RegExp, RegExp] {
  return [new RegExp(`<!-- ${name} -->\n`), new RegExp(`\n<!-- /${name} -->`)];
}
