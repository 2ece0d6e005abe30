/** What the services of the stand-in cloud have in common: ids, forms of time, and the parts of a task. */
import {createHash, randomBytes} from 'node:crypto';

/** The region that the stand-in cloud pretends to be in. */
export const demoRegion = 'eu-de';

export const hex = length => randomBytes(length / 2).toString('hex');
export const hexOf = (text, length) => createHash('sha256').update(text).digest('hex').slice(0, length);

/** An id in the form of a UUID that is always the same for a text. */
export const uuidOf = text => hexOf(text, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** `2016-04-25T20:04:34.604Z` */
export const isoTime = epochMs => new Date(epochMs).toISOString();
/** `2024-03-23T08:20:42Z` */
export const isoSeconds = epochMs => `${clockTime(epochMs)}Z`;
/** `2023-02-16T11:24:07.950175Z` */
export const isoMicros = epochMs => isoTime(epochMs).replace('Z', '175Z');
/** `2019-10-25T15:37:27`, in UTC without saying so */
export const clockTime = epochMs => isoTime(epochMs).slice(0, 19);
/** `2023-07-26 09:33:58`, likewise */
export const blankTime = epochMs => clockTime(epochMs).replace('T', ' ');
/** `2018-08-02 08:12:40.672772389 +0000 UTC` */
export const goTime = epochMs => `${isoTime(epochMs).slice(0, 23).replace('T', ' ')}772389 +0000 UTC`;

/** The time in the form of the database services: an offset without a colon, and not the same one everywhere. */
export function offsetTime(epochMs, hours) {
  return `${clockTime(epochMs + hours * 3_600_000)}+${String(hours).padStart(2, '0')}00`;
}

/** What a part is that has not begun, in the words of all services. */
const waitingWords = ['INIT', 'Initializing', 'init', 'waiting', ''];

/**
 * The parts of a task, which the steps of a story tell by name: the word for a state, or an object with it as `status`.
 * Each gets an id, the time at which it began (if it has), and that at which it got into its state.
 */
export function partsOf(task, steps) {
  return Object.entries(steps.at(-1).subtasks ?? {}).map(([name, said]) => {
    const history = steps.map(({at, subtasks}) => ({at, status: partOf(subtasks?.[name]).status}));
    const part = partOf(said);
    const changed = history[history.findLastIndex(({status}) => status !== part.status) + 1];
    const begun = history.find(({status}) => status !== undefined && !waitingWords.includes(status));
    return {
      name,
      ...part,
      id: hexOf(task.id + name, 32),
      begunMs: begun && task.timeAt(begun.at),
      changedMs: task.timeAt(changed.at)
    };
  });
}

const partOf = said => (typeof said === 'object' ? said : {status: said});
