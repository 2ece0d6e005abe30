import {formatDuration} from '../duration.ts';
import type {Text} from '../text.ts';

/** All sentences of the action; `zh.ts` has the same in Chinese. Titles and advice of a service stand with it. */
export type Words = typeof en;

/** Why access is refused: in a few words after a name and a colon, in a sentence, and what helps. */
export interface Refused {
  readonly headline: string;
  readonly cause: string;
  /** What the answer means, told behind it. */
  readonly meaning?: string;
  readonly fix: string;
  /** The fix is a change of the workflow file, so that a re-run does not have it. */
  readonly isInWorkflow?: boolean;
}

/** The last of the failed requests, in words. */
interface LastFailures {
  readonly since: string;
  readonly count: number;
  readonly some: string;
}

/** What is waited for, by what starts it. */
export type Change = 'task' | 'resource' | 'deletion';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const someNames = (names: string, more: number) =>
  more > 0 ? `${names} and ${more} more.` : `${names}${/[.!?…。！？]$/.test(names) ? '' : '.'}`;

const isList = (names: string) => names.includes(' and ');
const inNewRun = (input: string) =>
  `and start a new run, because a re-run keeps the old workflow file. If a new run would start the task a second time: instead, run this step and the later ones in a workflow that does not start it, with the same task-id and ${input}.`;
const capital = (text: string) => text.replace(/^[a-z](?=[a-z]* )/, letter => letter.toUpperCase());
const starts: Readonly<Record<Change, string>> = {
  task: 'starts the task',
  resource: 'makes the awaited change',
  deletion: 'starts the deletion'
};
const ifStarts = (change: Change, isThisJob = false) =>
  `If ${isThisJob ? 'this job also' : 'a job of this workflow'} ${starts[change]}`;
const startIt = 'start it';
const makeIt = 'make it';
const elsewhere = (doIt: string, id: string) =>
  `run this step and the later ones in a workflow that does not ${doIt}${id && `, with ${id}`}.`;
const given = (ids: string) => ids && `task-id: ${ids}`;
const startsTwice = (ids: string) =>
  `do not re-run this job or start a new run, because that starts the task a second time. ${capital(elsewhere(startIt, given(ids)))}`;
const makesTwice = (ids: string) =>
  `do not re-run this job or start a new run, because that makes the change a second time. ${capital(elsewhere(makeIt, given(ids)))}`;
const orNewRun = 'if you changed files of this repository, start a new run instead.';
/** A resource that was not created. */
const recreate = {
  here: `delete it, then re-run the job that creates it; ${orNewRun}`,
  elsewhere: 'delete it, create it again there, put its new id in task-id, and start a new run.'
};
/** Of a task that is gone, or was never there. */
const finishOrStart = (noun: string) =>
  `Check whether the work is done: if so, run the commands of the later steps yourself; if not, start the ${noun} again, and wait for its new id.`;
const appearsLater = (graceMs: number, usual: string) =>
  `it may appear later than not-found-grace (${formatDuration(graceMs)}). Raise that; the default is ${usual}.`;
const orStartIt = 'If not, start a new run of this workflow.';
/** Of a task with an id. */
const lookForTask = (ids: string) =>
  `look first whether the service has this task. If so, ${elsewhere(startIt, given(ids))} ${orStartIt}`;
/** Of a task whose id is missing or may be wrong, or with the id that was given. */
const lookWhetherStarted = (id = '') =>
  `look first whether the task was started. If so, ${elsewhere(startIt, given(id) || "the task's id in task-id")} ${orStartIt}`;
const lookWhetherMade = (ids = '') =>
  `look first whether the change was made. If so, ${elsewhere(makeIt, given(ids))} ${orStartIt}`;

const waitsNoLonger = (open: number) =>
  `The answer has an end time, so this step waits no longer${open > 0 ? `, although the same answer has ${plural(open, 'subtask')} that ${open === 1 ? 'has' : 'have'} not ended` : ''}`;

const sideOfEnd =
  'Whether something is wrong with the task, or this action merely does not know its state, this step cannot tell.';

