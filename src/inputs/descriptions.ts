import type {InputName} from './table.ts';

/** What is said of one input. */
export interface Description {
  /** In action.yml: a line without markup. */
  readonly text: string;
  /** In docs/inputs.md, in Markdown; the line of action.yml where `en` is left out. */
  readonly en?: string;
  readonly zh: string;
}

/**
 * Of every input. Nothing that is bundled imports it. The inputs of action.yml and the tables of inputs, in
 * docs/ and in the READMEs, are made from this and from table.ts: `UPDATE_README=1 npm test -- metadata` writes them.
 */
export const descriptions: Readonly<Record<InputName, Description>> = {
  service: {
    text: 'Service that knows the task, such as dataarts-studio, ecs or rds: from the list Services in the README, or custom, which the input definition describes',
    en: 'The API that knows the task: one of the [services](services/README.md), or `custom` for [a service of your own](custom.md)',
    zh: '任务所属的 API：[支持的服务](services/README.zh-CN.md)之一，或 `custom`，即[自定义服务](custom.zh-CN.md)'
  },
  'task-id': {
    text: 'Id that the starting call returned, or several, separated by commas, blanks or new lines. A service whose task has two ids takes parent/id',
    en: 'The id that the starting call returned, or [several](../README.md#several-tasks-in-one-step), separated by commas, blanks or new lines. `null` and `undefined`, which a failed look-up leaves, are refused',
    zh: '启动任务的接口返回的 ID；可以是[多个](../README.zh-CN.md#一个步骤等待多个任务)，用逗号、空格或换行分隔。取值失败时常会留下 `null` 和 `undefined`，它们会被拒绝'
  },
  definition: {
    text: 'For service: custom alone, how the task is asked for and what the answers mean, in YAML or JSON: see docs/custom.md',
    en: 'For `service: custom` alone: [a service of your own](custom.md), in YAML or JSON',
    zh: '仅用于 `service: custom`：以 YAML 或 JSON 描述的[自定义服务](custom.zh-CN.md)'
  },
  region: {
    text: 'Region id, e.g. eu-de or cn-north-4; not needed when endpoint is given. Default from the environment, e.g. HUAWEI_CLOUD_REGION',
    en: 'Region id such as `eu-de` or `cn-north-4`. Without it, from the [environment](sign-in.md#from-the-environment). Not needed when `endpoint` is given',
    zh: '区域 ID，如 `eu-de`、`cn-north-4`。不填时取自[环境变量](sign-in.zh-CN.md#从环境变量读取)。填写了 `endpoint` 时可以不填'
  },
  'project-id': {
    text: 'Id of the IAM project, which is not that of a CodeArts project. Default from the environment, else the project named like the region is looked up',
    en: 'Id of the IAM project. Without it, from the [environment](sign-in.md#from-the-environment), else [looked up by region](sign-in.md#the-project-id). Some services [do not need it](sign-in.md#the-project-id). It is not the id of a CodeArts project, which `codearts-pipeline` alone takes, in `task-id`: `project/pipeline/run`',
    zh: 'IAM 项目 ID。不填时取自[环境变量](sign-in.zh-CN.md#从环境变量读取)，再没有则[按区域查询](sign-in.zh-CN.md#项目-id)。有些服务[不需要它](sign-in.zh-CN.md#项目-id)。它不是 CodeArts 的项目 ID；后者只有 `codearts-pipeline` 使用，写在 `task-id` 中：`project/pipeline/run`'
  },
  'domain-id': {
    text: 'Id of the account, for services whose tasks are those of a whole account, such as cdn. Default from agency-urn or the environment, else looked up for keys. A password can name the account in domain-name instead; identity-provider needs the id',
    en: 'Id of the account, for [services of a whole account](sign-in.md#services-of-a-whole-account), such as `cdn`. Without it, from `agency-urn` or the [environment](sign-in.md#from-the-environment), else looked up for keys. A password can name the account in `domain-name` instead; `identity-provider` needs the id',
    zh: '账号 ID，用于[以整个账号为范围的服务](sign-in.zh-CN.md#以整个账号为范围的服务)，例如 `cdn`。不填时取自 `agency-urn` 或[环境变量](sign-in.zh-CN.md#从环境变量读取)；使用密钥时，再没有则自动查询。使用密码时，可以改用 `domain-name` 指定账号；使用 `identity-provider` 时必须有此 ID'
  },
  'enterprise-project-id': {
    text: 'Id of the enterprise project, 0 for the default one, for services that are asked by it, such as cdn and cae. Default from the environment',
    en: 'Id of the enterprise project, or `0` for the default one, for services that are asked by it: `cdn` and `cdn-domain` (also `all`), and `cae`. Without it, from the [environment](sign-in.md#from-the-environment)',
    zh: '企业项目 ID，`0` 表示默认企业项目；用于按企业项目查询的服务：`cdn`、`cdn-domain`（还可以填 `all`）和 `cae`。不填时取自[环境变量](sign-in.zh-CN.md#从环境变量读取)'
  },
  workspace: {
    text: 'Id of the DataArts Studio workspace. Without it, the service searches the workspace named default',
    en: 'Id of the DataArts Studio workspace. Without it, the service searches the workspace named `default`, and finds no task of another one',
    zh: 'DataArts Studio 工作空间 ID。不填时服务只在名为 `default` 的工作空间里查找，查不到其他工作空间的任务'
  },
  cloud: {
    text: 'Domain of the cloud, e.g. myhuaweicloud.cn. Default by region',
    en: 'Domain of the cloud, such as `myhuaweicloud.cn`. Without it, [by region](how-it-waits.md#where-requests-go)',
    zh: '云的域名后缀，如 `myhuaweicloud.cn`。不填时[由区域决定](how-it-waits.zh-CN.md#请求发往哪里)'
  },
  endpoint: {
    text: 'Base URL of the service, e.g. https://dayu-dlf.eu-de.otc.t-systems.com. Default by service, region and cloud',
    en: 'Base URL of the service. Without it, [by service, region and cloud](how-it-waits.md#where-requests-go). `https` only; `http` for a loopback host',
    zh: '服务的终端节点（基础 URL）。不填时[由服务、区域和云决定](how-it-waits.zh-CN.md#请求发往哪里)。只接受 `https`；仅回环地址可用 `http`'
  },
  'access-key': {
    text: 'Access key id (AK) that signs the requests. Default from the environment, where no credentials are given here',
    en: 'Access key id (AK) that signs the requests. Without credentials in the inputs, from the [environment](sign-in.md#from-the-environment)',
    zh: '用于请求签名的访问密钥 ID（AK）。输入中没有任何凭证时，取自[环境变量](sign-in.zh-CN.md#从环境变量读取)'
  },
  'secret-key': {
    text: 'Secret access key (SK) that belongs to access-key',
    en: 'Secret access key (SK) that belongs to `access-key`',
    zh: '与 `access-key` 配对的秘密访问密钥（SK）'
  },
  'security-token': {
    text: 'Security token that belongs to temporary keys',
    zh: '临时访问密钥附带的安全令牌（SecurityToken）'
  },
  token: {
    text: 'Ready-made IAM token (X-Auth-Token), instead of keys',
    en: '[Ready-made IAM token](sign-in.md#ready-made-token) (`X-Auth-Token`), instead of the keys',
    zh: '已经获取好的 [IAM Token](sign-in.zh-CN.md#已有的-token)（`X-Auth-Token`），用来代替访问密钥'
  },
  username: {
    text: 'Name of an IAM user that logs in with a password',
    en: 'Name of an IAM user that logs in with a [password](sign-in.md#password)',
    zh: '以[密码](sign-in.zh-CN.md#密码)登录的 IAM 用户名'
  },
  password: {
    text: 'Password of the IAM user in username',
    en: 'Password of this user',
    zh: '该用户的密码'
  },
  'domain-name': {
    text: 'Name of the account that the IAM user in username belongs to',
    en: 'Name of the account that this user belongs to',
    zh: '该用户所属的账号名'
  },
  'provider-urn': {
    text: 'Keyless access: URN of the OIDC identity provider, iam::<account id>:oidcProvider:<name>. The job needs the permission id-token: write',
    en: '[Keyless](sign-in.md#keyless-on-huawei-cloud): URN of the OIDC identity provider, `iam::<account id>:oidcProvider:<name>`',
    zh: '[免密钥](sign-in.zh-CN.md#华为云免密钥认证)：OIDC 身份提供商的 URN，`iam::<account id>:oidcProvider:<name>`'
  },
  'agency-urn': {
    text: 'Keyless access: URN of the trust agency whose temporary keys are used, iam::<account id>:agency:<name>',
    en: '[Keyless](sign-in.md#keyless-on-huawei-cloud): URN of the trust agency, `iam::<account id>:agency:<name>`',
    zh: '[免密钥](sign-in.zh-CN.md#华为云免密钥认证)：信任委托的 URN，`iam::<account id>:agency:<name>`'
  },
  audience: {
    text: 'Keyless access: audience of the id token, one of the client ids of the identity provider',
    en: "Keyless: audience of GitHub's id token, a client id of the identity provider",
    zh: '免密钥：GitHub ID Token 的受众（audience），即身份提供商的客户端 ID 之一'
  },
  'identity-provider': {
    text: 'Keyless access for clouds without STS v5, such as Open Telekom Cloud: name of an OIDC identity provider of IAM v3, instead of provider-urn and agency-urn',
    en: '[Keyless without STS v5](sign-in.md#keyless-on-open-telekom-cloud): name of an OIDC identity provider of IAM v3, instead of `provider-urn` and `agency-urn`',
    zh: '[没有 STS v5 时的免密钥认证](sign-in.zh-CN.md#open-telekom-cloud-免密钥认证)：IAM v3 中 OIDC 身份提供商的名称，用来代替 `provider-urn` 和 `agency-urn`'
  },
  'ecs-agency': {
    text: 'Whether to use the temporary keys of the agency of the ECS instance that the self-hosted runner is',
    en: 'Whether to use the keys of the [agency of the ECS instance](sign-in.md#agency-of-an-ecs-instance) that the runner is',
    zh: 'Runner 本身是 ECS 实例时，是否使用[该实例委托](sign-in.zh-CN.md#ecs-实例的委托)的临时密钥'
  },
  'iam-endpoint': {
    text: 'Base URL of IAM, e.g. https://iam.eu-de.otc.t-systems.com. Default from the environment, else by region and cloud',
    en: 'Base URL of IAM, asked for tokens and projects. Without it, from the [environment](sign-in.md#from-the-environment), else [by region and cloud](how-it-waits.md#where-requests-go). `https` only; `http` for a loopback host',
    zh: 'IAM 的终端节点，用于获取 Token 和查询项目。不填时取自[环境变量](sign-in.zh-CN.md#从环境变量读取)，再没有则[由区域和云决定](how-it-waits.zh-CN.md#请求发往哪里)。只接受 `https`；仅回环地址可用 `http`'
  },
  'sts-endpoint': {
    text: 'Base URL of STS, e.g. https://sts.cn-north-4.myhuaweicloud.com. Default from the environment, else by region and cloud',
    en: 'Base URL of STS, asked for keyless access. Otherwise the same',
    zh: 'STS 的终端节点，用于免密钥认证。其余同上'
  },
  timeout: {
    text: 'How long to wait at most, e.g. 90, 90s, 15m, 1h30m; 0 polls once. At most 120h',
    en: 'How long to wait at most, up to `120h`. `0` polls once',
    zh: '最长等待时间，上限 `120h`。`0` 表示只查询一次'
  },
  'min-interval': {
    text: 'Shortest pause between two polls, 1s to 1h',
    en: 'Shortest pause between two polls, `1s` to `1h`',
    zh: '两次查询之间的最短间隔，`1s` 到 `1h`'
  },
  'max-interval': {
    text: 'Longest pause between two polls, 1s to 1h',
    en: 'Longest pause between two polls, `1s` to `1h`',
    zh: '两次查询之间的最长间隔，`1s` 到 `1h`'
  },
  'request-timeout': {
    text: 'How long one request may take, from its start to the last byte of the answer, 1s to 1h',
    en: 'How long one request may take, from its start to the last byte of the answer, `1s` to `1h`',
    zh: '单个请求的最长耗时，从发起到收完响应的最后一个字节，`1s` 到 `1h`'
  },
  'not-found-grace': {
    text: 'How long, from the first answer about the id, "no such task" may mean that the task is not visible yet',
    en: 'How long, from the first answer about the id, "no such task" may mean that the task is not visible yet. At most `24h`',
    zh: '从首次得到该 ID 的响应起，在多长时间内可以把“任务不存在”理解为“任务暂不可见”。上限 `24h`'
  },
  settle: {
    text: "How long, from the first answer about the id, to distrust a final state when the step never saw the task running, for it may be the previous run's. Default 60s where the id names a thing and not a run, such as codearts-check, else 0",
    en: "How long, from the first answer about the id, to distrust a final state when the step never saw the task running. Without it, 60 s for a service whose id names a thing and not a run (`codearts-check`, `rfs-plan`, `rfs-stack`, `sms`, `swr-sync` and [resources](resources.md)), whose answer may still be the previous run's, and 0 for the others. At most `24h`",
    zh: '未观察到运行中状态就读到终态时，从首次得到该 ID 的响应起要等满多久才采信。不填时，对于 ID 指向的是对象而不是某次运行的服务（`codearts-check`、`rfs-plan`、`rfs-stack`、`sms`、`swr-sync` 和[资源](resources.zh-CN.md)）为 60 秒，因为响应可能仍是上一次运行的结果；其他服务为 0。上限 `24h`'
  },
  expect: {
    text: 'For resources, such as ecs-server, what counts as success instead of the usual states: words of the service, such as SHUTOFF, or gone: the resource, seen earlier in this step, no longer exists',
    en: 'For [resources](resources.md): what counts as success instead of the usual states. Words of the service, separated by commas or blanks (`SHUTOFF`), or `gone`: the resource, seen earlier in this step, no longer exists',
    zh: '用于[资源](resources.zh-CN.md)：以哪些状态代替通常的成功状态。填服务的状态，用逗号或空格分隔（如 `SHUTOFF`），或填 `gone`：本步骤曾查到过、现在已查不到的资源（即已删除）'
  },
  'strict-subtasks': {
    text: 'Whether a failed subtask makes a successful task failed',
    en: 'Whether a failed subtask makes a successful task `failed`',
    zh: '任务成功但有子任务失败时，是否判为 `failed`'
  },
  'allow-warnings': {
    text: 'Whether an end that the service marks as not clean counts as success, of the task and of its subtasks, such as WARNING of DataArts Studio',
    en: 'Whether an end that the service marks as not clean counts as success, of the task and of its subtasks, such as `WARNING` of DataArts Studio or `existed` of `swr-sync`. The [page of each service](services/README.md) names its own',
    zh: '服务标为不完全成功的终态是否算成功，对任务及其子任务都有效，例如 DataArts Studio 的 `WARNING`、`swr-sync` 的 `existed`；其他服务见[各自的页面](services/README.zh-CN.md)'
  },
  'fail-fast': {
    text: 'With several ids, whether the first task that does not succeed ends the wait for the others',
    en: 'With [several ids](../README.md#several-tasks-in-one-step): whether the first task that does not succeed ends the wait for the others',
    zh: '有[多个 ID](../README.zh-CN.md#一个步骤等待多个任务) 时：第一个未成功的任务是否立即结束对其余任务的等待'
  },
  language: {
    text: "Language of the log, the annotation, the summary, the output message and the service's texts: en-us or zh-cn",
    en: "Language of the log, the annotation, the summary, the output `message` and the service's texts: `en-us` or `zh-cn`",
    zh: '日志、注解、job 摘要、输出 `message` 以及服务返回文本的语言：`en-us` 或 `zh-cn`'
  },
  'job-summary': {
    text: 'Whether to write the job summary',
    zh: '是否写入 job 摘要'
  }
};
