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
