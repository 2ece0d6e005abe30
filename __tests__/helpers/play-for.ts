import {act} from './act.ts';
import type {Answer, Asked} from './good-samples.ts';

/** Plays these answers in turn; the last one is repeated. */
export async function playFor(
  {service, taskId, parentId}: Asked & {readonly service: string},
  answers: readonly Answer[],
  timeout: string,
  more: Readonly<Record<string, string>> = {}
) {
  const inputs = {
    service,
    'task-id': parentId === '' ? taskId : `${parentId}/${taskId}`,
    'project-id': 'p1',
    endpoint: 'https://cloud.example',
    token: 'example-token-value',
    'min-interval': '5s',
    'max-interval': '10s',
    'job-summary': 'false',
    settle: '0',
    timeout,
    ...more
  };
  return act(
    inputs,
    answers.map(({text, ...answer}) => ({...answer, body: text}))
  );
}
