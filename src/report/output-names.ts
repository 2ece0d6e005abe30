export type OutputName =
  | 'status'
  | 'service-status'
  | 'task-name'
  | 'resource-name'
  | 'start-time'
  | 'end-time'
  | 'duration-seconds'
  | 'message'
  | 'progress'
  | 'subtask-summary'
  | 'subtasks'
  | 'failed-subtasks'
  | 'causes'
  | 'tasks'
  | 'polls'
  | 'detection-lag-seconds';

/** Replaces what must not stand in an output. */
export type Redact = (text: string) => string;

/** Of ours alone, or put together from texts that were cleaned one by one, so that they stay what they are. */
export const ownOutputs: ReadonlySet<OutputName> = new Set([
  'status',
  'start-time',
  'end-time',
  'duration-seconds',
  'progress',
  'subtask-summary',
  'subtasks',
  'failed-subtasks',
  'causes',
  'tasks',
  'polls',
  'detection-lag-seconds'
]);
