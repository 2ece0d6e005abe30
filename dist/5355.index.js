export const id = 5355;
export const ids = [5355];
export const modules = {

/***/ 5355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  customService: () => (/* binding */ customService)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/json.js
var json = __webpack_require__(4715);
// EXTERNAL MODULE: ./build/src/text.js
var src_text = __webpack_require__(706);
// EXTERNAL MODULE: ./build/src/services/parts.js
var parts = __webpack_require__(1380);
// EXTERNAL MODULE: ./build/src/services/service.js
var service = __webpack_require__(6209);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/duration.js
var duration = __webpack_require__(2297);
// EXTERNAL MODULE: ./build/src/nearest.js
var nearest = __webpack_require__(7707);
// EXTERNAL MODULE: ./node_modules/@aws-lambda-powertools/jmespath/lib/esm/index.js + 7 modules
var esm = __webpack_require__(8997);
// EXTERNAL MODULE: ./node_modules/@aws-lambda-powertools/jmespath/lib/esm/PowertoolsFunctions.js + 1 modules
var PowertoolsFunctions = __webpack_require__(7972);
;// CONCATENATED MODULE: ./build/src/services/custom/words.js
const en = {
    /** Between two sentences. */
    blank: ' ',
    definition: (what) => `definition: ${what}`,
    definitionAt: (line, column, what) => `definition, line ${line}, column ${column}: ${what}`,
    more: (count) => `definition has ${count} more such mistakes.`,
    tooLong: (characters, most) => `definition has ${characters} characters and takes at most ${most}.`,
    tooDeep: 'definition is nested too deep.',
    takes: (name, form) => `${name} takes ${form}.`,
    takesQuoted: (name, form) => `${name} takes ${form}. Put it between quotes.`,
    missing: (name, form) => `${name} is missing: it takes ${form}.`,
    aMap: 'takes a map of keys and values in YAML or JSON, beginning with path: /v1/….',
    noKey: (name) => `${name} is not a key.`,
    didYouMean: (names) => `Did you mean ${names.join(' or ')}?`,
    mergeKey: 'Merge keys are not taken: write out what is to be merged.',
    inputBeside: 'It is an input of the step, beside definition.',
    keysAre: (names) => `The keys are ${names.join(', ')}.`,
    keyIsText: (names) => `a key takes a text${names.length > 0 ? `: one of ${names.join(', ')}` : ''}.`,
    emptySucceeded: 'succeeded is empty: without a word for success the step can never be green.',
    noTaskId: 'neither path nor headers have {task_id}, so that nothing says which task is asked for.',
    listWithoutId: 'list is given without id: it is by its id that the task is found in a list.',
    successInWithoutSubtasks: 'success-in is given without subtasks, which say where they are.',
    domainWithProject: 'scope is domain, and {project_id} is asked for: the tasks of a whole account have no project.',
    path: (shown, what) => `path is ${shown} and ${what}.`,
    pathHasHost: 'holds a host, which the input endpoint takes: path begins behind it, with one "/"',
    pathHasDollar: 'has a "$" before "{": write {task_id} alone',
    pathBegins: 'takes a text that begins with "/"',
    pathAscii: 'takes printable ASCII without white space: encode other characters as %XX',
    pathMarks: 'takes none of \\ # " < > ^ ` |',
    pathPercent: 'takes % only as percent-encoded UTF-8, such as %20',
    pathDots: 'takes no part "." or ".."',
    noPlaceholder: (name) => `${name} is not a placeholder.`,
    placeholdersAre: (names) => `They are ${names.join(', ')}.`,
    noHeaderName: (name) => `${name} is not a name of a header.`,
    ownHeader: (name) => `${name} is set by the action itself and cannot be given.`,
    headerTwice: (name) => `${name} stands here a second time.`,
    headerAscii: (name) => `${name} takes printable ASCII on one line.`,
    aList: (name, word) => `the key "${name}" takes a list, such as [${word}].`,
    listItems: (name, form) => `${name} takes ${form}: texts or numbers.`,
    otherForm: (name, word, form) => `${name} has ${word}, which in an answer is ${form}: write ${form}, or '${word}' for the text.`,
    noNumber: (name, word) => `${name} has ${word}, a number that is not read as one: write '${word}' for the text.`,
    itemTwice: (name, shown) => `${name} has ${shown} twice.`,
    inTwoLists: (shown, first, second) => `${shown} stands in ${first} and in ${second}: it can mean only one.`,
    /** What each key takes. */
    forms: {
        expression: 'a JMESPath expression such as status or job.status',
        list: 'a JMESPath expression for the list, such as subtasks or data.tasks',
        words: (example) => `a list of words such as [${example}]`,
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
        alias: (name) => `the alias *${name} is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.`,
        documents: 'more than one YAML document; it takes one, without a line "---" or "..." behind it.',
        tab: 'not valid YAML: a tab indents this line. Use blanks.',
        tag: 'a value that begins with "!" goes between quotes, else YAML takes it for a tag.',
        start: 'not valid YAML: a value that begins with "@", "`" or "%" goes between quotes.',
        colon: 'not valid YAML: a second ": " in one value, or a line that is indented too far. A value with ": " in it goes between quotes.',
        openQuote: 'not valid YAML: the quote that begins before here is never closed.',
        openBracket: 'not valid YAML: "[" or "{" is never closed, or a line of it is not indented.',
        indent: 'not valid YAML: this line is not indented like the one before it.',
        keyAlone: 'not valid YAML: a key without ": " and a value behind it.',
        more: 'not valid YAML: a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.',
        other: (message) => `not valid YAML: ${message}`
    },
    /** What is wrong with an expression, a sentence behind a colon. */
    expression: {
        problem: (name, shown, problem) => `${name} is ${shown} and takes a JMESPath expression: ${problem}`,
        tooLong: (most) => `it has more than ${most} characters.`,
        emptyKey: 'it asks for the key "", which is never found.',
        wrongKey: (key) => `the key ${key} has a mistake: what stands between double quotes is written as in JSON.`,
        inherited: (name) => `it asks for ${name}, which each object has that an expression makes.`,
        noFunction: (name) => `JMESPath has no function ${name}().`,
        tooLarge: (times) => `it could make an answer more than ${times} times as large: use fewer lists […, …], objects {…, …}, merge(), join() and to_string().`,
        tooDeep: 'it is nested too deep.',
        dollar: 'JMESPath has no "$": job.status begins at the top.',
        dot: 'Leave out the "." at the beginning: job.status begins at the top.',
        dash: `A name with "-" in it goes between double quotes, as in '"job-status"'.`,
        arguments: (name, expected, isLeast, given) => `${name}() takes ${isLeast ? 'at least ' : ''}${expected} ${expected === 1 ? 'argument' : 'arguments'} and is given ${given}.`,
        /** By the library, which has no other language. */
        reason: (reason) => `${reason}.`,
        character: (number) => `character ${number}`,
        end: 'found unexpected end of expression (EOF) at its end.',
        token: (value, type, place) => `found unexpected token "${value}" (${type}) at ${place}.`,
        openQuote: (place) => `the quote at ${place} is never closed.`,
        openLiteral: (place) => `what begins with \` at ${place} is never closed, or is not JSON: '…' is for texts.`,
        unknown: (letter, place) => `unknown token "${letter}" at ${place}.`
    },
    /** What is wrong with an answer, as a clause. */
    answer: {
        answer: 'the answer',
        entryId: 'the id of an entry of the list',
        status: 'status',
        id: 'id',
        ofSubtask: (number, what) => `subtask ${number}: ${what}`,
        unread: (what, why) => `${what} cannot be read: ${why}`,
        tooLarge: 'it is too large, or nested too deep',
        tooMuch: (values, characters) => `it has more than ${values} values or ${characters} characters, which is too much for expressions`,
        noOrder: 'only numbers alone, or texts alone, have an order',
        noList: (name, kind) => `${name} should find a list and finds ${kind}`,
        noWord: (what, kind) => `${what} should find one of the words and finds ${kind}`,
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
const zh = {
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
    otherForm: (name, word, form) => `${name} 中的 ${word} 在响应中为 ${form}：请写成 ${form}；如果是文本，请写成 '${word}'。`,
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
        tooLarge: times => `结果可能比响应大 ${times} 倍以上：请减少列表 […, …]、对象 {…, …}、merge()、join() 和 to_string() 的使用。`,
        tooDeep: '嵌套过深。',
        dollar: 'JMESPath 没有“$”：job.status 就是从顶层开始的。',
        dot: '请去掉开头的“.”：job.status 就是从顶层开始的。',
        dash: `含有“-”的名称要加双引号，例如 '"job-status"'。`,
        arguments: (name, expected, isLeast, given) => `${name}() ${isLeast ? '至少' : ''}需要 ${expected} 个参数，现有 ${given} 个。`,
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
const customWords = { en, zh };
/** The sentence in the language of what it is shown with. */
function said(message) {
    return ({ language }) => message(customWords[language]);
}

;// CONCATENATED MODULE: ./build/src/services/custom/functions.js



/**
 * Instead of those of the library that differ from the specification of JMESPath: they change what they are given, take
 * false, 0 and '' for null, count code units, compare by identity or in the order of a language, or take mixed types.
 */
const own = {
    funcAvg: [[['array-number']], (list) => list.reduce((sum, item) => sum + item, 0) / list.length],
    funcContains: [
        [['array', 'string'], ['any']],
        (within, item) => typeof within === 'string'
            ? typeof item === 'string' && within.includes(item)
            : within.some(each => isSame(each, item))
    ],
    funcLength: [
        [['array', 'string', 'object']],
        (of) => (typeof of === 'string' ? [...of] : Object.keys(of)).length
    ],
    funcMap: [[['expression'], ['array']], (by, list) => list.map(item => by.visit(item))],
    funcMax: [[['array']], (list) => extreme(list, item => item, 1)],
    funcMaxBy: [
        [['array'], ['expression']],
        (list, by) => extreme(list, item => by.visit(item), 1)
    ],
    funcMin: [[['array']], (list) => extreme(list, item => item, -1)],
    funcMinBy: [
        [['array'], ['expression']],
        (list, by) => extreme(list, item => by.visit(item), -1)
    ],
    funcNotNull: [[['any']], (...values) => values.find(value => value !== null), true],
    funcReverse: [
        [['string', 'array']],
        (of) => (typeof of === 'string' ? [...of].reverse().join('') : of.toReversed())
    ],
    funcSort: [[['array']], (list) => sorted(list, item => item)],
    funcSortBy: [
        [['array'], ['expression']],
        (list, by) => sorted(list, item => by.visit(item))
    ],
    funcToNumber: [
        [['any']],
        (value) => {
            const isNumber = typeof value === 'string' && /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(value);
            return typeof value === 'number' || isNumber ? Number(value) : null;
        }
    ]
};
function isSame(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return a === b;
    const entries = Object.entries(a);
    return (Array.isArray(a) === Array.isArray(b) &&
        entries.length === Object.keys(b).length &&
        entries.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, b[key])));
}
/** Each item with its key. Throws where the keys are not all numbers, or all texts. */
function keyed(list, keyOf) {
    const pairs = list.map(item => ({ item, key: keyOf(item) }));
    const types = new Set(pairs.map(({ key }) => typeof key));
    if (types.size > 1 || !(types.size === 0 || types.has('number') || types.has('string'))) {
        throw new errors/* MalformedAnswer */.ol(said(({ answer }) => answer.noOrder));
    }
    return pairs;
}
function compare(a, b) {
    return typeof a === 'number' ? a - Number(b) : compareTexts(a, String(b));
}
/** In the order of their code points. */
function compareTexts(a, b) {
    for (let at = 0; at < a.length && at < b.length; at += 1) {
        // Within a pair of surrogates the second halves decide only where the first are the same.
        if (a[at] !== b[at])
            return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
    }
    return a.length - b.length;
}
function sorted(list, keyOf) {
    return keyed(list, keyOf)
        .toSorted((a, b) => compare(a.key, b.key))
        .map(({ item }) => item);
}
/** The first of the largest, or with -1 of the smallest. */
function extreme(list, keyOf, sign) {
    const [first, ...others] = keyed(list, keyOf);
    if (!first)
        return null;
    return others.reduce((found, each) => (sign * compare(each.key, found.key) > 0 ? each : found), first).item;
}
let failure;
const functions = new PowertoolsFunctions/* Functions */.a();
functions.introspectMethods();
// For each evaluation the library would do it anew.
functions.introspectMethods = () => functions.methods;
for (const name of functions.methods) {
    const run = own[name] ? checked(own[name]) : Reflect.get(functions, name);
    // `funcMaxBy` is max_by().
    const functionName = name
        .slice('func'.length)
        .replace(/\B[A-Z]/g, '_$&')
        .toLowerCase();
    const value = (args) => {
        try {
            return jsonOf(run.call(functions, args.map(jsonOf)));
        }
        catch (error) {
            failure ??= { error: Object.assign(error, { functionName }) };
            throw error;
        }
    };
    Object.defineProperty(functions, name, { value });
}
/** What an evaluation with these functions finds. The library goes on with some of their errors as if with nothing. */
function withFunctions(evaluate) {
    failure = undefined;
    const found = evaluate(functions);
    if (failure)
        throw failure.error;
    return jsonOf(found);
}
/** As the library makes its own, which reports a wrong number of arguments and wrong types in the same words. */
function checked([argumentsSpecs, run, variadic = false]) {
    const descriptor = { value: run };
    PowertoolsFunctions/* Functions */.a.signature({ argumentsSpecs, variadic })(PowertoolsFunctions/* Functions */.a.prototype, '', descriptor);
    return descriptor.value;
}
/** Null instead of what JSON does not have. */
function jsonOf(value) {
    return value === undefined || Number.isNaN(value) ? null : value;
}

;// CONCATENATED MODULE: ./build/src/services/custom/expression.js





/** JMESPath's own functions. */
const expression_functions = `abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null
  reverse sort sort_by starts_with sum to_array to_number to_string type values`.split(/\s+/);
const maxLength = 1000;
/** How many times the size of the answer a result may have: each pipe could double it, and 80 of them are soon written. */
const maxGrowth = 100;
/** What an expression is evaluated on. Such an answer has some hundred values; a hostile one shall not hold up the step. */
const maxValues = 50_000;
const maxCharacters = 1_000_000;
/** An expression, which may still be wrong. */
function evaluation(text) {
    // The library keeps what it parsed under the text, in an object: with the blank, no text is a name of its prototype.
    const evaluate = (answer) => withFunctions(customFunctions => (0,esm/* search */.$P)(`${text} `, answer, { customFunctions }));
    return Object.assign(evaluate, { text });
}
/** An expression that can be evaluated, or what is wrong with it, with the place where that is known. */
function parseExpression(text) {
    if (text.length > maxLength)
        return { problem: ({ expression }) => expression.tooLong(maxLength) };
    const evaluate = evaluation(text);
    const quoted = [];
    const outsideOfTexts = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/gs, whole => {
        quoted.push(whole);
        return "''";
    });
    const keys = quoted.filter(whole => whole.startsWith('"'));
    if (keys.includes('""'))
        return { problem: ({ expression }) => expression.emptyKey };
    const wrongKey = keys.find(key => !isJson(key));
    if (wrongKey !== undefined)
        return { problem: ({ expression }) => expression.wrongKey(wrongKey) };
    const makesObjects = /[{]|\bmerge\s*\(/.test(outsideOfTexts) || quoted.some(whole => whole.startsWith('`'));
    const inherited = makesObjects ? inheritedNameIn(outsideOfTexts, keys) : undefined;
    if (inherited)
        return { problem: ({ expression }) => expression.inherited(inherited) };
    for (const [, name = ''] of outsideOfTexts.matchAll(/([a-z_]\w*)\s*\(/gi)) {
        if (expression_functions.includes(name))
            continue;
        const near = (0,nearest/* nearest */.p)(name, expression_functions)[0];
        return {
            problem: words => words.expression.noFunction(name) + (near ? words.blank + words.didYouMean([`${near}()`]) : '')
        };
    }
    if (growthOf(outsideOfTexts) > maxGrowth) {
        return { problem: ({ expression }) => expression.tooLarge(maxGrowth) };
    }
    try {
        evaluate(null);
    }
    catch (error) {
        if (error instanceof RangeError)
            return { problem: ({ expression }) => expression.tooDeep };
        const problem = problemIn(error, text);
        // All other errors are about the data, and there was none.
        if (problem === undefined)
            return evaluate;
        const hint = hintFor(outsideOfTexts);
        return {
            problem: words => problem(words.expression) + (hint === undefined ? '' : words.blank + words.expression[hint])
        };
    }
    return evaluate;
}
/** A key that is found in an object although no answer and no expression has put it there. */
function inheritedNameIn(outsideOfTexts, keys) {
    const names = keys.map(key => JSON.parse(key));
    return [...outsideOfTexts.split(/\W+/), ...names].find(name => name in Object.prototype);
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * An upper bound. A list or an object that is made holds its input as often as it has items, and so does what these
 * functions join; a text grows with each to_string(), which escapes it.
 */
function growthOf(outsideOfTexts) {
    let growth = 1;
    const open = [];
    for (const [token, name] of outsideOfTexts.matchAll(/([a-z_]\w*)\s*\(|[[\](){},]/gi)) {
        const last = open.at(-1);
        if (token === ',') {
            if (last)
                last.items += 1;
        }
        else if (/^[\])}]$/.test(token)) {
            if (last?.grows)
                growth *= last.items;
            open.pop();
        }
        else {
            if (name === 'join' || name === 'to_string')
                growth *= 4;
            open.push({ grows: name === 'merge' || token === '[' || token === '{', items: 1 });
        }
    }
    return growth;
}
/** What those write who know another language for this. */
function hintFor(outsideOfTexts) {
    if (outsideOfTexts.includes('$'))
        return 'dollar';
    if (/^\s*\./.test(outsideOfTexts))
        return 'dot';
    return /\w-\w/.test(outsideOfTexts) ? 'dash' : undefined;
}
/** What is wrong with the text of an expression, if that is what an error is about. */
function problemIn(error, text) {
    const { name, lexerPosition, lexPosition, tokenType, tokenValue, reason, functionName, expectedArity } = error;
    if (expectedArity !== undefined) {
        const isLeast = name === 'VariadicArityError';
        return words => words.arguments(functionName ?? '', expectedArity, isLeast, error.actualArity ?? 0);
    }
    // Its position is not that of the mistake then.
    if (reason !== undefined)
        return words => words.reason(reason);
    const position = lexerPosition ?? lexPosition;
    if (position === undefined)
        return undefined;
    const letters = [...text];
    const placeIn = ({ character }) => character(position + 1);
    if (tokenType === 'eof')
        return words => words.end;
    if (tokenType !== undefined)
        return words => words.token(String(tokenValue), tokenType, placeIn(words));
    const letter = letters[position] ?? '';
    if (letter === "'" || letter === '"')
        return words => words.openQuote(placeIn(words));
    if (letter === '`')
        return words => words.openLiteral(placeIn(words));
    return words => words.unknown(letter, placeIn(words));
}
/**
 * A copy without prototypes, so that an expression finds what the answer holds and nothing else. Throws where the answer
 * is too large for expressions. `nothing` stands for each null.
 */
function plain(answer, nothing = null) {
    let values = 0;
    let characters = 0;
    const copyOf = (value) => {
        values += 1;
        if (typeof value === 'string')
            characters += value.length;
        if (values > maxValues || characters > maxCharacters) {
            throw new errors/* MalformedAnswer */.ol(said(({ answer }) => answer.tooMuch(maxValues, maxCharacters)));
        }
        if (value === null)
            return nothing;
        if (Array.isArray(value))
            return value.map(copyOf);
        if (typeof value !== 'object')
            return value;
        const copy = Object.create(null);
        for (const [key, item] of Object.entries(value)) {
            characters += key.length;
            copy[key] = copyOf(item);
        }
        return copy;
    };
    return copyOf(answer);
}

;// CONCATENATED MODULE: ./build/src/services/custom/values.js




const placeholders = ['{project_id}', '{task_id}', '{parent_id}'];
/** These are inputs of the step, beside the definition. */
const inputsBeside = ['endpoint', 'region', 'project-id', 'timeout', 'token', 'service'];
const maxSettleMs = 24 * duration/* hourMs */.$0;
/** Those that the request itself sets, and those that say where it ends. */
const ownHeaders = /^(authorization|x-auth-token|x-security-token|x-subject-token|x-sdk-.*|x-project-id|x-domain-id|host|cookie2?|content-length|content-encoding|transfer-encoding|accept|accept-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;
/** The others have no content, hold a part of an answer, or say that something on the way has changed it. */
const wholeAnswers = /^2(?!0[3-6]|26)\d\d$/;
/** What a reader is given of an entry. */
function givenIn({ key, node }, given) {
    const { say, name, form } = given;
    const wrong = (what) => {
        say(node ?? key, what);
    };
    return { ...given, node, wrong, wrongForm: () => wrong(words => words.takes(name, form(words))) };
}
/** The entries of a map; `where` is empty or ends with a dot. Where no keys are known, all are taken. */
function entriesOf(map, known, where, say) {
    const names = Object.keys(known);
    const entries = new Map();
    const standing = new Set();
    for (const { key, value } of map.items) {
        const node = value;
        const name = (0,dist/* isScalar */.jn)(key) ? wordOf(key) : undefined;
        if (!(0,dist/* isScalar */.jn)(key) || name === undefined) {
            say(key ?? map, words => words.keyIsText(names));
        }
        else if (names.length > 0 && !names.includes(name)) {
            const near = meantKeys(name, known);
            const shown = `${where}${say.beginning(name)}`;
            say(key, words => `${words.noKey(shown)}${words.blank}${suggestion(name, near, names, words)}`);
            // Read as what was meant, so that this is not said to be missing as well.
            const [meant, ...others] = near;
            if (meant !== undefined && others.length === 0 && !entries.has(meant))
                entries.set(meant, { key, node });
        }
        else {
            // The parser says this of two that are alike to the letter, blanks included.
            if (standing.has(name))
                say(key, ({ yaml }) => yaml.twice);
            standing.add(name);
            entries.set(name, { key, node });
        }
    }
    return entries;
}
function meantKeys(name, known) {
    const word = plainWord(name);
    const meant = Object.keys(known).filter(key => known[key]?.meant?.split(' ').includes(word));
    return meant.length > 0 ? meant : (0,nearest/* nearest */.p)(word, Object.keys(known));
}
function suggestion(name, near, known, words) {
    if (name === '<<')
        return words.mergeKey;
    if (near.length > 0)
        return words.didYouMean(near);
    return inputsBeside.includes(plainWord(name)) ? words.inputBeside : words.keysAre(known);
}
function plainWord(name) {
    return name.toLowerCase().replaceAll('_', '-');
}
/** A text or a number as it is written, so that the version 1.0 stays one. */
function wordOf(node) {
    if (!(0,dist/* isScalar */.jn)(node))
        return undefined;
    if (typeof node.value === 'string')
        return node.value.trim();
    const isPlain = typeof node.value === 'number' || typeof node.value === 'boolean';
    return isPlain ? (node.source ?? String(node.value)) : undefined;
}
/** A text that is not empty; a number is one as it is written. */
function readText({ node, name, form, wrong, wrongForm }, pattern = /^/) {
    const text = wordOf(node);
    if (text)
        return pattern.test(text) ? text : wrongForm();
    // An unquoted {…} is a map in YAML, and &… an anchor.
    const isOther = (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || ((0,dist/* isScalar */.jn)(node) && node.anchor);
    return isOther ? wrong(words => words.takesQuoted(name, form(words))) : wrongForm();
}
function readPath(given) {
    const path = readText(given);
    if (path === undefined)
        return undefined;
    const { node, say } = given;
    const wrong = (what) => given.wrong(words => words.path(JSON.stringify(say.beginning(path)), what(words)));
    if (/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i.test(path))
        return wrong(words => words.pathHasHost);
    if (/\$[{(]/.test(path))
        return wrong(words => words.pathHasDollar);
    if (!path.startsWith('/'))
        return wrong(words => words.pathBegins);
    if (!/^[!-~]+$/.test(path))
        return wrong(words => words.pathAscii);
    if (/[\\#"<>^`|]/.test(path))
        return wrong(words => words.pathMarks);
    if (!isPercentEncoded(path))
        return wrong(words => words.pathPercent);
    if (/\/(\.|%2e){1,2}(\/|$)/i.test(path.split('?', 1)[0] ?? ''))
        return wrong(words => words.pathDots);
    sayUnknownPlaceholders(path, node, say);
    return path;
}
/** Whether each % in a text begins a byte of UTF-8, percent-encoded. */
function isPercentEncoded(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        return false;
    }
}
function sayUnknownPlaceholders(text, node, say) {
    for (const found of unknownPlaceholders(text)) {
        const near = (0,nearest/* nearest */.p)(found, placeholders)[0];
        say(node, words => words.noPlaceholder(found) +
            words.blank +
            (near ? words.didYouMean([near]) : words.placeholdersAre(placeholders)));
    }
}
/** What stands in braces and is none of them. */
function unknownPlaceholders(text) {
    const found = [...text.matchAll(/\{[^{}]*\}?|\}/g)].map(([whole]) => whole);
    return found.filter(whole => !placeholders.some(placeholder => placeholder === whole));
}
function readHeaders({ node, name: where, say, wrongForm, listed }) {
    if (!(0,dist/* isMap */.jh)(node))
        return wrongForm();
    const headers = new Map();
    for (const [given, entry] of entriesOf(node, {}, `${where}.`, say)) {
        const name = given.toLowerCase();
        const path = `${where}.${given}`;
        const value = readText(givenIn(entry, { name: path, form: ({ forms }) => forms.header, listed, say }));
        if (!/^[a-z0-9_-]{1,64}$/.test(name))
            say(entry.key, words => words.noHeaderName(`${where}.${say.beginning(given)}`));
        else if (ownHeaders.test(name))
            say(entry.key, words => words.ownHeader(path));
        else if (headers.has(name))
            say(entry.key, words => words.headerTwice(path));
        if (value === undefined)
            continue;
        if (!/^[ -~]{1,1024}$/.test(value))
            say(entry.node, words => words.headerAscii(path));
        sayUnknownPlaceholders(value, entry.node, say);
        headers.set(name, value);
    }
    return Object.fromEntries(headers);
}
function readExpression(given) {
    const text = readText(given);
    if (text === undefined)
        return undefined;
    const parsed = parseExpression(text);
    if (!('problem' in parsed))
        return parsed;
    const { name, say } = given;
    return given.wrong(words => words.expression.problem(name, JSON.stringify(say.beginning(text)), parsed.problem(words)));
}
/** The items, each of which can stand in one list alone. */
function readList({ node, form, name, listed, say, wrong, wrongForm }, kind) {
    if (!(0,dist/* isSeq */.oP)(node)) {
        const word = wordOf(node);
        if (!word)
            return wrongForm();
        return wrong(words => words.aList(name, say.beginning(word)));
    }
    const items = [];
    for (const item of node.items) {
        const word = wordOf(item);
        const known = word && listed[kind].get(word);
        const other = otherFormOf(item);
        const sayOf = (what) => say(item ?? node, what);
        if (!word || word.length > 200)
            sayOf(words => words.listItems(name, form(words)));
        else if (other !== undefined) {
            sayOf(words => (other === '' ? words.noNumber(name, word) : words.otherForm(name, word, other)));
        }
        else if (known === name)
            sayOf(words => words.itemTwice(name, JSON.stringify(word)));
        else if (known)
            sayOf(words => words.inTwoLists(JSON.stringify(word), known, name));
        else {
            listed[kind].set(word, name);
            items.push(word);
        }
    }
    return items.length === node.items.length ? items : undefined;
}
/** How JavaScript writes a number or truth value that is written otherwise; empty where it cannot. */
function otherFormOf(item) {
    const word = wordOf(item);
    if (!(0,dist/* isScalar */.jn)(item) || typeof item.value === 'string' || word === undefined)
        return undefined;
    // These come as texts.
    if (/^-?[1-9]\d{15,}$/.test(word))
        return undefined;
    const form = String(item.value);
    const isRead = /^(-?\d+(\.\d+)?|true|false)$/.test(form) && Math.abs(Number(item.value)) <= Number.MAX_SAFE_INTEGER;
    if (!isRead)
        return '';
    return form === word ? undefined : form;
}
function readBoolean({ node, wrongForm }) {
    return (0,dist/* isScalar */.jn)(node) && typeof node.value === 'boolean' ? node.value : wrongForm();
}
function readHttpStatuses({ node, wrongForm }) {
    const given = ((0,dist/* isSeq */.oP)(node) ? node.items : [node]).map(item => wordOf(item) ?? '');
    return given.every(word => wholeAnswers.test(word)) ? given.map(Number) : wrongForm();
}
function readSettle({ node, wrongForm }) {
    const ms = (0,duration/* parseDuration */.E9)(wordOf(node) ?? '') ?? Number.POSITIVE_INFINITY;
    return ms <= maxSettleMs ? ms : wrongForm();
}

;// CONCATENATED MODULE: ./build/src/services/custom/yaml.js


const yaml_maxLength = 16_384;
const maxProblems = 20;
/** What `read` makes of the map in YAML or JSON, or all that is wrong with it. `clean` takes secrets out of what that shows. */
function readYaml(text, clean, read) {
    if (text.length > yaml_maxLength)
        return { problems: [said(words => words.tooLong(text.length, yaml_maxLength))] };
    const lines = new dist/* LineCounter */.HN();
    const problems = [];
    const say = Object.assign((node, what) => void problems.push({ at: startOf(node) ?? Number.POSITIVE_INFINITY, message: said(placed(what, node, lines)) }), { beginning: (given) => clean(given).slice(0, 80) });
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, merge: false });
        sayMistakes(document, text, say);
        if (problems.length === 0 && !(0,dist/* isMap */.jh)(document.contents)) {
            say(document.contents, words => words.aMap);
        }
        const found = problems.length === 0 ? read(document.contents, say) : undefined;
        return found !== undefined && problems.length === 0 ? found : { problems: shortened(problems) };
    }
    catch (error) {
        // Nested deeper than the parser can go.
        if (!(error instanceof RangeError))
            throw error;
        return { problems: [said(words => words.tooDeep)] };
    }
}
/** In the order of the definition; what is about all of it comes last. */
function shortened(problems) {
    // NaN, of two of these, counts as 0.
    const sorted = problems.toSorted((one, other) => one.at - other.at);
    const messages = sorted.map(({ message }) => message);
    const more = messages.length - maxProblems;
    return more > 0 ? [...messages.slice(0, maxProblems), said(words => words.more(more))] : messages;
}
function startOf(node) {
    return node?.range?.[0];
}
/** With the line and the column of the node. */
function placed(what, node, lines) {
    const start = startOf(node);
    if (start === undefined)
        return words => words.definition(what(words));
    const { line, col } = lines.linePos(start);
    return words => words.definitionAt(line, col, what(words));
}
function sayMistakes(document, text, say) {
    const isDouble = ({ code }) => code === 'DUPLICATE_KEY';
    for (const { pos } of document.errors.filter(isDouble))
        say({ range: pos }, ({ yaml }) => yaml.twice);
    const [first] = [...document.errors, ...document.warnings]
        .filter(mistake => !isDouble(mistake))
        .sort((a, b) => a.pos[0] - b.pos[0]);
    if (first?.code === 'RESOURCE_EXHAUSTION')
        throw new RangeError();
    const nodes = [];
    (0,dist/* visit */.YR)(document, { Node: (_, node) => void nodes.push(node) });
    // One mistake of syntax makes others behind it.
    if (first)
        say({ range: first.pos }, ({ yaml }) => syntaxProblem(first, nodes, text, yaml));
    else
        for (const tagged of nodes.filter(node => node.tag !== undefined))
            say(tagged, ({ yaml }) => yaml.tag);
    for (const alias of nodes.filter(dist/* isAlias */.Vj)) {
        say(alias, ({ yaml }) => yaml.alias(alias.source));
    }
}
/** The usual cause of what the parser says. */
function syntaxProblem({ code, message, pos: [at] }, nodes, text, yaml) {
    const open = nodes.findLast(node => node.range?.[1] === at && isOpen(node, text));
    switch (code) {
        case 'MULTIPLE_DOCS':
            return yaml.documents;
        case 'TAB_AS_INDENT':
            return yaml.tab;
        case 'TAG_RESOLVE_FAILED':
            return yaml.tag;
        case 'BAD_SCALAR_START':
            return yaml.start;
        case 'BLOCK_AS_IMPLICIT_KEY':
        case 'MULTILINE_IMPLICIT_KEY':
            return yaml.colon;
        case 'MISSING_CHAR':
        case 'BAD_INDENT':
            if ((0,dist/* isScalar */.jn)(open))
                return yaml.openQuote;
            if (open)
                return yaml.openBracket;
            return code === 'BAD_INDENT' ? yaml.indent : yaml.keyAlone;
        case 'UNEXPECTED_TOKEN':
            if (nodes.some(node => endsBefore(node, at, text)))
                return yaml.more;
            return yaml.other(sentence(message));
        default:
            return yaml.other(sentence(message));
    }
}
/** What a scalar, or a list or map in brackets, is written as. */
function sourceOf(node, text) {
    return node.range && ((0,dist/* isScalar */.jn)(node) || ((0,dist/* isCollection */.P3)(node) && node.flow))
        ? text.slice(node.range[0], node.range[1])
        : '';
}
/** Whether it begins with a quote or bracket that does not end it. */
function isOpen(node, text) {
    const source = sourceOf(node, text);
    const end = { '"': '"', "'": "'", '[': ']', '{': '}' }[source.charAt(0)];
    return end !== undefined && (source.length === 1 || !source.endsWith(end));
}
/** Whether it is no empty one, and nothing but white space is between it and the place. */
function endsBefore(node, at, text) {
    const end = node.range?.[1] ?? at;
    return sourceOf(node, text) !== '' && end <= at && text.slice(end, at).trim() === '';
}
function sentence(message) {
    return message.endsWith('.') ? message : `${message}.`;
}

;// CONCATENATED MODULE: ./build/src/services/custom/definition.js



const readings = ['id', 'name', 'message', 'progress', 'start-time', 'end-time'];
const wordLists = ['running', 'succeeded', 'failed', 'stopped', 'warning', 'skipped'];
const codeLists = ['not-found', 'transient', 'denied', 'unauthenticated'];
const everywhere = { task: 'optional', subtasks: 'optional' };
const expression = { form: ({ forms }) => forms.expression, read: readExpression };
const words = (example) => ({
    form: ({ forms }) => forms.words(example),
    read: (given) => readList(given, 'words')
});
const codes = {
    form: ({ forms }) => forms.codes,
    task: 'optional',
    read: (given) => readList(given, 'codes')
};
const codesMeant = 'error-code error-codes codes';
/** All keys there are, in the order in which they are read and listed. */
const keys = {
    title: {
        form: ({ forms }) => forms.title,
        task: 'optional',
        read: given => readText(given, /^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u)
    },
    host: {
        form: ({ forms }) => forms.host,
        task: 'optional',
        meant: 'hostname subdomain',
        // No more than labels, so that what is made of it stays in the cloud's domain.
        read: given => readText(given, /^(?=.{1,63}$)[a-z0-9]+(-+[a-z0-9]+)*(\.[a-z0-9]+(-+[a-z0-9]+)*)*$/)
    },
    scope: {
        form: ({ forms }) => forms.scope,
        task: 'optional',
        read: given => readText(given, /^(project|domain)$/)
    },
    path: {
        form: ({ forms }) => forms.path,
        task: 'required',
        meant: 'url uri route request',
        read: readPath
    },
    headers: { form: ({ forms }) => forms.headers, task: 'optional', read: readHeaders },
    list: {
        ...expression,
        form: ({ forms }) => forms.list,
        task: 'optional',
        subtasks: 'required',
        meant: 'items path'
    },
    status: { ...expression, task: 'required', subtasks: 'required', meant: 'state phase task-status job-status' },
    id: { ...expression, ...everywhere, meant: 'task-id job-id' },
    name: { ...expression, ...everywhere },
    message: { ...expression, ...everywhere, meant: 'reason fail-reason error-message error-msg' },
    progress: { ...expression, task: 'optional', meant: 'percent percentage ratio' },
    'start-time': { ...expression, ...everywhere, meant: 'start started started-at begin-time created created-at' },
    'end-time': { ...expression, ...everywhere, meant: 'end ended ended-at finished-at completed-at' },
    'time-zone': {
        form: ({ forms }) => forms.timeZone,
        task: 'optional',
        meant: 'timezone zone tz utc-offset',
        read: given => readText(given, /^[+-](0\d|1[0-4]):[0-5]\d$/)
    },
    running: { ...words('RUNNING'), ...everywhere, meant: 'run pending waiting in-progress processing queued' },
    succeeded: {
        ...words('SUCCEEDED'),
        ...everywhere,
        task: 'required',
        meant: 'success successful successes ok done complete completed finished'
    },
    failed: { ...words('FAILED'), ...everywhere, task: 'required', meant: 'fail fails failure failures error errors' },
    stopped: {
        ...words('CANCELED'),
        ...everywhere,
        meant: 'stop cancel canceled cancelled abort aborted terminated'
    },
    warning: { ...words('WARNING'), ...everywhere, meant: 'warn warnings partial' },
    skipped: { ...words('SKIPPED'), ...everywhere, meant: 'skip ignored' },
    subtasks: {
        form: ({ forms }) => forms.subtasks,
        task: 'optional',
        meant: 'sub-tasks sub-jobs steps children',
        read: readSubtasks
    },
    'success-in': {
        form: ({ forms }) => forms.successIn,
        task: 'optional',
        read: given => readText(given, /^subtasks$/)
    },
    'not-found': { ...codes, meant: `${codesMeant} missing not-exist` },
    transient: { ...codes, meant: `${codesMeant} retry temporary` },
    denied: { ...codes, meant: `${codesMeant} unauthorized forbidden` },
    unauthenticated: { ...codes, meant: 'expired invalid-token' },
    'error-codes-in-tasks': { form: ({ forms }) => forms.boolean, task: 'optional', read: readBoolean },
    'http-status': {
        form: ({ forms }) => forms.httpStatus,
        task: 'optional',
        meant: 'http status-code http-code http-statuses',
        read: readHttpStatuses
    },
    settle: { form: ({ forms }) => forms.settle, task: 'optional', read: readSettle }
};
/** Reads a definition in YAML or JSON: it, or all that is wrong with it. */
function parseDefinition(text, clean = same) {
    return readYaml(text, clean, readDefinition);
}
const same = (text) => text;
const usualTitle = { en: 'Custom service', zh: '自定义服务' };
function readDefinition(map, say) {
    const values = valuesOf(map, 'task', '', say);
    const { title = usualTitle, host, path, headers = {}, subtasks } = values;
    if (values.succeeded?.length === 0) {
        say(map.get('succeeded', true), words => words.emptySucceeded);
    }
    const sent = [path ?? '', ...Object.values(headers)];
    const asksFor = (placeholder) => sent.some(text => text.includes(placeholder));
    const asksForTask = asksFor('{task_id}') || values.list !== undefined;
    if (path !== undefined && !asksForTask && sent.flatMap(unknownPlaceholders).length === 0) {
        say(map.get('path', true), words => words.noTaskId);
    }
    if (values.list && !('id' in values)) {
        say(map.get('list', true), words => words.listWithoutId);
    }
    if (values['success-in'] && !('subtasks' in values)) {
        say(map.get('success-in', true), words => words.successInWithoutSubtasks);
    }
    if (values.scope === 'domain' && asksFor('{project_id}')) {
        say(map.get('scope', true), words => words.domainWithProject);
    }
    const task = readingsIn(values);
    if (path === undefined || !task)
        return undefined;
    const shared = inLists(values, wordLists);
    return {
        title,
        host,
        path,
        headers,
        list: values.list,
        scope: values.scope ?? 'project',
        task,
        timeZone: values['time-zone'],
        words: shared,
        subtasks: subtasks && { ...subtasks, words: subtasks.words ?? shared },
        successInSubtasks: values['success-in'] !== undefined,
        codes: inLists(values, codeLists),
        httpStatuses: values['http-status'] ?? [],
        errorCodesInTasks: values['error-codes-in-tasks'] ?? false,
        settleMs: values.settle ?? 0
    };
}
function readSubtasks({ node, name, say, wrongForm }) {
    if (!(0,dist/* isMap */.jh)(node))
        return wrongForm();
    const values = valuesOf(node, 'subtasks', `${name}.`, say);
    const each = readingsIn(values);
    const hasOwn = wordLists.some(list => values[list]);
    return values.list && each && { list: values.list, each, words: hasOwn ? inLists(values, wordLists) : undefined };
}
function readingsIn(values) {
    const { status } = values;
    return status && { ...Object.fromEntries(readings.map(name => [name, values[name]])), status };
}
/** From each item to the name of its list. */
function inLists(values, lists) {
    return Object.fromEntries(lists.flatMap(list => (values[list] ?? []).map(item => [item, list])));
}
/** The values in a map; `where` is empty or ends with a dot. */
function valuesOf(map, place, where, say) {
    const table = Object.entries(keys).filter(([, key]) => key[place]);
    const entries = entriesOf(map, Object.fromEntries(table), where, say);
    const listed = { words: new Map(), codes: new Map() };
    const values = table.flatMap(([key, { form, read, ...of }]) => {
        const name = `${where}${key}`;
        const entry = entries.get(key);
        if (!entry && of[place] === 'required')
            say(map, words => words.missing(name, form(words)));
        return entry ? [[key, read(givenIn(entry, { name, form, listed, say }))]] : [];
    });
    return Object.fromEntries(values);
}

;// CONCATENATED MODULE: ./build/src/services/custom/path.js


/** Those before are so far from what is found that they say nothing of it. */
const maxSteps = 20;
function wayOf({ text }) {
    const alternatives = alternativesIn(text);
    return {
        objects: answer => {
            const steps = alternatives.flatMap(({ steps }) => steps);
            const found = steps.flatMap(({ before, picked }) => [
                foundBy(before, answer),
                foundBy(picked, answer)
            ]);
            return [...new Set(found.filter(json/* isRecord */.u4))];
        },
        inPlaceOfList: answer => {
            for (const { whole, steps, hasOperators } of alternatives) {
                // With operators, it can find a truth value that stands for no list.
                if (alternatives.length > 1 && hasOperators)
                    continue;
                const found = foundBy(whole, answer);
                if (found !== null && !Array.isArray(found))
                    return found;
                const last = steps.findLast(({ before }) => foundBy(before, answer) !== null);
                const within = foundBy(last?.before, answer);
                const isWrong = last?.takes === 'list' ? !Array.isArray(within) : last?.takes === 'object' && !(0,json/* isRecord */.u4)(within);
                if (found === null && isWrong)
                    return within;
            }
            return undefined;
        }
    };
}
/** So many objects are tried one by one; any more all count as decisive. */
const maxTried = 20;
/**
 * Those of the objects in an answer that something is found by: without one of them, something else is found. However
 * an expression is written, this shows which objects it goes through, where no other has the same to say.
 */
function objectsThatDecide(answer, isOfInterest, find) {
    const places = placesOf(answer, isOfInterest);
    if (places.length === 0)
        return [];
    const found = JSON.stringify(find(answer));
    const decides = ({ holder, key, object }) => {
        holder[key] = null;
        try {
            return JSON.stringify(find(answer)) !== found;
        }
        catch {
            return true;
        }
        finally {
            holder[key] = object;
        }
    };
    return places.filter((place, index) => index >= maxTried || decides(place)).map(({ object }) => object);
}
/** Where such objects stand below the answer itself. */
function placesOf(answer, isOfInterest) {
    const places = [];
    const open = [answer];
    for (let within = open.pop(); within !== undefined; within = open.pop()) {
        if (typeof within !== 'object' || within === null)
            continue;
        const holder = within;
        for (const [key, value] of Object.entries(holder)) {
            if ((0,json/* isRecord */.u4)(value) && isOfInterest(value))
                places.push({ holder, key, object: value });
            open.push(value);
        }
    }
    return places;
}
function foundBy(expression, answer) {
    try {
        return (expression?.(answer) ?? null);
    }
    catch {
        return null;
    }
}
function alternativesIn(text) {
    const tokens = tokensOf(text);
    // A pipe takes what all alternatives before it have found.
    const isOne = tokens.some(token => token.text === '|');
    const starts = [0, ...tokens.flatMap(({ text }, index) => (text === '||' && !isOne ? [index + 1] : []))];
    return starts.map((start, index) => {
        const end = (starts[index + 1] ?? tokens.length + 1) - 1;
        const own = tokens.slice(start, end);
        const from = own[0]?.from ?? 0;
        return alternativeOf(text.slice(from, tokens[end]?.from), own, from);
    });
}
function alternativeOf(text, tokens, from) {
    const textBefore = (token) => text.slice(0, token && token.from - from);
    const steps = tokens.flatMap((token, index) => {
        const isStart = index === 0 || token.text === '|';
        const isInto = token.text.startsWith('[') && /[\w"\])}@]$/.test(tokens[index - 1]?.text ?? '');
        if (!isStart && token.text !== '.' && !isInto)
            return [];
        const [first, second, ...more] = tokens.slice(index === 0 || isInto ? index : index + 1);
        const picks = second ? [second, ...more] : [];
        const isPicked = token.text === '.' && picks.every(({ text }) => text === '|' || /^\[\s*-?\d+\s*\]$/.test(text));
        return [
            {
                before: evaluation(index === 0 ? '@' : textBefore(token)),
                takes: isInto ? 'list' : taken(first, second),
                picked: second && isPicked ? evaluation(textBefore(token) + text.slice(second.from - from)) : undefined
            }
        ];
    });
    return {
        whole: evaluation(text),
        steps: steps.slice(-maxSteps),
        hasOperators: tokens.some(({ text }) => /^([!=<>&]|\()/.test(text))
    };
}
function taken(first, second) {
    const text = first?.text ?? '';
    if (text === '*' || text.startsWith('"') || (/^\w/.test(text) && !second?.text.startsWith('(')))
        return 'object';
    return /^\[\s*(\*?\s*\]|[?:]|-?\d)/.test(text) ? 'list' : 'any';
}
/** Those outside of brackets; brackets are one token with all that is in them. */
function tokensOf(text) {
    const tokens = [];
    let depth = 0;
    let from = 0;
    const form = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\w+|\|\||\S/gs;
    for (const { 0: token, index } of text.matchAll(form)) {
        if (depth === 0)
            from = index;
        if (/^[[({]/.test(token))
            depth += 1;
        if (/^[\])}]/.test(token))
            depth -= 1;
        if (depth === 0)
            tokens.push({ text: text.slice(from, index + token.length), from });
    }
    return tokens;
}

;// CONCATENATED MODULE: ./build/src/services/custom/custom.js









const idForm = {
    pattern: /^(?!\.+$)[A-Za-z0-9._:-]{1,256}$/,
    form: { en: 'letters, digits, ".", "_", ":" and "-"', zh: '字母、数字、“.”、“_”、“:”和“-”' }
};
/** The service that a definition describes, or all that is wrong with it; `clean` takes secrets out of what that shows. */
function customService(definition, clean) {
    const parsed = parseDefinition(definition, clean);
    return 'problems' in parsed ? parsed : serviceOf(parsed);
}
function serviceOf(definition) {
    const { title, host, path, headers, list, httpStatuses, task, words, codes, errorCodesInTasks, settleMs } = definition;
    const statusErrors = errorsOnWayOf(task.status, codes);
    const find = list && entryFinder(list, task);
    const listErrors = list && errorsOnWayOf(list, codes);
    const texts = [path, ...Object.values(headers)];
    return (0,service/* defineService */.Pt)({
        name: 'custom',
        isDefinedByWorkflow: true,
        title,
        taskId: idForm,
        ...(texts.some(text => text.includes('{parent_id}')) && { parentId: idForm }),
        scope: definition.scope,
        needsProjectId: texts.some(text => text.includes('{project_id}')),
        hosts: { byRegion: () => host, ...(host !== undefined && { usual: host }) },
        request: reference => ({
            path: filled(path, reference, encodeURIComponent),
            headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value, reference, text => text)]))
        }),
        states: Object.fromEntries(Object.entries(words).filter(([, state]) => state !== 'skipped')),
        prepare: body => decided(({ answer }) => answer.answer, () => plain(body)),
        find: (answer, { taskId }) => (find ? find(answer, taskId) : [answer]),
        read: own => read(own, definition),
        parts: partsReader(definition),
        successInParts: definition.successInSubtasks,
        flaws: (own, answer, { taskId }) => (0,parts/* attempt */.CD)(() => [
            ...statusErrors(own),
            ...(find && listErrors ? listErrors(answer, { find: within => find(within, taskId) }) : [])
        ]),
        httpStatuses,
        answersWithId: task.id !== undefined,
        settleMs,
        tasksHaveErrorCodes: errorCodesInTasks,
        codes,
        advice: {
            verdicts: {
                'not-found': {
                    en: 'Check task-id, endpoint or region, and host and path in the definition.',
                    zh: '检查 task-id、endpoint 或 region，以及定义中的 host 和 path。'
                }
            }
        }
    });
}
function filled(text, { projectId, taskId, parentId }, encode) {
    const ids = { project_id: projectId, task_id: taskId, parent_id: parentId };
    return text.replace(/\{(project_id|task_id|parent_id)\}/g, (_, name) => encode(ids[name] ?? ''));
}
function read(own, definition) {
    const { task, words } = definition;
    const serviceStatus = isBlank(task.status, own) ? '' : statusIn(own, task, words);
    const observed = observe(own, task, serviceStatus, definition);
    return {
        ...observed,
        // Only a subtask can be passed over.
        state: observed.state === 'skipped' ? 'unknown' : observed.state,
        progress: (0,json/* percent */.KN)(perhaps(task.progress, own))
    };
}
function partsReader({ subtasks, codes, timeZone }) {
    if (!subtasks)
        return () => [];
    const { list, each, words } = subtasks;
    const read = listReader(list, 'subtasks.list');
    const statusErrors = errorsOnWayOf(each.status, codes);
    return own => (0,parts/* attempt */.CD)(() => read(own).flatMap((item, index) => (0,parts/* attempt */.CD)(() => {
        const of = (what, { answer }) => answer.ofSubtask(index + 1, what);
        const part = observe(item, each, statusIn(item, each, words, of), { words, timeZone }, of);
        return part.state === 'succeeded' ? [part, ...statusErrors(item, { part })] : [part];
    })));
}
/** Reads the list that an expression finds; none where it finds nothing and nothing else is in its place. */
function listReader(list, name) {
    const way = wayOf(list);
    return answer => {
        const items = decided(() => name, () => list(answer));
        const other = Array.isArray(items) || items === null ? way.inPlaceOfList(answer) : items;
        if (other !== undefined)
            throw new errors/* MalformedAnswer */.ol(said(words => words.answer.noList(name, kindOf(other, words))));
        return Array.isArray(items) ? items : [];
    };
}
/** The entries of a list that are of a task. */
function entryFinder(list, task) {
    const read = listReader(list, 'list');
    return (answer, taskId) => read(answer).filter(item => idIn(item, task, ({ answer }) => answer.entryId) === taskId);
}
/** What the objects that an expression goes through say against a success of what it, or `find`, finds in an answer. */
function errorsOnWayOf(expression, codes) {
    const way = wayOf(expression);
    const namesIn = (object) => {
        const code = String((0,json/* property */.MZ)(object, 'code')).trim();
        return Object.hasOwn(codes, code) ? [...parts/* errorNames */.tD, 'code'] : parts/* errorNames */.tD;
    };
    const hasErrors = (object) => (0,parts/* errorsIn */.R4)(object, namesIn(object)).length > 0;
    return (from, { find = expression, part } = {}) => {
        const objects = new Set([...way.objects(from), ...objectsThatDecide(from, hasErrors, find)]);
        return [...objects].flatMap(object => (0,parts/* errorsIn */.R4)(object, namesIn(object), part));
    };
}
/**
 * Whether the place of the status is there and empty. An expression finds null both where a key is missing and where its
 * value is null: with an empty text instead of each null it finds that, if the key is there.
 */
function isBlank(status, answer) {
    const found = perhaps(status, answer);
    if (typeof found === 'string')
        return found.trim() === '';
    return found === null && perhaps(status, plain(answer, '')) === '';
}
/** What a task and its subtasks have in common. */
function observe(from, readings, serviceStatus, { words, timeZone }, of = ofTask) {
    return {
        id: idIn(from, readings, words => of(words.answer.id, words)),
        name: textOf(perhaps(readings.name, from)),
        serviceStatus,
        state: (0,service/* stateOf */.L4)(words, serviceStatus),
        startMs: timeOf(perhaps(readings['start-time'], from), timeZone),
        endMs: timeOf(perhaps(readings['end-time'], from), timeZone),
        message: textOf(perhaps(readings.message, from))
    };
}
const ofTask = what => what;
function idIn(from, { id }, what) {
    const given = id && decided(what, () => id(from));
    return typeof given === 'number' ? String(given) : textOf(given);
}
/** A number or a truth value is a status where the lists have such words; else the answer is not what was promised. */
function statusIn(from, { status }, words, of = ofTask) {
    const what = own => of(own.answer.status, own);
    const value = decided(what, () => status(from));
    // As it is: what a definition compares is no other.
    if (typeof value === 'string' && value.trim() !== '')
        return value;
    const listed = Object.keys(words);
    const isWord = typeof value === 'number'
        ? listed.some(word => /^-?\d+(\.\d+)?$/.test(word))
        : typeof value === 'boolean' && listed.includes(String(value));
    if (isWord)
        return String(value);
    throw new errors/* MalformedAnswer */.ol(said(own => own.answer.noWord(what(own), kindOf(value, own))));
}
/** Of what decides: where it cannot be evaluated, the answer proves nothing. */
function decided(what, evaluate) {
    try {
        return evaluate();
    }
    catch (error) {
        // The library has no other language than English.
        const why = error instanceof RangeError
            ? said(({ answer }) => answer.tooLarge)
            : error instanceof errors/* MalformedAnswer */.ol
                ? error.what
                : error.message;
        throw new errors/* MalformedAnswer */.ol(words => said(own => own.answer.unread(what(own), (0,src_text/* inWords */.r4)(why, words)))(words), {
            cause: error
        });
    }
}
/** Of what decides nothing: where it cannot be evaluated, there is nothing. */
function perhaps(expression, from) {
    try {
        return expression?.(from);
    }
    catch {
        return undefined;
    }
}
function textOf(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
function timeOf(value, timeZone = '') {
    const withZone = typeof value === 'string' ? value.trim() + timeZone : undefined;
    return (0,json/* epochMs */.e9)(value) ?? epochSeconds(value) ?? (0,json/* isoMs */.Ec)(value) ?? (0,json/* isoMs */.Ec)(withZone);
}
/** No number is a plausible time both in seconds and in milliseconds. */
function epochSeconds(value) {
    const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d{9,10}$/.test(value.trim()));
    return isNumber ? (0,json/* plausibleMs */.eY)(Number(value) * 1000) : undefined;
}
function kindOf(value, { answer: { kinds } }) {
    if (value === null)
        return kinds.nothing;
    if (typeof value === 'string' && value.trim() === '')
        return kinds.empty;
    return Array.isArray(value) ? kinds.list : kinds[typeof value];
}


/***/ })

};
