import type {ServiceName} from '../../src/services/index.ts';
import type {Needs} from '../../src/services/samples.ts';
import {anyParent, evidence, textOf} from './evidence.ts';
import {findService, services} from './services.ts';

/** What JSON can hold. */
export type Node = {readonly [key: string]: Node} | readonly Node[] | string | number | boolean | null;

/** What comes over the wire. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The ids that `task-id` has. */
export interface Asked {
  readonly taskId: string;
  readonly parentId: string;
}

/** A sample that proves success. */
export interface Good extends Asked {
  readonly service: ServiceName;
  readonly needs: Needs;
  readonly tree: Node;
  readonly answer: Answer;
  /** All words that the samples of the service have for states. */
  readonly words: readonly string[];
}

/** Every sample that proves success, by what its source says. */
function goodSamplesOf(name: ServiceName): readonly Good[] {
  const service = findService(name);
  if (!service) return [];
  const words = evidence[name].answers.flatMap(({expected}) => ('state' in expected ? [expected.serviceStatus] : []));
  return evidence[name].answers.flatMap(sample => {
    const {expected, asked} = sample;
    if (!('state' in expected) || expected.state !== 'succeeded' || expected.contradictions) return [];
    if (!expected.subtasks.every(({state}) => ['succeeded', 'skipped', 'untold'].includes(state))) return [];
    const taskId = asked?.taskId ?? expected.id ?? 'T1';
    const parentId = service.parentId ? (asked?.parentId ?? anyParent(service)) : '';
    if (!service.taskId.pattern.test(taskId)) return [];
    const answer = {status: sample.status ?? 200, text: textOf(sample)};
    return [
      {service: name, taskId, parentId, needs: evidence[name].needs, tree: JSON.parse(answer.text), answer, words}
    ];
  });
}

export const goods = services.flatMap(({name}) => goodSamplesOf(name));
