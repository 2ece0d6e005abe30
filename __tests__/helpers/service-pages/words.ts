import type {CodeMeaning} from '../../../src/errors.ts';
import type {Group} from '../../../src/services/samples.ts';
import type {Text} from '../../../src/text.ts';

/** What a word of a service can mean on a page. */
export type Meaning =
  | 'succeeded'
  | 'overWithParts'
  | 'running'
  | 'underWay'
  | 'waiting'
  | 'resting'
  | 'undoing'
  | 'warning'
  | 'stopped'
  | 'failed'
  | 'deleted';

type AdviceVerdict = 'failed' | 'warning' | 'stopped' | 'not-found';

/** Where pages lead to for what does not vary from service to service. */
const links = {
  en: {
    signIn: '../../README.md#sign-in',
    account: '../sign-in.md#services-of-a-whole-account',
    denied: '../troubleshooting.md#when-access-is-denied',
    custom: '../custom.md',
    tryIt: '../../README.md#try-it-without-a-cloud',
    resources: '../resources.md'
  },
  zh: {
    signIn: '../../README.zh-CN.md#认证方式',
    account: '../sign-in.zh-CN.md#以整个账号为范围的服务',
    denied: '../troubleshooting.zh-CN.md#访问被拒绝',
    custom: '../custom.zh-CN.md',
    tryIt: '../../README.zh-CN.md#不用云也能试',
    resources: '../resources.zh-CN.md'
  }
} as const;

