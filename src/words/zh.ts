import {formatDuration} from '../duration.ts';
import type {Change, Refused, Words} from './en.ts';

const inNewRun = (input: string) =>
  `并触发新的运行（重新运行仍使用旧的工作流文件）。如果新的运行会再启动一次任务：请改为在不启动任务的工作流中执行本步骤和后续步骤，填写相同的 task-id 和 ${input}。`;
const starts: Readonly<Record<Change, string>> = {task: '启动任务', resource: '执行所等待的变更', deletion: '执行删除'};
const ifStarts = (change: Change, isThisJob = false) =>
  `如果${isThisJob ? '本 CI job 也负责' : '本工作流中有 job '}${starts[change]}`;
const startTask = '启动任务';
const makeChange = '执行变更';
const waitElsewhere = (starts: string, id: string) => `请在不${starts}的工作流中执行本步骤和后续步骤${id && `，${id}`}`;
const given = (ids: string) => `填写 task-id: ${ids}`;
const startsTwice = (ids: string) =>
  `不要重新运行，也不要触发新的运行，否则任务会再启动一次。${waitElsewhere(startTask, given(ids))}。`;
const makesTwice = (ids: string) =>
  `不要重新运行，也不要触发新的运行，否则变更会再执行一次。${waitElsewhere(makeChange, given(ids))}。`;
const waitsNoLonger = (open: number) =>
  `响应中有结束时间，因此本步骤不再等待${open > 0 ? `，尽管同一响应中还有 ${open} 个子任务没有结束` : ''}`;
const sideOfEnd = '是任务本身有问题，还是仅仅因为本 Action 没有收录该状态，本步骤无法判断。';
const orNewRun = '如果改动了代码仓库，请触发新的运行（重新运行使用旧的提交）。';
const recreate = {
  here: `删除该资源，再重新运行负责创建的 CI job；${orNewRun}`,
  elsewhere: '删除该资源，用原来的方式重新创建，在 task-id 中填写新资源的 ID，再触发新的运行。'
};
const finishOrStart = (noun: string) =>
  `请确认应有的结果是否已经达成：如果已达成，请手动执行后续步骤的命令；如果没有，请重新发起${noun}，并在下次等待时使用新的 ID。`;
const appearsLater = (graceMs: number, usual: string) =>
  `服务可能要晚于 not-found-grace（${formatDuration(graceMs)}）才能查询到：请增大它（默认为 ${usual}）。`;
const orStartIt = '如果没有，请触发本工作流的新运行。';
const lookForTask = (ids: string) =>
  `请先确认服务中是否有这个任务。如果有，${waitElsewhere(startTask, given(ids))}。${orStartIt}`;
const lookWhetherStarted = (id = '') =>
  `请先确认任务是否已启动。如果已启动，${waitElsewhere(startTask, id ? given(id) : '在 task-id 中填写它的 ID')}。${orStartIt}`;
const lookWhetherMade = (ids = '') =>
  `请先确认变更是否已执行。如果已执行，${waitElsewhere(makeChange, ids && given(ids))}。${orStartIt}`;
/** A blank stands between Chinese and Latin letters, and nowhere else. */
const isChinese = (letter = '') => /[\u4e00-\u9fff，。：；（）“”]/.test(letter);
const before = (text: string) => (isChinese(text[0]) ? text : ` ${text}`);
const after = (text: string) => (isChinese(text.at(-1)) ? text : `${text} `);
const around = (text: string) => before(after(text));
const someNames = (names: string, more: number) =>
  more > 0 ? `${after(names)}等，另有 ${more} 个。` : names + end(names);
const end = (text: string) => (/[.!?…。！？]$/.test(text) ? '' : '。');

