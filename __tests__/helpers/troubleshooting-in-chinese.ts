/** What the table of symptoms says beside the action's own messages. */
export const troubleshootingInChinese: Readonly<Record<string, string>> = {
  'The step before did not set its output, or a job output was dropped because it holds a masked value.':
    '前一步骤没有设置输出，或者 job 输出因含有掩码值而被丢弃。',
  'Check that the step that starts the task sets the output, and that `steps` or `needs` has its id. Between jobs, pass on the task id alone.':
    '检查启动任务的步骤是否设置了输出，以及 `steps` 或 `needs` 中的 ID 是否写对。job 之间只传递任务 ID。',
  '`jq` without `--exit-status` found no id in the answer: the start was refused, or answers otherwise.':
    '没有使用 `--exit-status` 的 `jq` 在响应中没有找到 ID：启动请求被拒绝，或返回了别的内容。',
  'Look at the answer of the starting call in the log, and let that step fail: `jq --exit-status`.':
    '在日志中查看启动接口的响应，并让该步骤失败：`jq --exit-status`。',
  'One of several ids is missing.': '多个 ID 中缺了一个。',
  'Check that each step whose id stands in the list sets its output.':
    '检查列表中的每个 ID 对应的步骤是否都设置了输出。',
  'Neither an input nor the environment says where the service is.': '输入和环境变量都没有说明服务在哪个区域。',
  'Give region, or endpoint, or set it in the environment (HUAWEI_CLOUD_REGION, HW_REGION_NAME, OS_REGION_NAME).':
    '填写 region 或 endpoint，或设置环境变量（HUAWEI_CLOUD_REGION、HW_REGION_NAME、OS_REGION_NAME）。',
  'A typing error, or a region that [the tables](how-it-waits.md#where-requests-go) do not have.':
    '输入有误，或[区域表](how-it-waits.zh-CN.md#请求发往哪里)中没有该区域。',
  'Give cloud (the domain, e.g. myhuaweicloud.com) or endpoint (the base URL of DataArts Studio).':
    '填写 cloud（域名后缀，如 myhuaweicloud.com）或 endpoint（DataArts Studio 的基础 URL）。',
  'The service is not offered there, or no source names its host.': '该区域不提供此服务，或没有资料给出其主机名。',
  'Give endpoint, its base URL there, e.g. https://….eu-de.otc.t-systems.com.':
    '填写 endpoint，即服务在该区域的基础 URL，如 https://….eu-de.otc.t-systems.com。',
  'The secrets are empty: they are not set, or the run is for a pull request from a fork.':
    'secret 为空：没有设置，或者运行由来自 fork 的拉取请求触发。',
  'Set provider-urn and agency-urn, identity-provider, access-key and secret-key, token, ecs-agency, or username, password and domain-name, or one of these in the environment: HUAWEI_CLOUD_* (huaweicloud/auth-action), HUAWEICLOUD_SDK_* (the SDKs of Huawei Cloud), HW_* (Terraform for Huawei Cloud), OS_* (OpenStack, Open Telekom Cloud). A secret that is not set is empty, and so is each one in a run for a pull request from a fork.':
    '填写 provider-urn 和 agency-urn，或 identity-provider，或 access-key 和 secret-key，或 token，或 ecs-agency，或 username、password 和 domain-name；也可以通过环境变量提供：HUAWEI_CLOUD_\\*（huaweicloud/auth-action）、HUAWEICLOUD_SDK_\\*（华为云 SDK）、HW_\\*（华为云 Terraform）、OS_\\*（OpenStack、Open Telekom Cloud）。没有设置的 secret 为空；由来自 fork 的拉取请求触发的运行中，所有 secret 都为空。',
  'Half a kind of credentials. Often one of two secrets is not set.':
    '凭证只有一半。常见原因是两个 secret 中有一个没有设置。',
  'Give both, or none.': '要么全部填写，要么都不填。',
  'Two kinds of credentials were given.': '填写了两种凭证。',
  'Give the inputs of one kind alone.': '只填写其中一种方式的输入。',
  'The task failed in the cloud. The message has the reason that the service tells.':
    '任务在云上失败。消息中有服务给出的原因。',
  'Look at the task in the service, mend the cause and start the task again: a re-run of this step alone asks for the same task, which stays as it is.':
    '在服务中查看该任务，排除原因后重新启动任务：只重新运行本步骤查询的仍是同一个任务，结果不会改变。',
  'The task failed, and its API does not tell why.': '任务失败，而 API 没有给出原因。',
  'The task failed in the cloud, and its service tells [why](outputs.md#causes). The output `causes` has all causes.':
    '任务失败，服务给出了[原因](outputs.zh-CN.md#原因)。全部原因见输出 `causes`。',
  'Fix the cause and start the task again: a re-run of this step alone asks for the same task, which stays as it is.':
    '排除原因后重新启动任务：只重新运行本步骤查询的仍是同一个任务，结果不会改变。',
  'The task as a whole says success, a part of it does not.': '任务整体声明成功，但有一部分没有成功。',
  'Look at these subtasks in the service, mend the cause and start the task again: a re-run of this step alone asks for the same task, which stays as it is. With strict-subtasks: false only the task itself counts.':
    '在服务中查看这些子任务，排除原因后重新启动任务：只重新运行本步骤查询的仍是同一个任务，结果不会改变。设置 strict-subtasks: false 则只看任务本身。',
  'An end that the service itself marks as not clean.': '服务自己把这个终态标为不完全成功。',
  'Look at the task in the service. If such an end is good enough here, set allow-warnings: true.':
    '在服务中查看该任务。如果可以接受这样的终态，请设置 allow-warnings: true。',
  'The task rolled back what it had done (`elb`), and the word for its end does not tell so.':
    '任务回滚了已做的工作（`elb`），而其终态的状态值并不体现这一点。',
  'Somebody or something stopped the task there.': '任务在云上被人或其他程序停止。',
  'Start the task again if it was not meant to be stopped.': '如非有意，重新启动任务。',
  'The task takes longer than `timeout`. It was not touched, and may still succeed.':
    '任务耗时超过 `timeout`。任务没有受到影响，仍可能成功。',
  'Wait again for the same task: a re-run of this job picks the wait up, unless the same job starts the task and would start it anew. Raise timeout if such tasks take longer.':
    '再次等待同一个任务：重新运行本 job 即可接着等待，除非同一个 job 也会启动任务，那样会再启动一次。如果这类任务耗时更长，请调大 timeout。',
  'The service, or the way to it, was out of order at the end of the wait.': '等待结束时，服务或到服务的网络出了故障。',
  'Wait again for the same task: a re-run of this job picks the wait up, unless the same job starts the task and would start it anew. The task may have ended meanwhile.':
    '再次等待同一个任务：重新运行本 job 即可接着等待，除非同一个 job 也会启动任务，那样会再启动一次。任务可能已经结束。',
  'The host was there, but each request failed until the end of the wait.':
    '主机有响应，但直到等待结束，每个请求都失败了。',
  'The task says success, and subtasks still ran when `timeout` was over.':
    '任务声明成功，但到 `timeout` 时仍有子任务在运行。',
  'The task still runs.': '任务仍在运行。',
  'Look again later, by a re-run of this job or a scheduled workflow.': '稍后再查：重新运行本 job，或使用定时工作流。',
  'The id names a thing and not a run, and one poll cannot tell its last run from the one before.':
    'ID 指向的是对象而不是某次运行，只查询一次无法区分这次与上次的结果。',
  'Look again later. With settle: 0 an end counts at the first look, which may be the end of the run before.':
    '稍后再查。设置 settle: 0 后，首次查询读到的终态即算数，但它可能是上一次运行的结果。',
  'Somebody cancelled the run, a newer one took its place by `concurrency`, or `timeout-minutes` of the job ran out.':
    '有人取消了运行，或因 `concurrency` 被更新的运行取代，或 job 的 `timeout-minutes` 到时。',
  'Wait again for the same task: a re-run of this job picks the wait up, unless the same job starts the task and would start it anew.':
    '再次等待同一个任务：重新运行本 job 即可接着等待，除非同一个 job 也会启动任务，那样会再启动一次。',
  'The id is not one of this service, project, region or (DataArts Studio) workspace, or the task is too old.':
    '该 ID 不属于这个服务、项目、区域或（DataArts Studio 的）工作空间，或者任务太旧。',
  'Check task-id, project-id and region.': '检查 task-id、project-id 和 region。',
  'The task was deleted, or the service keeps ended tasks for a short time only.':
    '任务已被删除，或者服务只短时间保留已结束的任务。',
  'One of the [refusals below](#when-access-is-denied), each with its own cause.':
    '属于[下文列出的拒绝](#访问被拒绝)之一，原因各不相同。',
  'Check access-key, and that region, cloud or endpoint name the cloud that it belongs to. Temporary keys need their security-token as well.':
    '检查 access-key，并确认 region、cloud 或 endpoint 指向它所属的云。临时密钥还需要 security-token。',
  'Keys or a token that nobody renews ended before the task did.': '无人续期的密钥或 Token 先于任务过期。',
  'Check the credentials; temporary keys and tokens have to outlive the wait.':
    '检查凭证；临时密钥和 Token 的有效期须长于等待时间。',
  'A typing error in the address, a firewall or a proxy. The message says which inputs the address was made from.':
    '地址输入有误，或被防火墙、代理拦截。消息会说明地址由哪些输入得出。',
  'Check region, cloud and endpoint. Behind a proxy, set HTTPS_PROXY (and NO_PROXY) for the runner.':
    '检查 region、cloud 和 endpoint。使用代理时，请为运行器设置 HTTPS_PROXY（以及 NO_PROXY）。',
  'A proxy or an endpoint with a certificate of a private authority.': '代理或终端节点使用了私有 CA 签发的证书。',
  'Check region, cloud and endpoint. For a private certificate authority, set NODE_EXTRA_CA_CERTS for the runner to its certificate.':
    '检查 region、cloud 和 endpoint。使用私有 CA 时，请在运行器上将 NODE_EXTRA_CA_CERTS 设为其证书。',
  'A proxy with a log-in page, or an old address. Redirects are never followed, for credentials would follow too.':
    '代理的登录页，或旧地址。从不跟随重定向，否则凭证也会一起发出。',
  'Check region, cloud and endpoint: give the final address, or fix the proxy or network that redirects.':
    '检查 region、cloud 和 endpoint：填写最终地址，或修正发出重定向的代理。',
  'The gateway at this address does not have this API.': '该地址的网关上没有这个 API。',
  'There is no such API at this address: check region, cloud and endpoint, and that service is the one that started the task.':
    '该地址没有这样的 API：检查 region、cloud 和 endpoint，并确认 service 就是启动任务的那个服务。',
  'Something else than this API answers there.': '在那里作答的不是这个 API。',
  "Check that service and endpoint belong together, and that no proxy answers in the cloud's place.":
    '确认 service 与 endpoint 相符，并且没有代理代替云端作答。',
  'What was read is about another id, and proves nothing about this one.':
    '读到的是另一个 ID 的内容，不能证明这个任务的任何情况。',
  'Check task-id and endpoint; a proxy or cache between the runner and the cloud can mix answers up.':
    '检查 task-id 和 endpoint；运行器与云之间的代理或缓存可能会混淆响应。',
  'A word that no source names, with an end time. It is not taken for success.':
    '带有结束时间、但没有任何资料提到的状态，不会当作成功。',
  'Look at the task in the service, and report the word to the maintainers of this action.':
    '在服务中查看该任务，并把这个状态报告给本 Action 的维护者。',
  'The task says success, and a minute later a part of it has still not ended.':
    '任务声明成功，但一分钟后仍有一部分没有结束。',
  'Look at these subtasks in the service. With strict-subtasks: false only the task itself counts.':
    '在服务中查看这些子任务。设置 strict-subtasks: false 则只看任务本身。',
  'The task says success, and its own error, the number of its parts or another entry with its id says something else.':
    '任务声明成功，而它自己的错误、各部分的数目或同一 ID 的另一条记录与之矛盾。',
  'Look at the task in the service: one of the two is wrong. With strict-subtasks: false subtasks and their number do not count.':
    '在服务中查看该任务：两者之一有误。设置 strict-subtasks: false 则子任务及其数目不计。',
  'The place of the state is there and empty.': '状态字段存在，但为空。',
  'Look at the task in the service, and wait again when it shows a state there.':
    '在服务中查看该任务，等那里显示状态后再次等待。',
  'A gateway, a proxy or a log-in page writes pages where answers of the service should come.':
    '网关、代理或登录页代替服务返回了页面。',
  'Check endpoint, region and cloud, and the proxy or gateway on the way.':
    '检查 endpoint、region 和 cloud，以及途中的代理或网关。',
  'In `tasks` alone: another task of the step did not succeed.': '只出现在 `tasks` 中：同一步骤的另一个任务没有成功。',
  'The service was throttling or out of order at that moment.': '查询时服务正在流控或发生故障。',
  'Look again later, or give the wait some time by timeout.': '稍后再查，或通过 timeout 给等待留一些时间。',
  'A token with the list of all services in it. Ask for one with `?nocatalog=1`.':
    'Token 中含有全部服务的目录。请用 `?nocatalog=1` 获取。',
  'The token is too large for the gateway: use an access key in its place.':
    'Token 超过了网关的大小限制：改用访问密钥。',
  'a warning': '警告',
  'The service has a word that no source names.': '服务返回了没有任何资料提到的状态。',
  'Report the word to the maintainers of this action, and say whether it is final; the wait goes on to its limit meanwhile.':
    '如果它是终态，请把它报告给本 Action 的维护者；在此期间会一直等到上限。',
  'a later job does not see an output': '后面的 job 读不到某个输出',
  'GitHub drops a job output that holds a masked value, such as a token.':
    'GitHub 会丢弃含有掩码值（如 Token）的 job 输出。',
  'Pass the task id on, and let the other job wait with credentials of its own.':
    '只传递任务 ID，让另一个 job 用自己的凭证等待。',
  any: '任意',
  'a deploy step or job runs although the wait is red': '等待步骤为红色，部署步骤或 job 却仍然运行',
  'Its `if` has `always()` or `!cancelled()`, or `continue-on-error` is set on the wait.':
    '其 `if` 中有 `always()` 或 `!cancelled()`，或等待步骤设置了 `continue-on-error`。',
  "Take them out, or gate it by `if: steps.wait.outputs.status == 'succeeded'`.":
    "去掉这些设置，或用 `if: steps.wait.outputs.status == 'succeeded'` 把关。",
  'the deploy step is skipped although the wait is green': '等待步骤为绿色，部署步骤却被跳过',
  'Its `if` has a wrong word, such as `success` instead of `succeeded`, or the step that waits has no `id:`.':
    '其 `if` 中的词写错，例如把 `succeeded` 写成 `success`，或者等待步骤没有写 `id:`。',
  'Leave the `if` out: a red step stops the job by itself. Or write `id: wait`, and compare with `succeeded`.':
    '去掉 `if`：红色的步骤本身就会停止 job。或者写上 `id: wait`，并与 `succeeded` 比较。',
  '`Unexpected input(s)`, a warning of GitHub': '`Unexpected input(s)`，GitHub 的警告',
  'The name of an input is misspelt. GitHub drops it, and its default counts.':
    '输入名称拼写有误。GitHub 会丢弃它，并使用默认值。',
  'Write it as in the [table of inputs](inputs.md).': '按[输入列表](inputs.zh-CN.md)中的名称填写。',
  none: '无',
  '`Unable to resolve action` or `using: node24` is not supported':
    '`Unable to resolve action`，或提示不支持 `using: node24`',
  '`OWNER` was not replaced, or the runner is older than 2.327.1.': '没有替换 `OWNER`，或运行器版本低于 2.327.1。',
  'Put in the account that holds this repository; update the runner.': '填写存放本仓库的账号；升级运行器。'
};
