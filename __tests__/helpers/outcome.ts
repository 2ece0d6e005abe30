import {MalformedAnswer, TaskNotListed} from '../../src/errors.ts';
import {type GoodAnswer, observe} from '../../src/observe.ts';
import {proofOf, type Strictness} from '../../src/polling/verdict.ts';
import type {Service, TaskReference} from '../../src/services/service.ts';
import {inEnglish} from './in-english.ts';

export const strict: Strictness = {strictSubtasks: true, allowWarnings: false};
export const lax: Strictness = {strictSubtasks: false, allowWarnings: false};

/** What a body comes to, in a word and its reason. */
export function outcomeOf(
  service: Service,
  answer: GoodAnswer,
  asked: TaskReference,
  strictness: Strictness = strict
): string {
  try {
    const task = observe(service, answer, asked, strictness);
    if (task.other !== undefined) return `other: ${task.other}`;
    const proof = inEnglish(proofOf(task, strictness));
    return proof.kind === 'unproven' ? `unproven: ${proof.contradictions.join('; ')}` : proof.kind;
  } catch (error) {
    if (error instanceof TaskNotListed) return 'not listed';
    if (error instanceof MalformedAnswer) return `malformed: ${error.message}`;
    throw error;
  }
}

/** The value with another one at a path, or without it where that is undefined. */
export function withValueAt(from: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const holder = typeof from === 'object' && from !== null ? from : {};
  const inner =
    rest.length === 0 ? value : withValueAt((holder as Readonly<Record<string, unknown>>)[key], rest.join('.'), value);
  return Array.isArray(from) ? Object.assign([...from], {[key]: inner}) : {...holder, [key]: inner};
}
