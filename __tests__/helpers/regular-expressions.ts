import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

export interface FoundExpression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Behind these a slash divides; behind all else it begins a regular expression. */
const endOfValue = /(?:[\w$)\]}]|\+\+|--)$/;
const beforeValue = /\b(?:return|typeof|case|in|of|do|else|void|delete|instanceof|await|yield)$/;

/** All regular expressions that the TypeScript files under a folder write out. */
export function expressionsUnder(folder: string): readonly FoundExpression[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts'))
    .sort()
    .flatMap(file => expressionsIn(readFileSync(join(folder, file), 'utf8')).map(found => ({file, ...found})));
}

export function expressionsIn(code: string): readonly {readonly source: string; readonly flags: string}[] {
  const found: {readonly source: string; readonly flags: string}[] = [];
  /** Braces that are open in each template literal that is open. */
  const templates: number[] = [];
  let before = '';
  let at = 0;

  function skipTemplate(): void {
    while (at < code.length) {
      if (code[at] === '\\') at += 2;
      else if (code[at] === '`') {
        at += 1;
        before = ')';
        return;
      } else if (code.startsWith('${', at)) {
        at += 2;
        templates.push(0);
        before = '{';
        return;
      } else at += 1;
    }
  }

  while (at < code.length) {
    const letter = code[at] ?? '';
    if (code.startsWith('//', at)) at = (code.indexOf('\n', at) + code.length + 1) % (code.length + 1);
    else if (code.startsWith('/*', at)) at = code.indexOf('*/', at) + 2;
    else if (letter === '"' || letter === "'") {
      at += 1;
      while (code[at] !== letter) at += code[at] === '\\' ? 2 : 1;
      at += 1;
      before = ')';
    } else if (letter === '`') {
      at += 1;
      skipTemplate();
    } else if (letter === '/' && (!endOfValue.test(before) || beforeValue.test(before))) {
      const start = at + 1;
      let isInClass = false;
      for (at = start; isInClass || code[at] !== '/'; at += code[at] === '\\' ? 2 : 1) {
        if (code[at] === '[') isInClass = true;
        else if (code[at] === ']') isInClass = false;
      }
      const [flags = ''] = /^[a-z]*/.exec(code.slice(at + 1, at + 10)) ?? [];
      found.push({source: code.slice(start, at), flags});
      at += 1 + flags.length;
      before = ')';
    } else {
      const open = templates.at(-1);
      if (open !== undefined && letter === '{') templates[templates.length - 1] = open + 1;
      if (open !== undefined && letter === '}') {
        if (open === 0) {
          templates.pop();
          at += 1;
          skipTemplate();
          continue;
        }
        templates[templates.length - 1] = open - 1;
      }
      if (letter.trim() !== '') before = (before + letter).slice(-12);
      else if (/\w$/.test(before) && beforeValue.test(before)) before = `${before}`;
      at += 1;
    }
  }
  return found;
}

/** Of a service's text no more is looked at. */
const mostLetters = 64 * 1024;

/** Expressions that look at texts with a limit of their own. */
export const shorter: Readonly<Record<string, {readonly most: number; readonly why: string}>> = Object.fromEntries(
  [
    'services/custom/expression.ts: /\'(?:\\\\.|[^\'\\\\])*\'|"(?:\\\\.|[^"\\\\])*"|`(?:\\\\.|[^`\\\\])*`/gs',
    'services/custom/expression.ts: /([a-z_]\\w*)\\s*\\(/gi',
    'services/custom/expression.ts: /([a-z_]\\w*)\\s*\\(|[[\\](){},]/gi',
    'services/custom/path.ts: /\'(?:\\\\.|[^\'\\\\])*\'|"(?:\\\\.|[^"\\\\])*"|`(?:\\\\.|[^`\\\\])*`|\\w+|\\|\\||\\S/gs'
  ].map(name => [name, {most: 1000, why: 'an expression of the workflow, which has at most so many letters'}])
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
const {expressions, mostLetters} = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
let worst;
const run = (expression, text) => {
  const startMs = process.cpuUsage().user / 1000;
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  const ms = process.cpuUsage().user / 1000 - startMs;
  worst = Math.max(worst, ms);
  return ms;
};
for (const {name, source, flags, pieces, most} of expressions) {
  process.stdout.write(name + '\\n');
  worst = 0;
  const expression = new RegExp(source, flags.replace('y', ''));
  expression: for (const piece of pieces) for (const end of ['', '\\u0001', 'x!', '\\u0001' + piece]) {
    const texts = [1, 2].map(times => piece.repeat(Math.ceil((times * Math.min(mostLetters, most)) / 2 / piece.length)) + end);
    for (const beginning of ['', 'a']) {
      const [half, whole] = texts.map(text => beginning + text);
      const wholeMs = run(expression, whole);
      if (wholeMs <= 1000) continue;
      const halfMs = run(expression, half);
      if (wholeMs > 3 * halfMs) {
        process.stdout.write('SLOW ' + JSON.stringify({name, piece, end, halfMs, wholeMs}) + '\\n');
        break expression;
      }
    }
  }
  process.stdout.write('TIME ' + JSON.stringify({name, ms: worst}) + '\\n');
}
process.stdout.write('END\\n');
`;

export interface Timed {
  /** By file, in the order of the source. */
  readonly names: readonly string[];
  /** The longest time with one of the worst texts. */
  readonly times: readonly {readonly name: string; readonly ms: number}[];
  /** Those that take more than in proportion to the text. */
  readonly slow: readonly string[];
  /** `END` unless an expression did not end: its name then. */
  readonly last: string | undefined;
}

/** Runs all regular expressions under a folder on their worst texts, in a process that is killed where one does not end. */
export function timeExpressions(folder: string): Timed {
  const all = expressionsUnder(folder);
  const expressions = [...new Map(all.map(each => [`${each.file}: /${each.source}/${each.flags}`, each]))].map(
    ([name, each]) => ({name, ...each, pieces: piecesOf(each), most: shorter[name]?.most ?? mostLetters})
  );
  const {stdout} = spawnSync(process.execPath, ['-e', child], {
    input: JSON.stringify({expressions, mostLetters}),
    encoding: 'utf8',
    timeout: 100_000,
    killSignal: 'SIGKILL'
  });
  const lines = stdout.trim().split('\n');
  return {
    names: expressions.map(({name}) => name),
    times: lines.filter(line => line.startsWith('TIME ')).map(line => JSON.parse(line.slice(5))),
    slow: lines.filter(line => line.startsWith('SLOW ')),
    last: lines.at(-1)
  };
}
