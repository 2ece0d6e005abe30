import {describe, expect, it} from '@jest/globals';
import {databaseJobs, findListedJob} from '../../../src/services/families/task-centre.ts';
import type {TaskReference} from '../../../src/services/service.ts';
import {outcomeOf} from '../../helpers/outcome.ts';

const reference: TaskReference = {taskId: 'T1', parentId: '', projectId: 'P1', language: 'en-us'};
const hosts = {byRegion: () => undefined};

const single = databaseJobs({name: 'single', title: 'Single', hosts});
const listing = databaseJobs({name: 'listing', title: 'Listing', hosts, find: findListedJob});

const job = {id: 'T1', status: 'Completed'};

const outcome = (service: typeof single | typeof listing, body: object) =>
  outcomeOf(service, {body, httpStatus: 200}, reference);

describe.each([
  {service: single, answer: {job}},
  {service: listing, answer: {jobs: [job]}}
])('the answer for a job that succeeded ($service.name)', ({service, answer}) => {
  it('may have its id once more without a state', () => {
    expect(outcome(service, {...answer, id: 'T1'})).toBe('succeeded');
  });

  it('has to agree with a state beside its id', () => {
    expect(outcome(service, {...answer, id: 'T1', status: 'Failed'})).toBe(
      'unproven: entries of its list with its id say Completed and Failed'
    );
    expect(outcome(service, {...answer, id: 'T2', status: 'Failed'})).toBe('succeeded');
  });
});

describe('a list of jobs', () => {
  it('has to be a list, also beside the job', () => {
    expect(outcome(single, {job, jobs: 'A'})).toBe('malformed: "jobs" should be a list and is a string');
  });

  it('has objects alone, and what is none is named by its place', () => {
    expect(outcome(listing, {jobs: [job, 'A']})).toBe('malformed: job 2 should be an object and is a string');
  });
});
