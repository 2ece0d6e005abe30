import {MalformedAnswer} from '../../errors.ts';
import {type JsonRecord, recordIn, text, theAnswer} from '../../json.ts';

/** What CodeArts Build and Deploy put around an answer: its `status` says how the request went, not the task. */
export function resultOf(body: unknown): JsonRecord {
  const answer = theAnswer(body);
  const status = text(answer, 'status');
  if (status !== 'success') throw new MalformedAnswer(({malformed}) => malformed.requestStatus(status));
  return recordIn(answer, 'result');
}
