/**
 * The stories that a task of the stand-in cloud can play, as data.
 *
 * A story has a service, a name (which the start call chooses), the verdict that it must lead to, a description, and a
 * timeline: what a poll is answered from `at` seconds after the start on. `weather` is what single polls are answered
 * instead, by their number. A story of several tasks has `tasks` instead of a timeline: the words by which each
 * chooses its own story, which is the one that the word begins with. `inputs` are the action's inputs that the story
 * needs to be over soon; `best` marks the ones that `npm start -- <service>` plays.
 *
 * An answer is one of
 *   {sample}                             a documented answer, with the ids and times of the task (evidence.mjs)
 *   {status, …}                          the task's state, in the service's own words (dataarts.mjs makes the body);
 *                                        `set` puts fields into the body as they are, `ended` overrules the end time
 *   {missing: true | code}               the service does not know the task
 *   {error: {http, code, text, headers}} an error answer
 *   {page: {http, title}}                a page of HTML
 *   {text}                               a 200 with exactly this text
 *   {redirect: 302}                      elsewhere, where a lie waits: a task that succeeded
 *   {fault, says}                        one of faults.mjs; `says` is the state to lie with
 *   {refuse: 'signature'}                the gateway finds that the signature is wrong
 *   {refuse: 'revoked'}                  the credentials of this poll end before their time
 *
 * Those here are no service's own: DataArts Studio plays them. Stories about credentials are in access-stories.mjs, those
 * of `service: custom` in custom-stories.mjs; evidence.mjs makes those of each service.
 */

import {accessStories} from './access-stories.mjs';
import {demoCredentials} from './credentials.mjs';
import {customStories} from './custom-stories.mjs';
import {stories as documented} from './evidence.mjs';

const batch = 'Import the job_batch job.';
const stream = 'Import the job_stream job.';

const bothRunning = {[batch]: 'RUNNING', [stream]: 'RUNNING'};
const firstDone = {[batch]: 'SUCCESSFUL', [stream]: 'RUNNING'};
const bothDone = {[batch]: 'SUCCESSFUL', [stream]: 'SUCCESSFUL'};

const running = {status: 'RUNNING', subtasks: bothRunning};
const successful = {status: 'SUCCESSFUL', subtasks: bothDone};

/** So many jobs, of which so many have been imported. */
const jobs = (count, done) =>
  Object.fromEntries(
    Array.from({length: count}, (_, i) => [`Import the job_${i + 1} job.`, i < done ? 'SUCCESSFUL' : 'RUNNING'])
  );

const throttled = {
  error: {
    http: 429,
    code: 'APIGW.0308',
    text: 'The throttling threshold has been reached: policy api over ratelimit,limit:2,time:3 second'
  }
};

/** A workspace of the stand-in cloud besides the one named default. */
export const demoWorkspace = demoCredentials.workspace;

/** An access key and a token that the stand-in cloud does not know. */
export const unknownAccessKey = 'UNKNOWNKEY0000000000';
const unknownToken = 'MIIUnknownTokenOfAnotherCloud';

const hostile = [
  'job\n::error title=pwned::a forged error',
  'job\r\n::set-output name=status::succeeded',
  '::add-mask::e',
  '##[error]old style ##[set-output name=status]succeeded',
  '\u001B[31mred\u001B[2J\u001B[H and \u0007 bell, \u009B31m C1, \u2028 line separator',
  '| a | b |\n|---|---|\n| `x` | **bold** [link](javascript:alert(1)) ![i](https://evil.example/x.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)></td></table>',
  '\u202Egnp.troper\u202C \u2066hidden\u2069 \u200Bzero width',
  '%0A::error::percent %25 encoded',
  '{{ secrets.TOKEN }} $(touch /tmp/x) `id` "; exit 0; #'
];

