import {goMs, type JsonRecord, optional, optionalRecord, optionalText, property, record, stateWord} from '../json.ts';
import {attempt, type Part, partsIn} from './parts.ts';
import {labelByRegion, plainId, type Reading, type Service, type StateTable, stateOf} from './service.ts';

const states: StateTable = {Initializing: 'running', Running: 'running', Success: 'succeeded', Failed: 'failed'};

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints. */
const hosts = {
  byRegion: labelByRegion({
    cce: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5
      cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-north-12
      cn-south-1 cn-south-2 cn-south-4 cn-southwest-2 eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1
      na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1 eu-de eu-nl`
  }),
  usual: 'cce'
};

/** A job of Cloud Container Engine: the creation of a cluster or a node, say. */
export const cce = {
  name: 'cce',
  aliases: [],
  title: 'Cloud Container Engine',
  taskId: {pattern: plainId, form: 'letters, digits and "-", such as 354331b2-229a-11e8-9c75-0255ac100ceb'},
  needsProjectId: true,
  hosts,
  // The content type is mandatory, although there is no content.
  request: ({projectId, taskId}) => ({
    path: `/api/v3/projects/${encodeURIComponent(projectId)}/jobs/${encodeURIComponent(taskId)}`,
    headers: {'content-type': 'application/json'}
  }),
  states,
  read,
  parts: partsOf,
  answersWithId: true,
  idsAreHexadecimal: true,
  endTimeMeansEnd: false,
  settleMs: 0,
  tasksHaveErrorCodes: false,
  codes: {},
  advice: {},
  about: {
    id: '`status.jobID` of the calls that create, change or delete a cluster or a node, such as `POST /api/v3/projects/{project_id}/clusters`',
    permission: '`cce:job:get` (role or policy)',
    unconfirmed:
      'What an unknown id is answered with; the action of identity policies; jobs of CCE Autopilot, which have another path'
  }
} as const satisfies Service;

function read(job: JsonRecord): Reading {
  const serviceStatus = stateWord(record(optional(job, 'status'), '"status"'), 'phase');
  return {...observe(job), serviceStatus, state: stateOf(states, serviceStatus)};
}

/** The jobs within a job, each followed by those within it. Their states are no mandatory fields. */
function partsOf(job: JsonRecord): readonly Part[] {
  return attempt(() =>
    partsIn(record(optional(job, 'spec') ?? {}, '"spec"'), 'subJobs', 'sub-job', subJob => {
      const status = record(optional(subJob, 'status') ?? {}, '"status" of a sub-job');
      const serviceStatus = property(status, 'phase') === undefined ? '' : stateWord(status, 'phase');
      return [{...observe(subJob), serviceStatus, state: stateOf(states, serviceStatus)}, ...partsOf(subJob)];
    })
  );
}

/** What a job and those within it have in common. The time of the last update is no end. */
function observe(job: JsonRecord) {
  return {
    id: optionalText(optionalRecord(job, 'metadata'), 'uid'),
    name: optionalText(optionalRecord(job, 'spec'), 'type'),
    startMs: goMs(optional(optionalRecord(job, 'metadata'), 'creationTimestamp')),
    message: optionalText(optionalRecord(job, 'status'), 'reason')
  };
}
