import type {WaitResult} from '../polling/poller.ts';
import type {Cause} from '../task.ts';
import type {Words} from '../words/en.ts';
import {oneLine} from './text.ts';

/** Why a task failed or was stopped. Under other verdicts what failed in it is no cause of anything. */
export function causesOf({ending: {verdict}, last}: WaitResult): readonly Cause[] {
  return verdict === 'failed' || verdict === 'stopped' ? (last?.task.causes ?? []) : [];
}

/** What failed: `huaweicloud_vpc network`. Empty where the service says no more than why. */
export function subjectOf({type = '', name = ''}: Cause): string {
  return oneLine(`${type} ${name}`, 200);
}

/** What failed, with the service's word for how: `huaweicloud_vpc network (CREATION_FAILED)`. */
export function placeOf(cause: Cause, words: Words): string {
  const word = cause.serviceStatus ? words.inBrackets(oneLine(cause.serviceStatus, 100)) : '';
  return (subjectOf(cause) + word).trim();
}

/** In one line: `huaweicloud_vpc network (CREATION_FAILED): The quota is exceeded.` */
export function causeInWords(cause: Cause, words: Words): string {
  return [placeOf(cause, words), cause.message && oneLine(cause.message)].filter(Boolean).join(words.colon);
}
