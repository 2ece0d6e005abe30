import {groupsOf, type NonEmpty} from '../../non-empty.ts';
import type {Verdict} from '../../polling/verdict.ts';
import {fullId, kindOf} from '../../services/service.ts';
import {inWords, type Message, textIn} from '../../text.ts';
import {en, type Words} from '../../words/en.ts';
import {listed, oneLine} from '../text.ts';
import {supportOf} from './facts.ts';
import {byRank, decisiveOf} from './rank.ts';
import {
  type Asked,
  caveatOf,
  type Facts,
  firstIds,
  hasSucceeded,
  isOver,
  keepsId,
  nounOf,
  type Step,
  type ToldTask,
  unsuccessfulFirst
} from './told.ts';

/** Several tasks: how many ended how, the reason of the one that decides, and what to do about each group. */
export function factsOfAll(told: NonEmpty<ToldTask>, asked: Pick<Asked, 'service' | 'place'>): Facts {
  const decisive = decisiveOf(told);
  if (told.length === 1) return decisive.facts;
  const groups = byRank.flatMap(verdict => {
    const members = told.filter(({result: {ending}}) => ending.verdict === verdict);
    return members.length > 0 ? [{verdict, members}] : [];
  });
  const counts = (words: Words) => groups.map(({verdict, members}) => words.headline.count[verdict](members.length));
  const hasSuccess = groups.some(({verdict}) => verdict === 'succeeded');
  const isAll = groups.length === 1 && hasSuccess;
  const hasFailed = groups.some(({verdict}) => verdict === 'failed' || verdict === 'stopped');
  const givesNewIds = !(asked.service.resource || keepsId(asked.service));
  const noDuplicates = noDuplicatesOf(told, {hasFailed, givesNewIds}, asked.service);
  return {
    headline: words =>
      words.headline.several(
        words.many[kindOf(asked.service)](textIn(asked.service.title, words.language), told.length),
        counts(words)
      ),
    happened: words =>
      isAll
        ? inWords(caveatOf(asked.service), words)
        : words.happened.several(
            words.list(counts(words)),
            words.support.one(nounOf(asked.service, words), fullId(decisive.reference)),
            inWords(decisive.facts.happened, words)
          ),
    ...(!isAll && {
      reasons: (words: Words) => reasonsOf(told, words),
      ...(isSideOfSeveral(told) && {ofReasons: ({happened}: Words) => happened.sidesUnknown})
    }),
    now: decisive.facts.now,
    toDo: isAll
      ? []
      : [
          ...groups.flatMap(({verdict, members}) =>
            verdict === 'succeeded'
              ? []
              : groupsOf(members, adviceIn).flatMap(each =>
                  stepsOf(verdict, each, {hasFailed, isAmongOthers: noDuplicates.length > 0})
                )
          ),
          ...(hasSuccess ? [[({toDo}: Words) => toDo.group.succeeded(hasFailed && givesNewIds)] as const] : []),
          ...noDuplicates
        ],
    support: supportOf(told, asked)
  };
}

const maxReasons = 50;

/** Failures first, for these have to be read. */
function reasonsOf(told: readonly ToldTask[], words: Words): readonly string[] {
  const bad = unsuccessfulFirst(told).filter(each => !hasSucceeded(each));
  const isBrief = isSideOfSeveral(told);
  const reasonOf = ({facts: {happened, briefly}}: ToldTask) => inWords((isBrief && briefly) || happened, words);
  const groups = groupsOf(bad, each => oneLine(reasonOf(each)));
  return listed(groups, maxReasons, words.log.more, alike => {
    const ids = alike.map(({reference}) => fullId(reference));
    const verdicts = new Set(alike.map(({result: {ending}}) => words.verdicts[ending.verdict]));
    return [firstIds(ids, words), words.list([...verdicts]), reasonOf(alike[0])].join(words.colon);
  });
}

/** Whether that nobody tells whose side it is on holds for more than one, and is told once. */
function isSideOfSeveral(told: readonly ToldTask[]): boolean {
  return told.filter(({facts}) => facts.briefly !== undefined).length > 1;
}

/** Where some have succeeded or still run, and others have not. */
function noDuplicatesOf(
  told: readonly ToldTask[],
  {hasFailed, givesNewIds}: {readonly hasFailed: boolean; readonly givesNewIds: boolean},
  service: Asked['service']
): readonly Step[] {
  const hasDone = told.some(hasSucceeded);
  const mayRun = told.some(
    ({facts: {now}}) => now.is === 'running' || now.is === 'not-proven' || (hasFailed && !isOver(now))
  );
  if (!hasDone && !mayRun) return [];
  const what = hasDone && mayRun ? 'both' : hasDone ? 'done' : 'running';
  const ids = givesNewIds ? 'newIds' : 'sameIds';
  // A re-run is of a job alone; new ids need a new run, which is of all jobs.
  const starter = hasFailed && givesNewIds ? 'workflow' : 'job';
  const line: Message = ({toDo}) => toDo.noDuplicates[kindOf(service)][what](toDo.starters[starter]);
  if (!hasFailed) return [[line]];
  const waits: Message = ({toDo}) => toDo.afterAll[ids];
  // Of a resource nobody knows which change failed.
  if (service.resource) return [[waits, line]];
  return [[waits, words => words.sentences([inWords(line, words), words.toDo.waitForAll[ids]])]];
}

/** What is to do about a task, but for its id: what helps one helps all others of whom the same is said. */
function adviceIn({facts: {toDo, wait}}: ToldTask): string {
  return toDo
    .flatMap(step => (wait && step === wait.step ? wait.of([], false) : step))
    .map(line => inWords(line, en))
    .join('\n');
}

/** What to do about tasks with one verdict and the same advice; where others have failed, to wait for them with those. */
function stepsOf(
  verdict: Exclude<Verdict, 'succeeded'>,
  members: NonEmpty<ToldTask>,
  {hasFailed, isAmongOthers}: {readonly hasFailed: boolean; readonly isAmongOthers: boolean}
): readonly Step[] {
  const ids = members.map(({reference}) => fullId(reference));
  const {toDo, alone, wait} = members[0].facts;
  const own = isAmongOthers ? (alone ?? toDo) : toDo;
  const waits = wait?.of(ids, hasFailed);
  const forAll = own.map(step => (waits && step === wait?.step ? waits : step));
  const [first, ...more] = forAll.flat();
  if (first === undefined) return [];
  const {ending} = members[0].result;
  const label = ending.verdict === 'failed' && ending.because === 'warning' ? 'warning' : verdict;
  return [[words => words.toDo.group[label](firstIds(ids, words), inWords(first, words)), ...more]];
}
