import type {RequestFailure} from '../errors.ts';
import type {GoneSigns, TaskState} from '../task.ts';

/** What counts as success of a resource instead of the service's usual words: words of its own, or that it is gone. */
export type Expectation =
  | {readonly kind: 'words'; readonly words: readonly string[]}
  | {readonly kind: 'gone'; readonly signs: GoneSigns};

/**
 * What a state means where something else than the usual is expected. A word that is expected is never a bad one.
 * `isUsual`: whether the word is a success as a rule.
 */
export function expectedState(
  state: TaskState,
  word: string,
  expectation: Expectation | undefined,
  isUsual = false
): TaskState {
  switch (expectation?.kind) {
    case undefined:
      return state;
    case 'words':
      // A usual success whose nodes are still on the way is one that is not there yet.
      if (expectation.words.includes(word)) return isUsual ? state : 'succeeded';
      return state === 'succeeded' ? 'running' : state;
    case 'gone':
      if (expectation.signs.words.includes(word)) return 'succeeded';
      return state === 'unknown' ? state : 'running';
    default:
      return expectation satisfies never;
  }
}

/** Whether a failed request is one of the answers that prove, several in a row, that a resource is gone. */
export function saysGone(
  {kind, party = 'service', status = 0, code, text, isPage, emptyList}: RequestFailure,
  expectation: Expectation | undefined
): boolean {
  if (expectation?.kind !== 'gone' || kind !== 'not-found' || party !== 'service' || isPage) return false;
  const {codes, things, lists} = expectation.signs;
  if (status === 200 && emptyList) return lists;
  // Some services repeat the HTTP status as their code.
  if (code !== undefined && code !== String(status)) return codes.includes(code) && status >= 400 && status < 500;
  return status === 404 && text !== undefined && things.length > 0 && isMissing(text.toLowerCase(), things);
}

const someId = '(?: ["\'[]?[0-9a-f-]{8,}["\'\\]]?)?';
const isNotThere =
  "(?:(?:could|can) ?not be found|(?:is |was )?not found|does not exist|doesn't exist|no longer exists)";

/** Whether the whole text says that such a thing is not there, and nothing of a route, an address or another thing. */
function isMissing(text: string, things: readonly string[]): boolean {
  const thing = `(?:${things.join('|')})`;
  const said = `(?:(?:the |this |requested |specified )*${thing}${someId} ${isNotThere}|no such ${thing}${someId})`;
  return new RegExp(`^${said}[.! ]*$`).test(text.trim());
}
