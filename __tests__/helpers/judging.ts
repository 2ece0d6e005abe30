import type {Judging} from '../../src/polling/judge.ts';

/** How a task is judged where no input says otherwise. */
export const judging: Judging = {
  bounds: {minMs: 2000, maxMs: 15_000},
  notFoundGraceMs: 60_000,
  settleMs: 0,
  endTimeMeansEnd: true,
  idNamesThing: false,
  runsOverlap: false,
  strictness: {strictSubtasks: true, allowWarnings: false}
};
