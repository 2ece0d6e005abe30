import {search} from '@aws-lambda-powertools/jmespath';
import {MalformedAnswer} from '../../errors.ts';
import {nearest} from '../../nearest.ts';
import {withFunctions} from './functions.ts';
import {type CustomMessage, type CustomWords, said} from './words.ts';

/** Finds something in an answer that `plain` has made; `null` where there is nothing. Throws where it cannot be done. */
export interface Expression {
  (answer: Plain): unknown;
  readonly text: string;
}

export type Plain = null | string | number | boolean | readonly Plain[] | {readonly [key: string]: Plain};

/** JMESPath's own functions. */
const functions = `abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null
  reverse sort sort_by starts_with sum to_array to_number to_string type values`.split(/\s+/);

const maxLength = 1000;
/** How many times the size of the answer a result may have: each pipe could double it, and 80 of them are soon written. */
const maxGrowth = 100;
/** What an expression is evaluated on. Such an answer has some hundred values; a hostile one shall not hold up the step. */
const maxValues = 50_000;
const maxCharacters = 1_000_000;

/** An expression, which may still be wrong. */
export function evaluation(text: string): Expression {
  // The library keeps what it parsed under the text, in an object: with the blank, no text is a name of its prototype.
  const evaluate = (answer: Plain) =>
    withFunctions(customFunctions => search(`${text} `, answer as Parameters<typeof search>[1], {customFunctions}));
  return Object.assign(evaluate, {text});
}

/** An expression that can be evaluated, or what is wrong with it, with the place where that is known. */
export function parseExpression(text: string): Expression | {readonly problem: CustomMessage} {
  if (text.length > maxLength) return {problem: ({expression}) => expression.tooLong(maxLength)};
  const evaluate = evaluation(text);
  const quoted: string[] = [];
  const outsideOfTexts = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/gs, whole => {
    quoted.push(whole);
    return "''";
  });
  const keys = quoted.filter(whole => whole.startsWith('"'));
  if (keys.includes('""')) return {problem: ({expression}) => expression.emptyKey};
  const wrongKey = keys.find(key => !isJson(key));
  if (wrongKey !== undefined) return {problem: ({expression}) => expression.wrongKey(wrongKey)};
  const makesObjects = /[{]|\bmerge\s*\(/.test(outsideOfTexts) || quoted.some(whole => whole.startsWith('`'));
  const inherited = makesObjects ? inheritedNameIn(outsideOfTexts, keys) : undefined;
  if (inherited) return {problem: ({expression}) => expression.inherited(inherited)};
  for (const [, name = ''] of outsideOfTexts.matchAll(/([a-z_]\w*)\s*\(/gi)) {
    if (functions.includes(name)) continue;
    const near = nearest(name, functions)[0];
    return {
      problem: words => words.expression.noFunction(name) + (near ? words.blank + words.didYouMean([`${near}()`]) : '')
    };
  }
  if (growthOf(outsideOfTexts) > maxGrowth) {
    return {problem: ({expression}) => expression.tooLarge(maxGrowth)};
  }
  try {
    evaluate(null);
  } catch (error) {
    if (error instanceof RangeError) return {problem: ({expression}) => expression.tooDeep};
    const problem = problemIn(error as LibraryError, text);
    // All other errors are about the data, and there was none.
    if (problem === undefined) return evaluate;
    const hint = hintFor(outsideOfTexts);
    return {
      problem: words => problem(words.expression) + (hint === undefined ? '' : words.blank + words.expression[hint])
    };
  }
  return evaluate;
}

/** A key that is found in an object although no answer and no expression has put it there. */
function inheritedNameIn(outsideOfTexts: string, keys: readonly string[]): string | undefined {
  const names = keys.map(key => JSON.parse(key) as string);
  return [...outsideOfTexts.split(/\W+/), ...names].find(name => name in Object.prototype);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * An upper bound. A list or an object that is made holds its input as often as it has items, and so does what these
 * functions join; a text grows with each to_string(), which escapes it.
 */
function growthOf(outsideOfTexts: string): number {
  let growth = 1;
  const open: {readonly grows: boolean; items: number}[] = [];
  for (const [token, name] of outsideOfTexts.matchAll(/([a-z_]\w*)\s*\(|[[\](){},]/gi)) {
    const last = open.at(-1);
    if (token === ',') {
      if (last) last.items += 1;
    } else if (/^[\])}]$/.test(token)) {
      if (last?.grows) growth *= last.items;
      open.pop();
    } else {
      if (name === 'join' || name === 'to_string') growth *= 4;
      open.push({grows: name === 'merge' || token === '[' || token === '{', items: 1});
    }
  }
  return growth;
}

/** What those write who know another language for this. */
function hintFor(outsideOfTexts: string): 'dollar' | 'dot' | 'dash' | undefined {
  if (outsideOfTexts.includes('$')) return 'dollar';
  if (/^\s*\./.test(outsideOfTexts)) return 'dot';
  return /\w-\w/.test(outsideOfTexts) ? 'dash' : undefined;
}

/** What the errors of the library have, each its own: those of its lexer, of its parser, and of numbers of arguments. */
interface LibraryError {
  readonly name: string;
  readonly lexerPosition?: number;
  readonly lexPosition?: number;
  readonly tokenType?: string;
  readonly tokenValue?: unknown;
  readonly reason?: string;
  readonly functionName?: string;
  readonly expectedArity?: number;
  readonly actualArity?: number;
}

/** What is wrong with the text of an expression, if that is what an error is about. */
function problemIn(error: LibraryError, text: string): ((words: CustomWords['expression']) => string) | undefined {
  const {name, lexerPosition, lexPosition, tokenType, tokenValue, reason, functionName, expectedArity} = error;
  if (expectedArity !== undefined) {
    const isLeast = name === 'VariadicArityError';
    return words => words.arguments(functionName ?? '', expectedArity, isLeast, error.actualArity ?? 0);
  }
  // Its position is not that of the mistake then.
  if (reason !== undefined) return words => words.reason(reason);
  const position = lexerPosition ?? lexPosition;
  if (position === undefined) return undefined;
  const letters = [...text];
  const placeIn = ({character}: CustomWords['expression']) => character(position + 1);
  if (tokenType === 'eof') return words => words.end;
  if (tokenType !== undefined) return words => words.token(String(tokenValue), tokenType, placeIn(words));
  const letter = letters[position] ?? '';
  if (letter === "'" || letter === '"') return words => words.openQuote(placeIn(words));
  if (letter === '`') return words => words.openLiteral(placeIn(words));
  return words => words.unknown(letter, placeIn(words));
}

/**
 * A copy without prototypes, so that an expression finds what the answer holds and nothing else. Throws where the answer
 * is too large for expressions. `nothing` stands for each null.
 */
export function plain(answer: unknown, nothing: '' | null = null): Plain {
  let values = 0;
  let characters = 0;
  const copyOf = (value: unknown): Plain => {
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (values > maxValues || characters > maxCharacters) {
      throw new MalformedAnswer(said(({answer}) => answer.tooMuch(maxValues, maxCharacters)));
    }
    if (value === null) return nothing;
    if (Array.isArray(value)) return value.map(copyOf);
    if (typeof value !== 'object') return value as Plain;
    const copy = Object.create(null) as Record<string, Plain>;
    for (const [key, item] of Object.entries(value)) {
      characters += key.length;
      copy[key] = copyOf(item);
    }
    return copy;
  };
  return copyOf(answer);
}
