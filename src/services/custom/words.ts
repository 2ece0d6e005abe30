import type {Message, Text} from '../../text.ts';

/** All sentences about a definition. They stand here, and not with those of the whole action, for only a custom service loads them. */
export type CustomWords = typeof en;

/** A sentence or a part of one about a definition, which gets its words when it is shown. */
export type CustomMessage = (words: CustomWords) => string;

const en = {
  /** Between two sentences. */
  blank: ' ',
  definition: (what: string) => `definition: ${what}`,
  definitionAt: (line: number, column: number, what: string) => `definition, line ${line}, column ${column}: ${what}`,
  more: (count: number) => `definition has ${count} more such mistakes.`,
  tooLong: (characters: number, most: number) => `definition has ${characters} characters and takes at most ${most}.`,
  tooDeep: 'definition is nested too deep.',

  takes: (name: string, form: string) => `${name} takes ${form}.`,
  takesQuoted: (name: string, form: string) => `${name} takes ${form}. Put it between quotes.`,
  missing: (name: string, form: string) => `${name} is missing: it takes ${form}.`,
  aMap: 'takes a map of keys and values in YAML or JSON, beginning with path: /v1/….',
  noKey: (name: string) => `${name} is not a key.`,
  didYouMean: (names: readonly string[]) => `Did you mean ${names.join(' or ')}?`,
  mergeKey: 'Merge keys are not taken: write out what is to be merged.',
  inputBeside: 'It is an input of the step, beside definition.',
  keysAre: (names: readonly string[]) => `The keys are ${names.join(', ')}.`,
  keyIsText: (names: readonly string[]) =>
    `a key takes a text${names.length > 0 ? `: one of ${names.join(', ')}` : ''}.`,

  emptySucceeded: 'succeeded is empty: without a word for success the step can never be green.',
  noTaskId: 'neither path nor headers have {task_id}, so that nothing says which task is asked for.',
  listWithoutId: 'list is given without id: it is by its id that the task is found in a list.',
  successInWithoutSubtasks: 'success-in is given without subtasks, which say where they are.',
  domainWithProject: 'scope is domain, and {project_id} is asked for: the tasks of a whole account have no project.',

  path: (shown: string, what: string) => `path is ${shown} and ${what}.`,
  pathHasHost: 'holds a host, which the input endpoint takes: path begins behind it, with one "/"',
  pathHasDollar: 'has a "$" before "{": write {task_id} alone',
  pathBegins: 'takes a text that begins with "/"',
  pathAscii: 'takes printable ASCII without white space: encode other characters as %XX',
  pathMarks: 'takes none of \\ # " < > ^ ` |',
  pathPercent: 'takes % only as percent-encoded UTF-8, such as %20',
  pathDots: 'takes no part "." or ".."',
  noPlaceholder: (name: string) => `${name} is not a placeholder.`,
  placeholdersAre: (names: readonly string[]) => `They are ${names.join(', ')}.`,

  noHeaderName: (name: string) => `${name} is not a name of a header.`,
  ownHeader: (name: string) => `${name} is set by the action itself and cannot be given.`,
  headerTwice: (name: string) => `${name} stands here a second time.`,
  headerAscii: (name: string) => `${name} takes printable ASCII on one line.`,

  aList: (name: string, word: string) => `the key "${name}" takes a list, such as [${word}].`,
  listItems: (name: string, form: string) => `${name} takes ${form}: texts or numbers.`,
  otherForm: (name: string, word: string, form: string) =>
    `${name} has ${word}, which in an answer is ${form}: write ${form}, or '${word}' for the text.`,
  noNumber: (name: string, word: string) =>
    `${name} has ${word}, a number that is not read as one: write '${word}' for the text.`,
  itemTwice: (name: string, shown: string) => `${name} has ${shown} twice.`,
  inTwoLists: (shown: string, first: string, second: string) =>
    `${shown} stands in ${first} and in ${second}: it can mean only one.`,

  /** What each key takes. */
  forms: {
    expression: 'a JMESPath expression such as status or job.status',
    list: 'a JMESPath expression for the list, such as subtasks or data.tasks',
    words: (example: string) => `a list of words such as [${example}]`,
    codes: 'a list of error codes such as [ABC.0404]',
    title: 'a text of one line, at most 80 characters',
    host: 'the name of the API before the region, such as dms in dms.eu-de.otc.t-systems.com: letters, digits, "-" and "."',
    scope: 'project or domain: whether the tasks are those of a project or of a whole account',
    path: 'the path of the GET request behind the endpoint, such as /v1/{project_id}/jobs/{task_id}',
    headers: 'a map of names and values, such as {x-language: en-us}',
    header: 'a text of one line',
    timeZone: 'the zone of times that have none, as an offset such as +08:00 or +00:00',
    subtasks: 'a map with list and status, such as {list: subtasks, status: status}',
    successIn: 'subtasks: a word for success counts only with at least one subtask then, and all of them good',
    boolean: 'true or false',
    httpStatus: 'a list of numbers such as [202]: from 200 to 299, without 203 to 206 and 226',
    settle: 'a duration such as 90, 90s, 15m or 1h30m, at most 24h'
  },

  yaml: {
    twice: 'the same key stands here a second time.',
    alias: (name: string) =>
      `the alias *${name} is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.`,
    documents: 'more than one YAML document; it takes one, without a line "---" or "..." behind it.',
    tab: 'not valid YAML: a tab indents this line. Use blanks.',
    tag: 'a value that begins with "!" goes between quotes, else YAML takes it for a tag.',
    start: 'not valid YAML: a value that begins with "@", "`" or "%" goes between quotes.',
    colon:
      'not valid YAML: a second ": " in one value, or a line that is indented too far. A value with ": " in it goes between quotes.',
    openQuote: 'not valid YAML: the quote that begins before here is never closed.',
    openBracket: 'not valid YAML: "[" or "{" is never closed, or a line of it is not indented.',
    indent: 'not valid YAML: this line is not indented like the one before it.',
    keyAlone: 'not valid YAML: a key without ": " and a value behind it.',
    more: 'not valid YAML: a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.',
    other: (message: string) => `not valid YAML: ${message}`
  },

  /** What is wrong with an expression, a sentence behind a colon. */
  expression: {
    problem: (name: string, shown: string, problem: string) =>
      `${name} is ${shown} and takes a JMESPath expression: ${problem}`,
    tooLong: (most: number) => `it has more than ${most} characters.`,
    emptyKey: 'it asks for the key "", which is never found.',
    wrongKey: (key: string) => `the key ${key} has a mistake: what stands between double quotes is written as in JSON.`,
    inherited: (name: string) => `it asks for ${name}, which each object has that an expression makes.`,
    noFunction: (name: string) => `JMESPath has no function ${name}().`,
    tooLarge: (times: number) =>
      `it could make an answer more than ${times} times as large: use fewer lists […, …], objects {…, …}, merge(), join() and to_string().`,
    tooDeep: 'it is nested too deep.',
    dollar: 'JMESPath has no "$": job.status begins at the top.',
    dot: 'Leave out the "." at the beginning: job.status begins at the top.',
    dash: `A name with "-" in it goes between double quotes, as in '"job-status"'.`,
    arguments: (name: string, expected: number, isLeast: boolean, given: number) =>
      `${name}() takes ${isLeast ? 'at least ' : ''}${expected} ${expected === 1 ? 'argument' : 'arguments'} and is given ${given}.`,
    /** By the library, which has no other language. */
    reason: (reason: string) => `${reason}.`,
    character: (number: number) => `character ${number}`,
    end: 'found unexpected end of expression (EOF) at its end.',
    token: (value: string, type: string, place: string) => `found unexpected token "${value}" (${type}) at ${place}.`,
    openQuote: (place: string) => `the quote at ${place} is never closed.`,
    openLiteral: (place: string) =>
      `what begins with \` at ${place} is never closed, or is not JSON: '…' is for texts.`,
    unknown: (letter: string, place: string) => `unknown token "${letter}" at ${place}.`
  },

  /** What is wrong with an answer, as a clause. */
  answer: {
    answer: 'the answer',
    entryId: 'the id of an entry of the list',
    status: 'status',
    id: 'id',
    ofSubtask: (number: number, what: string) => `subtask ${number}: ${what}`,
    unread: (what: string, why: string) => `${what} cannot be read: ${why}`,
    tooLarge: 'it is too large, or nested too deep',
    tooMuch: (values: number, characters: number) =>
      `it has more than ${values} values or ${characters} characters, which is too much for expressions`,
    noOrder: 'only numbers alone, or texts alone, have an order',
    noList: (name: string, kind: string) => `${name} should find a list and finds ${kind}`,
    noWord: (what: string, kind: string) => `${what} should find one of the words and finds ${kind}`,
    kinds: {
      nothing: 'nothing',
      empty: 'an empty text',
      list: 'a list',
      object: 'an object',
      string: 'a string',
      number: 'a number',
      boolean: 'a boolean'
    }
  }
};

