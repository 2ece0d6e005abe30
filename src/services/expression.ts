import {search} from '@aws-lambda-powertools/jmespath';
import {nearest} from '../nearest.ts';

/** Looks something up in an answer that `plain` has made; `null` where there is nothing. Throws where it cannot be done. */
export type Expression = (answer: Plain) => unknown;

export type Plain = null | string | number | boolean | readonly Plain[] | {readonly [key: string]: Plain};

/** JMESPath's own functions. */
const functions = `abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null
  reverse sort sort_by starts_with sum to_array to_number to_string type values`.split(/\s+/);

const maxLength = 1000;

/** An expression that can be evaluated, or what is wrong with it, with the place where that is known. */
export function parseExpression(text: string): Expression | {readonly problem: string} {
  if (text.length > maxLength) return {problem: `it has more than ${maxLength} characters.`};
  // The library keeps what it parsed under the text, in an object: with the blank, no text is a name of its prototype.
  const evaluate: Expression = answer => search(`${text} `, answer as Parameters<typeof search>[1]);
  const outsideOfTexts = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/gs, '_');
  for (const [, name = ''] of outsideOfTexts.matchAll(/([a-z_]\w*)\s*\(/gi)) {
    if (functions.includes(name)) continue;
    const near = nearest(name, functions)[0];
    return {problem: `JMESPath has no function ${name}()${near ? `; was ${near}() meant?` : '.'}`};
  }
  try {
    evaluate(null);
  } catch (error) {
    const {name, message} = error as Error;
    // All other errors are about the data, and there was none.
    if (/^(Lexer|Parse|IncompleteExpression|EmptyExpression|Arity|VariadicArity)Error$/.test(name)) {
      return {problem: problemIn(message, text)};
    }
    if (error instanceof RangeError) return {problem: 'it is nested too deep.'};
  }
  return evaluate;
}

function problemIn(message: string, text: string): string {
  const column = /at column (\d+)/.exec(message)?.[1];
  const what = message
    .replace(/ in expression: .*$/s, '')
    .replace(/^(Invalid|Bad) jmespath expression: /, '')
    .replace(/(parse error )?at column \d+,? ?/, '')
    .trim();
  const isAtEnd = column === undefined || Number(column) >= text.length;
  return `${what} at ${isAtEnd ? 'its end' : `character ${Number(column) + 1}`}.`;
}

/** A copy without prototypes, so that an expression finds what the answer holds and nothing else. */
export function plain(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as Plain;
  const copy = Object.create(null) as Record<string, Plain>;
  for (const [key, item] of Object.entries(value)) copy[key] = plain(item);
  return copy;
}
