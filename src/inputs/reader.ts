import {hourMs, parseDuration, secondMs} from '../duration.ts';
import {type Endpoint, isSafe} from '../hosts.ts';
import {inWords, type Message} from '../text.ts';
import type {Words} from '../words/en.ts';
import {type ChoiceOf, type Form, type InputName, type NameOf, rowOf} from './table.ts';

export type GetInput = (name: string) => string;

/** Reads single values by the table of inputs. What is wrong with one becomes a problem that names it and the accepted form. */
export interface Reader {
  readonly problems: Message[];
  /** What an input takes, where that is too long to stand with its problem. */
  readonly choices: Message[];
  /** What to look at before anything is corrected. */
  readonly questions: Message[];
  /** Without white space around it; absent where it is empty. */
  given(name: InputName): string | undefined;
  required(name: InputName, problem: Message): string | undefined;
  // Absent where the value is wrong, or empty and without a default.
  text(name: NameOf<'text'>): string | undefined;
  /** Milliseconds. */
  duration(name: NameOf<'duration'>): number | undefined;
  boolean(name: NameOf<'boolean'>): boolean | undefined;
  choice<Name extends NameOf<'choice'>>(name: Name): ChoiceOf<Name> | undefined;
  url(name: NameOf<'url'>): string | undefined;
}

export function createReader(get: GetInput): Reader {
  const problems: Message[] = [];
  const given = (name: InputName) => get(name).trim() || undefined;

  function fail(name: string, value: string, accepted: Message): undefined {
    problems.push(wrongForm(name, value, accepted));
  }

  return {
    problems,
    choices: [],
    questions: [],
    given,
    required(name, problem) {
      const value = given(name);
      if (value === undefined) problems.push(problem);
      return value;
    },
    text(name) {
      const row = rowOf(name);
      const value = given(name) ?? row.default;
      if (value === undefined) return undefined;
      const {form} = row;
      if (form && /^(?:null|undefined)$/.test(value)) {
        return fail(name, value, words => words.inputs.lookUpFailed(inWords(form[1], words)));
      }
      return checked({name, value}, form, problems);
    },
    duration(name) {
      const {minMs, maxMs, ...row} = rowOf(name);
      const value = given(name) ?? row.default;
      if (value === undefined) return undefined;
      const ms = parseDuration(value);
      if (ms !== undefined && ms >= minMs && ms <= maxMs) return ms;
      return fail(name, value, words => words.inputs.forms.duration(minMs / secondMs, maxMs / hourMs));
    },
    boolean(name) {
      const value = given(name) ?? rowOf(name).default;
      if (/^(true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase() === 'true';
      return fail(name, value, words => words.inputs.forms.boolean);
    },
    choice<Name extends NameOf<'choice'>>(name: Name) {
      const row = rowOf<NameOf<'choice'>>(name);
      const value = given(name) ?? row.default;
      if (row.choices.includes(value)) return value as ChoiceOf<Name>;
      return fail(name, value, words => words.inputs.forms.oneOf(row.choices));
    },
    url(name) {
      const value = given(name);
      const url = value === undefined ? undefined : baseUrl(value);
      if (value !== undefined && url === undefined) problems.push(wrongUrl(name, rowOf(name).example));
      return url;
    }
  };
}

/** The problem of a value in a form that is not accepted. Not for secrets: it shows the value, whole or not at all. */
export function wrongForm(name: string, value: string, accepted: Message): Message {
  return words => words.inputs.wrongForm(name, shown(value, words), inWords(accepted, words));
}

/** A part of a secret that stands in a long value by mistake would not be known for one. */
export function shown(value: string, words: Words): string {
  return value.length > 80 ? words.inputs.longText(value.length) : JSON.stringify(value);
}

/** Does not show the value, in which a password may stand. */
export function wrongUrl(name: string, example: string): Message {
  return words => words.inputs.wrongUrl(name, example);
}

/** A value with the name under which it was given: an input, or a variable of the environment. */
export interface Named {
  readonly name: string;
  readonly value: string;
}

/** The value, if it has the form, or if there is none; else a problem. */
export function checked({name, value}: Named, form: Form | undefined, problems: Message[]): string | undefined {
  if (form === undefined || form[0].test(value)) return value;
  problems.push(wrongForm(name, value, form[1]));
  return undefined;
}

export function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  // A question mark or the like without anything behind it leaves no trace in the parsed URL.
  return isSafe(url) && !/[?#@%\\\s]/.test(text) ? url.href.replace(/(?<!\/)\/+$/, '') : undefined;
}

/** The same values, each of which is there. */
export type Complete<T> = {readonly [Key in keyof T]: Exclude<T[Key], undefined>};

/** The values, where none of them is missing. */
export function complete<T extends object>(values: T): Complete<T> | undefined {
  return Object.values(values).includes(undefined) ? undefined : (values as Complete<T>);
}

/** The endpoint, or none and its problem. */
export function usable(endpoint: Endpoint | {readonly problem: Message}, {problems}: Reader): Endpoint | undefined {
  if (!('problem' in endpoint)) return endpoint;
  problems.push(endpoint.problem);
  return undefined;
}
