import {describe, expect, it} from '@jest/globals';
import type {RequestFailure} from '../../../src/errors.ts';
import {endingText} from '../../../src/report/ending.ts';
import {factsOf} from '../../../src/report/facts/facts.ts';
import type {Message} from '../../../src/text.ts';
import {en, type Words} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {failureOf, inputsFor, places, type Wait, waitEnding} from '../results.ts';

/** A request that failed, what it brought where that is more than its HTTP status, and the inputs and the wait around it. */
interface Failed {
  readonly failure: RequestFailure;
  readonly what?: Message;
  readonly given?: Readonly<Record<string, string>>;
  readonly wait?: Wait;
}

/** What is said of it, without the name of the task in the headline. */
function said({failure, what, given, wait}: Failed, words: Words = en) {
  const inputs = inputsFor(given);
  const [reference] = inputs.tasks;
  const result = waitEnding({verdict: 'error', problem: 'request', cause: failureOf(failure, what)}, undefined, wait);
  const {headline, whole, happened, toDo} = endingText(factsOf(result, reference, inputs), words);
  const who = words.one(`${words === zh ? '数据治理中心 ' : ''}DataArts Studio`, words.nouns.task, 'T1');
  return {headline: headline.replace(who + words.colon, ''), message: whole, below: happened, toDo};
}

const url = `https://${places.host}`;
const address = `${url} (built from region "cn-north-4")`;
const noName: Message = ({connection}) => connection.noName('dlf.example', 'ENOTFOUND');
const page =
  (status: number): Message =>
  ({answer}) =>
    answer.status(status, answer.page);
const redirect: Message = ({answer}) => answer.status(302, answer.redirect('log-in.example', true));
const proxyAsks: Message = ({answer}) => answer.status(407, answer.proxyAsks);
const brokenJson: Message = ({answer}) => answer.status(200, answer.broken(answer.brokenJson));
const endpoint = 'https://dlf.example';
const loopback = {endpoint: 'http://127.0.0.1:9000'};
const checkAddress = `Check the inputs region and cloud, and that the runner can reach ${url}.`;
const checkWay = `Check the proxy or firewall between the runner and ${url}.`;
const checkWorkspace = 'Check workspace: it takes the id of the workspace that the task is in.';
const notJson = 'not JSON (probably from a gateway or proxy between the runner and the service)';
const pollLater = 'Poll again later, or set timeout above 0 so that the step can wait.';
const redirected =
  'HTTP 302, a redirect to log-in.example, which looks like the log-in page of a network; this step does not follow redirects';
const either = 'Either the address is wrong, or a proxy or the network redirects; which of the two is not known.';
const noRedirect =
  'requests have to go to the API itself, which does not redirect. If the address is right, a proxy or the network redirects: change its settings.';

