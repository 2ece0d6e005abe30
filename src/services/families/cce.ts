import {
  goMs,
  type JsonRecord,
  optional,
  optionalRecord,
  optionalText,
  optionalWord,
  property,
  record,
  recordIn,
  statusIn
} from '../../json.ts';
import {attempt, contradiction, errorNames, type Flaw, type Part, partsIn, withErrors} from '../parts.ts';
import {plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {Initializing: 'running', Running: 'running', Success: 'succeeded', Failed: 'failed'};

/** Beside the status, in a job and in those within it. */
const errors = errorNames.map(name => `status.${name}`);

/** The content type is mandatory, although there is no content. */
export function cceRequest(path: string) {
  return {path, headers: {'content-type': 'application/json'}};
}

/** The jobs of both kinds of clusters: another path, the same answer. */
export const cceJobs = {
  taskId: {
    pattern: plainId,
    form: {
      en: 'letters, digits and "-", such as 354331b2-229a-11e8-9c75-0255ac100ceb',
      zh: '字母、数字和“-”，例如 354331b2-229a-11e8-9c75-0255ac100ceb'
    }
  },
  states,
  read,
  parts: partsOf,
  flaws: (job: JsonRecord) => differingWords(optionalRecord(job, 'status')),
  errors,
  idsAreHexadecimal: true
} as const;

/** Two words that differ contradict each other. */
function differingWords(status: JsonRecord): readonly Flaw[] {
  const [phase, word] = [optional(status, 'phase'), optional(status, 'status')];
  if (phase === undefined || word === undefined || phase === word) return [];
  return [contradiction(({against, and}) => against.differing(and([String(phase), String(word)])))];
}

/** An answer of the older API (v2) has the word under another name. */
function wordKeyIn(status: JsonRecord): 'phase' | 'status' {
  return property(status, 'phase') === undefined && property(status, 'status') !== undefined ? 'status' : 'phase';
}

function read(job: JsonRecord): Reading {
  const status = recordIn(job, 'status');
  return {...observe(job), ...wordAndState(states, statusIn(status, wordKeyIn(status)))};
}

/** The jobs within a job, each followed by those within it. Their statuses are no mandatory fields, but never blank. */
function partsOf(job: JsonRecord): readonly Part[] {
  return attempt(() =>
    partsIn(record(optional(job, 'spec') ?? {}, '"spec"'), 'subJobs', 'subJob', subJob => {
      const status = record(optional(subJob, 'status') ?? {}, '"status"');
      const serviceStatus = optionalWord(status, wordKeyIn(status));
      const part = {...observe(subJob), ...wordAndState(states, serviceStatus)};
      return [...withErrors(part, subJob, errors), ...differingWords(status), ...partsOf(subJob)];
    })
  );
}

/** What a job and those within it have in common. The time of the last update is no end. */
function observe(job: JsonRecord) {
  const spec = optionalRecord(job, 'spec');
  return {
    id: optionalText(optionalRecord(job, 'metadata'), 'uid'),
    name: optionalText(spec, 'type'),
    resourceName: optionalText(spec, 'resourceName'),
    startMs: goMs(optional(optionalRecord(job, 'metadata'), 'creationTimestamp')),
    message: optionalText(optionalRecord(job, 'status'), 'reason')
  };
}
