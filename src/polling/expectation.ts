import type {RequestFailure} from '../errors.ts';
import type {GoneSigns, TaskState} from '../task.ts';

/** What counts as success of a resource instead of the service's usual words: words of its own, or that it is gone. */
export type Expectation =
  | {readonly kind: 'words'; readonly words: readonly string[]}
  | {readonly kind: 'gone'; readonly signs: GoneSigns};

/** What a state means where something else than the usual is expected. A word that is expected is never a bad one. */
export function expectedState(state: TaskState, word: string, expectation: Expectation | undefined): TaskState {
  switch (expectation?.kind) {
    case undefined:
      return state;
    case 'words':
      if (expectation.words.includes(word)) return 'succeeded';
      return state === 'succeeded' ? 'running' : state;
    case 'gone':
      if (expectation.signs.words.includes(word)) return 'succeeded';
      return state === 'unknown' ? state : 'running';
    default:
      return expectation satisfies never;
  }
}

/** Whether a failed request is one of the answers that prove, several on end, that a resource is gone. */
export function saysGone(
  {kind, party = 'service', status, code, text, isPage, emptyList}: RequestFailure,
  expectation: Expectation | undefined
): boolean {
  if (expectation?.kind !== 'gone' || kind !== 'not-found' || party !== 'service' || isPage) return false;
  const {codes, things, lists} = expectation.signs;
  if (status === 200 && emptyList) return lists;
  // Some services repeat the HTTP status as their code.
  if (code !== undefined && code !== String(status)) return codes.includes(code);
  return status === 404 && text !== undefined && isMissing(text.toLowerCase(), things);
}

const missing = /\b(?:not (?:be )?found|(?:does|did|do) not exist|doesn't exist|no longer exists?|no such)\b/;

function isMissing(text: string, things: readonly string[]): boolean {
  return missing.test(text) && things.some(thing => text.includes(thing));
}
