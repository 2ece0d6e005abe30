import {globalHostsOf} from '../../hosts.ts';
import {
  epochMs,
  integer,
  type JsonRecord,
  optional,
  optionalList,
  optionalText,
  percent,
  property,
  statusIn,
  text,
  theAnswer
} from '../../json.ts';
import {reasonOf} from '../families/job.ts';
import {attempt, contradiction, type Flaw, type Part, partsIn, withErrors} from '../parts.ts';
import {defineService, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

/** `task_done` says that no URL is in work any more, also where some or all of them failed. */
const states: StateTable = {task_inprocess: 'running', task_done: 'succeeded'};

const urlStates: StateTable = {
  waiting: 'running',
  processing: 'running',
  refreshing: 'running',
  preheating: 'running',
  succeed: 'succeeded',
  failed: 'failed'
};

/** The same for each code of a missing permission. */
function forAll<T>(value: T) {
  return Object.fromEntries(['CDN.0004', 'CDN.0020', 'CDN.0021'].map(code => [code, value]));
}

/** The refresh (purge) of cached files, or their preheating (prefetch): one task with the URLs as its parts. */
export const cdn = defineService({
  name: 'cdn',
  title: {en: 'Content Delivery Network', zh: '内容分发网络 CDN'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the id of the refresh or preheating task, such as 8a29d3f05d0cbeee015d0cc1333c0007',
      zh: '刷新或预热任务的 ID，例如 8a29d3f05d0cbeee015d0cc1333c0007'
    }
  },
  scope: 'domain',
  needsProjectId: false,
  hosts: globalHostsOf('cdn.v2'),
  // Whole: both parameters have to be sent together, without them a page has 30 URLs. A task has at most 1000.
  request: ({taskId}) => ({path: path`/v1.0/cdn/historytasks/${taskId}/detail?page_size=10000&page_number=1`}),
  enterpriseProject: {query: 'enterprise_project_id'},
  states,
  read,
  parts: (task: JsonRecord) => partsIn(task, 'urls', 'url', readUrl),
  flaws: countFlaws,
  successInParts: true,
  idsAreHexadecimal: true,
  // The first one also under HTTP 200.
  codes: {
    'CDN.0108': 'not-found',
    'CDN.0003': 'not-found',
    ...forAll('denied' as const)
  },
  advice: {
    again: {en: 'submit the URLs that failed again', zh: '重新提交失败的 URL'},
    verdicts: {
      'not-found': {
        en: 'Check task-id, the account of the credentials (it must own the domain name) and, for an IAM user, enterprise-project-id. Only tasks of the last 7 days are found.',
        zh: '检查 task-id；确认密钥或 Token 属于拥有该域名的账号；使用 IAM 用户时还要检查 enterprise-project-id。只能查到最近 7 天的任务。'
      },
      failed: {
        en: 'Fix the cause for the URLs that failed. ORIGIN_ERROR means that it is at the origin server.',
        zh: '解决这些 URL 失败的原因。ORIGIN_ERROR 表示问题在源站。'
      }
    },
    codes: forAll({
      en: 'Give the IAM user the permission to query CDN tasks, and give enterprise-project-id: the id of the enterprise project that the domain name belongs to, or all. IAM users have to send it.',
      zh: '为 IAM 用户授予查询 CDN 任务的权限，并填写 enterprise-project-id：域名所属企业项目的 ID，或者 all。使用 IAM 用户时必须传入该参数。'
    })
  }
});

function read(body: unknown): Reading {
  const task = theAnswer(body);
  return {
    // A text by the SDKs; a number in what the service answers elsewhere.
    id: typeof property(task, 'id') === 'number' ? String(property(task, 'id')) : optionalText(task, 'id'),
    name: optionalText(task, 'task_type'),
    ...wordAndState(states, statusIn(task, 'status')),
    progress: progressOf(task),
    startMs: epochMs(optional(task, 'create_time'))
  };
}

/** The share of URLs that are over. */
function progressOf(task: JsonRecord): number | undefined {
  const counted = (name: string) => Number(optional(task, name));
  return percent(Math.floor((100 * (counted('succeed') + counted('failed'))) / counted('total')));
}

function readUrl(url: JsonRecord): readonly Part[] {
  const message = reasonOf(optionalText(url, 'fail_classify'), optionalText(url, 'fail_desc'));
  const part = {
    id: optionalText(url, 'id'),
    name: optionalText(url, 'url'),
    ...wordAndState(urlStates, text(url, 'status')),
    startMs: epochMs(optional(url, 'create_time')),
    message
  };
  return withErrors(part, url, ['fail_classify', 'fail_desc']);
}

/** The counts of a task that is over, all of whose URLs succeeded. */
function countFlaws(task: JsonRecord): readonly Flaw[] {
  return attempt(() => {
    const {length} = optionalList(optional(task, 'urls'), '"urls"');
    return Object.entries({total: length, succeed: length, failed: 0, processing: 0}).flatMap(([name, expected]) => {
      const counted = integer(task, name);
      return counted === expected ? [] : [contradiction(({against}) => against.expected(name, counted, expected))];
    });
  });
}
