import {MalformedAnswer} from '../../errors.ts';
import {type JsonRecord, recordIn, text, theAnswer} from '../../json.ts';

/** What CodeArts Build and Deploy put around an answer: its `status` tells how the request went, not the task. */
export function resultOf(body: unknown): JsonRecord {
  const answer = theAnswer(body);
  const status = text(answer, 'status');
  if (status !== 'success') throw new MalformedAnswer(`the "status" of the request is ${status}`);
  return recordIn(answer, 'result');
}
