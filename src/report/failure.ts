import type {Party, RequestError} from '../errors.ts';
import {inWords} from '../text.ts';
import type {Words} from '../words/en.ts';
import {oneLine} from './text.ts';

/**
 * What a failed request brought, for people: status, the service's code and text, and the id that its support needs.
 * Says who was asked, unless that one is `named` already.
 */
export function describeFailure(
  {what, failure}: RequestError,
  words: Words,
  {named = 'service', withId = true}: {readonly named?: Party | undefined; readonly withId?: boolean} = {}
): string {
  const {status, code, text, requestId, isPage, party = 'service'} = failure;
  // Keystone repeats the HTTP status as its code.
  const said = [code === String(status) ? '' : code && oneLine(code, 100), text && oneLine(text).replace(/[.。]$/, '')]
    .filter(Boolean)
    .join(words.colon);
  const who = party === named || party === 'service' ? '' : words.parties[party] + words.colon;
  const answer = inWords(what, words);
  // What no service has answered has no id of the service.
  const id = withId && requestId && !isPage ? words.answer.requestId(oneLine(requestId, 100)) : '';
  return who + (said ? words.answer.code(answer, said) : answer) + id;
}
