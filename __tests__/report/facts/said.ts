import type {NonEmpty} from '../../../src/non-empty.ts';
import type {WaitResult} from '../../../src/polling/poller.ts';
import {endingText} from '../../../src/report/ending.ts';
import {factsOf} from '../../../src/report/facts/facts.ts';
import {factsOfAll} from '../../../src/report/facts/several.ts';
import type {ToldTask} from '../../../src/report/facts/told.ts';
import {en, type Words} from '../../../src/words/en.ts';
import {inputsFor} from '../results.ts';

/** All that is said of waits for the tasks that these inputs name, one after the other. */
export function saidOf(results: NonEmpty<WaitResult>, given: Readonly<Record<string, string>> = {}, words: Words = en) {
  const inputs = inputsFor(given);
  const told = results.map((result, index) => {
    const reference = inputs.tasks[index] ?? inputs.tasks[0];
    return {reference, result, facts: factsOf(result, reference, inputs)};
  }) as unknown as NonEmpty<ToldTask>;
  const {headline, whole, happened, now, toDo, support} = endingText(factsOfAll(told, inputs), words, told);
  return {headline, message: whole, below: happened, now, toDo, support};
}