const en = {
  suffix: '',
  switchOf: (name: string) => `English | [简体中文](${name}.zh-CN.md)`,
  allServices: '[All services](README.md)',
  listed: (items: readonly string[]) => items.join(', '),
  and: (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' and $1'),
  or: (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' or $1'),
  /** A text of the data as a sentence of its own. */
  sentence: (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`,
  sentences: (...parts: readonly string[]) => parts.filter(Boolean).join(' '),
  inBrackets: (text: string) => ` (${text})`,
  title: (title: string, what: string) => `${title}: ${what}`,
  namedGroup: (group: string, products: readonly string[]) => `**${group}**: ${products.join('; ')}`,

  groups: {
    data: 'DataArts, big data and AI',
    codearts: 'CodeArts',
    databases: 'Databases',
    compute: 'Compute',
    containers: 'Containers',
    storage: 'Storage',
    network: 'Network and CDN',
    middleware: 'Middleware and applications',
    management: 'Management, orders and migration'
  } satisfies Record<Group, string> as Record<Group, string>,
  index: {
    title: 'Services',
    table: ['Service', 'What it waits for', 'Permission to read'],
    intro: `Each name is a value of the input \`service\` and leads to its page: which id to wait for, an example, and what counts as success. A service that is not here can be described with [\`service: custom\`](${links.en.custom}).`,
    resource: 'resource'
  },

  intro: {
    service: (name: string) => `Use it with \`service: ${name}\`.`,
    aliases: (names: string) => `Older names work as well: ${names}.`,
    resource: `It waits for the resource itself and not for a task: see [Resources](${links.en.resources}).`,
    account: `What it waits for belongs to a whole account and not to a project: see [Services of a whole account](${links.en.account}).`
  },

  id: {
    heading: 'The id',
    is: (id: string) => `\`task-id\` is ${id.replace(/^The /, 'the ')}`,
    form: (form: string) => `Accepted: ${form}.`,
    split: 'It is split at the last slash.'
  },

  example: {
    heading: 'Example',
    task: 'Wait for the task',
    resource: 'Wait until it is ready',
    account: 'may be left out: then it is looked up',
    enterpriseProject: {
      domain: 'IAM users must give it; all means each of them',
      project: 'may be left out: then default'
    },
    workspace: (usual: string) => `may be left out: then the one named ${usual}`,
    expect: (word: string) => `to wait for ${word} instead`,
    gone: 'to wait until it is deleted instead',
    signIn: `Add the inputs of one kind of [sign-in](${links.en.signIn}). \`start\` is the id of your step that makes the call and sets the output.`,
    signInNoStep: `Add the inputs of one kind of [sign-in](${links.en.signIn}).`,
    noProject: 'The project id is not needed.',
    tryIt: (name: string) =>
      `**Try it without an account:** in a clone, \`npm start -- ${name}\` plays it, and prints the call that starts it. A workflow can wait for it against [the stand-in cloud](${links.en.tryIt}).`,
    trySettled: (time: string) =>
      `There, give \`settle: 10s\` as well: a wait whose first poll finds the end already takes the whole \`settle\`, else ${time}.`
  },

  request: {
    heading: 'Request',
    headers: (headers: string, count: number) => `It has the ${count === 1 ? 'header' : 'headers'} ${headers}.`,
    enterpriseProject: (isHeader: boolean, name: string) =>
      `With \`enterprise-project-id\`, it also has the ${isHeader ? 'header' : 'parameter'} \`${name}\`.`,
    table: ['Endpoint', 'Regions'],
    regional: 'In a region that is not listed, give `endpoint`.',
    usual: (host: string) =>
      `In a region that is not listed, give \`endpoint\`; in a cloud that is none of these, \`region\` and \`cloud\` make \`${host}\`.`,
    global:
      'The endpoint is the same for all regions, so `region` is not needed. If you give it, it says which cloud is asked: the European one for `eu-west-101`.',
    bySite:
      'The endpoint is the same for all regions of a site, so `region` is not needed. If you give it, it says which site is asked: the international one for a region outside the Chinese mainland, the European one for `eu-west-101`, and the Chinese one for all others and without it.',
    sites: {cn: 'Chinese site', intl: 'international site', eu: 'European cloud', others: 'all others'}
  },

  states: {
    heading: 'States',
    table: ['Word', 'Meaning'],
    other: 'A word that is not listed counts as running, with a warning.',
    otherResource: 'A word that is not listed counts as on the way, with a warning.',
    brackets: (example: string, fields: string) =>
      `The log and the output \`service-status\` have in brackets what is being done with the resource, or what went wrong with that, as in \`${example}\`. This comes from ${fields}, and decides in place of the word before it.`,
    meanings: {
      succeeded: 'success',
      overWithParts: 'over: a success only if all its parts succeeded',
      running: 'running',
      underWay: 'on the way',
      waiting: 'running, and may stay so: see [What to do](#what-to-do)',
      resting: 'stays so until somebody changes it; a success only if `expect` names it',
      undoing: 'running, and undoing its work: no success counts after it',
      warning: 'ended with a warning: a failure, unless `allow-warnings: true` is set',
      stopped: 'stopped: not a success',
      failed: 'failure',
      deleted: 'deleted: a failure, and a success with `expect: gone`'
    } satisfies Record<Meaning, string> as Record<Meaning, string>,
    gone: (signs: string) => `With \`expect: gone\`, these prove that it is gone: ${signs}.`,
    signs: {
      bare404: 'HTTP 404 without an error code, if its text says that the thing does not exist',
      lists: 'an empty list with count 0'
    }
  },

  success: {
    heading: 'What counts as success',
    intro: 'All of this must be true of one answer:',
    word: (field: string, words: string) => `\`${field}\` is ${words}`,
    anyLetters: 'in capital or small letters',
    id: (field: string) => `\`${field}\` is the id asked for`,
    listed: (list: string) => `It is the entry of \`${list}\` with the id asked for`,
    listedInAll: 'It is the entry of the list with the id asked for',
    listedBy: (fields: string) => `It is an entry of the list whose ${fields} are those in \`task-id\``,
    noId: 'The answer does not repeat the id.',
    repeats: (field: string, part: string) => `\`${field}\`, where it is there, is the \`${part}\` asked for`,
    fixed: (field: string, value: string) => `\`${field}\` is \`${value}\``,
    flag: (field: string, value: string) => `\`${field}\`, where it is there, is \`${value}\``,
    statuses: (statuses: string) => `The answer comes under HTTP ${statuses}`,
    parts: (lists: string, words: string) => `Each part in ${lists}, if there is any, is ${words}`,
    someParts: (lists: string, words: string) => `There is at least one part in ${lists}, and each is ${words}`,
    nested: 'and so are the parts within it',
    counts: (fields: string) => `The number of parts agrees with ${fields}`,
    errors: (fields: readonly string[]) => `${en.and(fields)} ${fields.length === 1 ? 'is' : 'are'} empty`,
    doing: (fields: readonly string[]) => `${en.success.errors(fields)}: nothing is being done with it`,
    doingButFor: (fields: readonly string[], good: string) =>
      `${en.success.errors(fields)} or ${good}: nothing is being done with it`,
    doingFailed: (fields: readonly string[], words: string) =>
      `In ${en.or(fields)}, these words mean a failure: ${words}.`,
    lenient: 'With `strict-subtasks: false`, only the task itself counts, not its parts.',
    undoing: (words: string) => `Once ${words} was seen, no success counts: the task has undone its work.`,
    settles: (reason: string, time: string, runsOverlap: boolean) =>
      `${reason}. So an end counts only ${runsOverlap ? '' : 'after a running state was seen, or '}\`settle\` (${time}) after the first answer about the id.`,
    seconds: (seconds: number) => `${seconds} s`,
    caveat: (text: string) => `**Limit of a success:** ${text}`,
    causes: (what: string, from: string) => `**Why it failed:** the output \`causes\` has ${what}, read from ${from}.`,
    causesFrom: ['the last answer', 'one more request', 'two more requests']
  },

  permission: {
    heading: 'Permission',
    none: 'No source names it.',
    noSource: 'no source names it',
    denied: `If access is denied, the message says why; [When access is denied](${links.en.denied}) lists all reasons.`
  },

  advice: {
    heading: 'What to do',
    table: ['When', 'What to do'],
    verdicts: {
      failed: 'It failed (`failed`)',
      warning: 'It ended with a warning (`failed`)',
      stopped: 'It was stopped (`stopped`)',
      'not-found': 'The service does not know it (`not-found`)'
    } satisfies Record<AdviceVerdict, string> as Record<AdviceVerdict, string>,
    stays: (words: string) => `It stays in ${words}`,
    again: 'It has to be done again'
  },

  codes: {
    heading: 'Error codes',
    table: ['Code', 'Meaning', 'What to do'],
    byStatus: 'as its HTTP status says',
    meanings: {
      'not-found': 'no such task',
      denied: 'missing permission',
      unauthenticated: 'the credentials are refused: renewed once where they can be',
      transient: 'a passing fault: polled again',
      throttled: 'too many requests: polled again, more slowly',
      rejected: 'the request is refused'
    } as Readonly<Partial<Record<CodeMeaning, string>>>,
    noResource: 'no such resource',
    noProof: 'no such resource, but no proof that it is gone'
  },

  limits: 'Limits',
  unconfirmed: {
    heading: 'Not confirmed',
    intro: 'Nothing here was tried on a live cloud. For these points there is one source, or none:'
  },
  sources: {heading: 'Sources', intro: 'This page is made from:'}
};

