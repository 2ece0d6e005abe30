import type {Party, RequestError, RequestFailure} from '../../errors.ts';
import {isUnknownApi} from '../../gateway.ts';
import {isLoopback} from '../../loopback.ts';
import {inWords, type Message} from '../../text.ts';
import type {Words} from '../../words/en.ts';
import {describeFailure} from '../failure.ts';
import {
  aboutTask,
  adviceFor,
  type Case,
  maxCause,
  type Step,
  shortened,
  type Told,
  thenWait,
  waitAfterFix
} from './told.ts';

export function requestFailed(cause: RequestError, own: Case): Told {
  const told = failedRequest(cause, own);
  const {explanation} = cause.failure;
  return {
    ...told,
    ...thenWait(told.toDo, waitAfterFix(own, explanation))
  };
}

function failedRequest(cause: RequestError, own: Case): Told {
  const {place, side} = own;
  const {failure} = cause;
  const {kind, party = 'service', explanation, status = 0} = failure;
  const isService = party === 'service';
  const whom = (words: Words) => partyName(failure, own, words);
  const address = (words: Words) =>
    isService ? place.endpoint.url + words.inBrackets(inWords(place.endpoint.origin, words)) : whom(words);
  const answer = (words: Words) => describeFailure(cause, words, {named: party, withId: false});
  const headline = (what: (words: Words) => string) => aboutTask(own, what);
  const inputs = (words: Words) => inputsOf(party, place, words);
  const check: Step = [words => words.toDo.checkAddress(inputs(words), isService ? place.endpoint.url : whom(words))];
  const way = wayStep(isService ? place.endpoint.url : whom);
  const advice = adviceFor(own, cause);
  if (explanation) {
    return {
      headline: headline(words => explanation(words).headline),
      happened: words => explanation(words).cause,
      toDo: [[words => explanation(words).fix]]
    };
  }
  if (side === 'between' && kind !== 'unreached' && kind !== 'blocked') {
    const isRedirect = !failure.isPage && status < 400;
    return {
      headline: headline(words => (isRedirect ? words.headline.redirected : words.headline.notTheService(whom(words)))),
      happened: words =>
        isRedirect
          ? words.sentences([words.happened.answered(address(words), answer(words)), words.happened.redirected])
          : words.happened.page(whom(words), answer(words)),
      toDo: failure.hasLargeHeader
        ? [[({toDo}) => toDo.largeToken]]
        : failure.isPage
          ? [check, way]
          : advice.length > 0
            ? advice
            : [rejectionStep(failure, inputs)]
    };
  }
  switch (kind) {
    case 'unreached': {
      const host = new URL(place.endpoint.url).host;
      if (status !== 0) {
        return {
          headline: headline(words => words.headline.notTheService(whom(words))),
          happened: words => words.happened.page(address(words), answer(words)),
          toDo: [check, way]
        };
      }
      const {proxyVariable} = failure;
      const useProxy: Step = [({toDo}) => (proxyVariable ? toDo.proxyVariable(proxyVariable) : toDo.useProxy)];
      return {
        headline: headline(words =>
          isService && isLoopback(host)
            ? shortened(inWords(cause.what, words), maxCause)
            : words.headline.noAnswerFrom(whom(words))
        ),
        happened: words => words.happened.unreached(address(words), answer(words)),
        toDo: isService && isLoopback(host) ? [[({toDo}) => toDo.loopback(host)]] : [check, useProxy]
      };
    }
    case 'blocked':
      return {
        headline: headline(words =>
          status === 407
            ? words.headline[refusesUser(failure) ? 'proxyRefuses' : 'proxyWantsUser'](failure.proxyVariable ?? '')
            : shortened(inWords(cause.what, words), maxCause)
        ),
        happened: words =>
          words.happened[status === 407 ? 'noConnection' : 'connectionEnded'](address(words), answer(words)),
        ...(status !== 407 && {
          besides: (words: Words) => {
            const isInHeadline = inWords(cause.what, words).length <= maxCause;
            return words.happened.connectionEnded(address(words), isInHeadline ? '' : answer(words));
          }
        }),
        toDo: blockedSteps(failure, [words => words.toDo.checkInputs(inputs(words))])
      };
    case 'malformed':
      return {
        headline: headline(words => words.headline.wrongAnswers(whom(words))),
        happened: words => words.happened.malformed(whom(words), own.result.polls >= 3, answer(words)),
        toDo:
          advice.length > 0
            ? advice
            : [
                [
                  words =>
                    isService
                      ? words.toDo.wrongApi(inWords(place.endpoint.origin, words))
                      : words.toDo.noProxyAnswers(inputs(words), whom(words))
                ]
              ]
      };
    case 'transient':
    case 'throttled':
      return {
        headline: headline(words =>
          status === 0 ? words.headline.noAnswerFrom(whom(words)) : words.headline.requestFailed
        ),
        happened: words => words.happened.polledOnceInVain(answer(words)),
        toDo: [[({toDo}) => toDo.pollWithTime]]
      };
    default:
  }
  return {
    headline: headline(words => words.headline.rejected(shortened(failure.text ?? '', maxCause))),
    happened: words => words.happened.rejected(whom(words), isService ? address(words) : '', answer(words)),
    toDo: advice.length > 0 ? advice : [rejectionStep(failure, inputs)]
  };
}

/** Of a proxy that the runner is not told of, no user was tried. */
function refusesUser({proxyVariable, proxyHasNoUser}: RequestFailure): boolean {
  return proxyVariable !== undefined && !proxyHasNoUser;
}

function blockedSteps(failure: RequestFailure, check: Step): readonly Step[] {
  const {status, proxyVariable, isUntrusted} = failure;
  if (status === 407) {
    return [[({toDo}) => toDo[refusesUser(failure) ? 'proxyPassword' : 'proxyUser'](proxyVariable ?? 'HTTPS_PROXY')]];
  }
  return [
    ...(isUntrusted ? [[({toDo}: Words) => toDo.certificate] as const] : []),
    check,
    ...(proxyVariable ? [[({toDo}: Words) => toDo.proxyVariable(proxyVariable)] as const] : [])
  ];
}

function rejectionStep({code, status = 0}: RequestFailure, inputs: (words: Words) => string): Step {
  return [
    words => {
      const {toDo} = words;
      if (isUnknownApi(code)) return toDo.unknownApi(inputs(words));
      if (status === 494) return toDo.tooLargeToken;
      if (status === 511) return toDo.networkLogIn;
      return status >= 300 && status < 400 ? toDo.redirect(inputs(words)) : toDo.readTheAnswer;
    }
  ];
}

/** The inputs that the address of the one who was asked comes from. */
export function inputsOf(party: Party, {endpoint}: Case['place'], {toDo}: Words): string {
  return party === 'service' && endpoint.isGiven ? toDo.endpoint : toDo.inputsOf[party];
}

export function partyName({party = 'service'}: RequestFailure, {title}: Case, words: Words): string {
  return party === 'service' ? title(words) : words.parties[party];
}

export function wayStep(whom: Message): Step {
  return [words => words.toDo.checkWay(inWords(whom, words))];
}
