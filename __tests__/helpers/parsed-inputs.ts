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
  try {
    parsed(given, environment);
  } catch (error) {
    if (error instanceof InputError) return inEnglish<readonly unknown[]>(error.problems) as readonly string[];
    throw error;
  }
  return [];
}
