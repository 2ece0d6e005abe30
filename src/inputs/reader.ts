import {hourMs, parseDuration, secondMs} from '../duration.ts';
import {isSafe} from '../hosts.ts';
import {type ChoiceOf, type Form, type InputName, type NameOf, rowOf} from './table.ts';

export type GetInput = (name: string) => string;

/** Reads single values by the table of inputs. What is wrong with one becomes a problem that names it and the accepted form. */
export interface Reader {
  readonly problems: string[];
  /** Without white space around it; absent where it is empty. */
  given(name: InputName): string | undefined;
  /** The hint is a sentence of its own. */
  required(name: InputName, accepted: string, hint?: string): string | undefined;
  // Absent where the value is wrong, or empty and without a default.
  text(name: NameOf<'text'>): string | undefined;
  /** Milliseconds. */
  duration(name: NameOf<'duration'>): number | undefined;
  boolean(name: NameOf<'boolean'>): boolean | undefined;
  choice<Name extends NameOf<'choice'>>(name: Name): ChoiceOf<Name> | undefined;
  url(name: NameOf<'url'>): string | undefined;
}

export function createReader(get: GetInput): Reader {
  const problems: string[] = [];
  const given = (name: InputName) => get(name).trim() || undefined;

  function fail(name: string, value: string, accepted: string): undefined {
    problems.push(wrongForm(name, value, accepted));
  }

  return {
    problems,
    given,
    required(name, accepted, hint) {
      const value = given(name);
      if (value === undefined) {
        problems.push(`${name} is missing or empty: it takes ${accepted}.${hint ? ` ${hint}` : ''}`);
      }
      return value;
    },
    text(name) {
      const row = rowOf(name);
      const value = given(name) ?? row.default;
      return value === undefined ? undefined : checked({name, value}, row.form, problems);
    },
    duration(name) {
      const {minMs, maxMs, ...row} = rowOf(name);
      const value = given(name) ?? row.default;
      if (value === undefined) return undefined;
      const ms = parseDuration(value);
      if (ms !== undefined && ms >= minMs && ms <= maxMs) return ms;
      const limits = `${minMs > 0 ? `at least ${minMs / secondMs}s and ` : ''}at most ${maxMs / hourMs}h`;
      return fail(name, value, `a duration such as 90, 90s, 15m or 1h30m, ${limits}`);
    },
    boolean(name) {
      const value = given(name) ?? rowOf(name).default;
      if (/^(true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase() === 'true';
      return fail(name, value, 'true or false');
    },
    choice<Name extends NameOf<'choice'>>(name: Name) {
      const row = rowOf<NameOf<'choice'>>(name);
      const value = given(name) ?? row.default;
      if (row.choices.includes(value)) return value as ChoiceOf<Name>;
      return fail(name, value, row.choices.join(' or '));
    },
    url(name) {
      const value = given(name);
      const url = value === undefined ? undefined : baseUrl(value);
      if (value !== undefined && url === undefined) problems.push(wrongUrl(name, rowOf(name).example));
      return url;
    }
  };
}

/** The problem of a value in a form that is not accepted. Not for secrets: it shows the value. */
export function wrongForm(name: string, value: string, accepted: string): string {
  return `${name} is ${shown(value)} and takes ${accepted}.`;
}

/** The value, whole or not at all: a part of a secret that stands in it by mistake would not be known for one. */
export function shown(value: string): string {
  return value.length > 80 ? `a text of ${value.length} letters` : JSON.stringify(value);
}

/** Does not show the value, in which a password may stand. */
export function wrongUrl(name: string, example: string): string {
  return `${name} takes a base URL such as ${example}: https (http for a loopback host alone), no user or password, no query.`;
}

/** A value with the name under which it was given: an input, or a variable of the environment. */
export interface Named {
  readonly name: string;
  readonly value: string;
}

/** The value, if it has the form, or if there is none; else a problem. */
export function checked({name, value}: Named, form: Form | undefined, problems: string[]): string | undefined {
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
