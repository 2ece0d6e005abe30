/** What the table of symptoms says beside the action's own messages. */
export const troubleshootingInChinese: Readonly<Record<string, string>> = {
  'The step before did not set its output, or a job output was dropped because it holds a masked value.':
    '前一步骤没有设置输出，或者 job 输出因含有被屏蔽的值而被丢弃。',
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
  'A typing error, or a region that [the tables](how-it-waits.md#where-requests-go) do not have.':
    '输入有误，或[区域表](how-it-waits.zh-CN.md#请求发往哪里)中没有该区域。',
  'The service is not offered there, or no source names its host.': '该区域不提供此服务，或没有资料给出其主机名。',
  'The secrets are empty: they are not set, or the run is for a pull request from a fork.':
    'Secret 为空：没有设置，或者运行由来自 fork 的拉取请求触发。',
  'Half a kind of credentials. Often one of two secrets is not set.':
    '凭证只有一半。常见原因是两个 Secret 中有一个没有设置。',
  'Two kinds of credentials were given.': '填写了两种凭证。',
  'The task failed in the cloud. The message has the reason that the service tells.':
    '任务在云上失败。消息中有服务给出的原因。',
  'The task failed, and its API does not tell why.': '任务失败，而 API 没有给出原因。',
  'The task failed in the cloud, and its service tells [why](outputs.md#causes). The output `causes` has all causes.':
    '任务失败，服务给出了[原因](outputs.zh-CN.md#原因)。全部原因见输出 `causes`。',
  'The task as a whole says success, a part of it does not.': '任务整体返回成功状态，但有一部分没有成功。',
  'An end that the service itself marks as not clean.': '服务自己把这个终态标为不完全成功。',
  'The task rolled back what it had done (`elb`), and the word for its end does not tell so.':
    '任务回滚了已做的工作（`elb`），而其终态的状态值并不体现这一点。',
  'Somebody or something stopped the task there.': '任务在云上被人或其他程序停止。',
  'The task takes longer than `timeout`. It may still succeed.': '任务耗时超过 `timeout`，仍可能成功。',
  'If the job only waits, re-run it. If it also starts the task, do not: wait for the same id in another job.':
    '只等待的 job：重新运行。还负责启动任务的 job：不要重新运行，请在另一个 job 中用同一 ID 等待。',
  'If the job only waits, re-run it. If it also starts the task, do not: wait for the same id in another job. Raise `timeout` for the next runs.':
    '只等待的 job：重新运行。还负责启动任务的 job：不要重新运行，请在另一个 job 中用同一 ID 等待。以后的运行可调大 `timeout`。',
  'If the job only waits, re-run it. If it also starts the task, do not: wait for the same id in another job. With `strict-subtasks: false`, only the task itself counts.':
    '只等待的 job：重新运行。还负责启动任务的 job：不要重新运行，请在另一个 job 中用同一 ID 等待。设置 `strict-subtasks: false` 则只看任务本身。',
  'Set the secrets, and give the inputs of one kind of [sign-in](../README.md#sign-in).':
    '设置 Secret，并填写一种[认证方式](../README.zh-CN.md#认证方式)的输入。',
  'The service, or the way to it, was out of order at the end of the wait.': '等待结束时，服务或到服务的网络出了故障。',
  'The host was there, but each request failed until the end of the wait.':
    '主机有响应，但直到等待结束，每个请求都失败了。',
  'The task says success, and subtasks still ran when `timeout` was over.':
    '任务返回成功状态，但到 `timeout` 时仍有子任务在运行。',
  'The task still runs.': '任务仍在运行。',
  'The id names a thing and not a run, and one poll cannot tell its last run from the one before.':
    'ID 指向的是对象而不是某次运行，只查询一次无法区分这次与上次的结果。',
  'Somebody cancelled the run, a newer one took its place by `concurrency`, a job of its matrix failed, or `timeout-minutes` ran out.':
    '有人取消了运行，或因 `concurrency` 被较新的运行取代，或同一矩阵中的 job 失败，或 `timeout-minutes` 到时。',
  'Where a newer run took its place, look at that one. Else, if the job only waits, re-run it; if it also starts the task, wait for the same id in another job.':
    '被较新的运行取代时，请查看那次运行。否则，只等待的 job：重新运行；还负责启动任务的 job：请在另一个 job 中用同一 ID 等待。',
  'The id is not one of this service, project, region or (DataArts Studio) workspace, or the task is too old or deleted.':
    '该 ID 不属于这个服务、项目、区域或（DataArts Studio 的）工作空间，或者任务太旧、已删除。',
  'Check `task-id`, `project-id` and `region`; for DataArts Studio also `workspace`.':
    '检查 `task-id`、`project-id` 和 `region`；使用 DataArts Studio 时还要检查 `workspace`。',
  'The task was deleted, or the service keeps ended tasks for a short time only.':
    '任务已被删除，或者服务只短时间保留已结束的任务。',
  'One of the [refusals below](#when-access-is-denied), each with its own cause.':
    '属于[下文列出的拒绝](#访问被拒绝)之一，原因各不相同。',
  'Keys or a token that nobody renews ended before the task did.': '无人续期的密钥或 Token 先于任务过期。',
  'A typing error in the address, a firewall or a proxy. The message says which inputs the address was made from.':
    '地址输入有误，或被防火墙、代理拦截。消息会说明地址由哪些输入得出。',
  'A proxy or an endpoint with a certificate of a private authority.': '代理或终端节点使用了私有 CA 签发的证书。',
  'A proxy with a log-in page, or an old address. Redirects are never followed, for credentials would follow too.':
    '代理的登录页，或旧地址。从不跟随重定向，否则凭证也会一起发出。',
  'The gateway at this address does not have this API.': '该地址的网关上没有这个 API。',
  'Something else than this API answers there.': '在那里作答的不是这个 API。',
  'What was read is about another id, and proves nothing about this one.':
    '读到的是另一个 ID 的内容，不能证明这个任务的任何情况。',
  'A word that no source names, with an end time. It is not taken for success.':
    '带有结束时间、但没有任何资料提到的状态，不会当作成功。',
  'The task says success, and a minute later a part of it has still not ended.':
    '任务返回成功状态，但一分钟后仍有一部分没有结束。',
  'The task says success, and its own error, the number of its parts or another entry with its id says something else.':
    '任务返回成功状态，而它自己的错误、各部分的数目或同一 ID 的另一条记录与之矛盾。',
  'The place of the state is there and empty.': '状态字段存在，但为空。',
  'A gateway, a proxy or a log-in page writes pages where answers of the service should come.':
    '网关、代理或登录页代替服务返回了页面。',
  'In `tasks` alone: another task of the step did not succeed.': '只出现在 `tasks` 中：同一步骤的另一个任务没有成功。',
  'The service was throttling or out of order at that moment.': '查询时服务正在流控或发生故障。',
  'A token with the list of all services in it. Ask for one with `?nocatalog=1`.':
    'Token 中含有全部服务的目录。请用 `?nocatalog=1` 获取。',
  'a warning': '警告',
  'The service has a word that no source names.': '服务返回了没有任何资料提到的状态。',
  'Report the word to the maintainers of this action, and say whether it is final; the wait goes on to its limit meanwhile.':
    '请把它报告给本 Action 的维护者，并说明它是否为终态；在此期间会一直等到上限。',
  'a later job does not see an output': '后面的 job 读不到某个输出',
  'GitHub drops a job output that holds a masked value, such as a token.':
    'GitHub 会丢弃含有被屏蔽的值（如 Token）的 job 输出。',
  'Pass the task id on, and let the other job wait with credentials of its own.':
    '只传递任务 ID，让另一个 job 用自己的凭证等待。',
  any: '任意',
  'a deploy step or job runs although the wait is red': '等待步骤为红色，部署步骤或 job 却仍然运行',
  'Its `if` has `always()` or `!cancelled()`, or `continue-on-error` is set on the wait.':
    '其 `if` 中有 `always()` 或 `!cancelled()`，或等待步骤设置了 `continue-on-error`。',
  "Take them out, or gate it by `if: steps.wait.outputs.status == 'succeeded'`.":
    "去掉这些设置，或用 `if: steps.wait.outputs.status == 'succeeded'` 把关。",
  'the deploy step is skipped although the wait is green': '等待步骤为绿色，部署步骤却被跳过',
  'Its `if` has a wrong word, such as `success` instead of `succeeded`, the step that waits has no `id:`, or its job passes no `outputs:` on to the next job.':
    '其 `if` 中的词写错，例如把 `succeeded` 写成 `success`；或者等待步骤没有写 `id:`，或其所在 job 没有用 `outputs:` 传给下一个 job。',
  'Leave the `if` out: a red step stops the job by itself. Else write `id: wait`, pass `status` on by `outputs:`, and compare with `succeeded`.':
    '去掉 `if`：红色的步骤本身就会停止 job。否则写上 `id: wait`，用 `outputs:` 传递 `status`，并与 `succeeded` 比较。',
  '`Unexpected input(s)`, a warning of GitHub': '`Unexpected input(s)`，GitHub 的警告',
  'The name of an input is misspelt. GitHub drops it, and its default counts.':
    '输入名称拼写有误。GitHub 会丢弃它，并使用默认值。',
  'Write it as in the [table of inputs](inputs.md).': '按[输入列表](inputs.zh-CN.md)中的名称填写。',
  none: '无',
  '`Unable to resolve action` or `using: node24` is not supported':
    '`Unable to resolve action`，或提示不支持 `using: node24`',
  '`OWNER` was not replaced, or the runner is older than 2.327.1.': '没有替换 `OWNER`，或 Runner 版本低于 2.327.1。',
  'Put in the account that holds this repository; update the runner.': '填写存放本仓库的 GitHub 账号；升级 Runner。'
};