export type PageWords = typeof en;

const zh: PageWords = {
  suffix: '.zh-CN',
  switchOf: name => `[English](${name}.md) | 简体中文`,
  allServices: '[全部服务](README.zh-CN.md)',
  listed: items => items.join('、'),
  and: items => items.join('、').replace(/、([^、]*)$/, ' 和 $1'),
  or: items => items.join('、').replace(/、([^、]*)$/, ' 或 $1'),
  sentence: text => `${text}${/[。！？]$/.test(text) ? '' : '。'}`,
  sentences: (...parts) => parts.filter(Boolean).join(''),
  inBrackets: text => `（${text}）`,
  title: (title, what) => `${title}：${what}`,
  namedGroup: (group, products) => `**${group}**：${products.join('；')}`,

  groups: {
    data: 'DataArts、大数据与 AI',
    codearts: 'CodeArts',
    databases: '数据库',
    compute: '计算',
    containers: '容器',
    storage: '存储',
    network: '网络与 CDN',
    middleware: '中间件与应用',
    management: '管理、订单与迁移'
  },
  index: {
    title: '支持的服务',
    table: ['服务', '等待的对象', '所需的只读权限'],
    intro: `以下名称都是输入 \`service\` 的取值，点击可查看各自的说明：等待哪个 ID、配置示例，以及怎样才算成功。不在其中的服务，可以用 [\`service: custom\`](${links.zh.custom}) 自行描述。`,
    resource: '资源'
  },

  intro: {
    service: name => `用法：\`service: ${name}\`。`,
    aliases: names => `旧名称也可以使用：${names}。`,
    resource: `等待的是资源本身，而不是任务，参见[资源](${links.zh.resources})。`,
    account: `所等待的对象属于整个账号，而不是某个项目，参见[以整个账号为范围的服务](${links.zh.account})。`
  },

  id: {
    heading: 'ID',
    is: id => `\`task-id\` 填写${id.startsWith('`') ? ' ' : ''}${id}`,
    form: form => `格式：${form}。`,
    split: '填写的内容在最后一个斜杠处拆分。'
  },

  example: {
    heading: '示例',
    task: '等待任务结束',
    resource: '等待资源就绪',
    account: '可以不填，由本 Action 自动查询',
    enterpriseProject: {
      domain: 'IAM 用户必须填写；填 all 表示在所有企业项目中查找',
      project: '可以不填，默认为 default'
    },
    workspace: usual => `可以不填，默认为名为 ${usual} 的工作空间`,
    expect: word => `改为等待 ${word}`,
    gone: '改为等待资源被删除',
    signIn: `另外还要填写一种[认证方式](${links.zh.signIn})的输入。\`start\` 是调用接口并设置该输出的那个步骤的 ID。`,
    signInNoStep: `另外还要填写一种[认证方式](${links.zh.signIn})的输入。`,
    noProject: '不需要项目 ID。',
    tryIt: name =>
      `**不用账号也能试**：在仓库的克隆中运行 \`npm start -- ${name}\`，即可看到演示，并输出启动它的请求。工作流可以在[模拟云](${links.zh.tryIt})上等待它。`,
    trySettled: time =>
      `此时请另外填写 \`settle: 10s\`：如果第一次查询就查到终态，要过完 \`settle\` 才会采信，默认为 ${time}。`
  },

  request: {
    heading: '请求',
    headers: headers => `请求头包括 ${headers}。`,
    enterpriseProject: (isHeader, name) =>
      `填写 \`enterprise-project-id\` 时，还会带上${isHeader ? '请求头' : '查询参数'} \`${name}\`。`,
    table: ['终端节点', '区域'],
    regional: '表中没有的区域，请填写 `endpoint`。',
    usual: host =>
      `表中没有的区域，请填写 \`endpoint\`；如果是表中没有的云，同时填写 \`region\` 和 \`cloud\`，即请求 \`${host}\`。`,
    global:
      '所有区域使用同一个终端节点，因此不必填写 `region`。如果填写，它只决定请求哪个云：`eu-west-101` 对应欧洲站。',
    bySite:
      '同一站点的所有区域使用同一个终端节点，因此不必填写 `region`。如果填写，它只决定请求哪个站点：中国大陆以外的区域对应国际站，`eu-west-101` 对应欧洲站，其他区域以及不填时对应中国站。',
    sites: {cn: '中国站', intl: '国际站', eu: '欧洲站', others: '其他全部'}
  },

  states: {
    heading: '状态',
    table: ['状态', '含义'],
    other: '表中没有的状态视为运行中，并给出警告。',
    otherResource: '表中没有的状态视为进行中，并给出警告。',
    brackets: (example, fields) =>
      `日志和输出 \`service-status\` 中，括号内是正在对资源执行的操作或其异常，例如 \`${example}\`。它取自 ${fields}，此时以它为准，而不看括号前的状态。`,
    meanings: {
      succeeded: '成功',
      overWithParts: '已结束：各部分全部成功才算成功',
      running: '运行中',
      underWay: '进行中',
      waiting: '运行中，可能一直停留在该状态，参见[怎么办](#怎么办)',
      resting: '在有人变更之前一直停留在该状态；只有填入 `expect` 时才算成功',
      undoing: '运行中，正在回滚：此后的成功不算数',
      warning: '以警告结束：判为失败，除非设置 `allow-warnings: true`',
      stopped: '已停止：不算成功',
      failed: '失败',
      deleted: '已删除：判为失败；设置 `expect: gone` 时判为成功'
    },
    gone: signs => `设置 \`expect: gone\` 时，以下响应证明资源已删除：${signs}。`,
    signs: {bare404: '没有错误码、但文字说明该资源不存在的 HTTP 404', lists: '空列表，且计数为 0'}
  },

  success: {
    heading: '怎样才算成功',
    intro: '同一次响应必须满足以下全部条件：',
    word: (field, words) => `\`${field}\` 为 ${words}`,
    anyLetters: '不区分大小写',
    id: field => `\`${field}\` 是所查询的 ID`,
    listed: list => `它是 \`${list}\` 中 ID 与所查询的 ID 相同的那一条`,
    listedInAll: '它是列表中 ID 与所查询的 ID 相同的那一条',
    listedBy: fields => `它是列表中 ${fields} 与 \`task-id\` 相符的一条`,
    noId: '响应中不返回 ID。',
    repeats: (field, part) => `\`${field}\` 如果存在，应与所查询的 \`${part}\` 相同`,
    fixed: (field, value) => `\`${field}\` 为 \`${value}\``,
    flag: (field, value) => `\`${field}\` 如果存在，应为 \`${value}\``,
    statuses: statuses => `HTTP 状态码为 ${statuses}`,
    parts: (lists, words) => `${lists} 中如果有内容，每一项都是 ${words}`,
    someParts: (lists, words) => `${lists} 中至少有一项，而且每一项都是 ${words}`,
    nested: '其下各级也是如此',
    counts: fields => `${fields} 与实际项数一致`,
    errors: fields => `${zh.and(fields)} 为空`,
    doing: fields => `${zh.and(fields)} 为空，即没有正在执行的操作`,
    doingButFor: (fields, good) => `${zh.and(fields)} 为空或为 ${good}，即没有正在执行的操作`,
    doingFailed: (fields, words) => `${zh.and(fields)} 中的以下状态表示失败：${words}。`,
    lenient: '设置 `strict-subtasks: false` 时只看任务本身，不看子任务。',
    undoing: words => `只要出现过 ${words}，此后的成功就不算数：任务已回滚所做的工作。`,
    settles: (reason, time, runsOverlap) =>
      `${reason}。因此，${runsOverlap ? '' : '见到过运行中状态之后，或'}从首次得到该 ID 的响应起满 \`settle\`（${time}）之后，才采信终态。`,
    seconds: seconds => `${seconds} 秒`,
    caveat: text => `**注意**：${text}`,
    causes: (what, from) => `**失败的原因**：输出 \`causes\` 中有${what}，取自${from}。`,
    causesFrom: ['最后一次响应', '另发的一个请求', '另发的两个请求']
  },

  permission: {
    heading: '权限',
    none: '没有资料说明。',
    noSource: '没有资料说明',
    denied: `访问被拒绝时，消息会说明原因；全部原因见[访问被拒绝](${links.zh.denied})。`
  },

  advice: {
    heading: '怎么办',
    table: ['情况', '怎么办'],
    verdicts: {
      failed: '失败（`failed`）',
      warning: '以警告结束（`failed`）',
      stopped: '被停止（`stopped`）',
      'not-found': '服务中查不到（`not-found`）'
    },
    stays: words => `停留在 ${words}`,
    again: '需要重做时'
  },

  codes: {
    heading: '错误码',
    table: ['错误码', '含义', '怎么办'],
    byStatus: '以 HTTP 状态码为准',
    meanings: {
      'not-found': '任务不存在',
      denied: '缺少权限',
      unauthenticated: '凭证被拒绝：可以续期的会续期一次',
      transient: '暂时性故障：会再次查询',
      throttled: '请求过多：会放慢后再次查询',
      rejected: '请求被拒绝'
    },
    noResource: '资源不存在',
    noProof: '查不到资源，但不能证明它已删除'
  },

  limits: '注意事项',
  unconfirmed: {
    heading: '尚未验证',
    intro: '本页内容尚未在真实的云上验证。以下各点只有一份资料，或没有资料：'
  },
  sources: {heading: '来源', intro: '本页内容依据：'}
};

export const pageWords: Readonly<Record<keyof Text, PageWords>> = {en, zh};
