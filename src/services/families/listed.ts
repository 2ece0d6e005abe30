import {type JsonRecord, list, record, text} from '../../json.ts';
import {isSameId} from '../../task.ts';

/** Of a list in the answer, the entries with this `id`. Each has to have one: an entry whose id cannot be read could be the one. */
export function findListed(
  body: unknown,
  {key, what, id, areHexadecimal}: {key: string; what: string; id: string; areHexadecimal: boolean}
): readonly JsonRecord[] {
  return list(record(body, 'the answer'), key)
    .map((item, index) => record(item, `${what} ${index + 1}`))
    .filter(item => isSameId(text(item, 'id'), id, areHexadecimal));
}
