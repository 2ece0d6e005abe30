import {RequestError, type RequestFailure} from '../../src/errors.ts';

/** The failure that a promise rejects with, and its message; anything else is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<RequestFailure & {readonly message: string}> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  );
  if (!(error instanceof RequestError)) throw new Error(`a RequestError was expected, and came: ${String(error)}`);
  return {...error.failure, message: error.message};
}
