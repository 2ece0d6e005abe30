import {parseDuration} from '../duration.ts';
import {isSafe} from '../hosts.ts';

export type GetInput = (name: string) => string;

/** A pattern, and the accepted form in words. */
export type Form = readonly [pattern: RegExp, accepted: string];

/** Reads single values. What is wrong with one becomes a problem that names it and the accepted form. */
export interface Reader {
  readonly problems: string[];
  /** Without white space around it; absent where it is empty. */
  given(name: string): string | undefined;
  /** The hint is a sentence of its own. */
  required(name: string, accepted: string, hint?: string): string | undefined;
  matching(name: string, form: Form): string | undefined;
  /** Milliseconds; absent where the value is wrong. */
  duration(name: string, limits: {readonly minMs?: number; readonly maxMs: number}): number | undefined;
  boolean(name: string): boolean;
  oneOf<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice;
  /** An `https:` address without a slash at the end; `http:` for a loopback host alone. */
  baseUrl(name: string, example: string): string | undefined;
}

const hourMs = 3_600_000;

export function createReader(get: GetInput, defaults: Readonly<Record<string, string>>): Reader {
  const problems: string[] = [];
  const given = (name: string) => get(name).trim() || undefined;
  const givenOrDefault = (name: string) => given(name) ?? defaults[name] ?? '';

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
    matching(name, form) {
      const value = givenOrDefault(name) || undefined;
      return value === undefined ? undefined : checked({name, value}, form, problems);
    },
    duration(name, {minMs = 0, maxMs}) {
      const value = givenOrDefault(name);
      const ms = parseDuration(value);
      if (ms !== undefined && ms >= minMs && ms <= maxMs) return ms;
      const limits = `${minMs > 0 ? `at least ${minMs / 1000}s and ` : ''}at most ${maxMs / hourMs}h`;
      problems.push(wrongForm(name, value, `a duration such as 90, 90s, 15m or 1h30m, ${limits}`));
      return undefined;
    },
    boolean(name) {
      const value = givenOrDefault(name);
      if (!/^(true|True|TRUE|false|False|FALSE)$/.test(value)) problems.push(wrongForm(name, value, 'true or false'));
      return value.toLowerCase() === 'true';
    },
    oneOf(name, choices) {
      const value = givenOrDefault(name);
      const choice = choices.find(candidate => candidate === value);
      if (choice === undefined) problems.push(wrongForm(name, value, choices.join(' or ')));
      return choice ?? choices[0];
    },
    baseUrl(name, example) {
      const value = given(name);
      const url = value === undefined ? undefined : baseUrl(value);
      if (value !== undefined && url === undefined) problems.push(wrongUrl(name, example));
      return url;
    }
  };
}

/** The problem of a value in a form that is not accepted. Not for secrets: it shows the value, whole or not at all. */
export function wrongForm(name: string, value: string, accepted: string): string {
  // A part of a secret that stands in it by mistake would not be known for one.
  const shown = value.length > 80 ? `a text of ${value.length} letters` : JSON.stringify(value);
  return `${name} is ${shown} and takes ${accepted}.`;
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

/** The value, if it has the form; else a problem. */
export function checked({name, value}: Named, [pattern, accepted]: Form, problems: string[]): string | undefined {
  if (pattern.test(value)) return value;
  problems.push(wrongForm(name, value, accepted));
  return undefined;
}

export function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  // A question mark or the like without anything behind it leaves no trace in the parsed URL.
  return isSafe(url) && !/[?#@%\\\s]/.test(text) ? url.href.replace(/(?<!\/)\/+$/, '') : undefined;
}