export const zh: Words = {
  language: 'zh',
  list: items => items.join('，'),
  names: items => items.join('；'),
  and: items => items.join('、'),
  sentences: parts =>
    parts.filter(Boolean).reduce((before, next) => before + (/[.!?]$/.test(before) ? ' ' : '') + next, ''),
  sentence: text => text + end(text),
  inBrackets: text => `（${text}）`,
  stateCode: code => `状态码 ${code}`,
  quoted: text => `“${text}”`,
  beginning: text => text,
  colon: '：',
  numbered: (number, text) => `（${number}）${text}`,

  labels: {
    happened: '发生了什么',
    now: {task: () => '任务现状', resource: () => '资源现状'},
    toDo: '怎么办',
    support: '定位信息'
  },

  states: {
    running: '运行中',
    succeeded: '成功',
    warning: '有警告',
    failed: '失败',
    stopped: '已停止',
    unknown: '未知',
    untold: '无状态',
    skipped: '已跳过'
  },

  verdicts: {
    succeeded: '成功',
    failed: '失败',
    stopped: '已停止',
    'timed-out': '等待超时',
    unfinished: '未结束',
    cancelled: '已取消',
    'not-found': '未找到',
    denied: '被拒绝',
    error: '错误'
  },

  parties: {iam: 'IAM', sts: 'STS', github: 'GitHub 的 ID Token 服务', metadata: '云服务器的元数据服务'},

  one: (title, noun, name) => after(title) + (isChinese(title.at(-1)) ? before(noun) : noun) + before(name),
  nouns: {task: '任务', resource: '资源'},
  many: {
    task: (title, count) => `${after(title)}的 ${count} 个任务`,
    resource: (title, count) => `${after(title)}的 ${count} 个资源`
  },

  headline: {
    gone: who => `${after(who)}已不存在，符合预期`,
    succeeded: who => `${after(who)}成功`,
    ready: (who, state) => `${after(who)}已就绪：${state}`,
    expected: (who, state) => `${after(who)}已处于预期状态：${state}`,
    failed: (who, why) => `${after(who)}失败${why && `：${why}`}`,
    countsAsFailed: (who, why) => `${after(who)}按失败处理：${why}`,
    warning: who => `${after(who)}结束但有警告`,
    stopped: (who, why) => `${after(who)}已被停止${why && `（${why}）`}`,
    inState: (who, state, why) => `${after(who)}处于${around(state)}状态${why && `：${why}`}`,
    undone: '已做的工作被回滚',
    parts: (failed, all) => `${all} 个子任务中有 ${failed} 个未成功`,
    timedOut: (who, limitMs, overMs, why) =>
      `${who}：${overMs === undefined ? `等待 ${formatDuration(limitMs)} 后超时` : `等待超时（上限 ${formatDuration(limitMs)}，实际 ${formatDuration(overMs)}）`}${why && `，${why}`}`,
    stillIn: {task: state => `任务仍处于${before(state)}`, resource: state => `资源仍处于${before(state)}`},
    unknownWord: (word, isCustom) =>
      isCustom ? `状态“${word}”不在 definition 的任何一个状态列表中` : `本 Action 不认识状态“${word}”`,
    notProven: state => `状态${around(state)}还不能采信`,
    whileFailing: {
      service: '当时对服务的请求失败',
      request: '当时服务拒绝请求',
      inputs: '当时服务查询不到该 ID',
      runner: '当时对服务的请求失败',
      between: '最后一次响应可能不是服务返回的'
    },
    neverAnswered: {task: '始终没有收到关于该任务的响应', resource: '始终没有收到关于该资源的响应'},
    polledOnce: {
      task: (who, state) => `${after(who)}尚未结束${state && `（${state}）`}`,
      resource: (who, state) => `${after(who)}尚未达到所等待的状态${state && `（${state}）`}`
    },
    failFast: who => `${who}：另一个任务未成功，等待提前结束`,
    cancelled: who => `${who}：等待被取消`,
    notFound: who => `未找到${before(who)}`,
    vanished: who => `${after(who)}已查询不到`,
    neverFound: '从未查询到，无法证明已删除',
    about: (who, what) => `${who}：${what}`,
    proxyRefuses: variable => `代理拒绝了 ${variable} 中的用户名和密码`,
    proxyWantsUser: variable => `${variable && `${variable} 中的`}代理要求用户名和密码`,
    wrongAnswers: whom => `${after(whom)}的响应无法读取`,
    notTheService: whom => `收到的可能不是${around(whom)}返回的响应`,
    redirected: '请求被重定向',
    rejected: why => `请求被拒绝${why && `：${why}`}`,
    noAnswerFrom: whom => `${after(whom)}没有响应`,
    requestFailed: '唯一的一次请求失败',
    otherTask: '返回的是另一个 ID 的信息',
    endedUnknown: (who, word, isOpen) =>
      `${after(who)}${isOpen ? '可能' : '似乎'}已结束，但本 Action 不认识其状态“${word}”`,
    openParts: (state, open) => `状态为${before(state)}，但有 ${open} 个子任务没有结束`,
    contradiction: state => `状态为${before(state)}，但响应中的其他内容与之矛盾`,
    noState: '服务没有给出状态',
    several: (who, counts) => `${who}：${counts.join('，')}`,
    count: {
      succeeded: count => `${count} 个成功`,
      failed: count => `${count} 个失败`,
      stopped: count => `${count} 个被停止`,
      'timed-out': count => `${count} 个等待超时`,
      unfinished: count => `${count} 个未结束`,
      cancelled: count => `${count} 个的等待被取消`,
      'not-found': count => `${count} 个未找到`,
      denied: count => `${count} 个被拒绝访问`,
      error: count => `${count} 个出错`
    },
    withoutOutputs: headline => `${headline}，但输出未能写入`,
    cannotStart: problem => `等待没有开始：${problem}`,
    wrongInputs: count => `等待没有开始：输入有 ${count} 处问题`,
    unexpected: '本 Action 出现意外错误'
  },

  happened: {
    reports: (title, state) => `${after(title)}返回的状态为${before(state)}。`,
    before: (state, isCreation) => `此前的状态为${before(state)}${isCreation ? '，说明失败的是创建' : ''}。`,
    reason: text => `服务给出的原因：${text}`,
    says: text => `服务的说明：${text}`,
    noReason: '响应中没有给出原因。',
    noReasonOfStop: '响应中没有说明是谁停止的，也没有说明原因。',
    sideUnknown: '是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。',
    sidesUnknown: '以上失败是服务自身的问题，还是提交给它的请求有问题，本步骤无法判断。',
    pageSide: '也不排除该响应是服务自身返回的。',
    badParts: {
      failed: (names, more) => `失败的子任务：${someNames(names, more)}`,
      stopped: (names, more) => `已停止的子任务：${someNames(names, more)}`,
      warning: (names, more) => `有警告的子任务：${someNames(names, more)}`
    },
    doneParts: (names, more) => `已成功的子任务（没有回滚）：${someNames(names, more)}`,
    goodParts: (names, more) => `成功的子任务：${someNames(names, more)}`,
    partReason: (text, name) => `${name && `${after(name)}的`}原因：${text}`,
    cause: (count, subject, why) =>
      `失败原因${count > 1 ? `共 ${count} 个，第 1 个` : ''}${subject && why ? `：${subject}` : ''}：${why || subject}`,
    partsAllowed: (failed, all) =>
      `${all} 个子任务中有 ${failed} 个未成功。由于设置了 strict-subtasks: false，本步骤只看任务本身的状态。`,
    warningAllowed: '任务结束但有警告；由于设置了 allow-warnings: true，按成功处理。',
    gone: title => `本步骤先前在${around(title)}查询到过它，现在查询不到。`,
    notProvenGone: '这样的响应不能证明它已不存在。',
    perhapsGone: (title, noun, id, where, answer) =>
      `本步骤等待${before(noun)} ${id} 被删除${where && `（查询范围：${where}）`}，但每次查询都没有找到它，${around(title)}的响应为：${answer}。可能在第一次查询之前就已删除，也可能是输入填错了。两种情况下服务的响应相同。`,
    warning: (title, state) =>
      `${after(title)}返回的状态为${before(state)}：任务结束但有警告。由于 allow-warnings 为 false，本步骤按失败处理。`,
    partsFailed: (title, state, failed, all) =>
      `${after(title)}返回的任务状态为${before(state)}，但 ${all} 个子任务中有 ${failed} 个未成功。由于 strict-subtasks 为 true，本步骤按失败处理。`,
    partsFailedOf: (title, state, failed, all) =>
      `${after(title)}返回的状态为${before(state)}，但 ${all} 个组成部分中有 ${failed} 个失败。`,
    partsDecide: (title, state, failed, all) =>
      `${after(title)}返回的状态为${before(state)}。该状态只表示任务已结束，不表示成功：${all} 个子任务中有 ${failed} 个未成功。`,
    undone: (title, state) =>
      `${after(title)}返回的状态为${before(state)}，但等待期间任务曾回滚已做的工作：要做的事并没有完成。`,
    limit: (limitMs, overMs) =>
      limitMs === 0
        ? 'timeout: 0 表示每个任务只查询一次，而时间在查询这个任务之前已用完。'
        : `等待达到上限（timeout: ${formatDuration(limitMs)}）${overMs === undefined ? '' : `；最后一次请求结束得较晚，共等待了 ${formatDuration(overMs)}`}。`,
    noFailure: {task: '任务本身并没有失败。', resource: '资源并不处于失败状态。'},
    shortOrSlow: {
      task: '是 timeout 对这类任务来说太短，还是这次任务异常缓慢，无法判断。',
      resource: '是 timeout 对这类变更来说太短，还是这次变更异常缓慢，无法判断。'
    },
    outcomeUnknown: {task: '任务成功、失败还是仍在运行，目前未知。', resource: '资源目前的状态未知。'},
    limitInSeconds: given => `填写的是 timeout: ${given}，即 ${given} 秒。`,
    lastFailed: answer => `最后一次请求失败：${answer}。`,
    networkOrService: '原因可能在服务一侧，也可能在服务与 Runner 之间的网络或代理。',
    neverAnswered: {task: '没有任何请求得到关于该任务的响应。', resource: '没有任何请求得到关于该资源的响应。'},
    unknownWord: (title, word, {isCustom, goesOn}) =>
      `${after(title)}返回的状态“${word}”${isCustom ? '不在 definition 的任何一个状态列表中' : '不在本 Action 的状态列表中'}，无法判断它是否为终态${goesOn ? '，因此本步骤一直查询到等待超时' : ''}。`,
    longerUnknown: isCustom =>
      `如果它是终态，原因在于${isCustom ? ' definition ' : '本 Action '}没有收录；如果不是，可能是 timeout 太短。`,
    unknownCounts: isCustom =>
      isCustom
        ? '该状态不在 definition 的任何一个状态列表中，无法判断它是否为终态，因此本步骤一直查询到等待超时。'
        : '无法判断该状态是否为终态，因此本步骤一直查询到等待超时。',
    polledOnce: {
      task: 'timeout: 0 表示只查询一次，而任务尚未结束。步骤标红是为了不执行后续步骤；任务本身没有失败。',
      resource:
        'timeout: 0 表示只查询一次，而资源尚未达到所等待的状态。步骤标红是为了不执行后续步骤；资源本身没有失败。'
    },
    polledOnceInDoubt: 'timeout: 0 表示只查询一次，而该响应不足以证明任务已结束。',
    failFast: '本步骤的另一个任务未成功；由于 fail-fast 为 true，等待随之结束。',
    cancelled: elapsedMs =>
      `等待开始 ${formatDuration(elapsedMs)} 后，GitHub 要求步骤停止。可能的原因：运行或 job 被取消，或本次运行被较新的运行取代，或 timeout-minutes 到时。具体是哪一种，见该运行的页面。`,
    notFound: (title, noun, id, where, answer) =>
      `${after(title)}查询不到${before(noun)} ${id}${where && `，查询范围：${where}`}。最后一次响应：${answer}。`,
    inputOrNone: (noun, isGraceShort) =>
      `可能是某个输入有误，也可能服务中没有这个${before(noun)}${isGraceShort ? '，或者暂时还查询不到' : ''}，无法判断是哪一种。`,
    polledFor: elapsedMs => `本步骤查询了 ${formatDuration(elapsedMs)}。`,
    graceOver: graceMs => `在 not-found-grace（${formatDuration(graceMs)}）内一直没有查到，因此不再等待。`,
    graceOverGone: (noun, graceMs) =>
      `本步骤必须先查询到该${before(noun)}，之后才能证明它已被删除；而在 not-found-grace（${formatDuration(graceMs)}）内一直没有查到，因此不再等待。`,
    vanished: {
      task: (title, answer) =>
        `本步骤先前在${around(title)}查询到过该任务，现在查询不到：${answer}。可能已被删除，也可能是响应有误，无法判断是哪一种，也无法判断原因在哪一方。连续至少 30s 查询不到，因此不再等待。`,
      resource: (title, answer) =>
        `本步骤先前在${around(title)}查询到过该资源，现在查询不到：${answer}。可能已被删除，也可能是响应有误，无法判断是哪一种，也无法判断原因在哪一方。连续至少 30s 查询不到，因此不再等待。`
    },
    in: places => places.join('，'),
    answered: (whom, answer) => `${after(whom)}返回：${answer}。`,
    redirected: '可能是地址有误，也可能是代理或网络在重定向，无法判断是哪一种。',
    answeredElsewhere: answer => `收到的响应：${answer}。`,
    onlyPages: (whom, answer) => `连续 5 分钟没有收到${around(whom)}的 API 响应，只收到：${answer}。`,
    page: (whom, answer) => `没有收到${around(whom)}的 API 响应，只收到：${answer}。`,
    unreached: (address, answer) => `始终没有收到${around(address)}的响应：${answer}。`,
    connectionEnded: (address, answer) => `本步骤中止了与${around(address)}的连接${answer && `：${answer}`}。`,
    noConnection: (address, answer) => `没有建立与${around(address)}的连接：${answer}。`,
    malformed: (whom, isRow, answer) =>
      `${after(whom)}${isRow ? '连续至少三次' : ''}返回的响应不符合此 API 的格式：${answer}。`,
    polledOnceInVain: answer => `timeout: 0 表示只查询一次，而这次请求失败：${answer}。`,
    rejected: (whom, address, answer) =>
      `${after(whom)}拒绝了${address && `发往${around(address)}的`}请求：${answer}。`,
    otherTask: (title, asked, answered) =>
      `向${around(title)}查询 ${asked}，返回的却是另一个 ID 的信息：${answered}。尚不清楚是哪一环节弄混了响应。`,
    endedUnknown: (title, word, open) =>
      `本 Action 不认识${around(title)}返回的状态“${word}”。${waitsNoLonger(open)}。${sideOfEnd}`,
    takenAsEnded: (title, open) =>
      `${after(title)}返回的状态不在本 Action 的状态列表中。${waitsNoLonger(open)}。${sideOfEnd}`,
    openParts: (title, state, open, names) =>
      `${after(title)}返回的状态为${before(state)}，但一分钟后仍有 ${open} 个子任务没有结束：${names}`,
    contradiction: (title, state, against) =>
      `${after(title)}返回的状态为${before(state)}，但一分钟来同一响应中的其他内容与之矛盾：${against}`,
    noState: title => `一分钟来${around(title)}的响应中没有状态。`,
    several: (counts, id, reason) => `${counts}。${id}：${reason}`,
    doubts: {
      settling: {
        task: settleMs => `这可能是更早一次运行的结果，要等 settle（${formatDuration(settleMs)}）过去后才采信。`,
        resource: settleMs => `这可能是变更之前的状态，要等 settle（${formatDuration(settleMs)}）过去后才采信。`
      },
      'open-subtasks': '它还有子任务没有结束。',
      contradiction: '响应中的其他内容与之矛盾。',
      cached: '该响应生成于本步骤开始之前，可能是上一次运行的。',
      'no-state': '响应中还没有状态。'
    },
    nothingLeft: '步骤已无事可做，却没有得出结果。',
    outputs: problem => `输出未能全部写入，后续步骤读不到 status：${problem}。`
  },

  now: {
    gone: (from, until) => `已不存在：最后一次查到是在 ${from}；此后各次查询都未找到，其中最后一次是在 ${until}。`,
    ended: at => `已于 ${at} 结束。`,
    mayHaveEnded: at => `不能确定：可能已于 ${at} 结束。请先确认任务状态，再决定是否重新发起任务。`,
    endedSeen: (state, at) => `已不再运行：${state}（${at} 查到）。服务没有给出结束时间。`,
    inState: (state, at) => `状态为 ${state}（${at} 查到），没有变更在进行。`,
    running: {
      task: (state, at, ago) =>
        `最后一次查询时仍在运行（${state}，${at}${ago && `，即等待结束前 ${ago}`}）。本步骤没有停止它。`,
      resource: (state, at, ago) =>
        `最后一次查询时处于${around(state)}状态（${at}${ago && `，即等待结束前 ${ago}`}）。本步骤没有改变它。`
    },
    notProven: {
      task: (state, at, ago) =>
        `不能确定：最后一次查询时（${at}${ago && `，即等待结束前 ${ago}`}）为${before(state)}。本步骤没有停止它。`,
      resource: (state, at, ago) =>
        `不能确定：最后一次查询时（${at}${ago && `，即等待结束前 ${ago}`}）为${before(state)}。本步骤没有改变它。`
    },
    unknown: (state, at, ago) =>
      `未知。最后一次查到的状态为${before(state)}（${at}${ago && `，此后 ${ago} 未再查到状态`}）。`,
    mayRun: {task: '它可能仍在运行。', resource: ''},
    neverSeen: {
      task: '未知：本步骤没有得到过该任务的任何状态。它可能正在运行：请先确认任务是否已启动，再决定是否重新发起任务。',
      resource: '未知：本步骤没有得到过该资源的任何状态。'
    },
    notAsked: '未知：步骤在第一次请求之前就结束了。它要等待的内容可能正在进行：请先确认，再决定是否再次启动。',
    lost: '未知：该错误使步骤中止。任务可能正在运行：请先确认任务状态，再决定是否重新发起任务。',
    countEnded: {task: count => `${count} 个已结束。`, resource: count => `${count} 个已处于最终状态。`},
    countRunning: {
      task: (count, at) => `${count} 个在最后一次查询时（${at}）仍在运行，本步骤没有停止它${count === 1 ? '' : '们'}。`,
      resource: (count, at) => `${count} 个在最后一次查询时（${at}）尚未达到所等待的状态。`
    },
    countUnknown: {
      task: count => `${count} 个任务的状态未知，可能正在运行：请先确认，再决定是否重新发起任务。`,
      resource: count => `${count} 个资源的状态未知。`
    }
  },

  toDo: {
    findCause: title => `在${around(title)}中查找原因并解决。`,
    fixCause: (title, noun) => `请解决问题；详情见${around(title)}中的该${before(noun)}。`,
    repeats: '重新发起可能会重复执行已成功的子任务，请先确认这样没有问题。',
    leftovers: noun => `还请在那里确认失败的${before(noun)}是否有残留，如有请先清理。`,
    checkStop: title =>
      `在${around(title)}中查看停止的原因。如果是有意停止的，就不必再处理；如果不是，请按下面的方法处理。`,
    stoppedWithFailure: title =>
      `服务的状态表示已停止，又给出了失败信息，没有说明是先失败还是先停止。请在${around(title)}中查看，并解决其中的问题。`,
    again: '重新发起任务',
    anewAlone: again => `然后单独${again}（手动，或通过其他工作流）。`,
    alsoStarts: noun => `如果本工作流中有 CI job 负责启动${around(noun).trimEnd()}：重新运行该 CI job；${orNewRun}`,
    alsoStartsOther: (noun, again) =>
      `如果本工作流中有 CI job 负责启动${around(noun).trimEnd()}：请让它${again}，并触发新的运行。`,
    newId: again =>
      `如果本工作流只负责等待：${again}，在 task-id 中填写新的 ID，再触发新的运行（如果只是重新运行，等待的仍是旧的 ID）。`,
    sameId: again => `如果本工作流只负责等待：${again}，再重新运行本 job。task-id 不变（每次执行都使用同一个 ID）。`,
    checkTask: (title, noun) => `在${around(title)}中查看该${before(noun)}。`,
    checkResource: '在控制台查看该资源并解决问题。',
    fixResource: '请解决问题；详情见控制台中的该资源。',
    createAnew: {
      here: `如果由本工作流创建：${recreate.here}`,
      elsewhere: `如果不由本工作流创建：${recreate.elsewhere}`
    },
    changeAnew: {
      creation: {
        here: `如果失败的是创建，且由本工作流创建：${recreate.here}`,
        elsewhere: `如果失败的是创建，但不由本工作流创建：${recreate.elsewhere}`
      },
      other: {
        here: `如果失败的是其他操作，且由本工作流执行：重新运行负责该操作的 CI job；${orNewRun}`,
        elsewhere: '如果失败的是其他操作，但不由本工作流执行：用原来的方式重新执行，再重新运行本 job。资源的 ID 不变。'
      }
    },
    changeAnewAlone: {
      creation:
        '如果失败的是创建：删除该资源，再单独重新创建它（手动，或通过其他工作流）。在 task-id 中填写该资源的新 ID 后，须触发新的运行。',
      other: '如果失败的是其他操作：单独对它重新执行该操作（手动，或通过其他工作流）。它的 ID 不变。'
    },
    acceptWarnings: `如果可以接受警告：设置 allow-warnings: true，${inNewRun('allow-warnings: true')}`,
    acceptWarningsAlone: '如果可以接受警告：从 task-id 中去掉它的 ID，对它不必再做别的。',
    notAccepted: '如果不能接受警告：先解决问题，然后：',
    notAcceptedAlone: again => `如果不能接受警告：先解决问题，再单独${again}（手动，或通过其他工作流）。`,
    acceptParts: `如果可以接受这些未成功的子任务：设置 strict-subtasks: false，${inNewRun('strict-subtasks: false')}如果需要这些子任务成功，请按以下方法处理。`,
    acceptPartsAlone: '如果可以接受这些未成功的子任务：从 task-id 中去掉它的 ID，对它不必再做别的。',
    checkParts: title => `在${around(title)}中查看这些子任务。`,
    onlyWaits: '如果本 CI job 只负责等待：只重新运行这个 job 即可，task-id 不变。',
    replaced: {
      task: '如果被较新的运行取代：不要重新运行这一次，请查看较新的运行。如果它也会启动任务，请确认任务没有被启动两次。',
      resource:
        '如果被较新的运行取代：不要重新运行这一次，请查看较新的运行。如果它也会执行所等待的变更，请确认变更没有被执行两次。'
    },
    otherwise: '否则：',
    raiseJobTimeout: '如果是 timeout-minutes 到时，且通常需要等待更久，请为以后的运行增大 timeout-minutes。',
    onlyWaitsAfterThat: '如果本 CI job 只负责等待：之后只重新运行这个 job 即可，task-id 不变。',
    firstThatFits: '然后请从上到下，按第一个符合的情况处理：',
    unedited: '如果本 CI job 只负责等待，且解决问题时没有修改本仓库的文件：只重新运行这个 job。',
    edited: change =>
      `如果解决问题时修改了本仓库的文件，且本工作流中没有 job ${starts[change]}：触发新的运行（重新运行仍使用旧的文件）。`,
    noneStarts: change => `如果本工作流中没有 job ${starts[change]}：触发新的运行，因为重新运行仍使用旧的工作流文件。`,
    onlyWaitsUnknown: '如果本 CI job 只负责等待：等状态变化后，只重新运行这个 job 即可，task-id 不变。',
    startsOnce: {
      task: (ids, isThisJob) =>
        `${ifStarts('task', isThisJob)}：${isThisJob ? startsTwice(ids) : `${waitElsewhere(startTask, given(ids))}。本工作流的新运行会再启动一次任务。`}`,
      resource: (ids, isThisJob) =>
        `${ifStarts('resource', isThisJob)}：${isThisJob ? makesTwice(ids) : `${waitElsewhere(makeChange, given(ids))}。本工作流的新运行会再执行一次变更。`}`
    },
    startsUnseen: {
      task: (ids, isThisJob) => `${ifStarts('task', isThisJob)}：${lookForTask(ids)}`,
      resource: (ids, isThisJob) => `${ifStarts('resource', isThisJob)}：${lookWhetherMade(ids)}`
    },
    mayAppear: {
      task: (graceMs, usual) => `如果任务是在本步骤之前刚启动的，${appearsLater(graceMs, usual)}`,
      resource: (graceMs, usual) => `如果资源是在本步骤之前刚创建的，${appearsLater(graceMs, usual)}`
    },
    noSuch: (noun, {givesNewId, isGraceShort}) =>
      `如果各项输入无误${isGraceShort ? '，增大 not-found-grace 后也查询不到' : ''}，说明服务中没有这个${before(noun)}${givesNewId ? '：可能结束后已被清除，也可能从未启动' : ''}。再次等待该 ID 也不会通过。${givesNewId ? finishOrStart(around(noun).trimEnd()) : ''}`,
    corrected: {
      after: {
        task: '更正后，请从上到下，按第一个符合的情况处理：',
        resource: '更正后，请从上到下，按第一个符合的情况处理：',
        deletion: '如果资源仍然存在：请更正输入，再从上到下，按第一个符合的情况处理：'
      },
      starts: {
        task: `${ifStarts('task')}：${lookWhetherStarted()}`,
        resource: `${ifStarts('resource')}：${lookWhetherMade()}`,
        deletion: `${ifStarts('deletion')}：请先确认删除是否正在进行。如果是，${waitElsewhere('执行删除', '')}。如果不是，请触发本工作流的新运行。`
      }
    },
    waitWithOthers: count => `下一次等待时保留${count === 1 ? '它' : '它们'}的 ID。`,
    raiseTimeout: {
      task: '如果这类任务通常需要更久，请为以后的运行增大 timeout。',
      resource: '如果这类变更通常需要更久，请为以后的运行增大 timeout。'
    },
    outlastSettle: settleMs =>
      `请让 timeout 大于 settle（${formatDuration(settleMs)}）。修改对下一次新触发的运行生效；重新运行（Re-run）仍使用旧的工作流文件。`,
    minutes: (given, minutes) =>
      `如果本意是 ${given} 分钟，请写成 timeout: ${minutes}；如果本意就是秒，那么它太短，请增大。`,
    checkNetwork: url => `如果请求持续失败，请检查 Runner 与${around(url)}之间的网络和代理，以及服务的状态。`,
    pollLater: '稍后再查询：如果本 CI job 只负责等待，只重新运行这个 job 即可，也可以使用定时触发的工作流。',
    settleLater: 'timeout: 0 时，只有 settle: 0 才会立即采信终态，而那可能是上一次运行的终态。',
    defineWord: word =>
      `在该 API 的文档中查明“${word}”的含义，把它加入 definition 中对应的状态列表（running、succeeded、failed 等）。`,
    wholeAccount:
      '该服务的任务属于整个账号而不是项目：为该 IAM 用户（或委托）授予在账号中读取该服务的权限，检查 domain-id，并确认 Token 的范围是账号而不是项目。',
    checkPlace: {
      task: '检查 task-id、project-id 和 region。',
      resource: '检查 task-id（资源的 ID）、project-id 和 region。'
    },
    checkEndpoint: url => `检查 endpoint：所有请求都发往 ${url}。`,
    otherService: (services, own) =>
      `检查 service：填写的是 ${own}，可能有误，因为该 ID 的格式像 ${services.join('、')} 的 ID。`,
    projectName: id => `检查 project-id：“${id}”不是 32 位十六进制字符，可能是项目名称；此输入应填写项目 ID。`,
    workspaceUnset: name => `检查 workspace：没有填写，因此服务只在名为“${name}”的工作空间中查找。`,
    workspaceGiven: id => `检查 workspace：服务只在工作空间 ${id} 中查找。`,
    vanished: {
      task: title =>
        `在${around(title)}中确认任务是否已被删除。如果已删除，再次等待该 ID 也不会通过。${finishOrStart('任务')}`,
      resource: title => `在${around(title)}中确认资源是否已被删除。如果已删除，本步骤不可能再通过。`
    },
    ifItExists: {
      onlyWaits: '如果仍然存在，且本 CI job 只负责等待：只重新运行这个 job 即可，task-id 不变。',
      starts: {
        task: ids => `如果仍然存在，且本 CI job 也负责启动任务：${startsTwice(ids)}`,
        resource: ids => `如果仍然存在，且本 CI job 也负责执行所等待的变更：${makesTwice(ids)}`
      }
    },
    lookWhetherGone: '在控制台确认资源是否仍然存在。',
    deletionDone: areInputsSure =>
      `如果资源已不存在${areInputsSure ? '' : '，且各项输入无误'}：说明删除已完成，但重新运行时本步骤仍不会通过。请手动执行后续步骤的命令，或者暂时从工作流文件中去掉本步骤和用来删除资源的步骤，触发一次新的运行。`,
    lookAtTask: (title, noun) => `在${around(title)}中查看该${around(noun)}的实际情况。`,
    judged: (word, again, givesNewId) =>
      `如果状态一直是“${word}”，再次等待也不会通过，请自行查明该状态的含义。如果应有的结果已经达成：请手动执行工作流中后续步骤的命令。如果已失败：请解决问题，${again}，${givesNewId ? '再用新的 ID 等待' : '再重新等待'}。`,
    onceChanged: {
      onlyWaits: '状态变化后，如果本 CI job 只负责等待：只重新运行这个 job 即可，task-id 不变。',
      starts: ids =>
        `状态变化后，如果本 CI job 也负责启动：${waitElsewhere(startTask, given(ids))}；重新运行会再启动一次任务。`
    },
    reportMeaning: word => `请在本 Action 的仓库中提交 issue，报告状态“${word}”；如果知道其含义，请一并说明。`,
    checkInputs: inputs => `检查${before(inputs)}。`,
    checkAddress: (inputs, whom) => `检查${before(inputs)}，并确认 Runner 能够访问${before(whom)}。`,
    checkWay: whom => `检查 Runner 与${around(whom)}之间的代理或防火墙。`,
    useProxy: '如果 Runner 需要通过代理访问外网，请为它设置 HTTPS_PROXY（以及 NO_PROXY）。',
    loopback: host => `如果本意不是 Runner 自身，请更正地址；如果确实是 ${host}，请先启动那里的服务。`,
    endpoint: '输入项 endpoint',
    inputsOf: {
      service: '输入项 region 和 cloud',
      iam: '输入项 region、cloud 和 iam-endpoint',
      sts: '输入项 region、cloud 和 sts-endpoint',
      github: 'ACTIONS_ID_TOKEN_REQUEST_URL',
      metadata: 'ecs-agency'
    },
    proxyUser: variable =>
      `在 ${variable} 中填写代理的用户名和密码：http://user:password@host:port。特殊字符须做百分号编码（URL 编码）。`,
    proxyPassword: variable =>
      `检查 ${variable} 中代理的用户名和密码：特殊字符须做百分号编码（URL 编码）。本步骤只尝试了一次，因为多次被拒绝可能锁定账号。`,
    certificate:
      '如果信任该证书（自签名，或由私有证书颁发机构签发），请在 Runner 的环境中设置 NODE_EXTRA_CA_CERTS，指向含有该证书或其颁发机构证书的 PEM 文件。',
    proxyVariable: variable => `检查 ${variable} 中的代理。`,
    largeToken: '请改用访问密钥：Token 大于 8 KiB，可能超出网关的限制。',
    tooLargeToken: '请改用访问密钥：Token 超出网关的限制。',
    wrongApi: origin => `检查 service 与 endpoint 是否匹配（地址${origin}），并确认没有代理代替服务作出响应。`,
    noProxyAnswers: (inputs, whom) => `检查${before(inputs)}，并确认没有代理代替${around(whom)}作出响应。`,
    unknownApi: inputs => `该地址没有此 API。检查${before(inputs)}，并确认 service 就是启动任务的服务。`,
    networkLogIn: '登录 Runner 所在的网络，或请网络管理员放行 Runner。',
    redirect: inputs =>
      `检查${before(inputs)}：请求必须直接发往 API 自己的地址，那里不会重定向。如果地址无误，说明重定向来自代理或网络：请修改其配置。`,
    readTheAnswer: '对照收到的响应检查输入。',
    pollWithTime: '稍后再查询，或把 timeout 设为大于 0，让步骤等待。',
    otherTask: '检查 endpoint，并检查 Runner 与云之间的代理或缓存是否返回了其他请求的响应。',
    otherTaskAgain: '如果再次收到其他 ID 的响应：请联系该服务的技术支持。',
    oneIsWrong: (title, noun) => `在${around(title)}中查看该${before(noun)}：状态和响应中的其他内容必有一个是错的。`,
    waitForState: (title, noun) => `在${around(title)}中查看该${before(noun)}，直到那里显示出状态。`,
    diskFull: '清理 Runner 的磁盘：已没有空间写入输出。',
    outputs:
      '让步骤能够写入 GITHUB_OUTPUT 所指的文件。如果 job 使用容器，而容器的用户没有写权限，请在 container 下设置 options: --user，填写 Runner 的用户或 root。',
    fixInputs: '在工作流中更正；如果值来自 Secret、变量、前面的步骤或 Runner 的环境变量，请在那里更正。',
    afterInputs: id => `${ifStarts('task')}：${lookWhetherStarted(id)}`,
    reportBug: '如果本 CI job 只负责等待，请开启调试日志后重新运行。如果错误依旧，请在本 Action 的仓库中提交 issue。',
    group: {
      succeeded: canStay => `成功的任务：无需处理${canStay ? '，它们的 ID 可以留在 task-id 中' : ''}。`,
      warning: (ids, advice) => `因警告失败（${ids}）：${advice}`,
      failed: (ids, advice) => `失败（${ids}）：${advice}`,
      stopped: (ids, advice) => `已停止（${ids}）：${advice}`,
      'timed-out': (ids, advice) => `等待超时（${ids}）：${advice}`,
      unfinished: (ids, advice) => `未结束（${ids}）：${advice}`,
      cancelled: (ids, advice) => `已取消等待（${ids}）：${advice}`,
      'not-found': (ids, advice) => `未找到（${ids}）：${advice}`,
      denied: (ids, advice) => `被拒绝访问（${ids}）：${advice}`,
      error: (ids, advice) => `出错（${ids}）：${advice}`
    },
    afterAll: {
      newIds:
        '最后，如果本工作流不启动这些任务：在 task-id 中用新的 ID 替换对应的旧 ID，再触发新的运行（如果只是重新运行，等待的仍是旧的 ID）。',
      sameIds: '如果本 CI job 只负责等待：完成以上各项后，再重新运行；在此之前重新运行仍会失败。'
    },
    waitForAll: {
      newIds: '请在不启动这些任务的工作流中执行本步骤和后续步骤，在 task-id 中用新的 ID 替换对应的旧 ID。',
      sameIds: '完成以上各项后，请在不启动这些任务的工作流中执行本步骤和后续步骤。'
    },
    starters: {job: '如果本 CI job ', workflow: '如果本工作流'},
    noDuplicates: {
      task: {
        done: who => `${who}也负责启动任务，不要重新运行，也不要触发新的运行：已成功的任务会重复执行。`,
        running: who => `${who}也负责启动任务，不要重新运行，也不要触发新的运行：可能仍在运行的任务会重复执行。`,
        both: who => `${who}也负责启动任务，不要重新运行，也不要触发新的运行：已成功或可能仍在运行的任务会重复执行。`
      },
      resource: {
        done: who => `${who}也负责执行变更，不要重新运行，也不要触发新的运行：已完成的变更会再执行一次。`,
        running: who => `${who}也负责执行变更，不要重新运行，也不要触发新的运行：进行中的变更会再执行一次。`,
        both: who => `${who}也负责执行变更，不要重新运行，也不要触发新的运行：已完成或进行中的变更会再执行一次。`
      }
    }
  },

  support: {
    one: (noun, id) => `${noun} ${id}`,
    several: {task: ids => `任务 ${ids}`, resource: ids => `资源 ${ids}`},
    andMore: count => `另有 ${count} 个`,
    answeredAbout: (noun, ids) => `返回的是${before(noun)} ${ids}`,
    ofAnswer: '来自最后一次正常的响应',
    ofEarlier: what => `来自更早的一次请求，${what}`,
    requestIds: (_, ids) => `请求 ID：${ids}`,
    endpoint: url => `终端节点 ${url}`,
    failures: (count, throttled, last, isDecisive, about) =>
      `共 ${count} 次请求失败${about && `，来自${about}`}${isDecisive ? '' : '（不影响结果）'}${throttled > 0 ? `（${throttled} 次被流控）` : ''}${last.since && `，只列出第一次（${last.since}）和最后 ${last.count} 次`}${last.some && `：${last.some}`}`,
    notFound: count => `${count} 次查询的结果为不存在`,
    at: (what, times) => `${what}（${times.join('、')}）`,
    ended: at => `步骤结束于 ${at}`,
    version: version => `await-huawei-cloud-task ${version}`
  },

  places: {
    workspace: id => `工作空间 ${id}`,
    workspaceUnset: name => `工作空间 ${name}（未填写，使用默认）`,
    project: id => `项目 ${id}`,
    enterpriseProject: id => `企业项目 ${id}`,
    region: id => `区域 ${id}`
  },

  log: {
    begin: (version, time) => `await-huawei-cloud-task ${version}，${time}`,
    waiting: (what, limitMs) => `等待：${what}，最多 ${formatDuration(limitMs)}`,
    waitingUntilGone: (what, limitMs) => `等待删除完成：${what}，最多 ${formatDuration(limitMs)}`,
    pollingOnce: what => `只查询一次（timeout: 0）：${what}`,
    signsIn: how => `认证方式：${how}`,
    warning: '警告：',
    noState: '（无状态）',
    noLongerKnown: '已查询不到（要证明已删除，需至少三次这样的响应，首次与末次相隔至少 30s）',
    notKnown: '未找到（可能已删除，也可能输入有误）',
    cause: owner => (owner === undefined ? '原因：' : `${owner} 的原因：`),
    notVisible: graceMs => (graceMs > 0 ? `暂未找到（not-found-grace 为 ${formatDuration(graceMs)}）` : '暂未找到'),
    vanished: '已查询不到',
    requestFailed: '请求失败',
    nextPoll: (what, ms) => `${what}；${ms < 1000 ? '不到 1s' : formatDuration(ms)} 后再次查询（相同的失败不再记录）`,
    lastPoll: what => `${what}；这是最后一次查询`,
    goesOn: '尚未结束：有子任务仍在运行',
    foundAgain: '已找到',
    answersAgain: '查询恢复正常',
    still: what => `仍为 ${what}`,
    firstAnswer: '等待第一次响应',
    done: (done, all) => `${all} 个中已完成 ${done} 个`,
    running: count => `运行中 ${count} 个`,
    failed: count => `失败 ${count} 个`,
    givenUp: count => `已放弃 ${count} 个`,
    notSeen: count => `尚未查到 ${count} 个`,
    noAnswerFor: ms => `已 ${formatDuration(ms)} 没有响应`,
    noAnswerOn: (count, ms) => `${count} 个没有响应，最长 ${formatDuration(ms)}`,
    polls: count => `已查询 ${count} 次`,
    subtasks: summary => `子任务 ${summary}`,
    doubts: {
      settling: {
        overlapping: settleMs =>
          `可能是另一次运行的结果（各次运行可能重叠），继续查询，最多查询到 ${formatDuration(settleMs)} 为止（由 settle 设定）`,
        task: settleMs =>
          `可能是更早一次运行的结果，继续查询，最多查询到 ${formatDuration(settleMs)} 为止（由 settle 设定）`,
        resource: settleMs =>
          `可能是变更之前的状态，继续查询，最多查询到 ${formatDuration(settleMs)} 为止（由 settle 设定）`
      },
      cached: '来自缓存，生成于本步骤之前，继续查询',
      'open-subtasks': '还不算成功：有子任务仍在运行，继续查询',
      contradiction: '还不算成功：响应自相矛盾，继续查询',
      'no-state': '尚无状态，继续查询'
    },
    subtasksTitle: summary => `子任务：${summary}`,
    subtasksLastSeen: summary => `最后查到的子任务：${summary}`,
    manyTitle: {
      task: (succeeded, all) => `任务：${all} 个中 ${succeeded} 个成功`,
      resource: (succeeded, all) => `资源：${all} 个中 ${succeeded} 个成功`
    },
    more: count => `……另有 ${count} 个。`,
    outputsNotSet: problem => `输出未能写入：${problem}。`,
    summaryNotWritten: problem => `job 摘要未能写入：${problem}`,
    noWords: '没有说明的错误'
  },

  subtasks: {
    none: '没有子任务',
    succeeded: (count, all) => `${count}/${all} 成功`,
    failed: count => `${count} 个失败`,
    stopped: count => `${count} 个已停止`,
    warning: count => `${count} 个有警告`,
    running: (count, word) => (word ? `${count} 个${around(word).trimEnd()}` : `${count} 个未结束`),
    skipped: count => `${count} 个已跳过`,
    unknown: count => `${count} 个状态未知`,
    untold: count => `${count} 个没有返回状态`,
    noName: '（无名称）'
  },

  summary: {
    task: '任务',
    resource: '资源',
    state: '状态',
    lastState: '最后查到的状态',
    progress: '进度',
    started: '开始时间',
    ended: '结束时间',
    endInAnswer: '响应中的结束时间',
    took: '耗时',
    verdict: '结果',
    subtask: '子任务',
    message: '说明',
    whatFailed: '失败项',
    whyFailed: '**失败原因：**',
    whatItSays: '**服务的说明：**',
    of: (count, all) => `${count}\u00a0/\u00a0${all}`,
    subtasks: summary => `**子任务：** ${summary}`,
    allSubtasks: count => `全部 ${count} 个子任务`,
    otherSubtasks: count => `其余 ${count} 个子任务`,
    waited: ms => `等待 ${formatDuration(ms)}`,
    polls: count => `查询 ${count} 次`,
    lag: ms => `任务结束后约 ${formatDuration(ms)} 内查到终态`,
    lags: (count, ms) =>
      count === 1
        ? `1 个任务结束后约 ${formatDuration(ms)} 内查到终态`
        : `${count} 个任务各自结束后约 ${formatDuration(ms)} 内查到终态`,
    neverRunning: {
      task: '从未观察到任务处于运行中：这可能是更早一次运行的成功，服务无法区分。',
      resource:
        '第一次查到时资源就已处于该状态。如果变更的是原有资源，这可能是变更之前的状态；如果是新建的资源，则不会。'
    },
    someNeverRunning: {
      task: (count, all) =>
        `${all} 个任务中有 ${count} 个从未被观察到处于运行中：这可能是更早一次运行的成功，服务无法区分。`,
      resource: (count, all) =>
        `${all} 个资源中有 ${count} 个在第一次查到时就已处于该状态。如果变更的是原有资源，这可能是变更之前的状态；如果是新建的资源，则不会。`
    }
  },

  chart: {
    since: time => `自 ${time} 起`,
    crit: '🟥 失败或已停止',
    plain: '🟨 有警告、已跳过或无状态',
    active: '🟦 最后一次查询时运行中或未知',
    done: '🟩 成功',
    notDrawn: count => `另有 ${count} 个未画出`
  },

  warnings: {
    leftOut: kept => `有任务的子任务超过 ${kept} 个：全部参与判定，其中 ${kept} 个保留用于显示。`,
    unknownWord: (word, owner) => `本 Action 不认识状态“${word}”${owner && `（任务 ${owner}）`}。`,
    tokenEnds: (at, timeoutMs) =>
      `步骤开始时，IAM 告知 Token 于 ${at} 过期；等待（timeout: ${formatDuration(timeoutMs)}）可能超过这一时间。Token 无法续期；改用免密钥认证（OIDC）或用户名和密码后，本步骤会自动重新认证。`,
    clock: (skewMs, isBehind) =>
      `Runner 的时钟比云端${isBehind ? '慢' : '快'} ${formatDuration(skewMs)}。此后的请求按云端的时间签名。`,
    longTimeout: timeoutMs =>
      `timeout 为 ${formatDuration(timeoutMs)}，但 job 在 6 小时后结束，除非 timeout-minutes 设得更长；而 GitHub 托管的 Runner 不能超过 6 小时。`
  },

  debug: {
    poll: (owner, number, at, what) => `${owner && `${owner}：`}第 ${number} 次查询（${at}）：${what}`,
    answer: (httpStatus, state, requestId) =>
      `${httpStatus === undefined ? '' : `HTTP ${httpStatus} `}${state}${requestId}`,
    request: (request, what) => `${request}：${what}`,
    httpStatus: (status, requestId) => `HTTP ${status}${requestId === undefined ? '' : `，请求 ID ${requestId}`}`,
    again: '被拒绝，再次发送',
    againOtherwise: '被拒绝，更换凭证后再次发送',
    noCauses: problem => `无法读取任务失败的原因：${problem}`,
    noMoreForCauses: '不再为此发送请求',
    noTokenLife: '无法读取 Token 的有效期。'
  },

  answer: {
    status: (status, what) => `HTTP ${status}${what}`,
    page: '，响应不是 JSON（可能来自 Runner 与服务之间的网关或代理）',
    notJson: '，不是 JSON',
    empty: '，响应体为空',
    broken: problem => `，${problem}`,
    unreadable: '响应无法读取',
    error: '，响应中有错误',
    otherForm: problem => `，响应格式不符：${problem}`,
    withoutTask: '，列表中没有该任务',
    proxyAsks: '，途中的代理要求用户名和密码',
    networkLogIn: '，Runner 所在网络的登录页',
    redirect: (host, isLogIn) =>
      `，重定向${host === undefined ? '' : `到 ${host}`}${isLogIn ? '，看起来是网络的登录页' : ''}（本步骤不跟随重定向）`,
    anotherHost: '其他主机',
    tooLate: '在收到响应之前已到时限',
    code: (what, said) => `${what}，${said}`,
    requestId: id => `（请求 ID ${id}）`,
    brokenJson: 'JSON 不完整或有错误',
    twice: key => `同一对象中键${key === undefined ? '' : ` ${key} `}出现两次且值不同`,
    values: most => `值超过 ${most.toLocaleString('en')} 个`,
    levels: most => `嵌套超过 ${most} 层`,
    wrongCompression: '响应使用了未请求的压缩方式',
    compression: coding => `响应声明已压缩（${coding}），但无法解压`,
    notUtf8: '响应文本不是 UTF-8',
    charset: charset => `响应文本既不是 UTF-8，也无法按${charset === undefined ? '其声明的编码' : ` ${charset} `}读取`
  },

  connection: {
    noName: (host, code) => `无法解析域名 ${host}（${code}）`,
    refused: (host, code) => `${host} 拒绝连接（${code}）`,
    loopbackRefused: (host, code) => `${host} 是 Runner 自身，那里没有服务在监听（${code}）`,
    broken: (host, code) => `与 ${host} 的连接中断（${code}）`,
    largeHeaders: (host, code) => `${host} 的响应头过大（${code}）`,
    halfWay: (host, code) => `${host} 的响应中途中断（${code}）`,
    noHttp: (host, code) =>
      `${host} 返回的内容不是 HTTP（${code}）：那里监听的是别的程序，或者 Runner 与 ${host} 之间有设备代替它作出响应`,
    failed: (host, why) => `与 ${host} 的连接失败（${why}）`,
    timeout: (host, seconds) => `${host} 在 ${seconds} 秒内没有返回完整的响应`,
    timeoutThrough: (proxy, host, seconds) => `经由${around(proxy)}，${host} 在 ${seconds} 秒内没有返回完整的响应`,
    tooLarge: (host, mebibytes) => `${host} 返回的响应超过 ${mebibytes} MiB`,
    untrusted: (host, code, extra) => `${host} 的证书不受信任（${code}）${extra}`,
    notYetValid: (host, time, code) => `按 Runner 的时钟（${time}），${host} 的证书尚未生效（${code}）`,
    expired: (host, time, code) => `按 Runner 的时钟（${time}），${host} 的证书已过期（${code}）`,
    otherName: (host, code) => `${host} 的证书属于另一个名称（${code}）`,
    certificate: (host, why, code) => `${host} 的证书被拒绝：${why}（${code}）`,
    plainHttp: (host, code) => `${host} 在应使用 TLS 的地方使用了明文 HTTP 或其他协议（${code}）：请检查端口`,
    noTls: (host, why) => `${host} 与 Runner 无法协商 TLS 连接（${why}）`,
    extraFolder: '；NODE_EXTRA_CA_CERTS 指向文件夹，应为文件',
    extraNoPem: '；NODE_EXTRA_CA_CERTS 所指的文件中没有 PEM 格式的证书',
    extraUnread: code => `；NODE_EXTRA_CA_CERTS 所指的文件无法读取（${code}）`,
    proxy: (address, variable) => `代理${before(address)}（${variable}）`,
    proxyPassword: (proxy, host, variable) =>
      `访问 ${host} 所用的${after(proxy)}拒绝了 ${variable} 中的用户名和密码（HTTP 407）`,
    proxyNoPassword: (proxy, host, variable) =>
      `访问 ${host} 所用的${after(proxy)}要求用户名和密码，而 ${variable} 中没有填写（HTTP 407）`,
    proxyStatus: (proxy, host, status) => `访问 ${host} 所用的${after(proxy)}没有建立连接，而是返回 HTTP ${status}`,
    proxyPlain: (proxy, host, variable) =>
      `访问 ${host} 所用的${after(proxy)}使用明文 HTTP：${variable} 以 https:// 开头，可能应为 http://`,
    wayTo: (what, host) => `${what}；访问 ${host} 需要经过它`
  },

  proxy: {
    socks: variable =>
      `${variable} 指定的是 SOCKS 代理，本 Action 不支持：请设为 HTTP 代理的地址，例如 http://proxy.example:3128`,
    unreadable: variable =>
      `${variable} 无法识别：请设为 HTTP 代理的地址，例如 http://proxy.example:3128；用户名和密码中的特殊字符须做百分号编码（URL 编码）`,
    problem: (what, host) => `${what}，或在 NO_PROXY 中加入 ${host}。`
  },

  malformed: {
    kinds: {
      undefined: '缺失',
      null: 'null',
      list: '列表',
      object: '对象',
      string: '字符串',
      number: '数字',
      boolean: '布尔值'
    },
    theAnswer: '响应',
    parts: {
      backup: '备份',
      check: '检查项',
      event: '事件',
      instance: '实例',
      invocation: '函数调用',
      job: '作业',
      node: '节点',
      order: '订单',
      result: '结果',
      stackInstance: '资源栈实例',
      stage: '阶段',
      step: '步骤',
      subJob: '子任务',
      subtask: '子任务',
      task: '任务',
      url: 'URL'
    },
    part: (what, number) => `第 ${number} 个${before(what)}`,
    oneOf: what => `${after(what)}中的一项`,
    object: (what, kind) => `${after(what)}应为对象，实际为${before(kind)}`,
    text: (what, kind) => `${after(what)}应为字符串，实际为${before(kind)}`,
    empty: what => `${after(what)}为空`,
    integer: (what, kind) => `${after(what)}应为整数，实际为${before(kind)}`,
    list: (what, kind) => `${after(what)}应为列表，实际为${before(kind)}`,
    boolean: what => `${after(what)}应为 true 或 false`,
    number: what => `${after(what)}应为数字`,
    texts: (what, found) => `${after(what)}应为字符串，实际为${before(found)}`,
    noTime: (what, found) => `${after(what)}不是时间：${found}`,
    requestStatus: status => `请求的 "status" 为 ${status}`,
    missing: what => `缺少${before(what)}`,
    noTaskId: '没有任务 ID',
    httpStatus: status => `HTTP ${status} 不能证明任何结果`,
    noText: what => `${after(what)}不是字符串`,
    noToken: '不是 Token',
    noHeader: name => `缺少响应头 ${name}`,
    badId: {project: '项目的 ID 含有不应出现的字符', domain: '账号的 ID 含有不应出现的字符'}
  },

  against: {
    noGoodPart: '没有任何子任务显示成功',
    isFalse: (name, reason) => `"${name}" 为 false：${reason ?? '没有原因'}`,
    differing: states => `列表中同一 ID 的条目状态不一致：${states}`,
    error: (path, whose, told) => `${whose === undefined ? '' : `${whose} 的 `}"${path}" 为 ${told}`,
    subtask: '某个子任务',
    count: (count, counted, list, length) => `"${count}" 为 ${counted}，而 "${list}" 有 ${length} 项`,
    lengths: (one, length, other, otherLength) =>
      `"${one}" 有 ${length} 项，而 "${other}" 有 ${otherLength} 项或不是同样的项`,
    expected: (count, counted, expected) => `"${count}" 为 ${counted}，应为 ${expected}`
  },

  kinds: {
    token: '直接传入的 Token',
    accessKey: '访问密钥',
    temporaryKey: '临时访问密钥',
    password: '用户名和密码',
    oidcAgency: '无需长期密钥，用 GitHub 的 ID Token 向 STS 换取临时访问密钥',
    oidcFederation: '无需长期密钥，用 GitHub 的 ID Token 向 IAM 换取 Token',
    ecsAgency: '弹性云服务器的委托',
    from: (kind, source) => `${kind}；此方式由${around(source)}指定`,
    inputs: '输入',
    families: {
      authAction: 'HUAWEI_CLOUD_*（huaweicloud/auth-action）',
      sdk: 'HUAWEICLOUD_SDK_*（华为云 SDK）',
      terraform: 'HW_*（华为云 Terraform）',
      openStack: 'OS_*（OpenStack、Open Telekom Cloud）'
    },
    otherSts: (what, stsRegion, region) => `${what}，使用 ${stsRegion} 的 STS，因为 ${region} 没有已知的 STS`,
    passedOver: family => `${family} 中的凭证不完整，已忽略。`
  },

  refusals: {
    clock: {
      headline: 'Runner 的时钟不准',
      cause: 'Runner 的时钟与云端相差超过 15 分钟。',
      fix: '校准 Runner 的时钟，例如使用 NTP。'
    },
    wrongSecret: {
      headline: 'SK 与 AK 不匹配',
      cause: 'Secret Access Key（SK）与 Access Key ID（AK）不匹配。',
      fix: '检查 secret-key 和 access-key 是否为一对，是否复制完整。'
    },
    unknownKey: {
      headline: '所访问的云上查询不到此 AK',
      cause:
        '所访问的云上查询不到此 AK：可能已删除，或输入有误，或属于另一个云，或者是缺少 security-token 的临时访问密钥。',
      fix: '检查 access-key，并确认 region、cloud 或 endpoint 指向它所属的云；如果是临时访问密钥，确认已填写 security-token。'
    },
    lockedKey: {
      headline: 'AK 被锁定五分钟',
      cause: '签名多次被拒绝，AK 被锁定五分钟。',
      fix: '检查 secret-key，等待五分钟后重新运行 job。'
    },
    cutToken: {
      headline: 'Token 不完整或来自别处',
      cause: 'Token 不完整，或来自其他区域或其他云。',
      fix: '从服务所在区域的 IAM 终端节点获取 Token，并完整传入。'
    },
    expiredToken: {headline: 'Token 已过期', cause: 'Token 已过期。', fix: '重新获取 Token；Token 最长有效 24 小时。'},
    gatewayCredentials: {
      headline: '凭证缺失、错误或已过期',
      cause: '凭证缺失、错误或已过期。',
      fix: '检查凭证；临时访问密钥的有效期须长于等待时间。'
    },
    otherAuthentication: {
      headline: '此 API 要求其他认证方式',
      cause: '此 API 要求其他认证方式。',
      fix: '检查 endpoint 是否为该服务的 API。'
    },
    foreignToken: {
      headline: 'Token 已过期或来自其他区域',
      cause: 'Token 已过期，或来自其他区域。',
      fix: '从服务所在区域的 IAM 终端节点重新获取 Token。'
    },
    disabledInRegion: {
      headline: 'IAM 用户在该区域已停用',
      cause: 'IAM 用户在该区域已停用。',
      fix: '在该区域启用该用户，或使用其他用户。'
    },
    invalidToken: {
      headline: 'Token 无效',
      cause: 'Token 无效。',
      fix: '从服务所在区域的 IAM 终端节点重新获取 Token，并完整传入。'
    },
    lockedAccount: {headline: '账号已锁定', cause: '账号已锁定。', fix: '解锁账号，或等锁定时间结束，并检查密码。'},
    wrongPassword: {
      headline: '密码错误',
      cause: '密码错误。',
      fix: '检查 username、password 和 domain-name。检查之前不要重试：多次登录被拒绝会锁定用户。'
    },
    notAccepted: {
      headline: 'IAM 不接受这些凭证',
      cause: 'IAM 不接受这些凭证。',
      fix: '检查凭证，并确认它们属于该云和该区域。'
    },
    notAuthorized: {
      headline: '没有权限：用户未获授权',
      cause: '用户未获授权。',
      fix: '为该 IAM 用户（或委托）授予在此项目中读取该服务的权限。'
    },
    noPolicy: {
      headline: '没有权限：没有策略允许此操作',
      cause: '没有策略允许此操作。',
      fix: '授予 IAM 的响应中指出的授权项。'
    },
    disabledUser: {headline: 'IAM 用户已停用', cause: 'IAM 用户已停用。', fix: '启用该用户，或使用其他用户。'},
    consoleOnly: {
      headline: 'IAM 用户只能登录控制台',
      cause: 'IAM 用户只能登录控制台。',
      fix: '为用户启用编程访问。'
    },
    otherSite: {
      headline: '账号属于另一个站点',
      cause: '账号属于云的另一个站点（国际站或中国站）。',
      fix: '使用账号所属站点的 region 或 endpoint。'
    },
    trustPolicy: {
      headline: 'STS 拒绝了此 CI job',
      cause:
        'STS 的这一提示容易误导。据用户反馈，原因通常在委托的信任策略，而不在 identity-based policy：信任策略与此 job 不匹配，或者信任策略没有允许 sts:agencies:assumeWithOIDC。',
      fix: '检查委托的信任策略：它必须与此 job 的 ID Token 相符，并允许 sts:agencies:assumeWithOIDC。'
    },
    audience: {
      headline: 'audience 未登记',
      cause: '也就是说，此 job 的 ID Token 的 audience 不在身份提供商的客户端 ID 列表中。',
      fix: '在身份提供商的客户端 ID 列表中加入该 audience，或在输入项 audience 中填写已登记的客户端 ID。'
    },
    unauthenticated: {
      headline: '凭证缺失、错误或已过期',
      cause: '凭证缺失、错误或已过期。',
      fix: '检查凭证；临时访问密钥和 Token 的有效期须长于等待时间。'
    },
    forbidden: {
      headline: '没有权限读取任务',
      cause: '这些凭证没有读取该任务的权限。',
      fix: '为该 IAM 用户（或委托）授予在此项目中读取该服务的权限，并检查 project-id 和 region。'
    },
    permission: {
      headline: '服务拒绝这些凭证',
      cause: '服务拒绝这些凭证。',
      fix: '检查该 IAM 用户（或委托）在该服务和项目中的权限。'
    },
    renewedInVain: {
      headline: '凭证在等待期间失效且无法续期',
      cause: '凭证此前被接受，现在被拒绝；接替它们的新凭证同样被拒绝。',
      fix: '确认用户、委托或身份提供商仍然存在且已启用，权限没有变化。'
    },
    tokenEnded: {
      headline: 'Token 在等待期间过期',
      cause: 'Token 此前被接受，现在被拒绝：它已过期。',
      fix: '重新获取 Token（最长有效 24 小时）。如果等待时间可能超过 Token 的剩余有效期，请改用能自动重新认证的方式：免密钥认证（OIDC），或用户名和密码。'
    },
    keysEnded: {
      headline: '密钥在等待期间失效',
      cause: '密钥此前被接受，现在被拒绝：它们已过期，或已被删除、停用。',
      fix: '重新获取密钥。需要长时间等待时，请使用永久访问密钥，或者使用能自动重新认证的方式：免密钥认证（OIDC），或用户名和密码。'
    },
    idTokensEnded: {
      headline: 'GitHub 不再向此 job 提供 ID Token',
      cause: 'GitHub 此前能向此 job 提供 ID Token，现在不再提供：Runner 用来获取 ID Token 的令牌已经失效。',
      fix: '等待时间更长时，请使用密码，或在弹性云服务器上使用 ecs-agency；也可以用 timeout 限制等待，再在新的 job 中继续等待。'
    },
    permissionEnded: (refused: Refused): Refused => ({
      ...refused,
      headline: '没有权限：权限在等待期间被收回',
      cause: `此前可以读取该任务，现在不能：权限已被收回。${refused.cause}`
    }),
    changedSince: (refused: Refused): Refused => ({
      ...refused,
      cause: `此前被接受，现在被拒绝：此后有变化或已失效。${refused.cause}`
    }),
    both: (known: Refused, own: Refused, fixIsComplete: boolean): Refused => ({
      headline: known.headline,
      cause: own.cause,
      meaning: known.cause,
      fix: fixIsComplete ? known.fix : known.fix + own.fix
    }),
    pageAtLogIn: (own: Refused): Refused => ({
      headline: '登录请求的响应来自 Runner 与云之间的设备',
      cause: '登录请求没有得到 API 的响应，而是收到一个页面。登录不会重试，因为多次被拒绝会锁定账号。',
      fix: `Runner 与云之间有设备返回这样的页面：检查代理和地址。${own.fix}`
    }),
    logIn: {
      headline: 'IAM 拒绝了用户名和密码',
      cause: 'IAM 拒绝使用此用户名和密码登录。',
      fix: '检查 username、password 和 domain-name（账号名）；确认该账号中有 region 或 project-id 对应的项目，并且用户已启用编程访问。检查之前不要重试：多次登录被拒绝会锁定用户。'
    },
    federation: (claims: string): Refused => ({
      headline: 'IAM 没有向此 job 签发 Token',
      cause: `IAM 没有向此 job 签发 Token，其 ID Token 的声明为：${claims}。`,
      fix: '把上述 iss、aud 和 sub 与身份提供商的客户端 ID 和转换规则对照。身份提供商保存的是配置时复制的 GitHub 签名公钥：GitHub 更换公钥后，需要重新复制。'
    }),
    sts: (claims: string, agency: string, provider: string): Refused => ({
      headline: 'STS 没有向此 job 签发临时访问密钥',
      cause: `STS 拒绝为此 job 签发临时访问密钥（委托 ${agency}，身份提供商 ${provider}）。此 job 的 ID Token 中的声明（claims）：${claims}。`,
      fix: `把上述 iss、aud 和 sub 与委托的信任策略（oidc:iss、oidc:aud、oidc:sub）对照，并把 aud 与身份提供商的客户端 ID 对照。${/repo:[^/]*@/.test(claims) ? '此 sub 带有所有者和仓库的 ID（@）：信任策略中也须写成同样的形式。' : ''}`
    }),
    claims: (iss, aud, sub) => `iss ${iss}，aud ${aud}，sub ${sub}`,
    noClaim: '（无）',
    noClaims: '无法读取',
    noIdToken: {
      headline: '此 job 没有 ID Token',
      cause: 'GitHub 没有向此 job 提供免密钥认证所需的 ID Token。',
      isInWorkflow: true,
      fix: `在 job 中加入“permissions:”和“id-token: write”两行（如需检出代码，再加“contents: read”）。这对来自 fork 的拉取请求无效，它们始终得不到 ID Token：请在这些运行中跳过本步骤。`
    },
    noIdTokenToGet: '没有 ID Token',
    unsafeIdTokenUrl: {
      headline: 'GitHub ID Token 服务的地址不安全',
      cause:
        'ACTIONS_ID_TOKEN_REQUEST_URL 中 GitHub ID Token 服务的地址既不是 https，也不在本机：不会向那里发送 job 的令牌。',
      fix: '检查是什么设置了此变量：在 GitHub 上只有 Runner 会设置它。'
    },
    unsafeAddress: '其地址不安全',
    noAgency: {
      headline: 'Runner 所在的云服务器没有委托',
      cause: 'Runner 所在的云服务器没有委托。',
      fix: '请在 Runner 所在的云服务器的设置中指定委托，或使用其他凭证。'
    },
    noProjects: {headline: '无法查询项目', cause: 'IAM 不允许这些凭证查看任何项目。', fix: '填写 project-id。'},
    project: (name: string, count: number, found: string): Refused => ({
      headline: count > 1 ? `有 ${count} 个名为 ${name} 的项目` : `看不到名为 ${name} 的项目`,
      cause: `未填写 project-id，因此查找与区域同名的项目 ${name}：${count > 1 ? `有 ${count} 个` : '这些凭证看不到这样的项目'}。${found}`,
      fix: '在 project-id 中填写任务所在项目的 ID，该项目也可能是区域下的子项目（名称为“区域_自定义名称”）。'
    }),
    severalProjects: '找到多个项目',
    noProject: '没有找到项目',
    noAccounts: {headline: '无法查询账号', cause: 'IAM 不允许这些凭证查看任何账号。', fix: '填写 domain-id。'},
    account: (found: string): Refused => ({
      headline: '不知道使用哪个账号',
      cause: `该服务面向整个账号，而 IAM 没有说明是哪个账号。${found}`,
      fix: '填写 domain-id，即账号 ID。'
    }),
    severalAccounts: '找到多个账号',
    noAccount: '没有找到账号',
    found: (entries, isAll) => `这些凭证能看到的有：${entries.join('、')}${isAll ? '' : ' 等'}。`,
    foundNone: {project: '这些凭证看不到任何项目。', domain: '这些凭证看不到任何账号。'}
  },

  hosts: {
    fromEndpoint: '来自输入项 endpoint',
    fromRegion: region => `由区域“${region}”得出`,
    fromBoth: (region, cloud) => `由区域“${region}”和 cloud“${cloud}”得出`,
    forAllRegions: (title, cloud) => `${after(title)}在 ${cloud} 所有区域共用的地址`,
    unknownRegion: (region, near, input, title) =>
      `region 为“${region}”，不是已知的区域。${near ? `是否应为 ${near}？否则请填写` : '请填写'} cloud（域名，例如 myhuaweicloud.com）或 ${input}（${after(title)}的终端节点）。`,
    noHost: (region, title, {known, more, isNowhere, domain, input}) => {
      const some =
        known.length > 0 ? `（已知的区域：${known.join('、')}${more > 0 ? ` 等，另有 ${more} 个` : ''}）` : '';
      const none = isNowhere ? `，${domain} 的其他区域也没有` : '';
      return `region 为“${region}”，那里没有已知的${around(title)}终端节点${some}${none}：请填写 ${input}，例如 https://….${region}.${domain}。`;
    },
    noGlobalHost: (title, cloud, input) => `${after(title)}在 ${cloud} 没有已知的终端节点：请填写 ${input}。`,
    noGlobalHostOfRegion: (region, title, cloud, input) =>
      `region 为“${region}”，其所属的云 ${cloud} 中没有已知的${around(title)}终端节点：请填写 ${input}。`
  },

  expect: {
    onlyResources: (service, names) =>
      `填写了 expect，但 ${service} 等待的是任务，任务会自行结束：请去掉它。它用于资源：${names.join('、')}。`,
    form: (title, ends) => `gone，或${around(title)}的状态：${ends.join('、')}`,
    goneAlone: shown => `expect 为 ${shown}：gone 不能与其他状态一起填写。`,
    noEnd: (word, isFailure, takes) =>
      `expect 中的 ${word} ${isFailure ? '表示失败' : '会自行变为其他状态'}：可填${before(takes)}。`,
    unknown: (word, takes) => `expect 中的 ${word} 不是可以等待的状态：可填${before(takes)}。`,
    letters: (word, near) => `expect 中的 ${word} 应写成 ${near}（区分大小写）。`,
    near: (word, near, takes) => `expect 中的 ${word} 不是可以等待的状态。是否想填 ${near}？可填${before(takes)}。`
  },

  inputs: {
    wrongForm: (name, shown, accepted) => `${name} 为 ${shown}：应为${before(accepted)}。`,
    longText: letters => `长度为 ${letters} 的文本`,
    missing: (name, accepted) => `${name} 缺失或为空：应为${before(accepted)}。`,
    taskIdMissing: accepted => `task-id 缺失或为空：应为${before(accepted)}。上一步是否设置了它的输出？`,
    wrongUrl: (name, example) =>
      `${name} 应为 ${example} 这样的地址：https（仅本机地址可用 http），不带用户名、密码和查询参数。`,
    unknownService: (name, near) =>
      near.length > 0 ? `service 为 ${name}。是否应为 ${near.join(' 或 ')}？` : `本 Action 不认识 service ${name}。`,
    serviceMissing: 'service 缺失或为空。',
    services: names => `本 Action 支持的服务：${names.join('、')}。`,
    definitionUnused: '填写了 definition，但只有 service: custom 使用它。请改为 service: custom，或去掉 definition。',
    definitionMissing:
      'definition 缺失或为空：service: custom 需要 YAML 或 JSON 格式的键值对，说明如何查询任务以及响应的含义，以 path: /v1/… 开头。',
    endpointMissing:
      'endpoint 缺失或为空：service: custom 需要服务的终端节点，例如 https://service.example.com，或在 definition 中给出 host 并填写 region。',
    regionMissing: variables => `缺少 region：请填写 region 或 endpoint，或在环境变量中设置（${variables}）。`,
    emptyId: '以逗号、空格或换行分隔的 ID；实际上有逗号旁边为空，缺了一个 ID',
    manyIds: count => `${count} 个 ID`,
    atMost: count => `至多 ${count} 个`,
    twoIds: (parent, own) => `parent/id 的形式：${parent}，斜杠，然后是${before(own)}`,
    oneOrTwoIds: (parent, own) => `${parent}；或者在其后加斜杠和${own}`,
    likeOthers: (accepted, others) => `${accepted}；它的格式像 ${others.join('、')} 的 ID`,
    anyId: '启动任务的接口返回的 ID',
    lookUpFailed: accepted => `${accepted}；查找落空时会留下这样的值`,
    exponent: accepted => `${accepted}；长数字被当作数值读取后会变成这样：请加引号，按文本传递`,
    wholeAnswer: field =>
      `task-id 是整个响应的 JSON：请只传其中的 ID${field === undefined ? '' : `，即 .${field}（例如使用 jq --raw-output .${field}）`}。`,
    otherAccount: (given, ofAgency) =>
      `domain-id 为 ${given}，而 agency-urn 属于账号 ${ofAgency}：请去掉 domain-id，或填写该账号的 ID。`,
    intervals: 'min-interval 大于 max-interval：请增大 max-interval 或减小 min-interval。',
    unusedRegion: title => `region 没有使用：${after(title)}的所有区域共用一个终端节点。`,
    unusedProject: title => `project-id 没有使用：${after(title)}的任务属于整个账号。`,
    unusedDomain: title => `domain-id 没有使用：${after(title)}的任务属于项目。`,
    unusedDomainOfToken: 'domain-id 没有使用：直接传入的 Token 本身已限定账号或项目。',
    unusedEnterpriseProject: title => `enterprise-project-id 没有使用：${after(title)}不需要它。`,
    otherKinds: names => `${names.join(' 和 ')} 属于不同种类的凭证：请只填写一种凭证的输入。`,
    accountById: '指定任务所属的账号时，请用 domain-id（账号 ID），而不是 domain-name（账号名）。',
    half: (present, missing) =>
      `填写了 ${present}，还需要 ${missing}，而${missing.includes('、') ? '它们' : '它'}为空：${/、/.test(present + missing) ? '请全部填写，或都不填写' : '两者都填，或都不填'}。`,
    noCredentials: '没有提供凭证：所有凭证输入都为空，环境变量中也没有。',
    whyNoCredentials:
      'Secret 是否已设置？如未设置，请先设置；然后，如果 job 只负责等待，重新运行即可。来自 fork 的拉取请求得不到 Secret。值是否来自另一个 job 的输出？内容含 Secret 的 job 输出会被 GitHub 丢弃，请在本 job 中直接读取 Secret。',
    kindsOfCredentials: families =>
      `请填写其中一种：token；或 access-key 和 secret-key；或 provider-urn 和 agency-urn；或 identity-provider；或 ecs-agency；或 username、password 和 domain-name。也可通过环境变量提供：${families.join('、')}。`,
    noCredential: part =>
      `${part} 中没有凭证：它是 ***、null、undefined，或不足 4 个字符。请检查 Secret，或产生它的步骤。`,
    bearer: name => `${name} 以“Bearer”开头：请去掉这个词，只填写 Token。`,
    wrongSecret: name => `${name} 含有空白、换行或此类密钥不会有的字符：是否复制完整？`,
    domainIdMissing: variables =>
      `缺少 domain-id：身份提供商只能按账号 ID 发放整个账号的 Token。请填写 domain-id，或在环境变量中设置（${variables}）。`,
    projectIdMissing: variables =>
      `缺少 project-id：请填写 project-id，或填写 region 以使用该区域的默认项目，或在环境变量中设置（${variables}）。`,
    addressMissing: (input, title) => `缺少 ${input}：请填写它或 region，以确定${around(title)}的地址。`,
    noLookUp: (input, region) =>
      `缺少 ${input}，也无法查询，因为没有已知的${region === undefined ? '' : `区域“${region}”的`} IAM。请填写 ${input} 或 iam-endpoint。`,
    forms: {
      projectName: 'IAM 项目的名称：一行，至多 64 个字符',
      oneLine: '一行文本',
      region: '区域 ID，例如 eu-de 或 cn-north-4',
      projectId: 'IAM 项目的 ID：字母、数字、“-”和“_”',
      domainId: '账号 ID，由十六进制字符组成，例如 0a1b2c3d4e5f60718293a4b5c6d7e8f9，而不是账号名',
      enterpriseProjectId: '企业项目的 ID：UUID，0 表示默认企业项目，all 表示全部（服务支持时）',
      workspace: '工作空间的 ID：字母、数字、“-”和“_”',
      cloud: '域名，例如 myhuaweicloud.com',
      providerUrn: 'URN，例如 iam::<账号 ID>:oidcProvider:<名称>',
      agencyUrn: 'URN，例如 iam::<账号 ID>:agency:<名称>',
      audience: '不含空白和换行的字符',
      identityProvider: 'IAM 中身份提供商的名称',
      duration: (minSeconds, maxHours) =>
        `${minSeconds}${minSeconds > 0 ? 's' : ''} 到 ${maxHours}h 之间的时长，例如 90（秒）、${maxHours > 1 ? '90s、15m 或 1h30m' : '90s 或 15m'}`,
      boolean: 'true 或 false',
      oneOf: choices => `${choices.join(' 或 ')}`
    }
  }
};
