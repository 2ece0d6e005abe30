import type {Environment} from '../../src/environment.ts';
import {InputError} from '../../src/errors.ts';
import {type Inputs, parseInputs} from '../../src/inputs/inputs.ts';
import {inEnglish} from './in-english.ts';
import {loaded} from './services.ts';

export type Given = Readonly<Record<string, string>>;

/** The inputs as they are read, with their messages in English. */
export function parsed(given: Given, environment: Environment = {}): Inputs {
  const {access, place, reporting, ...others} = parseInputs(name => given[name] ?? '', environment, loaded);
  return {...others, access: inEnglish(access), place: inEnglish(place), reporting: inEnglish(reporting)};
}

/** What is wrong with them, in English. */
export function problemsIn(given: Given, environment: Environment = {}): readonly string[] {
  return inEnglish<readonly unknown[]>(errorOf(given, environment)?.problems ?? []) as readonly string[];
}

/** What they take instead, where that does not stand with a problem. */
export function choicesIn(given: Given, environment: Environment = {}): readonly string[] {
  return inEnglish<readonly unknown[]>(errorOf(given, environment)?.choices ?? []) as readonly string[];
}

/** What to look at before anything is corrected. */
export function questionsIn(given: Given, environment: Environment = {}): readonly string[] {
  return inEnglish<readonly unknown[]>(errorOf(given, environment)?.questions ?? []) as readonly string[];
}

function errorOf(given: Given, environment: Environment): InputError | undefined {
  try {
    parsed(given, environment);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  return undefined;
}