interface Case extends Failed {
  readonly name: string;
  readonly headline: string;
  readonly message: string;
  /** What stands below the headline, where that is not the message. */
  readonly below?: string;
  /** What to do before the task is waited for again. */
  readonly toDo: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a host that never answered',
    failure: {kind: 'unreached'},
    what: noName,
    headline: 'DataArts Studio did not answer',
    message: `No answer ever came from ${address}: the name dlf.example could not be looked up (ENOTFOUND).`,
    toDo: [checkAddress, 'If the runner is behind a proxy, set HTTPS_PROXY (and NO_PROXY) for it.']
  },
  {
    name: 'a host that never answered by way of a proxy',
    failure: {kind: 'unreached', proxyVariable: 'HTTPS_PROXY'},
    what: noName,
    headline: 'DataArts Studio did not answer',
    message: `No answer ever came from ${address}: the name dlf.example could not be looked up (ENOTFOUND).`,
    toDo: [checkAddress, 'Check the proxy in HTTPS_PROXY.']
  },
  {
    name: 'IAM, which never answered, where the service is on the runner',
    failure: {kind: 'unreached', party: 'iam'},
    what: noName,
    given: loopback,
    headline: 'IAM did not answer',
    message: 'No answer ever came from IAM: the name dlf.example could not be looked up (ENOTFOUND).',
    toDo: [
      'Check the inputs region, cloud and iam-endpoint, and that the runner can reach IAM.',
      'If the runner is behind a proxy, set HTTPS_PROXY (and NO_PROXY) for it.'
    ]
  },
  {
    name: 'an address on the runner where nothing listens',
    failure: {kind: 'unreached'},
    what: ({connection}) => connection.loopbackRefused('127.0.0.1:9000', 'ECONNREFUSED'),
    given: loopback,
    headline: 'nothing listens at 127.0.0.1:9000, which is the runner itself (ECONNREFUSED)',
    message:
      'No answer ever came from http://127.0.0.1:9000 (given in the input "endpoint"): nothing listens at 127.0.0.1:9000, which is the runner itself (ECONNREFUSED).',
    toDo: [
      'Correct the address, if it is not meant to be on the runner. If 127.0.0.1:9000 is meant, start what has to listen there.'
    ]
  },
  {
    name: 'a page from a host that never gave an answer of the API',
    failure: {kind: 'unreached', status: 404, isPage: true},
    what: page(404),
    headline: 'the answer probably did not come from DataArts Studio',
    message: `No answer of this API came from ${address}, only this: HTTP 404, ${notJson}.`,
    toDo: [checkAddress, checkWay]
  },
  {
    name: 'a page in place of an answer of IAM',
    failure: {kind: 'unreached', status: 404, isPage: true, party: 'iam'},
    what: page(404),
    headline: 'the answer probably did not come from IAM',
    message: `No answer of this API came from IAM, only this: HTTP 404, ${notJson}.`,
    toDo: [
      'Check the inputs region, cloud and iam-endpoint, and that the runner can reach IAM.',
      'Check the proxy or firewall between the runner and IAM.'
    ]
  },
  {
    name: 'an empty answer from a host that never gave another one',
    failure: {kind: 'unreached', status: 200},
    what: ({answer}) => answer.status(200, answer.empty),
    headline: 'the answer probably did not come from DataArts Studio',
    message: `No answer of this API came from ${address}, only this: HTTP 200 with an empty body.`,
    toDo: [checkAddress, checkWay]
  },
  {
    name: 'a proxy that refuses user and password',
    failure: {kind: 'blocked', status: 407, proxyVariable: 'HTTPS_PROXY', proxyHasNoUser: false},
    what: proxyAsks,
    headline: 'the proxy rejects the user and password in HTTPS_PROXY',
    message: `No connection to ${address} was made: HTTP 407, a proxy on the way wants a user and password.`,
    toDo: [
      'Check the user and password of the proxy in HTTPS_PROXY: special characters must be percent-encoded. The step tried them once, because refused passwords can lock an account.'
    ]
  },
  {
    name: 'a proxy that wants a user and password and was given none',
    failure: {kind: 'blocked', status: 407, proxyVariable: 'HTTPS_PROXY', proxyHasNoUser: true},
    what: ({connection}) =>
      connection.proxyNoPassword(connection.proxy('proxy.example:3128', 'HTTPS_PROXY'), places.host, 'HTTPS_PROXY'),
    headline: 'the proxy in HTTPS_PROXY wants a user and password',
    message: `No connection to ${address} was made: the proxy proxy.example:3128 (HTTPS_PROXY), through which ${places.host} is reached, wants a user and password, and HTTPS_PROXY has none (HTTP 407).`,
    toDo: [
      'Give the user and password of the proxy in HTTPS_PROXY: http://user:password@host:port. Special characters must be percent-encoded.'
    ]
  },
  {
    name: 'a certificate that is not trusted',
    failure: {kind: 'blocked', isUntrusted: true},
    what: ({connection}) => connection.untrusted('dlf.example', 'SELF_SIGNED_CERT_IN_CHAIN', ''),
    headline: 'the certificate of dlf.example is not trusted (SELF_SIGNED_CERT_IN_CHAIN)',
    message: `This step ended the connection to ${address}: the certificate of dlf.example is not trusted (SELF_SIGNED_CERT_IN_CHAIN).`,
    below: `This step ended the connection to ${address}.`,
    toDo: [
      "If you trust the certificate (self-signed, or of a private authority), set NODE_EXTRA_CA_CERTS in the runner's environment to a file with this certificate, or with that of its authority.",
      'Check the inputs region and cloud.'
    ]
  },
  {
    name: 'a certificate for another name, by way of a proxy',
    failure: {kind: 'blocked', proxyVariable: 'HTTPS_PROXY'},
    what: ({connection}) => connection.otherName('dlf.example', 'ERR_TLS_CERT_ALTNAME_INVALID'),
    headline: 'the certificate of dlf.example is for another name (ERR_TLS_CERT_ALTNAME_INVALID)',
    message: `This step ended the connection to ${address}: the certificate of dlf.example is for another name (ERR_TLS_CERT_ALTNAME_INVALID).`,
    below: `This step ended the connection to ${address}.`,
    toDo: ['Check the inputs region and cloud.', 'Check the proxy in HTTPS_PROXY.']
  },
  {
    name: 'a problem with the connection for which the headline has just room',
    failure: {kind: 'blocked'},
    what: 'x'.repeat(160),
    headline: 'x'.repeat(160),
    message: `This step ended the connection to ${address}: ${'x'.repeat(160)}.`,
    below: `This step ended the connection to ${address}.`,
    toDo: ['Check the inputs region and cloud.']
  },
  {
    name: 'a problem with the connection for which the headline has no room',
    failure: {kind: 'blocked'},
    what: 'x'.repeat(161),
    headline: `${'x'.repeat(159)}…`,
    message: `This step ended the connection to ${address}: ${'x'.repeat(161)}.`,
    toDo: ['Check the inputs region and cloud.']
  },
  {
    name: 'an answer of another form',
    failure: {kind: 'malformed', status: 200},
    what: brokenJson,
    wait: {polls: 2},
    headline: 'the answers of DataArts Studio cannot be read',
    message: 'The answer of DataArts Studio does not have the form of this API: HTTP 200 with broken JSON.',
    toDo: [
      'Check that service and endpoint belong together (the address is built from region "cn-north-4"), and that no proxy answers for the service.'
    ]
  },
  {
    name: 'three answers of IAM of another form',
    failure: {kind: 'malformed', status: 200, party: 'iam'},
    what: brokenJson,
    wait: {polls: 3},
    headline: 'the answers of IAM cannot be read',
    message: 'Three or more answers in a row from IAM do not have the form of this API: HTTP 200 with broken JSON.',
    toDo: ['Check the inputs region, cloud and iam-endpoint, and that no proxy answers in place of IAM.']
  },
  {
    name: 'answers of another form with a code for which the service has advice',
    failure: {kind: 'malformed', status: 200, code: 'DLF.0819'},
    what: 'HTTP 200 with an answer of another form: "status" is missing',
    headline: 'the answers of DataArts Studio cannot be read',
    message:
      'Three or more answers in a row from DataArts Studio do not have the form of this API: HTTP 200 with an answer of another form: "status" is missing, DLF.0819.',
    toDo: [checkWorkspace]
  },
  {
    name: 'no answer to the only request',
    failure: {kind: 'transient'},
    what: ({connection}) => connection.timeout('dlf.example', 30),
    given: {timeout: '0'},
    headline: 'DataArts Studio did not answer',
    message:
      'With timeout: 0 the step polls once, and that request failed: dlf.example gave no complete answer within 30 s.',
    toDo: [pollLater]
  },
  {
    name: 'a passing fault at the only request',
    failure: {kind: 'transient', status: 503},
    given: {timeout: '0'},
    headline: 'the only request failed',
    message: 'With timeout: 0 the step polls once, and that request failed: HTTP 503.',
    toDo: [pollLater]
  },
  {
    name: 'too many requests at the only request',
    failure: {kind: 'throttled', status: 429},
    given: {timeout: '0'},
    headline: 'the only request failed',
    message: 'With timeout: 0 the step polls once, and that request failed: HTTP 429.',
    toDo: [pollLater]
  },
  {
    name: 'a redirect',
    failure: {kind: 'rejected', status: 302},
    what: redirect,
    headline: 'the request was redirected',
    message: `${address} answered: ${redirected}. ${either}`,
    toDo: [`Check the inputs region and cloud: ${noRedirect}`]
  },
  {
    name: 'a redirect of the lowest status',
    failure: {kind: 'rejected', status: 300},
    headline: 'the request was redirected',
    message: `${address} answered: HTTP 300. ${either}`,
    toDo: [`Check the inputs region and cloud: ${noRedirect}`]
  },
  {
    name: 'a redirect of an endpoint that was given',
    failure: {kind: 'rejected', status: 302},
    what: redirect,
    given: {endpoint},
    headline: 'the request was redirected',
    message: `${endpoint} (given in the input "endpoint") answered: ${redirected}. ${either}`,
    toDo: [`Check the input "endpoint": ${noRedirect}`]
  },
  {
    name: 'a redirect in place of IAM, where the endpoint of the service was given',
    failure: {kind: 'rejected', status: 302, party: 'iam'},
    what: redirect,
    given: {endpoint},
    headline: 'the request was redirected',
    message: `IAM answered: ${redirected}. ${either}`,
    toDo: [`Check the inputs region, cloud and iam-endpoint: ${noRedirect}`]
  },
  {
    name: 'a redirect with a code for which the service has advice',
    failure: {kind: 'rejected', status: 302, code: 'DLF.0819'},
    headline: 'the request was redirected',
    message: `${address} answered: HTTP 302, DLF.0819. ${either}`,
    toDo: [checkWorkspace]
  },
  {
    name: "the log-in page of the runner's network",
    failure: {kind: 'rejected', status: 511},
    what: ({answer}) => answer.status(511, answer.networkLogIn),
    headline: 'the answer probably did not come from DataArts Studio',
    message:
      "No answer of this API came from DataArts Studio, only this: HTTP 511, the log-in page of the runner's network.",
    toDo: ["Log in to the runner's network, or ask its administrator to let the runner out."]
  },
  {
    name: 'a page about the request',
    failure: {kind: 'malformed', status: 400, isPage: true, hasLargeHeader: false},
    what: page(400),
    headline: 'the answer probably did not come from DataArts Studio',
    message: `No answer of this API came from DataArts Studio, only this: HTTP 400, ${notJson}.`,
    toDo: [checkAddress, checkWay]
  },
  {
    name: 'a page about a request with a large token',
    failure: {kind: 'malformed', status: 400, isPage: true, hasLargeHeader: true},
    what: page(400),
    headline: 'the answer probably did not come from DataArts Studio',
    message: `No answer of this API came from DataArts Studio, only this: HTTP 400, ${notJson}.`,
    toDo: ['Use an access key instead: the token is larger than 8 KiB, which may be too large for the gateway.']
  },
  {
    name: 'a page under a good status at the only request',
    failure: {kind: 'transient', status: 200, isPage: true},
    what: page(200),
    given: {timeout: '0'},
    headline: 'the answer probably did not come from DataArts Studio',
    message: `No answer of this API came from DataArts Studio, only this: HTTP 200, ${notJson}.`,
    toDo: [checkAddress, checkWay]
  },
  {
    name: 'a refused request',
    failure: {kind: 'rejected', status: 400, code: 'X.1', text: 'No such thing.'},
    headline: 'request rejected: No such thing',
    message: `DataArts Studio rejected the request to ${address}: HTTP 400, X.1: No such thing.`,
    toDo: ['Compare the inputs with what the answer says.']
  },
  {
    name: 'a refused request, without a text',
    failure: {kind: 'rejected', status: 400},
    headline: 'request rejected',
    message: `DataArts Studio rejected the request to ${address}: HTTP 400.`,
    toDo: ['Compare the inputs with what the answer says.']
  },
  {
    name: 'an error under a good status',
    failure: {kind: 'rejected', status: 200, code: 'X.1'},
    what: ({answer}) => answer.status(200, answer.error),
    headline: 'request rejected',
    message: `DataArts Studio rejected the request to ${address}: HTTP 200 with an error, X.1.`,
    toDo: ['Compare the inputs with what the answer says.']
  },
  {
    name: 'a refused request with a code for which the service has advice',
    failure: {kind: 'rejected', status: 400, code: 'DLF.0819', text: 'Workspace does not exist'},
    headline: 'request rejected: Workspace does not exist',
    message: `DataArts Studio rejected the request to ${address}: HTTP 400, DLF.0819: Workspace does not exist.`,
    toDo: [checkWorkspace]
  },
  {
    name: 'an API that does not exist there',
    failure: {kind: 'rejected', status: 404, code: 'APIGW.0101', text: 'The API does not exist'},
    headline: 'request rejected: The API does not exist',
    message: `DataArts Studio rejected the request to ${address}: HTTP 404, APIGW.0101: The API does not exist.`,
    toDo: [
      'There is no such API at this address. Check the inputs region and cloud, and that service is the one that started the task.'
    ]
  },
  {
    name: 'a token that is too large',
    failure: {kind: 'rejected', status: 494},
    headline: 'request rejected',
    message: `DataArts Studio rejected the request to ${address}: HTTP 494.`,
    toDo: ['Use an access key instead: the token is too large for the gateway.']
  },
  {
    name: 'what the one who asked explains',
    failure: {kind: 'rejected', explanation: ({refusals}) => refusals.noProjects},
    what: ({refusals}) => refusals.noProject,
    headline: 'the project cannot be looked up',
    message: 'IAM lets these credentials see no project.',
    toDo: ['Give project-id.']
  }
];

