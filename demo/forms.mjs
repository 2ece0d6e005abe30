/** The region of the stand-in cloud, and the parts of a task that plays a story. */
import {createHash} from 'node:crypto';

/** The region that the stand-in cloud pretends to be in. */
export const demoRegion = 'eu-de';

const hexOf = (text, length) => createHash('sha256').update(text).digest('hex').slice(0, length);

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
      id: hexOf(JSON.stringify(task.values) + name, 32),
      begunMs: begun && task.timeAt(begun.at),
      changedMs: task.timeAt(changed.at)
    };
  });
}

const partOf = said => (typeof said === 'object' ? said : {status: said});
