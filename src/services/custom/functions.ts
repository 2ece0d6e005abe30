import {Functions} from '@aws-lambda-powertools/jmespath/functions';
import {MalformedAnswer} from '../../errors.ts';
import {said} from './words.ts';

/** The part of the library's Expression that is of use here: `&name`. */
interface Reference {
  visit(value: never): unknown;
}
type Comparable = number | string;
type Types = Parameters<typeof Functions.signature>[0]['argumentsSpecs'];
type Run = (...args: never[]) => unknown;

/**
 * Instead of those of the library that differ from the specification of JMESPath: they change what they are given, take
 * false, 0 and '' for null, count code units, compare by identity or in the order of a language, or take mixed types.
 */
const own: Readonly<Record<string, readonly [Types, Run, variadic?: boolean]>> = {
  funcAvg: [[['array-number']], (list: readonly number[]) => list.reduce((sum, item) => sum + item, 0) / list.length],
  funcContains: [
    [['array', 'string'], ['any']],
    (within: string | readonly unknown[], item: unknown) =>
      typeof within === 'string'
        ? typeof item === 'string' && within.includes(item)
        : within.some(each => isSame(each, item))
  ],
  funcLength: [
    [['array', 'string', 'object']],
    (of: string | object) => (typeof of === 'string' ? [...of] : Object.keys(of)).length
  ],
  funcMap: [[['expression'], ['array']], (by: Reference, list: readonly never[]) => list.map(item => by.visit(item))],
  funcMax: [[['array']], (list: readonly unknown[]) => extreme(list, item => item, 1)],
  funcMaxBy: [
    [['array'], ['expression']],
    (list: readonly never[], by: Reference) => extreme(list, item => by.visit(item), 1)
  ],
  funcMin: [[['array']], (list: readonly unknown[]) => extreme(list, item => item, -1)],
  funcMinBy: [
    [['array'], ['expression']],
    (list: readonly never[], by: Reference) => extreme(list, item => by.visit(item), -1)
  ],
  funcNotNull: [[['any']], (...values: readonly unknown[]) => values.find(value => value !== null), true],
  funcReverse: [
    [['string', 'array']],
    (of: string | readonly unknown[]) => (typeof of === 'string' ? [...of].reverse().join('') : of.toReversed())
  ],
  funcSort: [[['array']], (list: readonly unknown[]) => sorted(list, item => item)],
  funcSortBy: [
    [['array'], ['expression']],
    (list: readonly never[], by: Reference) => sorted(list, item => by.visit(item))
  ],
  funcToNumber: [
    [['any']],
    (value: unknown) => {
      const isNumber = typeof value === 'string' && /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(value);
      return typeof value === 'number' || isNumber ? Number(value) : null;
    }
  ]
};

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const entries = Object.entries(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, (b as Record<string, unknown>)[key]))
  );
}

/** Each item with its key. Throws where the keys are not all numbers, or all texts. */
function keyed<Item>(list: readonly Item[], keyOf: (item: Item) => unknown): readonly {item: Item; key: Comparable}[] {
  const pairs = list.map(item => ({item, key: keyOf(item) as Comparable}));
  const types = new Set(pairs.map(({key}) => typeof key));
  if (types.size > 1 || !(types.size === 0 || types.has('number') || types.has('string'))) {
    throw new MalformedAnswer(said(({answer}) => answer.noOrder));
  }
  return pairs;
}

function compare(a: Comparable, b: Comparable): number {
  return typeof a === 'number' ? a - Number(b) : compareTexts(a, String(b));
}

/** In the order of their code points. */
function compareTexts(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    // Within a pair of surrogates the second halves decide only where the first are the same.
    if (a[at] !== b[at]) return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
  }
  return a.length - b.length;
}

function sorted<Item>(list: readonly Item[], keyOf: (item: Item) => unknown): readonly Item[] {
  return keyed(list, keyOf)
    .toSorted((a, b) => compare(a.key, b.key))
    .map(({item}) => item);
}

/** The first of the largest, or with -1 of the smallest. */
function extreme<Item>(list: readonly Item[], keyOf: (item: Item) => unknown, sign: 1 | -1): Item | null {
  const [first, ...others] = keyed(list, keyOf);
  if (!first) return null;
  return others.reduce((found, each) => (sign * compare(each.key, found.key) > 0 ? each : found), first).item;
}

let failure: {readonly error: unknown} | undefined;

const functions = new Functions();
functions.introspectMethods();
// For each evaluation the library would do it anew.
functions.introspectMethods = () => functions.methods;
for (const name of functions.methods) {
  const run = own[name] ? checked(own[name]) : (Reflect.get(functions, name) as Checked);
  // `funcMaxBy` is max_by().
  const functionName = name
    .slice('func'.length)
    .replace(/\B[A-Z]/g, '_$&')
    .toLowerCase();
  const value = (args: readonly unknown[]) => {
    try {
      return jsonOf(run.call(functions, args.map(jsonOf)));
    } catch (error) {
      failure ??= {error: Object.assign(error as Error, {functionName})};
      throw error;
    }
  };
  Object.defineProperty(functions, name, {value});
}

/** What an evaluation with these functions finds. The library goes on with some of their errors as if with nothing. */
export function withFunctions(evaluate: (customFunctions: Functions) => unknown): unknown {
  failure = undefined;
  const found = evaluate(functions);
  if (failure) throw (failure as {readonly error: unknown}).error;
  return jsonOf(found);
}

type Checked = (args: readonly unknown[]) => unknown;

/** As the library makes its own, which reports a wrong number of arguments and wrong types in the same words. */
function checked([argumentsSpecs, run, variadic = false]: readonly [Types, Run, variadic?: boolean]): Checked {
  const descriptor = {value: run};
  Functions.signature({argumentsSpecs, variadic})(Functions.prototype, '', descriptor);
  return descriptor.value as unknown as Checked;
}

/** Null instead of what JSON does not have. */
function jsonOf(value: unknown): unknown {
  return value === undefined || Number.isNaN(value) ? null : value;
}
