import {spawnSync} from 'node:child_process';
import {describe, expect, it} from '@jest/globals';
import {expressionsIn, expressionsUnder, type FoundExpression} from './helpers/regular-expressions.ts';

/** Of a service's text no more is looked at. */
const length = 64 * 1024;

/** Expressions that look at texts with a limit of their own. */
const shorter: Readonly<Record<string, {readonly most: number; readonly why: string}>> = Object.fromEntries(
  [
    '/\'(?:\\\\.|[^\'\\\\])*\'|"(?:\\\\.|[^"\\\\])*"|`(?:\\\\.|[^`\\\\])*`/gs',
    '/([a-z_]\\w*)\\s*\\(/gi',
    '/([a-z_]\\w*)\\s*\\(|[[\\](){},]/gi'
  ].map(expression => [
    `services/custom/expression.ts: ${expression}`,
    {most: 1000, why: 'an expression of the workflow, which has at most so many letters'}
  ])
);

/** What is repeated: single letters that expressions tell apart, and the words that stand in the expression itself. */
function piecesOf({source}: FoundExpression): readonly string[] {
  const letters = [...', \n\t\\"\'`a0A_-.:;/&#%{}[]()<>=+*|$@?!~\u00a0\u200b', '密', '\ud83d', '\ud83d\ude00'];
  const words = source.match(/[A-Za-z0-9]{2,}/g) ?? [];
  const likeIt = source
    .replace(/\\[dD]/g, '1')
    .replace(/\\[sS]/g, ' ')
    .replace(/\\w/g, 'w')
    .replace(/\\(.)/g, '$1')
    .replace(/[()?^$*+]/g, '');
  return [
    ...letters,
    ...words,
    'a ',
    ' a',
    'a,',
    ' ,',
    '\\"',
    '\\\\',
    'a-',
    'a:',
    '1h',
    "'a",
    '%2',
    '&#1',
    '//',
    likeIt
  ].filter(piece => piece !== '');
}

/** Runs an expression as it is used: to its first match, or over all of them. */
const child = `
const {expressions, length} = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const run = (expression, text) => {
  const startMs = process.cpuUsage().user / 1000;
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return process.cpuUsage().user / 1000 - startMs;
};
for (const {name, source, flags, pieces, most} of expressions) {
  process.stdout.write(name + '\\n');
  const expression = new RegExp(source, flags.replace('y', ''));
  expression: for (const piece of pieces) for (const end of ['', '\\u0001', 'x!', '\\u0001' + piece]) {
    const texts = [1, 2].map(times => piece.repeat(Math.ceil((times * Math.min(length, most)) / 2 / piece.length)) + end);
    for (const beginning of ['', 'a']) {
      const [halfMs, wholeMs] = texts.map(text => run(expression, beginning + text));
      if (wholeMs > 1000 && wholeMs > 3 * halfMs) {
        process.stdout.write('SLOW ' + JSON.stringify({name, piece, end, halfMs, wholeMs}) + '\\n');
        break expression;
      }
    }
  }
}
process.stdout.write('END\\n');
`;

describe('the regular expressions', () => {
  const all = expressionsUnder('src');

  it('are found', () => {
    expect(
      expressionsIn('a = b / c; // /x/\nconst d = /[/]\\/x/gi.test(`$' + '{e / f} /no/ $' + "{/y{2}/u}`) && '/z/';")
    ).toEqual([
      {source: '[/]\\/x', flags: 'gi'},
      {source: 'y{2}', flags: 'u'}
    ]);
    expect(all.length).toBeGreaterThan(100);
    for (const {source, flags} of all) expect(() => new RegExp(source, flags)).not.toThrow();
  });

  it('take twice the time for twice the text, and end, on their worst texts', () => {
    const expressions = [...new Map(all.map(each => [`${each.file}: /${each.source}/${each.flags}`, each]))].map(
      ([name, each]) => ({name, ...each, pieces: piecesOf(each), most: shorter[name]?.most ?? length})
    );
    // Killed where one of them does not end: its name is the last line then.
    const {stdout} = spawnSync(process.execPath, ['-e', child], {
      input: JSON.stringify({expressions, length}),
      encoding: 'utf8',
      timeout: 100_000,
      killSignal: 'SIGKILL'
    });
    const lines = stdout.trim().split('\n');
    expect(lines.filter(line => line.startsWith('SLOW'))).toEqual([]);
    expect(lines.at(-1)).toBe('END');
    expect(Object.keys(shorter).filter(name => !expressions.some(each => each.name === name))).toEqual([]);
  }, 120_000);
});
