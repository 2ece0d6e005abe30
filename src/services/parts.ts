import {MalformedAnswer} from '../errors.ts';
import {
  integer,
  isAbsent,
  type JsonRecord,
  optional,
  optionalList,
  type PartKind,
  partOf,
  record,
  valueAt
} from '../json.ts';
import type {Subtask} from '../task.ts';
import type {Message} from '../text.ts';

/** What speaks against a success that an answer claims: a form that the API does not promise, or another statement. */
export interface Flaw {
  readonly flaw: 'malformed' | 'contradiction';
  /** In words, without the success itself. */
  readonly what: Message;
}

/** What stands among the parts of a task. Flaws count under a success alone. */
export type Part = Subtask | Flaw;

export function isFlaw(part: Part): part is Flaw {
  return 'flaw' in part;
}

export function contradiction(what: Message): Flaw {
  return {flaw: 'contradiction', what};
}

/** What has another form than promised becomes a flaw. */
export function attempt<T extends Part>(read: () => readonly T[]): readonly (T | Flaw)[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    return [{flaw: 'malformed', what: error.what}];
  }
}

/** After so many parts of another form, the others of a list are not read. */
const maxMalformed = 100;

/** The parts in a list that may be missing or null. */
export function partsIn(
  from: JsonRecord,
  key: string,
  kind: PartKind,
  read: (part: JsonRecord) => readonly Part[]
): readonly Part[] {
  const list = optional(from, key);
  return attempt(() => {
    let malformed = 0;
    return optionalList(list, `"${key}"`).flatMap((item, index) => {
      if (malformed === maxMalformed) return [];
      const parts = attempt(() => read(record(item, partOf(kind, index))));
      const [first] = parts;
      if (first && isFlaw(first) && first.flaw === 'malformed') malformed += 1;
      return parts;
    });
  });
}

/** As `partsIn`, from several lists, each part followed by those in it under the same keys, unless it was passed over. */
export function nestedPartsIn(
  from: JsonRecord,
  keys: readonly string[],
  kind: PartKind,
  read: (part: JsonRecord) => readonly Part[]
): readonly Part[] {
  return keys.flatMap(key =>
    partsIn(from, key, kind, part => {
      const parts = read(part);
      const isSkipped = parts.some(own => !isFlaw(own) && own.state === 'skipped');
      return isSkipped ? parts : [...parts, ...nestedPartsIn(part, keys, kind, read)];
    })
  );
}

/** Under these names every service of the cloud reports an error. The texts beside them are left out: good answers have some. */
export const errorNames = ['error_code', 'errorCode', 'errCode', 'error'];

/** Fields, by their paths, that hold an error or its reason. */
export function errorsIn(from: JsonRecord, paths: readonly string[], part?: Subtask): readonly Flaw[] {
  return paths.flatMap(path => {
    const [first = path] = path.split('.', 1);
    if (isAbsent(optional(from, first))) return [];
    return attempt(() => {
      const value = valueAt(from, path);
      if (isAbsent(value)) return [];
      const told = typeof value === 'string' ? value.trim() : JSON.stringify(value);
      return [
        contradiction(({against}) => against.error(path, part && (part.name ?? part.id ?? against.subtask), told))
      ];
    });
  });
}

/** A part with what it says against a success of its own: under the usual names, and under others of its service. */
export function withErrors(part: Subtask, from: JsonRecord, paths: readonly string[] = []): readonly Part[] {
  if (part.state !== 'succeeded' && part.state !== 'untold') return [part];
  return [part, ...errorsIn(from, [...new Set([...paths, ...errorNames])], part)];
}

/** A number of the service, where it gives one, and the length of its list agree. */
export function countAgrees(from: JsonRecord, count: string, list: string): readonly Flaw[] {
  if (optional(from, count) === undefined) return [];
  return attempt(() => {
    const counted = integer(from, count);
    const {length} = optionalList(optional(from, list), `"${list}"`);
    return counted === length ? [] : [contradiction(words => words.against.count(count, counted, list, length))];
  });
}