describe('of a request that failed', () => {
  it.each(cases)('headline, message and what to do tell of $name', ({name, headline, message, below, toDo, ...own}) => {
    const told = said(own);
    expect({...told, toDo: told.toDo.slice(0, -1)}).toEqual({
      headline,
      message,
      below: below ?? message,
      toDo: toDo.map(line => [line])
    });
  });

  it('the last thing to do is to wait for the task again', () => {
    expect(said({failure: {kind: 'rejected', status: 400}}).toDo.at(-1)).toEqual([
      'Then do the first of these that fits:',
      'If this job only waits, and you changed no file of this repository: re-run this job alone.',
      'If you changed files, and no job of this workflow starts the task: start a new run (a re-run uses the old files).',
      'If a job of this workflow starts the task: look first whether the service has this task. If so, run this step and the later ones in a workflow that does not start it, with task-id: T1. If not, start a new run of this workflow.'
    ]);
  });

  it('a user and password are asked for where none is known to have been tried', () => {
    const {headline, toDo} = said({failure: {kind: 'blocked', status: 407}, what: proxyAsks});
    expect(headline).toBe('the proxy wants a user and password');
    expect(toDo[0]?.[0]).toMatch(/^Give the user and password of the proxy in HTTPS_PROXY: /);
  });

  it('all is told in Chinese', () => {
    const chinese = `${url}（由区域“cn-north-4”得出）`;
    const told = (own: Failed) => {
      const {headline, message, toDo} = said(own, zh);
      return [headline, message, ...toDo.slice(0, -1).flat()];
    };
    expect(told({failure: {kind: 'rejected', status: 302}, what: redirect})).toEqual([
      '请求被重定向',
      `${chinese}返回：HTTP 302，重定向到 log-in.example，看起来是网络的登录页（本步骤不跟随重定向）。可能是地址有误，也可能是代理或网络在重定向，无法判断是哪一种。`,
      '检查输入项 region 和 cloud：请求必须直接发往 API 自己的地址，那里不会重定向。如果地址无误，说明重定向来自代理或网络：请修改其配置。'
    ]);
    expect(told({failure: {kind: 'rejected', status: 400, text: 'Bad scope.', party: 'iam'}}).slice(0, 2)).toEqual([
      '请求被拒绝：Bad scope',
      'IAM 拒绝了请求：HTTP 400，Bad scope。'
    ]);
    expect(told({failure: {kind: 'unreached', status: 404, isPage: true}, what: page(404)})).toEqual([
      '收到的可能不是数据治理中心 DataArts Studio 返回的响应',
      `没有收到 ${chinese}的 API 响应，只收到：HTTP 404，响应不是 JSON（可能来自 Runner 与服务之间的网关或代理）。`,
      `检查输入项 region 和 cloud，并确认 Runner 能够访问 ${url}。`,
      `检查 Runner 与 ${url} 之间的代理或防火墙。`
    ]);
  });
});