export const en = {
  language: 'en' as keyof Text,
  list: (items: readonly string[]) => items.join(', '),
  /** Names, which can have commas in them. */
  names: (items: readonly string[]) => items.join('; '),
  and: (items: readonly string[]) => items.join(' and '),
  sentences: (parts: readonly string[]) => parts.filter(Boolean).join(' '),
  /** A text of a service as a sentence. */
  sentence: (text: string) => (/[.!?…。！？]$/.test(text) ? text : `${text}.`),
  inBrackets: (text: string) => ` (${text})`,
  /** A state that the service gives as a number. */
  stateCode: (code: string) => `code ${code}`,
  quoted: (text: string) => `"${text}"`,
  /** What stood within a sentence, as one of its own. */
  beginning: capital,
  colon: ': ',
  numbered: (number: number, text: string) => `(${number}) ${text}`,

  labels: {
    happened: 'What happened',
    now: {
      task: (count: number): string => (count > 1 ? 'Tasks now' : 'Task now'),
      resource: (count: number): string => (count > 1 ? 'Resources now' : 'Resource now')
    },
    toDo: 'What to do',
    support: 'For support'
  },

  /** Of a task or a subtask. */
  states: {
    running: 'running',
    succeeded: 'succeeded',
    warning: 'ended with a warning',
    failed: 'failed',
    stopped: 'stopped',
    unknown: 'unknown',
    untold: 'no state',
    skipped: 'skipped'
  },

  verdicts: {
    succeeded: 'succeeded',
    failed: 'failed',
    stopped: 'stopped',
    'timed-out': 'timed out',
    unfinished: 'not ended',
    cancelled: 'cancelled',
    'not-found': 'not found',
    denied: 'access refused',
    error: 'error'
  },

  parties: {
    iam: 'IAM',
    sts: 'STS',
    github: "GitHub's id token service",
    metadata: 'the metadata service of the instance'
  },

  /** What is waited for, by its name in quotes or its id. */
  one: (title: string, noun: string, name: string) => `${title} ${noun} ${name}`,
  /** Where a service has no word of its own for what it is asked for. */
  nouns: {task: 'task', resource: 'resource'},
  many: {
    task: (title: string, count: number) => `${count} tasks of ${title}`,
    resource: (title: string, count: number) => `${count} resources of ${title}`
  },

  /** The first line, about a task or several. */
  headline: {
    gone: (who: string) => `${who} is gone, as expected`,
    succeeded: (who: string) => `${who} succeeded`,
    /** Of a resource. */
    ready: (who: string, state: string) => `${who} is ready: ${state}`,
    expected: (who: string, state: string) => `${who} is in the expected state: ${state}`,
    failed: (who: string, why: string) => `${who} failed${why && `: ${why}`}`,
    /** Where the service itself tells a success. */
    countsAsFailed: (who: string, why: string) => `${who} counts as failed: ${why}`,
    warning: (who: string) => `${who} ended with a warning`,
    stopped: (who: string, why: string) => `${who} was stopped${why && ` (${why})`}`,
    /** Of a resource. */
    inState: (who: string, state: string, why: string) => `${who} is in state ${state}${why && `: ${why}`}`,
    undone: 'its work was undone',
    parts: (failed: number, all: number) => `${failed} of ${plural(all, 'subtask')} did not succeed`,
    /** `overMs` is what the wait took, where that is more than its limit. */
    timedOut: (who: string, limitMs: number, overMs: number | undefined, why: string) =>
      `${who}: wait timed out ${overMs === undefined ? `after ${formatDuration(limitMs)}` : `(limit ${formatDuration(limitMs)}, took ${formatDuration(overMs)})`}${why && `, ${why}`}`,
    stillIn: {
      task: (state: string) => `task still ${state}`,
      resource: (state: string) => `resource still ${state}`
    },
    unknownWord: (word: string, isCustom: boolean) =>
      `the state "${word}" is ${isCustom ? 'in none of the lists of the definition' : 'not known to this action'}`,
    notProven: (state: string) => `its state ${state} does not count yet`,
    /** Of a wait that ran out while requests failed, by whose side that was on. */
    whileFailing: {
      service: 'while requests to the service failed',
      request: 'while the service refused the requests',
      inputs: 'while the service did not know the id',
      runner: 'while requests to the service failed',
      between: 'the last answers probably did not come from the service'
    },
    neverAnswered: {
      task: 'no answer about the task ever came',
      resource: 'no answer about the resource ever came'
    },
    polledOnce: {
      task: (who: string, state: string) => `${who} has not ended yet${state && ` (${state})`}`,
      resource: (who: string, state: string) => `${who} is not in the state to wait for${state && ` (${state})`}`
    },
    failFast: (who: string) => `${who}: wait ended because another task did not succeed`,
    cancelled: (who: string) => `${who}: wait was cancelled`,
    notFound: (who: string) => `${who} was not found`,
    vanished: (who: string) => `${who} is no longer found`,
    /** Of a resource whose deletion is waited for. */
    neverFound: 'never found by any poll, so its deletion is not proven',
    about: (who: string, what: string) => `${who}: ${what}`,
    proxyRefuses: (variable: string) => `the proxy rejects the user and password in ${variable}`,
    proxyWantsUser: (variable: string) => `the proxy${variable && ` in ${variable}`} wants a user and password`,
    wrongAnswers: (whom: string) => `the answers of ${whom} cannot be read`,
    notTheService: (whom: string) => `the answer probably did not come from ${whom}`,
    redirected: 'the request was redirected',
    rejected: (why: string) => `request rejected${why && `: ${why}`}`,
    noAnswerFrom: (whom: string) => `${whom} did not answer`,
    requestFailed: 'the only request failed',
    otherTask: 'the answer is about another id',
    endedUnknown: (who: string, word: string, isOpen: boolean) =>
      `${who} ${isOpen ? 'may' : 'seems to'} have ended in "${word}", a state that this action does not know`,
    openParts: (state: string, open: number) => `its state is ${state}, but ${plural(open, 'subtask')} did not end`,
    contradiction: (state: string) => `its state is ${state}, but the rest of the answer contradicts it`,
    noState: 'the service gives no state',
    several: (who: string, counts: readonly string[]) => `${who}: ${counts.join(', ')}`,
    count: {
      succeeded: (count: number) => `${count} succeeded`,
      failed: (count: number) => `${count} failed`,
      stopped: (count: number) => `${count} ${count === 1 ? 'was' : 'were'} stopped`,
      'timed-out': (count: number) => `wait timed out for ${count}`,
      unfinished: (count: number) => `${count} not ended`,
      cancelled: (count: number) => `wait cancelled for ${count}`,
      'not-found': (count: number) => `${count} not found`,
      denied: (count: number) => `access refused for ${count}`,
      error: (count: number) => `error for ${count}`
    },
    withoutOutputs: (headline: string) => `${headline}, but the outputs could not be set`,
    cannotStart: (problem: string) => `The wait did not start: ${problem}`,
    wrongInputs: (count: number) => `The wait did not start: ${count} problems with the inputs`,
    unexpected: 'Unexpected error in this action'
  },

  /** The line "What happened". */
  happened: {
    reports: (title: string, state: string) => `${title} reports ${state}.`,
    before: (state: string, isCreation: boolean) =>
      `Before that, it was in state ${state}${isCreation ? ', so its creation failed' : ''}.`,
    reason: (text: string) => `Reason: ${text}`,
    says: (text: string) => `It says: ${text}`,
    noReason: 'The answer gives no reason.',
    noReasonOfStop: 'The answer does not say who stopped it, or why.',
    /** Of a failure, whose reason is told in the service's own words alone. */
    sideUnknown: 'Whether this lies with the service or with what it was asked to do, this step cannot tell.',
    sidesUnknown: 'Whether these failures lie with the service or with what it was asked to do, this step cannot tell.',
    /** Of a page in the place of an answer. */
    pageSide: 'It may also be the service itself that sent this answer.',
    /** Subtasks that did not succeed, by how they ended. */
    badParts: {
      failed: (names: string, more: number) => `What failed: ${someNames(names, more)}`,
      stopped: (names: string, more: number) => `What was stopped: ${someNames(names, more)}`,
      warning: (names: string, more: number) => `What ended with a warning: ${someNames(names, more)}`
    },
    doneParts: (names: string, more: number) => `Already done, and not rolled back: ${someNames(names, more)}`,
    goodParts: (names: string, more: number) => `Succeeded: ${someNames(names, more)}`,
    /** `name`: of the subtask, where several did not succeed. */
    partReason: (text: string, name: string) => `Reason${name && ` of ${name}`}: ${text}`,
    /** `subject`: what failed, such as a step. */
    cause: (count: number, subject: string, why: string) =>
      `Cause${count > 1 ? ` 1 of ${count}` : ''}${subject && why ? `, ${subject}` : ''}: ${why || subject}`,
    /** What a success passes over, because an input says so. */
    partsAllowed: (failed: number, all: number) =>
      `${failed} of its ${plural(all, 'subtask')} did not succeed. With strict-subtasks: false this step does not count that.`,
    warningAllowed: 'It ended with a warning, which allow-warnings: true lets pass.',
    gone: (title: string) => `Earlier polls of this step found it; now ${title} answers that it does not exist.`,
    notProvenGone: 'Such an answer does not prove that it is gone.',
    perhapsGone: (title: string, noun: string, id: string, where: string, answer: string) =>
      `This step waits for the deletion of ${noun} ${id}${where}, but none of its polls found it: ${title} answers with ${answer}. Either it was gone before the first poll, or an input is wrong. The service answers the same in both cases.`,
    warning: (title: string, state: string) =>
      `${title} reports ${state}: the task ended with a warning. This step counts that as a failure, because allow-warnings is false.`,
    partsFailed: (title: string, state: string, failed: number, all: number) =>
      `${title} reports ${state} for the task, but ${failed} of its ${plural(all, 'subtask')} did not succeed. This step counts that as a failure, because strict-subtasks is true.`,
    /** Of a resource. */
    partsFailedOf: (title: string, state: string, failed: number, all: number) =>
      `${title} reports ${state}, but ${failed} of its ${plural(all, 'part')} ${failed === 1 ? 'has' : 'have'} failed.`,
    partsDecide: (title: string, state: string, failed: number, all: number) =>
      `${title} reports ${state}. That only says that the task is over: ${failed} of its ${plural(all, 'subtask')} did not succeed.`,
    undone: (title: string, state: string) =>
      `${title} reports ${state}, but during this wait the task was undoing its work: what it was to do is not done.`,
    /** `overMs` is what the wait took, where that is more than its limit. */
    limit: (limitMs: number, overMs: number | undefined) =>
      limitMs === 0
        ? 'With timeout: 0 each task is polled once, and there was no time left for this one.'
        : `The wait reached its limit, timeout: ${formatDuration(limitMs)}${overMs === undefined ? '' : `, while the last request was under way; that request ended ${formatDuration(overMs)} after the start of the wait`}.`,
    noFailure: {task: 'The task has not failed so far.', resource: 'The resource is in no failed state.'},
    /** Of a limit that is not known to be too short. */
    shortOrSlow: {
      task: 'Whether timeout is too short for such a task, or this one is unusually slow, is not known.',
      resource: 'Whether timeout is too short for such a change, or this one is unusually slow, is not known.'
    },
    outcomeUnknown: {
      task: 'Whether the task succeeded, failed or still runs is not known.',
      resource: 'The state of the resource is not known.'
    },
    limitInSeconds: (given: string) => `You wrote timeout: ${given}, which is ${given} seconds.`,
    lastFailed: (answer: string) => `The last request failed: ${answer}.`,
    /** Of a request that no answer came to. */
    networkOrService: 'The reason can lie with the service, or with the network or proxy between it and the runner.',
    neverAnswered: {
      task: 'No request brought an answer about the task.',
      resource: 'No request brought an answer about the resource.'
    },
    /** `goesOn`: the wait did, until its limit. */
    unknownWord: (title: string, word: string, {isCustom, goesOn}: {isCustom: boolean; goesOn: boolean}) =>
      `${title} reports "${word}", which is ${isCustom ? 'in none of the lists of states in the definition' : "not in this action's list of states"}. It is not known whether that is the end${goesOn ? ', so this step went on polling' : ''}.`,
    longerUnknown: (isCustom: boolean) =>
      `If the state is final, this step is red because ${isCustom ? 'the definition' : 'this action'} does not know it; if not, timeout may be too short.`,
    /** Below a headline that has the word. */
    unknownCounts: (isCustom: boolean): string =>
      isCustom
        ? 'The state is in none of the lists of the definition. It is not known whether it is final, so this step went on polling.'
        : 'It is not known whether this state is final, so this step went on polling.',
    polledOnce: {
      task: 'With timeout: 0 the step polls once, and the task has not ended. The step is red to keep later steps from running; the task has not failed.',
      resource:
        'With timeout: 0 the step polls once, and the resource is not in the state to wait for. The step is red to keep later steps from running; the resource has not failed.'
    },
    /** Before what the doubt is. */
    polledOnceInDoubt: 'With timeout: 0 the step polls once, and that answer proves no end.',
    failFast: 'Another task of this step did not succeed. Because fail-fast is true, the wait ended here as well.',
    cancelled: (elapsedMs: number) =>
      `After ${formatDuration(elapsedMs)} of waiting, GitHub told the step to stop. Either the run or the job was cancelled, or a newer run replaced this one, or timeout-minutes ran out. The page of the run says which.`,
    notFound: (title: string, noun: string, id: string, where: string, answer: string) =>
      `${title} does not know ${noun} ${id}${where}. The last answer: ${answer}.`,
    inputOrNone: (noun: string, isGraceShort: boolean) =>
      `Either an input is wrong, or the service has no such ${noun}${isGraceShort ? ', or does not show it yet; which of these' : '; which of the two'} is not known.`,
    polledFor: (elapsedMs: number) => `This step polled for ${formatDuration(elapsedMs)}.`,
    graceOver: (graceMs: number) =>
      `It was not found within not-found-grace (${formatDuration(graceMs)}), so the wait ended.`,
    /** Of a resource whose deletion is waited for. */
    graceOverGone: (noun: string, graceMs: number) =>
      `This step has to find the ${noun} once before it can prove the deletion. No poll found it within not-found-grace (${formatDuration(graceMs)}), so the wait ended.`,
    vanished: {
      task: (title: string, answer: string) =>
        `${title} knew the task earlier in this step and does not know it now: ${answer}. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended.`,
      resource: (title: string, answer: string) =>
        `${title} knew the resource earlier in this step and does not know it now: ${answer}. Either it was deleted, or these answers are wrong; which of the two, and whose side it is on, is not known. It was not found for at least 30s, so the wait ended.`
    },
    in: (places: readonly string[]) => (places.length > 0 ? ` in ${places.join(', ')}` : ''),
    answered: (whom: string, answer: string) => `${capital(whom)} answered: ${answer}.`,
    redirected: 'Either the address is wrong, or a proxy or the network redirects; which of the two is not known.',
    answeredElsewhere: (answer: string) => `The answer: ${answer}.`,
    onlyPages: (whom: string, answer: string) =>
      `For 5 minutes no answer of this API came from ${whom}, only this: ${answer}.`,
    page: (whom: string, answer: string) => `No answer of this API came from ${whom}, only this: ${answer}.`,
    unreached: (address: string, answer: string) => `No answer ever came from ${address}: ${answer}.`,
    connectionEnded: (address: string, answer: string) =>
      `This step ended the connection to ${address}${answer && `: ${answer}`}.`,
    noConnection: (address: string, answer: string) => `No connection to ${address} was made: ${answer}.`,
    malformed: (whom: string, isRow: boolean, answer: string) =>
      `${isRow ? `Three or more answers in a row from ${whom} do` : `The answer of ${whom} does`} not have the form of this API: ${answer}.`,
    polledOnceInVain: (answer: string) => `With timeout: 0 the step polls once, and that request failed: ${answer}.`,
    rejected: (whom: string, address: string, answer: string) =>
      `${capital(whom)} rejected the request${address && ` to ${address}`}: ${answer}.`,
    otherTask: (title: string, asked: string, answered: string) =>
      `${title} was asked about ${asked} and answered about another id: ${answered}. Where the mix-up arose is not known.`,
    endedUnknown: (title: string, word: string, open: number) =>
      `${title} reports "${word}", a state that this action does not know. ${waitsNoLonger(open)}. ${sideOfEnd}`,
    /** Below a headline that has the word. */
    takenAsEnded: (title: string, open: number) =>
      `This action does not know the state that ${title} reports. ${waitsNoLonger(open)}. ${sideOfEnd}`,
    openParts: (title: string, state: string, open: number, names: string) =>
      `${title} reports ${state}, but after a minute ${plural(open, 'subtask')} had still not ended: ${names}`,
    contradiction: (title: string, state: string, against: string) =>
      `${title} reports ${state}, but for a minute the same answer has contradicted that: ${against}`,
    noState: (title: string) => `For a minute ${title} answered without a state.`,
    /** `id`: of the task whose verdict is that of the step. */
    several: (counts: string, id: string, reason: string) => `${capital(counts)}. ${capital(id)}: ${reason}`,
    doubts: {
      settling: {
        task: (settleMs: number) =>
          `This may be the end of an earlier run, so it only counts once settle (${formatDuration(settleMs)}) is over.`,
        resource: (settleMs: number) =>
          `This may be the state before a change, so it only counts once settle (${formatDuration(settleMs)}) is over.`
      },
      'open-subtasks': 'Some of its subtasks have not ended.',
      contradiction: 'Something else in the answer contradicts it.',
      cached: 'The answer was made before this step began and may be about the run before.',
      'no-state': 'The answer has no state yet.'
    },
    nothingLeft: 'The step had nothing left to do, and no verdict.',
    outputs: (problem: string) => `Not all outputs could be set, and status is missing for later steps: ${problem}.`
  },

  /** The line "Task now", or "Tasks now". */
  now: {
    gone: (from: string, until: string) =>
      `Gone: last seen at ${from}, and not found by any poll since (the last was at ${until}).`,
    ended: (at: string) => `Ended at ${at}.`,
    mayHaveEnded: (at: string) => `Not known for certain: it may have ended at ${at}. Check before you start another.`,
    endedSeen: (state: string, at: string) =>
      `No longer running: ${state}, seen at ${at}. The service gives no end time.`,
    /** Of a resource, which does not end. */
    inState: (state: string, at: string) => `No longer changing: ${state}, seen at ${at}.`,
    running: {
      task: (state: string, at: string, ago: string) =>
        `Still running when last polled (${state}, ${at}${ago && `, ${ago} before the wait ended`}). This step did not stop it.`,
      resource: (state: string, at: string, ago: string) =>
        `In state ${state} when last polled (${at}${ago && `, ${ago} before the wait ended`}). This step changed nothing.`
    },
    notProven: {
      task: (state: string, at: string, ago: string) =>
        `Not known for certain: ${state} when last polled at ${at}${ago && `, ${ago} before the wait ended`}. This step did not stop it.`,
      resource: (state: string, at: string, ago: string) =>
        `Not known for certain: ${state} when last polled at ${at}${ago && `, ${ago} before the wait ended`}. This step changed nothing.`
    },
    unknown: (state: string, at: string, ago: string) =>
      `Not known. Last seen ${state} at ${at}${ago && `, ${ago} before the wait ended`}.`,
    /** Behind it, where the task may be running. */
    mayRun: {task: 'It may still be running.', resource: ''},
    neverSeen: {
      task: 'Not known: this step never saw it. It may be running: check before you start another.',
      resource: 'Not known: this step never saw it.'
    },
    notAsked:
      'Not known: the step ended before its first request. The work that the step was to wait for may be running: check before you start it again.',
    lost: 'Not known: the error ended this step. The task may be running: check before you start another.',
    countEnded: {
      task: (count: number) => `${count} ended.`,
      resource: (count: number) => (count === 1 ? '1 is in its final state.' : `${count} are in their final state.`)
    },
    countRunning: {
      task: (count: number, at: string) =>
        `${count} still running when last polled (${at}); this step did not stop ${count === 1 ? 'it' : 'them'}.`,
      resource: (count: number, at: string) => `${count} not yet in the state to wait for when last polled (${at}).`
    },
    countUnknown: {
      task: (count: number) =>
        `The state of ${plural(count, 'task')} is not known: ${count === 1 ? 'it' : 'they'} may be running, so check before you start another.`,
      resource: (count: number) => `The state of ${plural(count, 'resource')} is not known.`
    }
  },

  /** The lines "What to do". */
  toDo: {
    findCause: (title: string) => `Look for the cause in ${title}, and fix it.`,
    fixCause: (title: string, noun: string) => `Fix the cause. For more about it, look at the ${noun} in ${title}.`,
    /** Of a task that a new one takes the place of. */
    repeats: 'A new start may repeat the subtasks that succeeded: check first that this does no harm.',
    leftovers: (noun: string) =>
      `Check there also whether the failed ${noun} has left anything behind, and remove that first.`,
    checkStop: (title: string) =>
      `Look in ${title} why it was stopped. If that was on purpose, nothing more is to be done. If not, do the following.`,
    stoppedWithFailure: (title: string) =>
      `The service reports a stop and names a failure, and does not tell which came first. Look in ${title}, and fix the failure.`,
    /** How the work is done anew, inside other sentences, where its service has no words of its own. */
    again: 'start the task again',
    /** Among others that have succeeded or still run. */
    anewAlone: (again: string) => `Then ${again} (only this one: by hand, or in another workflow).`,
    alsoStarts: (noun: string) => `If a job of this workflow starts the ${noun}: re-run that job; ${orNewRun}`,
    alsoStartsOther: (noun: string, again: string) =>
      `If a job of this workflow starts the ${noun}: let it ${again}, in a new run.`,
    newId: (again: string) =>
      `If this workflow only waits: ${again}, then start a new run with the new id in task-id. A re-run would wait for the old id.`,
    sameId: (again: string) =>
      `If this workflow only waits: ${again}, then re-run this job. The task-id stays the same, as this service uses one id for all executions.`,
    checkTask: (title: string, noun: string) => `Check the ${noun} in ${title}.`,
    checkResource: 'Look at the resource in the console and fix the cause.',
    /** Where a reason is known. */
    fixResource: 'Fix the cause. For more about it, look at the resource in the console.',
    createAnew: {
      here: `If this workflow creates the resource: ${recreate.here}`,
      elsewhere: `If the resource is created elsewhere: ${recreate.elsewhere}`
    },
    /** Of a resource nobody knows which change failed. */
    changeAnew: {
      creation: {
        here: `If the creation failed, and this workflow creates the resource: ${recreate.here}`,
        elsewhere: `If the creation failed, and the resource is created elsewhere: ${recreate.elsewhere}`
      },
      other: {
        here: `If another operation failed, and this workflow does it: re-run the job that does it; ${orNewRun}`,
        elsewhere:
          'If another operation failed, and it is done elsewhere: repeat it there, then re-run this job. The id of the resource stays the same.'
      }
    },
    /** Among others that are done or under way. */
    changeAnewAlone: {
      creation:
        'If its creation failed: delete the resource, and create it again (only this one: by hand, or in another workflow). The new id of the resource in the input task-id needs a new run.',
      other:
        'If another operation failed: repeat it (only for this one: by hand, or in another workflow). Its id stays the same.'
    },
    acceptWarnings: `If you accept the warning: set allow-warnings: true, ${inNewRun('allow-warnings: true')}`,
    acceptWarningsAlone:
      'If you accept the warning: take its id out of task-id. Nothing else is to be done about this task.',
    notAccepted: 'If you do not accept the warning: fix the cause, and then:',
    notAcceptedAlone: (again: string) =>
      `If you do not accept the warning: fix the cause, and ${again} (only this one: by hand, or in another workflow).`,
    acceptParts: `If you can do without the subtasks that did not succeed: set strict-subtasks: false, ${inNewRun('strict-subtasks: false')} If you need these subtasks, do the following.`,
    acceptPartsAlone:
      'If you can do without the subtasks that did not succeed: take its id out of task-id. Nothing else is to be done about this task.',
    checkParts: (title: string) => `Check these subtasks in ${title}.`,
    onlyWaits: 'If this job only waits: re-run this job alone. The task-id stays the same.',
    /** After a cancellation, of which nobody tells the step why. */
    replaced: {
      task: 'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also starts the task, check that the task does not run twice.',
      resource:
        'If a newer run replaced this one: do not re-run this one, and look at the newer run. If it also makes the awaited change, check that the change is not made twice.'
    },
    otherwise: 'Otherwise:',
    raiseJobTimeout:
      'If timeout-minutes ran out, and the wait usually takes longer, raise timeout-minutes for later runs.',
    onlyWaitsAfterThat: 'If this job only waits: once that is done, re-run this job alone. The task-id stays the same.',
    /** Above cases, for a fix that can be in the workflow file. */
    firstThatFits: 'Then do the first of these that fits:',
    unedited: 'If this job only waits, and you changed no file of this repository: re-run this job alone.',
    edited: (change: Change) =>
      `If you changed files, and no job of this workflow ${starts[change]}: start a new run (a re-run uses the old files).`,
    /** After a change of the workflow file. */
    noneStarts: (change: Change) =>
      `If no job of this workflow ${starts[change]}: start a new run, because a re-run keeps the old workflow file.`,
    /** Of a resource in a state that the action does not know. */
    onlyWaitsUnknown:
      'If this job only waits: re-run this job alone once the state is another one. The task-id stays the same.',
    startsOnce: {
      task: (ids: string, isThisJob: boolean) =>
        `${ifStarts('task', isThisJob)}: ${isThisJob ? startsTwice(ids) : `${elsewhere(startIt, given(ids))} A new run of this workflow would start it a second time.`}`,
      resource: (ids: string, isThisJob: boolean) =>
        `${ifStarts('resource', isThisJob)}: ${isThisJob ? makesTwice(ids) : `${elsewhere(makeIt, given(ids))} A new run of this workflow would make it a second time.`}`
    },
    /** Of a task that no poll has found. */
    startsUnseen: {
      task: (ids: string, isThisJob: boolean) => `${ifStarts('task', isThisJob)}: ${lookForTask(ids)}`,
      resource: (ids: string, isThisJob: boolean) => `${ifStarts('resource', isThisJob)}: ${lookWhetherMade(ids)}`
    },
    /** Where a short grace was given. */
    mayAppear: {
      task: (graceMs: number, usual: string) =>
        `If the task was started just before this step: ${appearsLater(graceMs, usual)}`,
      resource: (graceMs: number, usual: string) =>
        `If the resource was created just before this step: ${appearsLater(graceMs, usual)}`
    },
    /** Of what was never found. */
    noSuch: (noun: string, {givesNewId, isGraceShort}: {givesNewId: boolean; isGraceShort: boolean}) =>
      `If the inputs are right${isGraceShort ? ', and a longer not-found-grace does not help' : ''}, the service has no such ${noun}${givesNewId ? ': it may have been removed after its end, or never been started' : ''}. A wait for this id stays red.${givesNewId ? ` ${finishOrStart(noun)}` : ''}`,
    /** Of a task that was never found, as its id may be wrong. */
    corrected: {
      after: {
        task: 'After a correction, do the first of these that fits:',
        resource: 'After a correction, do the first of these that fits:',
        deletion: 'If the resource is still there: correct the input, and do the first of these that fits:'
      },
      starts: {
        task: `${ifStarts('task')}: ${lookWhetherStarted()}`,
        resource: `${ifStarts('resource')}: ${lookWhetherMade()}`,
        deletion: `${ifStarts('deletion')}: look first whether the deletion is under way. If so, ${elsewhere(startIt, '')} ${orStartIt}`
      }
    },
    /** For what may still run beside what failed: a re-run would be red again. */
    waitWithOthers: (count: number) => `Keep ${count === 1 ? 'its id' : 'their ids'} for the next wait.`,
    raiseTimeout: {
      task: 'If such a task usually takes longer, raise timeout for later runs.',
      resource: 'If such a change usually takes longer, raise timeout for later runs.'
    },
    outlastSettle: (settleMs: number) =>
      `Make timeout longer than settle (${formatDuration(settleMs)}). This takes effect in a new run; a re-run keeps the old workflow file.`,
    minutes: (given: string, minutes: string) =>
      `If you meant ${given} minutes, write timeout: ${minutes}. If you meant seconds, that is too short: raise it.`,
    checkNetwork: (url: string) =>
      `If requests keep failing, check the network and the proxy between the runner and ${url}, and the status of the service.`,
    pollLater: 'Poll again later: re-run this job if it only waits, or use a scheduled workflow.',
    settleLater:
      'With timeout: 0, an end counts at once only with settle: 0, and can then be the end of the run before.',
    defineWord: (word: string) =>
      `Find out in the API's documentation what "${word}" means, and add it to the matching list of the definition (running, succeeded, failed and so on).`,
    wholeAccount:
      'The tasks of this service are those of a whole account, not of a project. Give this IAM user (or agency) read permission for the service in the account. Check domain-id, and that a token is for the account and not for a project.',
    checkPlace: {
      task: 'Check task-id, project-id and region.',
      resource: 'Check task-id (the id of the resource), project-id and region.'
    },
    checkEndpoint: (url: string) => `Check endpoint: all requests go to ${url}.`,
    otherService: (services: readonly string[], own: string) =>
      `Check "service: ${own}", which may be wrong: ids of this form are used by ${services.join(', ')}.`,
    projectName: (id: string) =>
      `Check project-id: "${id}" is not 32 hexadecimal digits. It may be the name of a project; this input takes its id.`,
    workspaceUnset: (name: string) =>
      `Check workspace: it is not given, so the service searches only the workspace "${name}".`,
    workspaceGiven: (id: string) => `Check workspace: the service searches only the workspace ${id}.`,
    vanished: {
      task: (title: string) =>
        `Check in ${title} whether the task was deleted. If it was deleted, a wait for its id stays red. ${finishOrStart('task')}`,
      resource: (title: string) =>
        `Check in ${title} whether the resource was deleted. If it was, this step cannot turn green.`
    },
    /** Of what may have been deleted. */
    ifItExists: {
      onlyWaits: 'If it still exists, and this job only waits: re-run this job alone. The task-id stays the same.',
      starts: {
        task: (ids: string) => `If it still exists, and this job also starts the task: ${startsTwice(ids)}`,
        resource: (ids: string) => `If it still exists, and this job also makes the awaited change: ${makesTwice(ids)}`
      }
    },
    /** Of a resource that may have been deleted, as this step expects. */
    lookWhetherGone: 'Look in the console whether the resource is still there.',
    /** `areInputsSure`: no wrong input can be the reason why it is not found. */
    deletionDone: (areInputsSure: boolean) =>
      `If the resource is not there${areInputsSure ? '' : ', and the inputs are right'}: the deletion is done, but this step stays red in each re-run. Run the commands of the later steps yourself, or take this step and the deletion out of the workflow file for this once, and start a new run.`,
    lookAtTask: (title: string, noun: string) => `Look in ${title} what became of the ${noun}.`,
    judged: (word: string, again: string, givesNewId: boolean) =>
      `If its state stays "${word}", a wait for it stays red: find out yourself what the state means. If the work is done: run the commands of the later steps yourself. If it has failed: fix the cause, ${again}, and wait for ${givesNewId ? 'its new id' : 'it again'}.`,
    onceChanged: {
      onlyWaits:
        'Once its state has changed, if this job only waits: re-run this job alone. The task-id stays the same.',
      starts: (ids: string) =>
        `Once its state has changed, if this job also starts it: ${elsewhere(startIt, given(ids))} A re-run of this job would start it again.`
    },
    reportMeaning: (word: string) =>
      `Report the word "${word}" in an issue of this action's repository. If you know what it means, say that too.`,
    checkInputs: (inputs: string) => `Check ${inputs}.`,
    checkAddress: (inputs: string, whom: string) => `Check ${inputs}, and that the runner can reach ${whom}.`,
    checkWay: (whom: string) => `Check the proxy or firewall between the runner and ${whom}.`,
    useProxy: 'If the runner is behind a proxy, set HTTPS_PROXY (and NO_PROXY) for it.',
    loopback: (host: string) =>
      `Correct the address, if it is not meant to be on the runner. If ${host} is meant, start what has to listen there.`,
    /** Where the address of the service is given as it is. */
    endpoint: 'the input "endpoint"',
    inputsOf: {
      service: 'the inputs region and cloud',
      iam: 'the inputs region, cloud and iam-endpoint',
      sts: 'the inputs region, cloud and sts-endpoint',
      github: 'ACTIONS_ID_TOKEN_REQUEST_URL',
      metadata: 'ecs-agency'
    },
    proxyUser: (variable: string) =>
      `Give the user and password of the proxy in ${variable}: http://user:password@host:port. Special characters must be percent-encoded.`,
    proxyPassword: (variable: string) =>
      `Check the user and password of the proxy in ${variable}: special characters must be percent-encoded. The step tried them once, because refused passwords can lock an account.`,
    certificate:
      "If you trust the certificate (self-signed, or of a private authority), set NODE_EXTRA_CA_CERTS in the runner's environment to a file with this certificate, or with that of its authority.",
    proxyVariable: (variable: string) => `Check the proxy in ${variable}.`,
    largeToken: 'Use an access key instead: the token is larger than 8 KiB, which may be too large for the gateway.',
    tooLargeToken: 'Use an access key instead: the token is too large for the gateway.',
    wrongApi: (origin: string) =>
      `Check that service and endpoint belong together (the address is ${origin}), and that no proxy answers for the service.`,
    noProxyAnswers: (inputs: string, whom: string) => `Check ${inputs}, and that no proxy answers in place of ${whom}.`,
    unknownApi: (inputs: string) =>
      `There is no such API at this address. Check ${inputs}, and that service is the one that started the task.`,
    networkLogIn: "Log in to the runner's network, or ask its administrator to let the runner out.",
    redirect: (inputs: string) =>
      `Check ${inputs}: requests have to go to the API itself, which does not redirect. If the address is right, a proxy or the network redirects: change its settings.`,
    readTheAnswer: 'Compare the inputs with what the answer says.',
    pollWithTime: 'Poll again later, or set timeout above 0 so that the step can wait.',
    otherTask: 'Check endpoint, and whether a proxy or cache between the runner and the cloud mixes up answers.',
    otherTaskAgain: 'If the answer is about another id again: ask the support of the service.',
    oneIsWrong: (title: string, noun: string) =>
      `Check the ${noun} in ${title}: the state or the rest of the answer is wrong.`,
    waitForState: (title: string, noun: string) => `Check the ${noun} in ${title}, until it has a state there.`,
    diskFull: "Free space on the runner's disk: there is no room left for the outputs.",
    outputs:
      'Let the step write the file that GITHUB_OUTPUT names. In a job with a container whose user may not, set options: --user under container to the user of the runner, or to root.',
    fixInputs:
      'Correct this in the workflow, or where the value comes from: a secret, a variable, an earlier step, or the environment of the runner.',
    afterInputs: (id: string) => `${ifStarts('task')}: ${lookWhetherStarted(id)}`,
    reportBug:
      "If this job only waits, run it again with debug logging. If the error stays, report it in an issue of this action's repository.",
    group: {
      /** `canStay`: in the next wait. */
      succeeded: (canStay: boolean) => `Succeeded: nothing to do${canStay ? '; their ids can stay in task-id' : ''}.`,
      /** Of those that failed, what the service calls a warning. */
      warning: (ids: string, advice: string) => `Failed by a warning (${ids}): ${advice}`,
      failed: (ids: string, advice: string) => `Failed (${ids}): ${advice}`,
      stopped: (ids: string, advice: string) => `Stopped (${ids}): ${advice}`,
      'timed-out': (ids: string, advice: string) => `Timed out (${ids}): ${advice}`,
      unfinished: (ids: string, advice: string) => `Not ended (${ids}): ${advice}`,
      cancelled: (ids: string, advice: string) => `Cancelled (${ids}): ${advice}`,
      'not-found': (ids: string, advice: string) => `Not found (${ids}): ${advice}`,
      denied: (ids: string, advice: string) => `Access refused (${ids}): ${advice}`,
      error: (ids: string, advice: string) => `Error (${ids}): ${advice}`
    },
    /** After what is to do about each, where some have failed. */
    afterAll: {
      newIds:
        'Then, if this workflow starts none of the tasks: start a new run, with each new id in the place of its old one in task-id. A re-run would wait for the old ids.',
      sameIds: 'If this job only waits: after these points, re-run it. Before that it would be red again.'
    },
    /** Behind `noDuplicates`, where some have failed. */
    waitForAll: {
      newIds:
        'Run this step and the later ones in a workflow that starts none of the tasks, with each new id in the place of its old one in task-id.',
      sameIds: 'After these points, run this step and the later ones in a workflow that starts none of the tasks.'
    },
    /** Who starts the tasks. */
    starters: {job: 'If this job', workflow: 'If this workflow'},
    noDuplicates: {
      task: {
        done: (who: string) => `${who} starts the tasks, do not run it again: those that succeeded would run twice.`,
        running: (who: string) =>
          `${who} starts the tasks, do not run it again: those that may still be running would run twice.`,
        both: (who: string) =>
          `${who} starts the tasks, do not run it again: those that succeeded or may still be running would run twice.`
      },
      resource: {
        done: (who: string) =>
          `${who} makes the changes, do not run it again: those that are done would be made a second time.`,
        running: (who: string) =>
          `${who} makes the changes, do not run it again: those under way would be made a second time.`,
        both: (who: string) =>
          `${who} makes the changes, do not run it again: those that are done or under way would be made a second time.`
      }
    }
  },

  /** The line "For support". */
  support: {
    one: (noun: string, id: string) => `${noun} ${id}`,
    several: {task: (ids: string) => `tasks ${ids}`, resource: (ids: string) => `resources ${ids}`},
    andMore: (count: number) => `and ${count} more`,
    /** Of answers that are about others than the ones asked for. */
    answeredAbout: (noun: string, ids: string) => `answered about ${noun} ${ids}`,
    /** Which request the last id is of, where some failed. */
    ofAnswer: 'of the last good answer',
    /** Where later ones brought no id. */
    ofEarlier: (what: string) => `of an earlier request, ${what}`,
    requestIds: (count: number, ids: string) => `request ${count === 1 ? 'id' : 'ids'}: ${ids}`,
    endpoint: (url: string) => `endpoint ${url}`,
    /** `since`: when the first was, where only the last are told. `isDecisive`: the verdict comes from the last of them. */
    failures: (count: number, throttled: number, last: LastFailures, isDecisive: boolean, about: string) =>
      `${plural(count, 'failed request')} in all${about && `, of ${about}`}${isDecisive ? '' : ', without effect on the verdict'}${throttled > 0 ? ` (${throttled} throttled)` : ''}${last.since && `, listed are the first (${last.since}) and the last${last.count > 1 ? ` ${last.count}` : ''}`}${last.some && `: ${last.some}`}`,
    notFound: (count: number) => `${plural(count, 'poll')} did not find it`,
    at: (what: string, times: readonly string[]) => `${what} at ${times.join(', ')}`,
    ended: (at: string) => `step ended ${at}`,
    version: (version: string) => `await-huawei-cloud-task ${version}`
  },

  places: {
    workspace: (id: string) => `workspace ${id}`,
    workspaceUnset: (name: string) => `workspace ${name} (none given)`,
    project: (id: string) => `project ${id}`,
    enterpriseProject: (id: string) => `enterprise project ${id}`,
    region: (id: string) => `region ${id}`
  },

  log: {
    begin: (version: string, time: string) => `await-huawei-cloud-task ${version}, ${time}`,
    waiting: (what: string, limitMs: number) => `waiting at most ${formatDuration(limitMs)} for ${what}`,
    waitingUntilGone: (what: string, limitMs: number) =>
      `waiting at most ${formatDuration(limitMs)} until ${what} is gone`,
    pollingOnce: (what: string) => `polling ${what} once (timeout: 0)`,
    signsIn: (how: string) => `sign-in: ${how}`,
    /** Before a warning, with what stands between them. */
    warning: 'Warning: ',
    noState: '(no state)',
    noLongerKnown: 'no longer known (proof that it is gone needs three such answers over at least 30s)',
    notKnown: 'not found (gone already, or an input is wrong)',
    cause: (owner: string | undefined) => (owner === undefined ? 'Cause: ' : `Cause of ${owner}: `),
    notVisible: (graceMs: number) =>
      graceMs > 0 ? `not found yet (not-found-grace: ${formatDuration(graceMs)})` : 'not found yet',
    vanished: 'no longer found',
    requestFailed: 'request failed',
    /** Of a failure, which is told once. */
    nextPoll: (what: string, ms: number) =>
      `${what}; next poll in ${ms < 1000 ? 'less than 1s' : formatDuration(ms)} (repeats are not logged)`,
    lastPoll: (what: string) => `${what}; this was the last poll`,
    /** Beside the word for an end, of a task that goes on. */
    goesOn: 'not the end yet: a subtask is still running',
    foundAgain: 'found',
    answersAgain: 'requests succeed again',
    still: (what: string) => `still ${what}`,
    firstAnswer: 'waiting for the first answer',
    done: (done: number, all: number) => `${done} of ${all} done`,
    running: (count: number) => `${count} running`,
    failed: (count: number) => `${count} failed`,
    /** A wait that ended without telling how the task did. */
    givenUp: (count: number) => `${count} given up`,
    notSeen: (count: number) => `${count} not seen yet`,
    noAnswerFor: (ms: number) => `no answer for ${formatDuration(ms)}`,
    noAnswerOn: (count: number, ms: number) => `no answer about ${count} for up to ${formatDuration(ms)}`,
    polls: (count: number) => plural(count, 'poll'),
    subtasks: (summary: string) => `subtasks ${summary}`,
    doubts: {
      settling: {
        overlapping: (settleMs: number) =>
          `may be the end of another run, because runs overlap; polling again for at most ${formatDuration(settleMs)} (settle)`,
        task: (settleMs: number) =>
          `may be an earlier run's end; polling again for at most ${formatDuration(settleMs)} (settle)`,
        resource: (settleMs: number) =>
          `may be the state before a change; polling again for at most ${formatDuration(settleMs)} (settle)`
      },
      cached: 'from a cache, made before this step, polling again',
      'open-subtasks': 'not a success yet: a subtask is still running, polling again',
      contradiction: 'not a success yet: the answer contradicts itself, polling again',
      'no-state': 'no state yet, polling again'
    },
    subtasksTitle: (summary: string) => `Subtasks: ${summary}`,
    subtasksLastSeen: (summary: string) => `Subtasks when last seen: ${summary}`,
    manyTitle: {
      task: (succeeded: number, all: number) => `Tasks: ${succeeded} of ${all} succeeded`,
      resource: (succeeded: number, all: number) => `Resources: ${succeeded} of ${all} succeeded`
    },
    more: (count: number) => `… and ${count} more.`,
    outputsNotSet: (problem: string) => `The outputs could not be set: ${problem}.`,
    summaryNotWritten: (problem: string) => `The job summary could not be written: ${problem}`,
    noWords: 'an error without words'
  },

  subtasks: {
    none: 'no subtasks',
    succeeded: (count: number, all: number) => `${count}/${all} succeeded`,
    failed: (count: number) => `${count} failed`,
    stopped: (count: number) => `${count} stopped`,
    warning: (count: number) => `${count} with a warning`,
    /** `word`: of the service, where they have one. */
    running: (count: number, word: string) => `${count} ${word || 'not ended'}`,
    skipped: (count: number) => `${count} skipped`,
    unknown: (count: number) => `${count} in an unknown state`,
    untold: (count: number) => `${count} without a state`,
    noName: '(no name)'
  },

  summary: {
    task: 'Task',
    resource: 'Resource',
    state: 'State',
    lastState: 'State (last seen)',
    progress: 'Progress',
    started: 'Started',
    ended: 'Ended',
    /** Of what may run on all the same. */
    endInAnswer: 'End in the answer',
    took: 'Took',
    verdict: 'Verdict',
    subtask: 'Subtask',
    message: 'Message',
    whatFailed: 'What failed',
    whyFailed: '**Why it failed:**',
    whatItSays: '**What the service says:**',
    of: (count: number, all: number) => `${count}\u00a0of\u00a0${all}`,
    subtasks: (summary: string) => `**Subtasks:** ${summary}`,
    allSubtasks: (count: number) => `All ${count} subtasks`,
    otherSubtasks: (count: number) => (count === 1 ? 'The other subtask' : `The other ${count} subtasks`),
    waited: (ms: number) => `Waited ${formatDuration(ms)}`,
    polls: (count: number) => plural(count, 'poll'),
    lag: (ms: number) => `noticed within about ${formatDuration(ms)} of its end`,
    lags: (count: number, ms: number) =>
      `${count === 1 ? 'end of 1 task noticed within about' : `ends of ${count} tasks noticed, each within about`} ${formatDuration(ms)}`,
    neverRunning: {
      task: 'The task was never seen running: this can be the success of an earlier run, which the service cannot tell apart.',
      resource:
        'The resource was in this state when it was first seen. After a change of a resource that was there before, that can be the state before the change; after a creation it cannot.'
    },
    someNeverRunning: {
      task: (count: number, all: number) =>
        `${count} of ${all} tasks ${count === 1 ? 'was' : 'were'} never seen running: ${count === 1 ? 'its success' : 'each success'} can be that of an earlier run, which the service cannot tell apart.`,
      resource: (count: number, all: number) =>
        `${count} of ${all} resources ${count === 1 ? 'was' : 'were'} in this state when first seen. After a change of a resource that was there before, that can be the state before the change; after a creation it cannot.`
    }
  },

  chart: {
    since: (time: string) => `Since ${time}`,
    crit: '🟥 failed or stopped',
    plain: '🟨 with a warning, skipped, or without a state',
    active: '🟦 running or not known (when last polled)',
    done: '🟩 succeeded',
    notDrawn: (count: number) => `not drawn: ${count} more`
  },

  warnings: {
    leftOut: (kept: number) =>
      `A task has more than ${kept} subtasks: all of them are judged, and ${kept} are kept to be shown.`,
    /** `owner`: the task, where there are several. */
    unknownWord: (word: string, owner: string) =>
      `This action does not know the state "${word}"${owner && ` (task ${owner})`}.`,
    tokenEnds: (at: string, timeoutMs: number) =>
      `At the start of the step, IAM said that the token would expire at ${at}, before the timeout (${formatDuration(timeoutMs)}) was over. This token cannot be renewed; with keyless sign-in, or username and password, the step signs in again by itself.`,
    clock: (skewMs: number, isBehind: boolean) =>
      `The clock of the runner is ${formatDuration(skewMs)} ${isBehind ? 'behind' : 'ahead of'} the cloud's. From here on requests are signed with the cloud's time.`,
    longTimeout: (timeoutMs: number) =>
      `timeout is ${formatDuration(timeoutMs)}, but a job ends after 6 hours unless its timeout-minutes says more, and GitHub's own runners never go beyond.`
  },

  /** For those who run the job with debug logging. */
  debug: {
    poll: (owner: string, number: number, at: string, what: string) =>
      `${owner && `${owner}: `}poll ${number} at ${at}: ${what}`,
    answer: (httpStatus: number | undefined, state: string, requestId: string) =>
      `${httpStatus === undefined ? '' : `HTTP ${httpStatus} `}${state}${requestId}`,
    request: (request: string, what: string) => `${request}: ${what}`,
    httpStatus: (status: number, requestId: string | undefined) =>
      `HTTP ${status}${requestId === undefined ? '' : `, request id ${requestId}`}`,
    again: 'refused, sent once more',
    againOtherwise: 'refused, sent once more with other credentials',
    noCauses: (problem: string) => `Why the task failed could not be read: ${problem}`,
    noMoreForCauses: 'no further request is sent for it',
    noTokenLife: 'How long the token is valid could not be read.'
  },

  /** What a failed request brought, as a clause. */
  answer: {
    status: (status: number, what: string) => `HTTP ${status}${what}`,
    page: ', not JSON (probably from a gateway or proxy between the runner and the service)',
    notJson: ', not JSON',
    empty: ' with an empty body',
    broken: (problem: string) => ` with ${problem}`,
    unreadable: 'an answer that cannot be read',
    error: ' with an error',
    otherForm: (problem: string) => ` with an answer of another form: ${problem}`,
    withoutTask: ' with a list without this task',
    proxyAsks: ', a proxy on the way wants a user and password',
    networkLogIn: ", the log-in page of the runner's network",
    redirect: (host: string | undefined, isLogIn: boolean) =>
      `, a redirect${host === undefined ? '' : ` to ${host}`}${isLogIn ? ', which looks like the log-in page of a network' : ''}; this step does not follow redirects`,
    anotherHost: 'another host',
    tooLate: 'the time limit passed before its answer came',
    code: (what: string, said: string) => `${what}, ${said}`,
    requestId: (id: string) => ` (request id ${id})`,
    brokenJson: 'broken JSON',
    twice: (key: string | undefined) =>
      `the key ${key === undefined ? '' : `${key} `}twice in one object, with different values`,
    values: (most: number) => `more than ${most.toLocaleString('en')} values`,
    levels: (most: number) => `more than ${most} levels of nesting`,
    wrongCompression: 'an answer in a compression that was not asked for',
    compression: (coding: string) => `an answer that says it is compressed (${coding}) and cannot be unpacked`,
    notUtf8: 'an answer whose text is not UTF-8',
    charset: (charset: string | undefined) =>
      `an answer whose text is neither UTF-8 nor readable as ${charset ?? 'what it declares'}`
  },

  /** Why no answer came, as a clause. */
  connection: {
    noName: (host: string, code: string) => `the name ${host} could not be looked up (${code})`,
    refused: (host: string, code: string) => `${host} refused the connection (${code})`,
    loopbackRefused: (host: string, code: string) => `nothing listens at ${host}, which is the runner itself (${code})`,
    broken: (host: string, code: string) => `the connection to ${host} was broken off (${code})`,
    largeHeaders: (host: string, code: string) => `${host} sent an answer with too large headers (${code})`,
    halfWay: (host: string, code: string) => `${host} broke off its answer half-way (${code})`,
    noHttp: (host: string, code: string) =>
      `what came from ${host} is not HTTP (${code}): something else listens there, or something between the runner and ${host} answers for it`,
    failed: (host: string, why: string) => `the connection to ${host} failed (${why})`,
    timeout: (host: string, seconds: number) => `${host} gave no complete answer within ${seconds} s`,
    timeoutThrough: (proxy: string, host: string, seconds: number) =>
      `${host} gave no complete answer within ${seconds} s, by way of ${proxy}`,
    tooLarge: (host: string, mebibytes: number) => `${host} sent an answer of more than ${mebibytes} MiB`,
    untrusted: (host: string, code: string, extra: string) =>
      `the certificate of ${host} is not trusted (${code})${extra}`,
    notYetValid: (host: string, time: string, code: string) =>
      `the certificate of ${host} is not yet valid by the runner's clock, which says ${time} (${code})`,
    expired: (host: string, time: string, code: string) =>
      `the certificate of ${host} has expired by the runner's clock, which says ${time} (${code})`,
    otherName: (host: string, code: string) => `the certificate of ${host} is for another name (${code})`,
    certificate: (host: string, why: string, code: string) => `the certificate of ${host} is refused: ${why} (${code})`,
    plainHttp: (host: string, code: string) =>
      `${host} speaks plain HTTP or another protocol where TLS belongs (${code}): check its port`,
    noTls: (host: string, why: string) => `${host} and this runner agree on no TLS connection (${why})`,
    extraFolder: '; NODE_EXTRA_CA_CERTS names a folder, and takes a file',
    extraNoPem: '; the file that NODE_EXTRA_CA_CERTS names holds no certificate in PEM',
    extraUnread: (code: string | undefined) => `; the file that NODE_EXTRA_CA_CERTS names cannot be read (${code})`,
    proxy: (address: string, variable: string) => `the proxy ${address} (${variable})`,
    proxyPassword: (proxy: string, host: string, variable: string) =>
      `${proxy}, through which ${host} is reached, rejects the user and password in ${variable} (HTTP 407)`,
    proxyNoPassword: (proxy: string, host: string, variable: string) =>
      `${proxy}, through which ${host} is reached, wants a user and password, and ${variable} has none (HTTP 407)`,
    proxyStatus: (proxy: string, host: string, status: number) =>
      `${proxy}, through which ${host} is reached, answered HTTP ${status} instead of opening a connection`,
    proxyPlain: (proxy: string, host: string, variable: string) =>
      `${proxy}, through which ${host} is reached, speaks plain HTTP: ${variable} begins with https://, and http:// is probably meant`,
    wayTo: (what: string, host: string) => `${what}; it is the way to ${host}`
  },

  proxy: {
    socks: (variable: string) =>
      `${variable} names a SOCKS proxy, which cannot be used here: set it to the address of an HTTP proxy such as http://proxy.example:3128`,
    unreadable: (variable: string) =>
      `${variable} cannot be read: set it to the address of an HTTP proxy such as http://proxy.example:3128; percent-encode special characters in its user and password`,
    problem: (what: string, host: string) => `${what}, or name ${host} in NO_PROXY.`
  },

  /** What is wrong with an answer's JSON, as a clause. */
  malformed: {
    kinds: {
      null: 'null',
      list: 'a list',
      object: 'an object',
      string: 'a string',
      number: 'a number',
      boolean: 'a boolean',
      bigint: 'a bigint',
      symbol: 'a symbol',
      function: 'a function',
      undefined: 'missing'
    } as Readonly<Record<string, string>>,
    theAnswer: 'the answer',
    /** What an answer lists. */
    parts: {
      backup: 'backup',
      check: 'check',
      event: 'event',
      instance: 'instance',
      invocation: 'invocation',
      job: 'job',
      node: 'node',
      order: 'order',
      result: 'result',
      stackInstance: 'stack instance',
      stage: 'stage',
      step: 'step',
      subJob: 'sub-job',
      subtask: 'subtask',
      task: 'task',
      url: 'URL'
    },
    part: (what: string, number: number) => `${what} ${number}`,
    oneOf: (what: string) => `one of ${what}`,
    object: (what: string, kind: string) => `${what} should be an object and is ${kind}`,
    text: (what: string, kind: string) => `${what} should be a string and is ${kind}`,
    empty: (what: string) => `${what} is empty`,
    integer: (what: string, kind: string) => `${what} should be an integer and is ${kind}`,
    list: (what: string, kind: string) => `${what} should be a list and is ${kind}`,
    boolean: (what: string) => `${what} should be true or false`,
    number: (what: string) => `${what} should be a number`,
    texts: (what: string, found: string) => `${what} should hold strings and holds ${found}`,
    noTime: (what: string, found: string) => `${what} is not a time: ${found}`,
    requestStatus: (status: string) => `the "status" of the request is ${status}`,
    missing: (what: string) => `${what} is missing`,
    noTaskId: 'it names no task id',
    httpStatus: (status: number) => `nothing is proven under HTTP ${status}`,
    noText: (what: string) => `${what} is not a string`,
    noToken: 'it is not a token',
    noHeader: (name: string) => `the header ${name} is missing`,
    badId: {
      project: 'the id of the project has characters that no such id has',
      domain: 'the id of the account has characters that no such id has'
    }
  },

  /** What an answer says against the success that it claims, as a clause. */
  against: {
    noGoodPart: 'none of its subtasks shows a success',
    isFalse: (name: string, reason: string | undefined) => `"${name}" is false: ${reason ?? 'no reason'}`,
    differing: (states: string) => `entries of its list with its id say ${states}`,
    error: (path: string, whose: string | undefined, told: string) =>
      `"${path}"${whose === undefined ? '' : ` of ${whose}`} is ${told}`,
    subtask: 'a subtask',
    count: (count: string, counted: number, list: string, length: number) =>
      `"${count}" is ${counted} and "${list}" has ${length}`,
    lengths: (one: string, length: number, other: string, otherLength: number) =>
      `"${one}" has ${length} entries and "${other}" has ${otherLength}, or other ones`,
    expected: (count: string, counted: number, expected: number) => `"${count}" is ${counted} and should be ${expected}`
  },

  /** Credentials: how the step signs in, and why they are refused. */
  kinds: {
    token: 'a ready-made token',
    accessKey: 'an access key',
    temporaryKey: 'temporary keys',
    password: 'user and password',
    oidcAgency: "keyless (temporary keys of STS, in exchange for GitHub's id token)",
    oidcFederation: "keyless (a token of IAM, in exchange for GitHub's id token)",
    ecsAgency: "the ECS instance's agency",
    from: (kind: string, source: string) => `${kind}; set by ${source}`,
    inputs: 'the inputs',
    /** Names of environment variables, and whose they are. */
    families: {
      authAction: 'HUAWEI_CLOUD_* (huaweicloud/auth-action)',
      sdk: 'HUAWEICLOUD_SDK_* (the SDKs of Huawei Cloud)',
      terraform: 'HW_* (Terraform for Huawei Cloud)',
      openStack: 'OS_* (OpenStack, Open Telekom Cloud)'
    },
    otherSts: (what: string, stsRegion: string, region: string) =>
      `${what}; with the STS of ${stsRegion}, because none is known in ${region}`,
    passedOver: (family: string) => `${family} holds only a part of some credentials and was passed over.`
  },

  refusals: {
    clock: {
      headline: "the runner's clock is wrong",
      cause: "The clock of the runner is more than 15 minutes off the cloud's.",
      fix: "Set the runner's clock, by NTP for instance."
    },
    wrongSecret: {
      headline: 'the secret key does not belong to the access key',
      cause: 'The secret key does not belong to the access key.',
      fix: 'Check that secret-key and access-key are a pair and were copied whole.'
    },
    unknownKey: {
      headline: 'this cloud does not know the access key',
      cause:
        'For this cloud the access key does not exist: it was deleted or mistyped, belongs to another cloud, or is a temporary key without its security-token.',
      fix: 'Check access-key. Check also that region, cloud and endpoint point to the cloud of this key, and that a temporary key has its security-token.'
    },
    lockedKey: {
      headline: 'the access key is locked for five minutes',
      cause: 'Too many refused signatures have locked the access key for five minutes.',
      fix: 'Check secret-key, wait five minutes, and run the job again.'
    },
    cutToken: {
      headline: 'the token is incomplete or from elsewhere',
      cause: 'The token was cut, or comes from another region or cloud.',
      fix: 'Get the token from the IAM endpoint of the region that the service is in, and pass it whole.'
    },
    expiredToken: {
      headline: 'the token has expired',
      cause: 'The token has expired.',
      fix: 'Get a new token; tokens live 24 hours at most.'
    },
    gatewayCredentials: {
      headline: 'the credentials are missing, wrong or expired',
      cause: 'The credentials are missing, wrong or expired.',
      fix: 'Check the credentials; temporary keys have to outlive the wait.'
    },
    otherAuthentication: {
      headline: 'the API wants another kind of authentication',
      cause: 'This API wants another kind of authentication.',
      fix: 'Check that endpoint is the API of this service.'
    },
    foreignToken: {
      headline: 'the token has expired or is from another region',
      cause: 'The token has expired, or comes from another region.',
      fix: 'Get a new token from the IAM endpoint of the region that the service is in.'
    },
    disabledInRegion: {
      headline: 'the IAM user is disabled in this region',
      cause: 'The IAM user is disabled in this region.',
      fix: 'Enable the user there, or use another one.'
    },
    invalidToken: {
      headline: 'the token is invalid',
      cause: 'The token is invalid.',
      fix: 'Get a new token from the IAM endpoint of the region that the service is in, and pass it whole.'
    },
    lockedAccount: {
      headline: 'the account is locked',
      cause: 'The account is locked.',
      fix: 'Unlock it, or wait until its lock ends, and check the password.'
    },
    wrongPassword: {
      headline: 'the password is wrong',
      cause: 'The password is wrong.',
      fix: 'Check username, password and domain-name. Do not try again before that: refused log-ins lock the user.'
    },
    notAccepted: {
      headline: 'IAM does not accept these credentials',
      cause: 'IAM does not accept these credentials.',
      fix: 'Check the credentials, and that they belong to this cloud and region.'
    },
    notAuthorized: {
      headline: 'access denied: the user is not authorized',
      cause: 'The user is not authorized.',
      fix: 'Give this IAM user (or agency) read permission for the service in this project.'
    },
    noPolicy: {
      headline: 'access denied: no policy allows this',
      cause: 'No policy allows this.',
      fix: 'Grant the action that the message of IAM names.'
    },
    disabledUser: {
      headline: 'the IAM user is disabled',
      cause: 'The IAM user is disabled.',
      fix: 'Enable the user, or use another one.'
    },
    consoleOnly: {
      headline: 'the IAM user may log in to the console only',
      cause: 'The IAM user may log in to the console only.',
      fix: 'Give the user programmatic access.'
    },
    otherSite: {
      headline: 'the account belongs to another site of the cloud',
      cause: 'The account belongs to another site of the cloud (international or Chinese).',
      fix: "Use the region or endpoint of the account's own site."
    },
    trustPolicy: {
      headline: 'STS refuses this job',
      cause:
        'This answer of STS can mislead. Users report that the reason is usually the trust policy of the agency, not an identity-based policy: the trust policy does not fit this job, or does not allow sts:agencies:assumeWithOIDC.',
      fix: "Check the agency's trust policy: it has to fit this job's id token, and to allow sts:agencies:assumeWithOIDC."
    },
    audience: {
      headline: 'the audience is not registered',
      cause:
        "In other words, the audience of this job's id token is not among the client ids of the identity provider.",
      fix: 'Add the audience to the client ids of the provider, or set the input "audience" of this step to a registered client id.'
    },
    unauthenticated: {
      headline: 'the credentials are missing, wrong or expired',
      cause: 'The credentials are missing, wrong or expired.',
      fix: 'Check the credentials; temporary keys and tokens have to outlive the wait.'
    },
    forbidden: {
      headline: 'access denied: no permission to read the task',
      cause: 'These credentials have no permission to read this task.',
      fix: 'Give this IAM user (or agency) read permission for the service in this project, and check project-id and region.'
    },
    permission: {
      headline: 'the service refuses these credentials',
      cause: 'The service refuses these credentials.',
      fix: 'Check the permissions of this IAM user (or agency) for the service and the project.'
    },
    renewedInVain: {
      headline: 'the credentials ended during the wait and could not be renewed',
      cause:
        'The credentials were accepted before and are rejected now; the new ones in their place are rejected as well.',
      fix: 'Check that the user, agency or identity provider is still there and enabled, and that its permissions are the same.'
    },
    tokenEnded: {
      headline: 'the token expired during the wait',
      cause: 'The token was accepted before and is rejected now: it has expired.',
      fix: 'Get a new token. Tokens live 24 hours at most: for a long wait use keyless sign-in, or username and password. With these, the step signs in again by itself.'
    },
    keysEnded: {
      headline: 'the keys became invalid during the wait',
      cause: 'The keys were accepted before and are rejected now: they expired, or were deleted or disabled.',
      fix: 'Get new keys. For a long wait use permanent keys, or a sign-in that the step repeats by itself: keyless sign-in, or username and password.'
    },
    idTokensEnded: {
      headline: 'GitHub gives this job no more id tokens',
      cause: "GitHub gave this job id tokens until now, so the runner's own token, with which it gets them, has ended.",
      fix: 'For a wait that outlives it, use a password, or ecs-agency on an ECS instance; or limit it by timeout and wait again in a new job.'
    },
    permissionEnded: (refused: Refused): Refused => ({
      ...refused,
      headline: 'access denied: a permission ended during the wait',
      cause: `The task could be read before and cannot be read now: a permission has ended. ${refused.cause}`
    }),
    changedSince: (refused: Refused): Refused => ({
      ...refused,
      cause: `It worked before and is refused now: something has changed or expired. ${refused.cause}`
    }),
    /** What a code says, and what is known of who refused; the code's fix alone, where `fixIsComplete`. */
    both: (known: Refused, own: Refused, fixIsComplete: boolean): Refused => ({
      headline: known.headline,
      cause: own.cause,
      meaning: known.cause,
      fix: fixIsComplete ? known.fix : `${known.fix} ${own.fix}`
    }),
    pageAtLogIn: (own: Refused): Refused => ({
      headline: 'something between the runner and the cloud answered the log-in',
      cause:
        'A page came instead of the answer to the log-in. A log-in is not repeated, because refusals lock accounts.',
      fix: `Something between the runner and the cloud writes such pages: check the proxy and the address. ${own.fix}`
    }),
    logIn: {
      headline: 'IAM refuses the user and password',
      cause: 'IAM refuses the log-in with this user and password.',
      fix: 'Check username, password and domain-name (the name of the account). The project (region or project-id) has to belong to that account, and the user needs programmatic access. Do not try again before that: refused log-ins can lock the user.'
    },
    federation: (claims: string): Refused => ({
      headline: 'IAM gives no token for this job',
      cause: `IAM gives no token for this job, whose id token has ${claims}.`,
      fix: "Compare iss, aud and sub above with the identity provider's client id and conversion rules. Its signing keys are a copy of GitHub's, made when it was set up: after GitHub has changed its keys, copy them again."
    }),
    sts: (claims: string, agency: string, provider: string): Refused => ({
      headline: 'STS gives no keys for this job',
      cause: `STS gave this job no temporary keys for the agency ${agency} (identity provider ${provider}). The job's id token has ${claims}.`,
      fix: `Compare iss, aud and sub above with the trust policy of the agency (oidc:iss, oidc:aud, oidc:sub), and aud with the client ids of the identity provider.${/repo:[^/]*@/.test(claims) ? ' This sub has the ids of owner and repository (@): the policy has to have them too.' : ''}`
    }),
    claims: (iss: string, aud: string, sub: string) => `iss ${iss}, aud ${aud}, sub ${sub}`,
    noClaim: '(none)',
    noClaims: 'claims that cannot be read',
    noIdToken: {
      headline: 'this job has no id token',
      cause: 'GitHub gives this job no id token, which keyless access needs.',
      isInWorkflow: true,
      fix: `Add to the job the two lines "permissions:" and "id-token: write" (and "contents: read", if the job uses actions/checkout). This does not help runs of pull requests from forks, which never get an id token: leave the wait out of such runs.`
    },
    noIdTokenToGet: 'no id token',
    unsafeIdTokenUrl: {
      headline: "the address of GitHub's id token service is not safe",
      cause:
        "The address of GitHub's id token service in ACTIONS_ID_TOKEN_REQUEST_URL is neither https nor on this machine: the job's own token is not sent there.",
      fix: 'Check what sets this variable: on GitHub it is the runner alone.'
    },
    unsafeAddress: 'its address is not safe',
    noAgency: {
      headline: 'the ECS instance of the runner has no agency',
      cause: 'The ECS instance of the runner has no agency.',
      fix: 'Give the ECS instance of the runner an agency in its settings, or use other credentials.'
    },
    noProjects: {
      headline: 'the project cannot be looked up',
      cause: 'IAM lets these credentials see no project.',
      fix: 'Give project-id.'
    },
    project: (name: string, count: number, found: string): Refused => ({
      headline: count > 1 ? `there are ${count} projects named ${name}` : `no project named ${name} can be seen`,
      cause: `project-id is not given, so this step looked for a project with the name of the region, ${name}: ${count > 1 ? `there are ${count} such projects` : 'these credentials see none with this name'}. ${found}`,
      fix: 'Set project-id to the id of the project that the task is in. This may be a sub-project, whose name begins with the region and an underscore.'
    }),
    severalProjects: 'several projects found',
    noProject: 'no project found',
    noAccounts: {
      headline: 'the account cannot be looked up',
      cause: 'IAM lets these credentials see no account.',
      fix: 'Give domain-id.'
    },
    account: (found: string): Refused => ({
      headline: 'which account to use is not known',
      cause: `The service needs a whole account, and IAM does not say which. ${found}`,
      fix: 'Give domain-id, the id of the account.'
    }),
    severalAccounts: 'several accounts found',
    noAccount: 'no account found',
    found: (entries: readonly string[], isAll: boolean) =>
      `These credentials see: ${entries.join(', ')}${isAll ? '' : ', …'}.`,
    foundNone: {project: 'These credentials see no project at all.', domain: 'These credentials see no account at all.'}
  },

  /** Where requests go, and what is missing to know it. */
  hosts: {
    fromEndpoint: 'given in the input "endpoint"',
    fromRegion: (region: string) => `built from region "${region}"`,
    fromBoth: (region: string, cloud: string) => `built from region "${region}" and cloud "${cloud}"`,
    forAllRegions: (title: string, cloud: string) => `the one of ${title} for all regions of ${cloud}`,
    unknownRegion: (region: string, near: string | undefined, input: string, title: string) =>
      `region is "${region}", which is in no cloud that this action knows.${near ? ` Did you mean ${near}? Otherwise give` : ' Give'} cloud (the domain, such as myhuaweicloud.com) or ${input} (the base URL of ${title}).`,
    noHost: (
      region: string,
      title: string,
      {
        known,
        more,
        isNowhere,
        domain,
        input
      }: {known: readonly string[]; more: number; isNowhere: boolean; domain: string; input: string}
    ) => {
      const some = known.length > 0 ? `, only in ${known.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : '';
      const none = isNowhere ? `, nor in any other region of ${domain}` : '';
      return `region is "${region}": no host of ${title} is known there${some}${none}. Give ${input}, its base URL there, such as https://….${region}.${domain}.`;
    },
    noGlobalHost: (title: string, cloud: string, input: string) =>
      `${title} has no known host in ${cloud}: give ${input}, its base URL there.`,
    noGlobalHostOfRegion: (region: string, title: string, cloud: string, input: string) =>
      `region is "${region}": no host of ${title} is known in its cloud, ${cloud}. Give ${input}, its base URL there.`
  },

  /** Problems of the input `expect`. */
  expect: {
    onlyResources: (service: string, names: readonly string[]) =>
      `expect is given, but ${service} waits for tasks, which end by themselves: leave it out. It is for resources: ${names.join(', ')}.`,
    form: (title: string, ends: readonly string[]) => `gone, or states of ${title}: ${ends.join(', ')}`,
    goneAlone: (shown: string) => `expect is ${shown}: gone cannot be expected together with other words.`,
    noEnd: (word: string, isFailure: boolean, takes: string) =>
      `expect has ${word}, which ${isFailure ? 'is a failure' : 'passes into another state by itself'}: it takes ${takes}.`,
    unknown: (word: string, takes: string) => `expect has ${word}, which is no state to wait for: it takes ${takes}.`,
    /** Where the case of the letters alone is wrong. */
    letters: (word: string, near: string) => `expect has ${word}. Did you mean "${near}"? Upper and lower case count.`,
    near: (word: string, near: string, takes: string) =>
      `expect has ${word}, which is no state to wait for. Did you mean ${near}? It takes ${takes}.`
  },

  /** Problems of inputs, each a sentence that names the input. */
  inputs: {
    wrongForm: (name: string, shown: string, accepted: string) => `${name} is ${shown}: it takes ${accepted}.`,
    longText: (characters: number) => `a text of ${characters} characters`,
    missing: (name: string, accepted: string) => `${name} is missing or empty: it takes ${accepted}.`,
    taskIdMissing: (accepted: string) =>
      `task-id is missing or empty: it takes ${accepted}. Did the step before it set its output?`,
    wrongUrl: (name: string, example: string) =>
      `${name} takes a base URL such as ${example}: https (http for a loopback host alone), no user or password, no query.`,
    unknownService: (name: string, near: readonly string[]) =>
      near.length > 0
        ? `service is ${name}. Did you mean ${near.join(' or ')}?`
        : `service is ${name}, which this action does not know.`,
    serviceMissing: 'service is missing or empty.',
    services: (names: readonly string[]) => `Services that this action knows: ${names.join(', ')}.`,
    definitionUnused:
      'definition is given, but only service: custom takes one. Give service: custom, or leave definition out.',
    definitionMissing:
      'definition is missing or empty: service custom takes a map in YAML or JSON that says how to read the task and what the answers mean, beginning with path: /v1/….',
    endpointMissing:
      'endpoint is missing or empty: service custom takes the base URL of the service, such as https://service.example.com, or a definition with host, and region.',
    regionMissing: (variables: string) =>
      `region is missing: give region, or endpoint, or set it in the environment (${variables}).`,
    emptyId: 'ids separated by commas, blanks or new lines, and has an empty one beside a comma',
    manyIds: (count: number) => `${count} ids`,
    atMost: (count: number) => `at most ${count}`,
    twoIds: (parent: string, own: string) => `parent/id: ${parent}, a slash, and ${own}`,
    oneOrTwoIds: (parent: string, own: string) => `${parent}; or this, a slash, and ${own}`,
    likeOthers: (accepted: string, others: readonly string[]) =>
      `${accepted}; it looks like an id of ${others.join(' or ')}`,
    anyId: 'the id that the starting call returned',
    lookUpFailed: (accepted: string) => `${accepted}; this is what a look-up leaves that found nothing`,
    exponent: (accepted: string) =>
      `${accepted}; this is what becomes of a long number that something reads as a number: pass it on as a text, in quotes`,
    wholeAnswer: (field: string | undefined) =>
      `task-id is the whole JSON of an answer: pass its id alone${field === undefined ? '' : `, .${field} (for instance with jq --raw-output .${field})`}.`,
    otherAccount: (given: string, ofAgency: string) =>
      `domain-id is ${given}, but agency-urn is of the account ${ofAgency}: leave domain-id out, or give that account's.`,
    intervals: 'min-interval is longer than max-interval: raise max-interval or lower min-interval.',
    unusedRegion: (title: string) => `region is not used: ${title} has one host for all regions.`,
    unusedProject: (title: string) => `project-id is not used: the tasks of ${title} are those of the whole account.`,
    unusedDomain: (title: string) => `domain-id is not used: the tasks of ${title} are those of a project.`,
    unusedDomainOfToken: 'domain-id is not used: a ready-made token is for an account or a project by itself.',
    unusedEnterpriseProject: (title: string) => `enterprise-project-id is not used: ${title} does not take it.`,
    otherKinds: (names: readonly string[]) =>
      `${names.join(' and ')} belong to different kinds of credentials: give the inputs of one kind alone.`,
    accountById: ' The account of a service is not given by its name, but by its id: domain-id.',
    half: (present: string, missing: string) =>
      `${present} ${isList(present) ? 'need' : 'needs'} ${missing} as well, which ${isList(missing) ? 'are' : 'is'} empty: give ${isList(present + missing) ? 'all of these inputs, or none' : 'both, or none'}.`,
    noCredentials: 'no credentials were given: all inputs for them are empty, and the environment has none.',
    whyNoCredentials:
      'Was a secret not set? Set it; then a re-run is enough, where the job only waits. Runs for pull requests from forks get no secrets. Does the value come from another job? GitHub drops a job output that holds a masked value.',
    kindsOfCredentials: (families: readonly string[]) =>
      `Give one kind: token; or access-key and secret-key; or provider-urn and agency-urn; or identity-provider; or ecs-agency; or username, password and domain-name. They can also come from the environment: ${families.join(', ')}.`,
    noCredential: (part: string) =>
      `${part} holds no credential: it is ***, null, undefined, or shorter than 4 characters. Check the secret or the step that it comes from.`,
    bearer: (name: string) => `${name} begins with "Bearer": leave that word out and give the token alone.`,
    wrongSecret: (name: string) =>
      `${name} holds white space, a line break or a character that no such secret has: was it copied whole?`,
    domainIdMissing: (variables: string) =>
      `domain-id is missing: an identity provider gives tokens for a whole account by its id alone. Give domain-id, or set it in the environment (${variables}).`,
    projectIdMissing: (variables: string) =>
      `project-id is missing: give project-id, or region for the region's own project, or set it in the environment (${variables}).`,
    addressMissing: (input: string, title: string) =>
      `${input} is missing: give it, or region, to say where ${title} is.`,
    noLookUp: (input: string, region: string | undefined) =>
      `${input} is missing, and it cannot be looked up, because no IAM${region === undefined ? '' : ` of region "${region}"`} is known. Give ${input}, or iam-endpoint.`,
    forms: {
      projectName: 'the name of an IAM project: one line of at most 64 characters',
      oneLine: 'one line of text',
      region: 'a region id such as eu-de or cn-north-4',
      projectId: 'the id of an IAM project: letters, digits, "-" and "_"',
      domainId: 'the id of the account, hexadecimal digits such as 0a1b2c3d4e5f60718293a4b5c6d7e8f9, and not its name',
      enterpriseProjectId:
        'the id of an enterprise project: a UUID, 0 for the default one, or all where the service takes that',
      workspace: 'the id of a workspace: letters, digits, "-" and "_"',
      cloud: 'a domain such as myhuaweicloud.com',
      providerUrn: 'a URN such as iam::<account id>:oidcProvider:<name>',
      agencyUrn: 'a URN such as iam::<account id>:agency:<name>',
      audience: 'characters without white space or line breaks',
      identityProvider: 'the name of an identity provider in IAM',
      duration: (minSeconds: number, maxHours: number) =>
        `a duration from ${minSeconds}${minSeconds > 0 ? 's' : ''} to ${maxHours}h, such as 90 (seconds), ${maxHours > 1 ? '90s, 15m or 1h30m' : '90s or 15m'}`,
      boolean: 'true or false',
      oneOf: (choices: readonly string[]) => choices.join(' or ')
    }
  }
};