const dataartsStudio = [
  {
    name: 'succeeds',
    verdict: 'succeeded',
    best: true,
    description: 'an import whose two jobs finish one after the other, in four seconds',
    timeline: [
      {at: 0, ...running},
      {at: 2, status: 'RUNNING', subtasks: firstDone},
      {at: 4, ...successful}
    ]
  },
  {
    name: 'fails',
    verdict: 'failed',
    best: true,
    description: 'an import that fails because of one of its two jobs',
    timeline: [
      {at: 0, ...running},
      {at: 1, status: 'RUNNING', subtasks: firstDone},
      {
        at: 2.5,
        status: 'FAILED',
        message: 'Failed to import the job job_stream: the connection dws_prod does not exist.',
        subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'FAILED'}
      }
    ]
  },
  {
    name: 'unreadable-file',
    verdict: 'failed',
    description: 'a file that cannot be read, told in Chinese, with an empty list of subtasks',
    taskName: '从OBS路径[obs://demo/unreadable-file.zip]导入解决方案。',
    timeline: [{at: 0, status: 'FAILED', message: '读取OBS文件[obs://demo/unreadable-file.zip]失败。', subtasks: {}}]
  },
  {
    name: 'failed-subtask-under-success',
    verdict: 'failed',
    description: 'an import that says it succeeded, with a job that did not',
    timeline: [
      {at: 0, ...running},
      {at: 2, status: 'SUCCESSFUL', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'FAILED'}}
    ]
  },
  {
    name: 'failed-subtask-allowed',
    verdict: 'succeeded',
    description: 'the same with strict-subtasks: false',
    inputs: {'strict-subtasks': 'false'},
    timeline: [
      {at: 0, ...running},
      {at: 2, status: 'SUCCESSFUL', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'FAILED'}}
    ]
  },
  {
    name: 'success-before-subtasks',
    verdict: 'succeeded',
    description: 'an import that says it succeeded two seconds before its last job is done',
    timeline: [
      {at: 0, ...running},
      {at: 1, status: 'SUCCESSFUL', subtasks: firstDone},
      {at: 3, ...successful}
    ]
  },
  {
    name: 'slow',
    verdict: 'succeeded',
    description: 'an import of six jobs, one after the other, in nine seconds',
    timeline: [
      ...Array.from({length: 6}, (_, i) => ({at: 1.5 * i, status: 'RUNNING', subtasks: jobs(6, i)})),
      {at: 9, status: 'SUCCESSFUL', subtasks: jobs(6, 6)}
    ]
  },
  {
    name: 'ten-tasks',
    verdict: 'failed',
    description: 'ten imports in one step: seven succeed, two fail, and one outlasts the timeout',
    inputs: {timeout: '14s'},
    tasks: [
      'succeeds-orders',
      'succeeds-customers',
      'fails-invoices',
      'slow-warehouse',
      'success-before-subtasks-returns',
      'warning-suppliers',
      'slow-forecast',
      'appears-late-stock',
      'unknown-word-prices',
      'never-ends-archive'
    ]
  },
  {
    name: 'four-tasks',
    verdict: 'failed',
    description: 'four imports in one step: two succeed, one fails, and one outlasts the timeout',
    inputs: {timeout: '8s'},
    tasks: ['succeeds-orders', 'fails-invoices', 'succeeds-customers', 'never-ends-archive']
  },
  {
    name: 'other-spelling',
    verdict: 'failed',
    description: 'subTasks for subtasks, times as text, errorCode for error_code: as other documents have it',
    subtasksKey: 'subTasks',
    timesAsText: true,
    weather: {1: {error: {http: 400, code: 'DLF.0810', text: 'Task does not exist', camelCase: true}}},
    timeline: [
      {at: 0, ...running},
      {at: 4, status: 'SUCCESSFUL', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'FAILED'}}
    ]
  },
  {
    name: 'warning',
    verdict: 'failed',
    description: 'an import that ends with warnings',
    timeline: [
      {at: 0, ...running},
      {at: 1, status: 'WARNING', ended: false, subtasks: firstDone},
      {at: 3, status: 'WARNING', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'WARNING'}}
    ]
  },
  {
    name: 'warning-allowed',
    verdict: 'succeeded',
    description: 'the same with allow-warnings: true',
    inputs: {'allow-warnings': 'true'},
    timeline: [
      {at: 0, ...running},
      {at: 1, status: 'WARNING', ended: false, subtasks: firstDone},
      {at: 3, status: 'WARNING', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'WARNING'}}
    ]
  },
  {
    name: 'unknown-word',
    verdict: 'succeeded',
    description: 'a state that no document names, on the way to success',
    timeline: [
      {at: 0, ...running},
      {at: 1, status: 'VALIDATING', subtasks: firstDone},
      {at: 4, ...successful}
    ]
  },
  {
    name: 'unknown-end',
    verdict: 'error',
    description: 'a state that no document names, with an end time',
    timeline: [
      {at: 0, ...running},
      {at: 1, status: 'PARTIAL', ended: true, subtasks: firstDone}
    ]
  },
  {
    name: 'never-ends',
    verdict: 'timed-out',
    description: 'an import that outlasts a timeout of four seconds',
    inputs: {timeout: '4s'},
    timeline: [{at: 0, ...running}]
  },
  {
    name: 'polled-once',
    verdict: 'unfinished',
    description: 'the same with timeout: 0, which polls once',
    inputs: {timeout: '0'},
    timeline: [{at: 0, ...running}]
  },
  {
    name: 'cancelled',
    verdict: 'cancelled',
    description: 'the same, and the run is cancelled after three seconds',
    cancelAfter: 3,
    timeline: [{at: 0, ...running}]
  },
  {
    name: 'not-found',
    verdict: 'not-found',
    description: 'an id that the service does not know (DLF.0810)',
    inputs: {'not-found-grace': '3s'},
    timeline: [{at: 0, missing: 'DLF.0810'}]
  },
  {
    name: 'appears-late',
    verdict: 'succeeded',
    description: 'an import that the service does not know for its first three seconds',
    timeline: [
      {at: 0, missing: 'DLF.0810'},
      {at: 3, ...running},
      {at: 6, ...successful}
    ]
  },
  {
    name: 'vanishes',
    verdict: 'not-found',
    description: 'an import that is seen and then gone',
    weather: {1: running},
    timeline: [{at: 0, missing: 'DLF.20810'}]
  },
  {
    name: 'wrong-workspace',
    verdict: 'not-found',
    description: 'an import in another workspace than the one asked',
    workspace: demoWorkspace,
    inputs: {'not-found-grace': '3s'},
    timeline: [
      {at: 0, ...running},
      {at: 2, ...successful}
    ]
  },
  {
    name: 'right-workspace',
    verdict: 'succeeded',
    description: 'the same, asked where it is',
    workspace: demoWorkspace,
    inputs: {workspace: demoWorkspace},
    timeline: [
      {at: 0, ...running},
      {at: 2, ...successful}
    ]
  },
  {
    name: 'unknown-workspace',
    verdict: 'error',
    description: 'a workspace that does not exist',
    inputs: {workspace: '00000000000000000000000000000000'},
    timeline: [{at: 0, ...running}]
  },
  {
    name: 'denied',
    verdict: 'denied',
    description: 'an account without permission (403)',
    timeline: [{at: 0, error: {http: 403, code: 'APIGW.0302', text: 'The IAM user is not allowed to access the API'}}]
  },
  {
    name: 'unknown-key',
    verdict: 'denied',
    description: 'an access key that does not exist (401)',
    inputs: {'access-key': unknownAccessKey},
    timeline: [{at: 0, ...running}]
  },
  {
    name: 'wrong-secret-key',
    verdict: 'denied',
    description: 'a signature that is wrong: the answer repeats the signed request (401)',
    timeline: [{at: 0, refuse: 'signature'}]
  },
  {
    name: 'unknown-token',
    verdict: 'denied',
    description: 'a token of another cloud (401)',
    access: 'token',
    inputs: {token: unknownToken},
    timeline: [{at: 0, ...running}]
  },
  {
    name: 'throttled',
    verdict: 'succeeded',
    description: 'too many requests: once with the window in the text, once with Retry-After',
    weather: {2: throttled, 3: {error: {...throttled.error, headers: {'retry-after': '2'}}}},
    timeline: [
      {at: 0, ...running},
      {at: 5, ...successful}
    ]
  },
  {
    name: 'outage',
    verdict: 'succeeded',
    description: 'error pages, resets, cut and stalled bodies, and a good end after them',
    inputs: {'request-timeout': '2s'},
    weather: {
      2: {page: {http: 502, title: '502 Bad Gateway'}},
      3: {fault: 'reset'},
      4: {fault: 'cut'},
      5: {fault: 'stall'}
    },
    timeline: [
      {at: 0, ...running},
      {at: 4, ...successful}
    ]
  },
  {
    name: 'html',
    verdict: 'timed-out',
    description: 'a login page under 200, until the timeout',
    inputs: {timeout: '6s'},
    weather: {1: running},
    timeline: [{at: 0, page: {http: 200, title: 'SUCCESSFUL'}}]
  },
  {
    name: 'redirect',
    verdict: 'error',
    description: 'a redirect to another host, which would be glad of the credentials and says SUCCESSFUL',
    timeline: [{at: 0, redirect: 302}]
  },
  {
    name: 'wrong-id',
    verdict: 'error',
    description: 'the success of another task',
    timeline: [{at: 0, ...successful, set: {id: '008aae2e67abe2ff0167abe3a28f0000'}}]
  },
  {
    name: 'oversized',
    verdict: 'failed',
    description: 'bodies without end that say SUCCESSFUL, before the true end',
    weather: {2: {fault: 'flood', says: successful}, 3: {fault: 'flood', says: successful}},
    timeline: [
      {at: 0, ...running},
      {at: 3, status: 'FAILED', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'FAILED'}}
    ]
  },
  {
    name: 'dripping',
    verdict: 'failed',
    description: 'bodies that say SUCCESSFUL and drip on byte by byte, before the true end',
    inputs: {'request-timeout': '2s'},
    weather: {2: {fault: 'drip', says: successful}, 3: {fault: 'drip', says: successful}},
    timeline: [
      {at: 0, ...running},
      {at: 3, status: 'FAILED', subtasks: {[batch]: 'SUCCESSFUL', [stream]: 'FAILED'}}
    ]
  },
  {
    name: 'hostile-text',
    verdict: 'failed',
    best: true,
    description: 'names and messages that try to be commands, Markdown, HTML and escape sequences',
    taskName: hostile.join(' '),
    timeline: [
      {at: 0, status: 'RUNNING', subtasks: Object.fromEntries(hostile.map(text => [text, 'RUNNING']))},
      {
        at: 2,
        status: 'FAILED',
        message: hostile.join('\n'),
        subtasks: Object.fromEntries(hostile.map(text => [text, {status: 'FAILED', message: text}]))
      }
    ]
  }
];

const told = (service, list) =>
  list.map(story => ({
    group: service,
    service,
    access: 'access-key',
    weather: {},
    inputs: {},
    env: {},
    cloud: {},
    ...story
  }));

/** All stories, in the order in which they are shown. */
export const stories = [
  ...told('dataarts-studio', dataartsStudio),
  ...Object.entries(documented)
    .filter(([service]) => service !== 'dataarts-studio')
    .flatMap(([service, list]) => told(service, list)),
  ...told('dataarts-studio', accessStories),
  ...told('dataarts-studio', customStories)
];

/** The story that a word in a start call means: its name, or a name that the word begins with (`fails-0815ab…`). */
export function storyNamed(service, word) {
  return stories
    .filter(({service: of, timeline}) => of === service && timeline !== undefined)
    .filter(({name}) => word === name || word.startsWith(`${name}-`))
    .sort((a, b) => b.name.length - a.name.length)[0];
}
