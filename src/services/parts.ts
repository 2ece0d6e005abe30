import {MalformedAnswer} from '../errors.ts';
import {integer, isAbsent, type JsonRecord, optional, optionalList, record, valueAt} from '../json.ts';
import type {Subtask} from '../task.ts';

/** What speaks against a success that an answer claims: a form that the API does not promise, or another statement. */
export interface Flaw {
  readonly flaw: 'malformed' | 'contradiction';
  /** In words, without the success itself. */
  readonly what: string;
}

/** What stands among the parts of a task. Flaws count under a success alone. */
export type Part = Subtask | Flaw;

export function isFlaw(part: Part): part is Flaw {
  return 'flaw' in part;
}

export function contradiction(what: string): Flaw {
  return {flaw: 'contradiction', what};
}

/** What has another form than promised becomes a flaw. */
export function attempt<T extends Part>(read: () => readonly T[]): readonly (T | Flaw)[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    return [{flaw: 'malformed', what: error.message}];
  }
}

/** After so many parts of another form, the others of a list are not read. */
const maxMalformed = 100;

/** The parts in a list that may be missing or null; `what` names one of them. */
export function partsIn(
  from: JsonRecord,
  key: string,
  what: string,
  read: (part: JsonRecord) => readonly Part[]
): readonly Part[] {
  const list = optional(from, key);
  if (list === undefined) return [];
  return attempt(() => {
    let malformed = 0;
    return optionalList(list, `"${key}"`).flatMap((item, index) => {
      if (malformed === maxMalformed) return [];
      const parts = attempt(() => read(record(item, `${what} ${index + 1}`)));
      const [first] = parts;
      if (first && isFlaw(first) && first.flaw === 'malformed') malformed += 1;
      return parts;
    });
  });
}

/** Under these names every service of the cloud tells an error. The texts beside them are left out: good answers have some. */
export const errorNames = ['error_code', 'errorCode', 'errCode', 'error'];

/** Fields, by their paths, that tell an error or its reason. */
export function errorsIn(from: JsonRecord, paths: readonly string[], part?: Subtask): readonly Flaw[] {
  return paths.flatMap(path => {
    const [first = path] = path.split('.', 1);
    if (optional(from, first) === undefined) return [];
    return attempt(() => {
      const value = valueAt(from, path);
      if (isAbsent(value)) return [];
      const whose = part ? ` of ${part.name ?? part.id ?? 'a subtask'}` : '';
      const told = typeof value === 'string' ? value.trim() : JSON.stringify(value);
      return [contradiction(`"${path}"${whose} is ${told}`)];
    });
  });
}

/** A part with what it says against a success of its own. */
export function withErrors(part: Subtask, from: JsonRecord, paths: readonly string[]): readonly Part[] {
  if (part.state !== 'succeeded') return [part];
  return [part, ...errorsIn(from, paths, part)];
}

/** A number of the service, where it tells one, and the length of its list agree. */
export function countAgrees(from: JsonRecord, count: string, list: string): readonly Flaw[] {
  if (optional(from, count) === undefined) return [];
  return attempt(() => {
    const counted = integer(from, count);
    const {length} = optionalList(optional(from, list), `"${list}"`);
    return counted === length ? [] : [contradiction(`"${count}" is ${counted} and "${list}" has ${length}`)];
  });
}