const zh: CustomWords = {
  blank: '',
  definition: what => `definition：${what}`,
  definitionAt: (line, column, what) => `definition 第 ${line} 行第 ${column} 列：${what}`,
  more: count => `definition 中还有 ${count} 处此类错误。`,
  tooLong: (characters, most) => `definition 有 ${characters} 个字符，最多为 ${most} 个。`,
  tooDeep: 'definition 的嵌套过深。',

  takes: (name, form) => `${name} 应为${form}。`,
  takesQuoted: (name, form) => `${name} 应为${form}。请加上引号。`,
  missing: (name, form) => `缺少 ${name}：应为${form}。`,
  aMap: '应为 YAML 或 JSON 格式的键值对，以 path: /v1/… 开头。',
  noKey: name => `${name} 不是可用的键。`,
  didYouMean: names => `是否应为 ${names.join(' 或 ')}？`,
  mergeKey: '不支持合并键：请把要合并的内容写出来。',
  inputBeside: '它是步骤的输入，与 definition 并列。',
  keysAre: names => `可用的键：${names.join('、')}。`,
  keyIsText: names => `键应为文本${names.length > 0 ? `，可为以下之一：${names.join('、')}` : ''}。`,

  emptySucceeded: 'succeeded 为空：没有表示成功的状态，步骤永远不会通过。',
  noTaskId: 'path 和 headers 中都没有 {task_id}，无法指明查询哪个任务。',
  listWithoutId: '填写了 list，但没有 id：要靠 id 在列表中找到任务。',
  successInWithoutSubtasks: '填写了 success-in，但没有指明子任务位置的 subtasks。',
  domainWithProject: 'scope 为 domain，却使用了 {project_id}：整个账号的任务不属于任何项目。',

  path: (shown, what) => `path 为 ${shown}，${what}。`,
  pathHasHost: '其中含有主机名，应填写在输入 endpoint 中：path 从主机名之后的“/”开始',
  pathHasDollar: '“{”前面有“$”：只写 {task_id} 即可',
  pathBegins: '应以“/”开头',
  pathAscii: '应为不含空白的可打印 ASCII 字符：其他字符请编码为 %XX',
  pathMarks: '不能包含 \\ # " < > ^ ` |',
  pathPercent: '% 只能用于按 UTF-8 做的百分号编码，例如 %20',
  pathDots: '不能包含“.”或“..”这样的路径段',
  noPlaceholder: name => `${name} 不是可用的占位符。`,
  placeholdersAre: names => `可用的占位符：${names.join('、')}。`,

  noHeaderName: name => `${name} 不是有效的请求头名称。`,
  ownHeader: name => `${name} 由本 Action 自行设置，不能填写。`,
  headerTwice: name => `${name} 重复出现。`,
  headerAscii: name => `${name} 应为一行可打印 ASCII 字符。`,

  aList: (name, word) => `键“${name}”应为列表，例如 [${word}]。`,
  listItems: (name, form) => `${name} 应为${form}，各项为文本或数字。`,
  otherForm: (name, word, form) =>
    `${name} 中的 ${word} 在响应中为 ${form}：请写成 ${form}；如果是文本，请写成 '${word}'。`,
  noNumber: (name, word) => `${name} 中的 ${word} 不会按数字读取：请写成文本 '${word}'。`,
  itemTwice: (name, shown) => `${name} 中重复出现 ${shown}。`,
  inTwoLists: (shown, first, second) => `${shown} 同时出现在 ${first} 和 ${second} 中：只能属于其中一个。`,

  forms: {
    expression: ' JMESPath 表达式，例如 status 或 job.status',
    list: '指向列表的 JMESPath 表达式，例如 subtasks 或 data.tasks',
    words: example => `状态列表，例如 [${example}]`,
    codes: '错误码列表，例如 [ABC.0404]',
    title: '一行文本，最多 80 个字符',
    host: ' API 主机名中区域之前的部分，例如 dms.eu-de.otc.t-systems.com 中的 dms：可包含字母、数字、“-”和“.”',
    scope: ' project 或 domain：任务属于某个项目还是整个账号',
    path: ' GET 请求在 endpoint 之后的路径，例如 /v1/{project_id}/jobs/{task_id}',
    headers: '名称和值的键值对，例如 {x-language: en-us}',
    header: '一行文本',
    timeZone: '未带时区的时间所用的时区，以偏移量表示，例如 +08:00 或 +00:00',
    subtasks: '包含 list 和 status 的键值对，例如 {list: subtasks, status: status}',
    successIn: ' subtasks：表示成功的状态只有在至少有一个子任务且全部成功时才算数',
    boolean: ' true 或 false',
    httpStatus: '数字列表，例如 [202]：200 到 299，不含 203 到 206 和 226',
    settle: '时长，例如 90、90s、15m 或 1h30m，不大于 24h'
  },

  yaml: {
    twice: '同一个键重复出现。',
    alias: name => `不支持别名 *${name}：请把它代表的内容写出来。以“*”开头的表达式要加引号。`,
    documents: '包含多个 YAML 文档；只能有一个，其后不能有“---”或“...”行。',
    tab: '不是有效的 YAML：本行用制表符缩进。请使用空格。',
    tag: '以“!”开头的值要加引号，否则 YAML 会把它当作标签。',
    start: '不是有效的 YAML：以“@”、“`”或“%”开头的值要加引号。',
    colon: '不是有效的 YAML：一个值中出现第二个“: ”，或某行缩进过多。含有“: ”的值要加引号。',
    openQuote: '不是有效的 YAML：此处之前的引号没有闭合。',
    openBracket: '不是有效的 YAML：“[”或“{”没有闭合，或其中某行没有缩进。',
    indent: '不是有效的 YAML：本行与上一行的缩进不一致。',
    keyAlone: '不是有效的 YAML：键之后没有“: ”和值。',
    more: '不是有效的 YAML：值在此处之前已经结束，之后还有内容。同一级的键要从同一列开始；以引号、“[”或“{”开头的表达式要整体加引号。',
    other: message => `不是有效的 YAML：${message}`
  },

  expression: {
    problem: (name, shown, problem) => `${name} 为 ${shown}，应为 JMESPath 表达式：${problem}`,
    tooLong: most => `超过 ${most} 个字符。`,
    emptyKey: '它查找的键“""”永远找不到。',
    wrongKey: key => `键 ${key} 有误：双引号之间的内容应按 JSON 的写法。`,
    inherited: name => `它查找的 ${name} 是表达式所生成的每个对象都有的。`,
    noFunction: name => `JMESPath 没有函数 ${name}()。`,
    tooLarge: times =>
      `结果可能比响应大 ${times} 倍以上：请减少列表 […, …]、对象 {…, …}、merge()、join() 和 to_string() 的使用。`,
    tooDeep: '嵌套过深。',
    dollar: 'JMESPath 没有“$”：job.status 就是从顶层开始的。',
    dot: '请去掉开头的“.”：job.status 就是从顶层开始的。',
    dash: `含有“-”的名称要加双引号，例如 '"job-status"'。`,
    arguments: (name, expected, isLeast, given) =>
      `${name}() ${isLeast ? '至少' : ''}需要 ${expected} 个参数，现有 ${given} 个。`,
    reason: reason => `${reason}。`,
    character: number => `第 ${number} 个字符`,
    end: '在末尾意外结束。',
    token: (value, type, place) => `${place}处不应出现“${value}”（${type}）。`,
    openQuote: place => `${place}处的引号没有闭合。`,
    openLiteral: place => `${place}处的 \` 没有闭合，或其内容不是 JSON：文本请用 '…'。`,
    unknown: (letter, place) => `${place}处的“${letter}”无法识别。`
  },

  answer: {
    answer: '响应',
    entryId: '列表中某一项的 id',
    status: 'status',
    id: 'id',
    ofSubtask: (number, what) => `第 ${number} 个子任务的 ${what}`,
    unread: (what, why) => `无法读取${/^[a-z]/.test(what) ? ' ' : ''}${what}：${why}`,
    tooLarge: '过大，或嵌套过深',
    tooMuch: (values, characters) => `超过 ${values} 个值或 ${characters} 个字符，表达式无法处理`,
    noOrder: '只有全为数字或全为文本时才能排序',
    noList: (name, kind) => `${name} 应找到列表，实际为${kind}`,
    noWord: (what, kind) => `${what} 应找到列出的状态之一，实际为${kind}`,
    kinds: {
      nothing: '空',
      empty: '空文本',
      list: '列表',
      object: '对象',
      string: '文本',
      number: '数字',
      boolean: '布尔值'
    }
  }
};

/** In each language there is: one that lacks a sentence does not compile. */
export const customWords: Readonly<Record<keyof Text, CustomWords>> = {en, zh};

/** The sentence in the language of what it is shown with. */
export function said(message: CustomMessage): Exclude<Message, string> {
  return ({language}) => message(customWords[language]);
}
