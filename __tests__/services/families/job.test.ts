import {describe, expect, it} from '@jest/globals';
import {observe} from '../../../src/observe.ts';
import {jobService, jobWithSubJobs} from '../../../src/services/families/job.ts';
import {defineService, type Service, type TaskReference} from '../../../src/services/service.ts';
import {lax, outcomeOf, strict} from '../../helpers/outcome.ts';

const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};
const hosts = {byRegion: () => undefined};

const member = jobService({name: 'member', title: 'Member', hosts});
const withSubJobs = defineService({
  name: 'with-sub-jobs',
  title: 'With sub-jobs',
  hosts,
  taskId: {pattern: /./, form: 'any'},
  request: () => ({path: '/'}),
  ...jobWithSubJobs({states: {DONE: 'succeeded'}, timeMs: () => undefined, reasons: ['reason']})
});

const success = {job_id: 'T1', status: 'SUCCESS'};
const done = {job_id: 'T1', status: 'DONE'};

const outcome = (service: Service, body: object, strictness = strict) =>
  outcomeOf(service, {body, httpStatus: 200}, reference, strictness);

const subJobs = (...ids: readonly string[]) => ids.map(id => ({job_id: id, status: 'SUCCESS'}));

describe('what a job works on', () => {
  it.each([
    [null, {error_code: 'E1'}],
    ['A', {error_code: 'E1'}],
    [['A'], {error_code: 'E1'}]
  ])('says in a list why the job failed, whatever else is in it: %j, %j', (...entities) => {
    const body = {job_id: 'T1', status: 'FAIL', entities};
    expect(observe(member, {body, httpStatus: 200}, reference, strict)).toMatchObject({state: 'failed', message: 'E1'});
  });

  it.each(['error', 'addition_error_code'])('holds an error in "%s", which no success has', key => {
    for (const strictness of [strict, lax])
      expect(outcome(member, {...success, entities: {[key]: 'A'}}, strictness)).toBe(
        `unproven: "entities.${key}" is A`
      );
  });

  it.each([
    {entities: 'A', kind: 'a string'},
    {entities: '', kind: 'a string'},
    {entities: [0], kind: 'a number'},
    {entities: [null], kind: 'null'}
  ])('has to be an object under a success: $entities', ({entities, kind}) => {
    const problem = `malformed: "entities" should be an object and is ${kind}`;
    expect(outcome(member, {...success, entities})).toBe(problem);
    expect(outcome(member, {...success, sub_jobs: [{...success, job_id: 'A', entities}]})).toBe(problem);
  });
});

describe('the ids of sub-jobs', () => {
  it.each([
    [
      ['A', 'B'],
      ['B', 'A']
    ],
    [
      ['B', 'A'],
      ['A', 'B']
    ]
  ])('agree with the sub-jobs in any order: %j, %j', (ids, told) => {
    const entities = {sub_jobs_list: ids, sub_jobs_result: subJobs(...told)};
    expect(outcome(member, {...success, entities})).toBe('succeeded');
  });

  it('agree with the sub-jobs whatever blanks are around them', () => {
    const entities = {sub_jobs_list: [' A '], sub_jobs_result: subJobs('A')};
    expect(outcome(member, {...success, entities})).toBe('succeeded');
  });

  it.each([
    {ids: [], told: ['A']},
    {ids: ['A'], told: ['A', 'B']},
    {ids: ['A', 'B'], told: ['A']},
    {ids: ['A'], told: ['B']},
    {ids: [1], told: []}
  ])('contradict a success where the sub-jobs are others: $ids, $told', ({ids, told}) => {
    const entities = {sub_jobs_list: ids, sub_jobs_result: subJobs(...told)};
    expect(outcome(member, {...success, entities})).toBe(
      `unproven: "sub_jobs_list" has ${ids.length} entries and "sub_jobs_result" has ${told.length}, or other ones`
    );
  });

  it('have to be a list under a success', () => {
    expect(outcome(member, {...success, sub_jobs_list: 'A'})).toBe(
      'malformed: "sub_jobs_list" should be a list and is a string'
    );
  });

  it('do not keep a sub-job of another form from being named', () => {
    const holder = {sub_jobs_list: ['A'], sub_jobs_result: [null]};
    expect(outcome(member, {...success, ...holder})).toBe('malformed: sub-job 1 should be an object and is null');
    expect(outcome(member, {...success, ...holder, status: 'RUNNING'})).toBe('running');
  });
});

describe('the code of an error', () => {
  it.each([
    {service: member, job: success, reason: 'fail_reason'},
    {service: withSubJobs, job: done, reason: 'reason'}
  ])('is told before the reason, of a job and of a sub-job: $service.name', ({service, job, reason}) => {
    const errors = {[reason]: 'R1', error_code: 'E1'};
    expect(outcome(service, {...job, ...errors})).toBe(`unproven: "error_code" is E1; "${reason}" is R1`);
    expect(outcome(service, {...job, sub_jobs: [{...job, job_id: 'A', ...errors}]})).toBe(
      `unproven: "error_code" of A is E1; "${reason}" of A is R1`
    );
  });
});
