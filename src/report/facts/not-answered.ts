import {explainDenial, explainRefusal} from '../../auth/refusals.ts';
import {parseDuration} from '../../duration.ts';
import type {RequestError, RequestFailure} from '../../errors.ts';
import {table} from '../../inputs/table.ts';
import {servicesWithUsualId} from '../../services/index.ts';
import {kindOf} from '../../services/service.ts';
import {inWords, type Message} from '../../text.ts';
import type {Words} from '../../words/en.ts';
import {describeFailure} from '../failure.ts';
import {placesOf} from '../places.ts';
import {partyName} from './request-failed.ts';
import {
  about,
  aboutTask,
  adviceFor,
  advised,
  afterFix,
  answerIn,
  type Case,
  keepsId,
  nounOf,
  type Step,
  type Told,
  thenWait,
  waitAfterFix,
  waitBy
} from './told.ts';

export function notFound(cause: RequestError, own: Case): Told {
  const isGoneExpected = own.judging.strictness.expectation?.kind === 'gone';
  return own.result.last ? vanished(cause, own, isGoneExpected) : neverFound(cause, own, isGoneExpected);
}

function vanished(cause: RequestError, own: Case, isGoneExpected: boolean): Told {
  const {service, title, id} = own;
  const kind = kindOf(service);
  return {
    headline: about(own, ({headline}, name) => headline.vanished(name)),
    happened: words =>
      words.sentences([
        words.happened.vanished[kind](title(words), answerIn(cause, words)),
        isGoneExpected ? words.happened.notProvenGone : ''
      ]),
    ...thenWait(
      [
        ...adviceFor(own, cause),
        ...(isGoneExpected
          ? [[({toDo}: Words) => toDo.lookWhetherGone] as const, [({toDo}: Words) => toDo.deletionDone(true)] as const]
          : [[(words: Words) => words.toDo.vanished[kind](title(words))] as const])
      ],
      waitBy(id, ids => [({toDo}) => toDo.ifItExists.onlyWaits, ({toDo}) => toDo.ifItExists.starts[kind](ids)])
    )
  };
}

function neverFound(cause: RequestError, own: Case, isGoneExpected: boolean): Told {
  const {result, reference, service, place, title, id, judging} = own;
  const {projectId, workspace, taskId} = reference;
  const {usualWorkspace} = service;
  const isName = projectId !== '' && !/^[0-9a-f]{32}$/i.test(projectId);
  const others = servicesWithUsualId(own.allServices ?? [], service, taskId);
  const checks: readonly Step[] = [
    ...(others.length > 0 ? [[({toDo}: Words) => toDo.otherService(others, service.name)] as const] : []),
    ...(isName ? [[({toDo}: Words) => toDo.projectName(projectId)] as const] : []),
    ...(place.endpoint.isGiven ? [[({toDo}: Words) => toDo.checkEndpoint(place.endpoint.url)] as const] : []),
    ...(usualWorkspace === undefined
      ? []
      : [
          [
            ({toDo}: Words) =>
              workspace === undefined ? toDo.workspaceUnset(usualWorkspace) : toDo.workspaceGiven(workspace)
          ] as const
        ])
  ];
  const kind = kindOf(service);
  const {notFoundGraceMs} = judging;
  const usualGrace = table['not-found-grace'].default;
  const isGraceShort = notFoundGraceMs < Number(parseDuration(usualGrace));
  const change = isGoneExpected ? 'deletion' : kind;
  const wait = waitBy(id, () => [
    ({toDo}) => toDo.corrected.after[change],
    ...afterFix(change),
    ({toDo}) => toDo.corrected.starts[change]
  ]);
  const ofCode = adviceFor(own, cause);
  const advice = ofCode.length > 0 ? ofCode : advised(service.advice.verdicts?.['not-found']);
  // A code can say why it is not found.
  const isOfInputs = !isGoneExpected && ofCode.length === 0;
  return {
    headline: isGoneExpected
      ? aboutTask(own, ({headline}) => headline.neverFound)
      : about(own, ({headline}, name) => headline.notFound(name)),
    happened: words => {
      const places = placesOf(reference, place.region, service).map(message => inWords(message, words));
      const told = words.happened[isGoneExpected ? 'perhapsGone' : 'notFound'](
        title(words),
        nounOf(service, words),
        id,
        words.happened.in(places),
        answerIn(cause, words)
      );
      const why =
        result.elapsedMs < own.limits.timeoutMs
          ? isGoneExpected
            ? words.happened.graceOverGone(nounOf(service, words), notFoundGraceMs)
            : words.happened.graceOver(notFoundGraceMs)
          : words.happened.polledFor(result.elapsedMs);
      const either = isOfInputs ? words.happened.inputOrNone(nounOf(service, words), isGraceShort) : '';
      return words.sentences([told, either, why]);
    },
    wait,
    toDo: [
      ...(isGoneExpected ? [[({toDo}: Words) => toDo.lookWhetherGone] as const] : []),
      ...checks,
      ...(advice.length > 0 ? advice : [[({toDo}: Words) => toDo.checkPlace[kind]] as const]),
      ...(isOfInputs && isGraceShort
        ? [[({toDo}: Words) => toDo.mayAppear[kind](notFoundGraceMs, usualGrace)] as const]
        : []),
      wait.step,
      ...(isGoneExpected ? [[({toDo}: Words) => toDo.deletionDone(false)] as const] : []),
      ...(isOfInputs ? [noSuch(service, isGraceShort)] : [])
    ]
  };
}

/** Where no input is wrong. */
function noSuch(service: Case['service'], isGraceShort: boolean): Step {
  return [words => words.toDo.noSuch(nounOf(service, words), {givesNewId: !keepsId(service), isGraceShort})];
}

export function refused(cause: RequestError, own: Case): Told {
  const {result, credentialKind} = own;
  const {failure} = cause;
  const {party, isPage} = failure;
  const refusal = explainDenial(failure, credentialKind, result.last !== undefined);
  // What the service says of refused credentials is of no use where these have ended by themselves.
  const hasEnded = failure.workedBefore && failure.unauthenticated;
  const advice = hasEnded ? [] : adviceFor(own, cause);
  const whatCame = (words: Words) => {
    if (failure.status === undefined) return '';
    const answer = describeFailure(cause, words, {named: party, withId: false});
    const {answered, answeredElsewhere} = words.happened;
    return isPage ? answeredElsewhere(answer) : answered(partyName(failure, own, words), answer);
  };
  return {
    headline: aboutTask(own, words => refusal(words).headline),
    happened: words => {
      const {cause: why, meaning = ''} = refusal(words);
      return words.sentences([why, whatCame(words), meaning]);
    },
    besides: words => {
      const {headline, cause: why, meaning = ''} = refusal(words);
      const isSame = words.sentence(headline).toLowerCase() === why.toLowerCase();
      return words.sentences([isSame && whatCame(words) !== '' ? '' : why, whatCame(words), meaning]);
    },
    ...thenWait(
      advice.length > 0 ? advice : refusalSteps(words => refusal(words).fix, own, failure),
      waitAfterFix(own, refusal)
    )
  };
}

/** Where a service refuses what is of a whole account, its scope may be the reason; what helps in a project does not. */
function refusalSteps(fix: Message, {service}: Case, failure: RequestFailure): readonly Step[] {
  const {status, party = 'service'} = failure;
  if (service.scope !== 'domain' || party !== 'service' || status !== 403) return [[fix]];
  const hasOwnReason = 'code' in explainRefusal(failure);
  return [...(hasOwnReason ? [[fix] as const] : []), [({toDo}) => toDo.wholeAccount]];
}
