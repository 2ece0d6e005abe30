import {readFileSync} from 'node:fs';
import type {FailureKind, Quota} from '../../../src/errors.ts';
import type {Service} from '../../../src/services/service.ts';
import type {SubtaskState, TaskState} from '../../../src/task.ts';

/** What an answer must be read as; times in ISO 8601, so that they can be compared by eye. Fields that are absent must be absent. */
export interface ReadTask {
  readonly id?: string;
  readonly name?: string;
  readonly state: TaskState;
  readonly serviceStatus: string;
  readonly progress?: number;
  readonly start?: string;
  readonly end?: string;
  readonly message?: string;
  readonly contradictions?: readonly string[];
  readonly subtasks: readonly ReadSubtask[];
}

export interface ReadSubtask {
  readonly id?: string;
  readonly name?: string;
  readonly state: SubtaskState;
  readonly serviceStatus: string;
  readonly start?: string;
  readonly end?: string;
  readonly changed?: string;
  readonly message?: string;
}

export interface ReadFailure {
  readonly failure: FailureKind;
  readonly code?: string;
  readonly quota?: Quota;
}

/** An answer of a service, and what it must be read as. */
export interface Sample {
  readonly name: string;
  /** Where the answer was published, or what it was made from. */
  readonly source: string;
  /** The ids asked for, where the answer is read by them. Default: `T1` without a parent. */
  readonly asked?: {readonly taskId: string; readonly parentId?: string};
  /** Default: 200. */
  readonly status?: number;
  readonly body: {readonly file: string} | {readonly text: string} | {readonly json: unknown};
  readonly expected: ReadTask | ReadFailure;
}

/** The body as it comes over the wire. */
export function textOf({body}: Pick<Sample, 'body'>): string {
  if ('file' in body) return readFileSync(`__tests__/fixtures/${body.file}.fixture.json`, 'utf8');
  return 'text' in body ? body.text : JSON.stringify(body.json);
}

/** A parent that the service takes, for samples in which it plays no part. */
export function anyParent({parentId}: Service): string {
  const known = ['job_batch', 'urn:fss:cn-north-4:p1:function:default:f1', 'o1/r1/cn-north-4/o2'];
  return known.find(parent => parentId?.pattern.test(parent)) ?? 'P1';
}

export const openApi = 'github.com/mingyang91/huawei-cloud-api-definitions';
export const madeFor = (quirk: string) => `made from the documented fields: ${quirk}`;
