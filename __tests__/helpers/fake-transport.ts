import type {HttpRequest, Transport, TransportError} from '../../src/http/transport.ts';

/** One scripted answer: HTTP 200 with the body as JSON unless said otherwise. */
export interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

export type Script =
  | readonly (Scripted | TransportError)[]
  | ((request: HttpRequest, index: number) => Scripted | TransportError);

/** Answers by the script; when a list is used up, its last answer repeats. Remembers the requests. */
export function fakeTransport(script: Script): {readonly transport: Transport; readonly requests: HttpRequest[]} {
  const requests: HttpRequest[] = [];
  const transport: Transport = async (request, signal) => {
    signal.throwIfAborted();
    const index = requests.push(request) - 1;
    const answer = typeof script === 'function' ? script(request, index) : script[Math.min(index, script.length - 1)];
    if (answer === undefined) throw new Error('the script has no answer');
    if (answer instanceof Error) throw answer;
    const {status = 200, headers = {}, body = ''} = answer;
    return {status, header: name => headers[name], text: typeof body === 'string' ? body : JSON.stringify(body)};
  };
  return {transport, requests};
}
