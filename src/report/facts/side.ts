import type {RequestFailure} from '../../errors.ts';
import type {WaitResult} from '../../polling/poller.ts';
import type {Service} from '../../services/service.ts';
import type {Side} from './told.ts';

export function sideOf({ending, last}: WaitResult, {isDefinedByWorkflow}: Pick<Service, 'isDefinedByWorkflow'>): Side {
  // The states of a custom service are listed in its definition, all others in this action.
  const wordSide = isDefinedByWorkflow ? 'inputs' : 'action';
  switch (ending.verdict) {
    case 'succeeded':
    case 'unfinished':
    case 'cancelled':
      return 'nobody';
    case 'failed':
    case 'stopped':
      return 'service';
    case 'timed-out':
      if (ending.cause !== undefined) return sideOfFailure(ending.cause.failure);
      return last?.task.state === 'unknown' ? wordSide : 'nobody';
    case 'not-found':
      return last === undefined ? 'inputs' : 'service';
    case 'denied':
      return sideOfFailure(ending.cause.failure);
    case 'error':
      switch (ending.problem) {
        case 'request':
          return sideOfFailure(ending.cause.failure);
        case 'pages':
        case 'other-task':
          return 'between';
        case 'ended-in-unknown-word':
          return wordSide;
        default:
          return 'service';
      }
    default:
      return ending satisfies never;
  }
}

/** Whose side a request failed on. */
export function sideOfFailure({kind, status = 0, isPage, explanation}: RequestFailure): FailureSide {
  const isDiverted = (status >= 300 && status < 400) || status === 407 || status === 511;
  if (isPage || isDiverted) return 'between';
  switch (kind) {
    case 'denied':
      return 'request';
    case 'rejected':
      return explanation ? 'inputs' : 'request';
    case 'not-found':
      return 'inputs';
    case 'unreached':
    case 'blocked':
      return 'runner';
    case 'transient':
      return status === 0 ? 'runner' : 'service';
    case 'throttled':
    case 'malformed':
      return 'service';
    default:
      return kind satisfies never;
  }
}

type FailureSide = Exclude<Side, 'nobody' | 'action'>;
