import {isRecord, type JsonRecord} from '../../json.ts';
import {type Expression, evaluation, type Plain} from './expression.ts';

/** The way that an expression takes through an answer, as far as it is one of keys, lists and pipes outside of parentheses. */
interface Way {
  /** The objects that it goes through to what it finds, in all of its alternatives: `job.status || status` has two. */
  objects(answer: Plain): readonly JsonRecord[];
  /** What is found instead of an object or a list that it would go into, or of the list that it should find. */
  inPlaceOfList(answer: Plain): Plain | undefined;
}

interface Step {
  readonly before: Expression;
  readonly takes: 'object' | 'list' | 'any';
  /** The object whose key this is, where `| [0]` picks from the values of several. */
  readonly picked: Expression | undefined;
}

interface Alternative {
  readonly whole: Expression;
  readonly steps: readonly Step[];
  readonly hasOperators: boolean;
}

interface Token {
  readonly text: string;
  readonly from: number;
}

/** Those before are so far from what is found that they say nothing of it. */
const maxSteps = 20;

export function wayOf({text}: Expression): Way {
  const alternatives = alternativesIn(text);
  return {
    objects: answer => {
      const steps = alternatives.flatMap(({steps}) => steps);
      const found: readonly unknown[] = steps.flatMap(({before, picked}) => [
        foundBy(before, answer),
        foundBy(picked, answer)
      ]);
      return [...new Set(found.filter(isRecord))];
    },
    inPlaceOfList: answer => {
      for (const {whole, steps, hasOperators} of alternatives) {
        // With operators, it can find a truth value that stands for no list.
        if (alternatives.length > 1 && hasOperators) continue;
        const found = foundBy(whole, answer);
        if (found !== null && !Array.isArray(found)) return found;
        const last = steps.findLast(({before}) => foundBy(before, answer) !== null);
        const within = foundBy(last?.before, answer);
        const isWrong = last?.takes === 'list' ? !Array.isArray(within) : last?.takes === 'object' && !isRecord(within);
        if (found === null && isWrong) return within;
      }
      return undefined;
    }
  };
}

/** So many objects are tried one by one; any more all count as decisive. */
const maxTried = 20;

/**
 * Those of the objects in an answer that something is found by: without one of them, something else is found. However
 * an expression is written, this shows which objects it goes through, where no other has the same to say.
 */
export function objectsThatDecide(
  answer: Plain,
  isOfInterest: (object: JsonRecord) => boolean,
  find: (answer: Plain) => unknown
): readonly JsonRecord[] {
  const places = placesOf(answer, isOfInterest);
  if (places.length === 0) return [];
  const found = JSON.stringify(find(answer));
  const decides = ({holder, key, object}: Place) => {
    holder[key] = null;
    try {
      return JSON.stringify(find(answer)) !== found;
    } catch {
      return true;
    } finally {
      holder[key] = object;
    }
  };
  return places.filter((place, index) => index >= maxTried || decides(place)).map(({object}) => object);
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly object: JsonRecord;
}

/** Where such objects stand below the answer itself. */
function placesOf(answer: Plain, isOfInterest: (object: JsonRecord) => boolean): readonly Place[] {
  const places: Place[] = [];
  const open: unknown[] = [answer];
  for (let within = open.pop(); within !== undefined; within = open.pop()) {
    if (typeof within !== 'object' || within === null) continue;
    const holder = within as Record<string, unknown>;
    for (const [key, value] of Object.entries(holder)) {
      if (isRecord(value) && isOfInterest(value)) places.push({holder, key, object: value});
      open.push(value);
    }
  }
  return places;
}

function foundBy(expression: Expression | undefined, answer: Plain): Plain {
  try {
    return (expression?.(answer) ?? null) as Plain;
  } catch {
    return null;
  }
}

function alternativesIn(text: string): readonly Alternative[] {
  const tokens = tokensOf(text);
  // A pipe takes what all alternatives before it have found.
  const isOne = tokens.some(token => token.text === '|');
  const starts = [0, ...tokens.flatMap(({text}, index) => (text === '||' && !isOne ? [index + 1] : []))];
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? tokens.length + 1) - 1;
    const own = tokens.slice(start, end);
    const from = own[0]?.from ?? 0;
    return alternativeOf(text.slice(from, tokens[end]?.from), own, from);
  });
}

function alternativeOf(text: string, tokens: readonly Token[], from: number): Alternative {
  const textBefore = (token: Token | undefined) => text.slice(0, token && token.from - from);
  const steps = tokens.flatMap((token, index): readonly Step[] => {
    const isStart = index === 0 || token.text === '|';
    const isInto = token.text.startsWith('[') && /[\w"\])}@]$/.test(tokens[index - 1]?.text ?? '');
    if (!isStart && token.text !== '.' && !isInto) return [];
    const [first, second, ...more] = tokens.slice(index === 0 || isInto ? index : index + 1);
    const picks = second ? [second, ...more] : [];
    const isPicked = token.text === '.' && picks.every(({text}) => text === '|' || /^\[\s*-?\d+\s*\]$/.test(text));
    return [
      {
        before: evaluation(index === 0 ? '@' : textBefore(token)),
        takes: isInto ? 'list' : taken(first, second),
        picked: second && isPicked ? evaluation(textBefore(token) + text.slice(second.from - from)) : undefined
      }
    ];
  });
  return {
    whole: evaluation(text),
    steps: steps.slice(-maxSteps),
    hasOperators: tokens.some(({text}) => /^([!=<>&]|\()/.test(text))
  };
}

function taken(first: Token | undefined, second: Token | undefined): Step['takes'] {
  const text = first?.text ?? '';
  if (text === '*' || text.startsWith('"') || (/^\w/.test(text) && !second?.text.startsWith('('))) return 'object';
  return /^\[\s*(\*?\s*\]|[?:]|-?\d)/.test(text) ? 'list' : 'any';
}

/** Those outside of brackets; brackets are one token with all that is in them. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let from = 0;
  const form = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\w+|\|\||\S/gs;
  for (const {0: token, index} of text.matchAll(form)) {
    if (depth === 0) from = index;
    if (/^[[({]/.test(token)) depth += 1;
    if (/^[\])}]/.test(token)) depth -= 1;
    if (depth === 0) tokens.push({text: text.slice(from, index + token.length), from});
  }
  return tokens;
}
