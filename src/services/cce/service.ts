import {hostsOf} from '../../hosts.ts';
import {
  goMs,
  type JsonRecord,
  optional,
  optionalRecord,
  optionalText,
  optionalWord,
  record,
  recordIn,
  stateWord
} from '../../json.ts';
import {attempt, errorNames, type Part, partsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {Initializing: 'running', Running: 'running', Success: 'succeeded', Failed: 'failed'};

/** Beside the state, in a job and in those within it. */
const errors = errorNames.map(name => `status.${name}`);

/** A job of Cloud Container Engine: the creation of a cluster or a node, say. */
export const cce = defineService({
  name: 'cce',
  title: {en: 'Cloud Container Engine', zh: '云容器引擎 CCE'},
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 354331b2-229a-11e8-9c75-0255ac100ceb'},
  // The vendor's SDK table, and Open Telekom Cloud's list of endpoints.
  hosts: hostsOf('cce.v3', {more: {cce: 'eu-de eu-nl'}, usual: 'cce'}),
  // The content type is mandatory, although there is no content.
  request: ({projectId, taskId}) => ({
    path: path`/api/v3/projects/${projectId}/jobs/${taskId}`,
    headers: {'content-type': 'application/json'}
  }),
  states,
  read,
  parts: partsOf,
  errors,
  idsAreHexadecimal: true
});

function read(job: JsonRecord): Reading {
  return {...observe(job), ...wordAndState(states, stateWord(recordIn(job, 'status'), 'phase'))};
}

/** The jobs within a job, each followed by those within it. Their states are no mandatory fields, but never blank. */
function partsOf(job: JsonRecord): readonly Part[] {
  return attempt(() =>
    partsIn(record(optional(job, 'spec') ?? {}, '"spec"'), 'subJobs', 'sub-job', subJob => {
      const status = record(optional(subJob, 'status') ?? {}, '"status" of a sub-job');
      const serviceStatus = optionalWord(status, 'phase');
      const part = {...observe(subJob), ...wordAndState(states, serviceStatus)};
      return [...withErrors(part, subJob, errors), ...partsOf(subJob)];
    })
  );
}

/** What a job and those within it have in common. The time of the last update is no end. */
function observe(job: JsonRecord) {
  return {
    id: optionalText(optionalRecord(job, 'metadata'), 'uid'),
    name: optionalText(optionalRecord(job, 'spec'), 'type'),
    resourceName: optionalText(optionalRecord(job, 'spec'), 'resourceName'),
    startMs: goMs(optional(optionalRecord(job, 'metadata'), 'creationTimestamp')),
    message: optionalText(optionalRecord(job, 'status'), 'reason')
  };
}