/** What the messages say in Chinese, by what they say in English; absent for what is the same in both. */
export const quotedInChinese: Readonly<Record<string, string>> = {
  'Reason: Failed to read the file': '服务给出的原因：Failed to read the file',
  'The answer gives no reason': '响应中没有给出原因',
  'Cause 1 of 2': '失败原因共 2 个，第 1 个',
  'subtasks did not succeed': '个子任务中有 2 个未成功',
  'the task ended with a warning': '任务结束但有警告',
  'was undoing its work': '任务曾回滚已做的工作',
  'reports STOPPED': '服务返回的状态为 STOPPED',
  'The wait reached its limit': '等待达到上限',
  'The last request failed': '最后一次请求失败',
  'No request brought an answer about the task': '没有任何请求得到关于该任务的响应',
  'Some of its subtasks have not ended': '它还有子任务没有结束',
  'the step polls once, and the task has not ended': '只查询一次，而任务尚未结束',
  'This may be the end of an earlier run': '这可能是更早一次运行的结果',
  'GitHub told the step to stop': '要求步骤停止',
  'does not know': '查询不到',
  'does not know it now': '现在查询不到',
  'For this cloud the access key does not exist': '所访问的云上查询不到此 AK',
  'The credentials are missing, wrong or expired': '凭证缺失、错误或已过期',
  'No answer ever came from': '始终没有收到',
  'is not trusted': '的证书不受信任',
  'a redirect to': '重定向到',
  'do not have the form of this API': '不符合此 API 的格式',
  'answered about another id': '返回的却是另一个 ID 的信息',
  'a state that this action does not know': '本 Action 不认识服务返回的状态',
  'had still not ended': '但一分钟后仍有',
  'has contradicted that': '同一响应中的其他内容与之矛盾',
  'answered without a state': '响应中没有状态',
  'For 5 minutes no answer of this API came from': '连续 5 分钟没有收到服务的 API 响应',
  'Another task of this step did not succeed': '本步骤的另一个任务未成功',
  'the step polls once, and that request failed': '只查询一次，而这次请求失败',
  'task-id is missing or empty': 'task-id 缺失或为空',
  'task-id is "null"': 'task-id 为 "null"',
  'has an empty one beside a comma': '有逗号旁边为空',
  'region is missing': '缺少 region',
  'which is in no cloud that this action knows': '不是已知的区域',
  'no host of CodeArts Check is known there, nor in any other region of otc.t-systems.com':
    '那里没有已知的代码检查 CodeArts Check 终端节点，otc.t-systems.com 的其他区域也没有',
  'no credentials were given': '没有提供凭证',
  'access-key needs secret-key as well, which is empty': '填写了 access-key，还需要 secret-key，而它为空',
  'belong to different kinds of credentials': '属于不同种类的凭证',
  'This action does not know the state': '本 Action 不认识状态'
};
