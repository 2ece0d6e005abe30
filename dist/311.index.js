export const id = 311;
export const ids = [311];
export const modules = {

/***/ 3311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  customService: () => (/* binding */ customService)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/json.js
var json = __webpack_require__(4715);
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
;// CONCATENATED MODULE: ./build/src/services/custom/functions.js

/**
 * In place of those of the library that differ from the specification of JMESPath: they change what they are given, take
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
    funcMap: [
        [['expression'], ['array']],
        (by, list) => list.map(item => by.visit(item) ?? null)
    ],
    funcMax: [[['array']], (list) => last(list, item => item, 1)],
    funcMaxBy: [
        [['array'], ['expression']],
        (list, by) => last(list, item => by.visit(item), 1)
    ],
    funcMin: [[['array']], (list) => last(list, item => item, -1)],
    funcMinBy: [
        [['array'], ['expression']],
        (list, by) => last(list, item => by.visit(item), -1)
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
        throw new Error('only numbers alone, or texts alone, have an order');
    }
    return pairs;
}
/** Texts in the order of their code points. */
function compare(a, b) {
    if (typeof a === 'number' || typeof b === 'number')
        return Number(a) - Number(b);
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
function last(list, keyOf, sign) {
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
    const value = (args) => {
        try {
            return jsonOf(run.call(functions, args.map(jsonOf)));
        }
        catch (error) {
            failure ??= { error };
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
/** As the library makes its own, which tells a wrong number of arguments and wrong types in the same words. */
function checked([argumentsSpecs, run, variadic = false]) {
    const descriptor = { value: run };
    PowertoolsFunctions/* Functions */.a.signature({ argumentsSpecs, variadic })(PowertoolsFunctions/* Functions */.a.prototype, '', descriptor);
    return descriptor.value;
}
/** Null in place of what JSON does not have. */
function jsonOf(value) {
    return value === undefined || typeof value === 'function' || Number.isNaN(value) ? null : value;
}

;// CONCATENATED MODULE: ./build/src/services/custom/expression.js



/** JMESPath's own functions. */
const expression_functions = `abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by not_null
  reverse sort sort_by starts_with sum to_array to_number to_string type values`.split(/\s+/);
const maxLength = 1000;
/** How many times the size of the answer a result may have: each pipe could double it, and 80 of them are soon written. */
const maxGrowth = 100;
/** What an expression looks at. Such an answer has some hundred values; a hostile one shall not hold up the step. */
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
        return { problem: `it has more than ${maxLength} characters.` };
    const evaluate = evaluation(text);
    const quoted = [];
    const outsideOfTexts = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/gs, whole => {
        quoted.push(whole);
        return '_';
    });
    if (quoted.includes('""'))
        return { problem: 'it looks for the key "", which is never found.' };
    const makesObjects = /[{]|\bmerge\s*\(/.test(outsideOfTexts) || quoted.some(whole => whole.startsWith('`'));
    const inherited = makesObjects ? inheritedNameIn(outsideOfTexts, quoted) : undefined;
    if (inherited)
        return { problem: `it looks for ${inherited}, which each object has that an expression makes.` };
    for (const [, name = ''] of outsideOfTexts.matchAll(/([a-z_]\w*)\s*\(/gi)) {
        if (expression_functions.includes(name))
            continue;
        const near = (0,nearest/* nearest */.p)(name, expression_functions)[0];
        return { problem: `JMESPath has no function ${name}()${near ? `; was ${near}() meant?` : '.'}` };
    }
    if (growthOf(outsideOfTexts) > maxGrowth) {
        return {
            problem: `it could make an answer more than ${maxGrowth} times as large: use fewer lists […, …], objects {…, …}, merge(), join() and to_string().`
        };
    }
    try {
        evaluate(null);
    }
    catch (error) {
        const { name, message } = error;
        // All other errors are about the data, and there was none.
        if (/^(Lexer|Parse|IncompleteExpression|EmptyExpression|Arity|VariadicArity)Error$/.test(name)) {
            return { problem: `${problemIn(message, text)}${hintFor(outsideOfTexts)}` };
        }
        if (error instanceof RangeError)
            return { problem: 'it is nested too deep.' };
    }
    return evaluate;
}
/** A key that is found in an object although no answer and no expression has put it there. */
function inheritedNameIn(outsideOfTexts, quoted) {
    const keys = quoted.filter(whole => whole.startsWith('"')).map(unquoted);
    return [...outsideOfTexts.split(/\W+/), ...keys].find(name => name in Object.prototype);
}
function unquoted(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // The library says what is wrong with it.
        return text;
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
        return ' JMESPath has no "$": job.status looks from the top.';
    if (/^\s*\./.test(outsideOfTexts))
        return ' Leave out the "." at the beginning: job.status looks from the top.';
    if (/\w-\w/.test(outsideOfTexts))
        return ` A name with "-" in it goes between double quotes, as in '"job-status"'.`;
    return '';
}
function problemIn(message, text) {
    const column = /at column (\d+)/.exec(message)?.[1];
    const what = message
        .replace(/ in expression: .*$/s, '')
        .replace(/^(Invalid|Bad) jmespath expression: /, '')
        .replace(/(parse error )?at column \d+,? ?/, '')
        .trim();
    const isAtEnd = column === undefined || Number(column) >= text.length;
    return `${what} at ${isAtEnd ? 'its end' : `character ${Number(column) + 1}`}.`;
}
/**
 * A copy without prototypes, so that an expression finds what the answer holds and nothing else. Throws where the answer
 * is too large for expressions. `nothing` stands in place of each null.
 */
function plain(answer, nothing = null) {
    let values = 0;
    let characters = 0;
    const copyOf = (value) => {
        values += 1;
        if (typeof value === 'string')
            characters += value.length;
        if (values > maxValues || characters > maxCharacters) {
            throw new Error(`it has more than ${maxValues} values or ${maxCharacters} characters, which is too much for expressions`);
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

;// CONCATENATED MODULE: ./build/src/services/custom/definition.js




const wordLists = ['running', 'succeeded', 'failed', 'stopped', 'warning', 'skipped'];
const codeLists = ['not-found', 'transient', 'denied'];
const readings = ['id', 'name', 'message', 'start-time', 'end-time'];
const keys = [
    ...['title', 'path', 'headers', 'status', 'progress', 'subtasks', 'settle', 'http-status', 'error-codes-in-tasks'],
    ...readings,
    ...wordLists,
    ...codeLists
];
const subtaskKeys = ['list', 'status', ...readings, ...wordLists];
const placeholders = ['{project_id}', '{task_id}', '{parent_id}'];
/** What is written for these keys by those who have not read the list. */
const meantBy = {
    succeeded: ['success', 'successful', 'successes', 'ok', 'done', 'complete', 'completed', 'finished'],
    failed: ['fail', 'fails', 'failure', 'failures', 'error', 'errors'],
    stopped: ['stop', 'cancel', 'canceled', 'cancelled', 'abort', 'aborted', 'terminated'],
    running: ['run', 'pending', 'waiting', 'in-progress', 'processing', 'queued'],
    warning: ['warn', 'warnings', 'partial'],
    skipped: ['skip', 'ignored'],
    status: ['state', 'phase', 'task-status', 'job-status'],
    path: ['url', 'uri', 'route', 'request'],
    id: ['task-id', 'job-id'],
    message: ['reason', 'fail-reason', 'error-message', 'error-msg'],
    progress: ['percent', 'percentage', 'ratio'],
    'start-time': ['start', 'started', 'started-at', 'begin-time', 'created', 'created-at'],
    'http-status': ['http', 'status-code', 'http-code', 'http-statuses'],
    'end-time': ['end', 'ended', 'ended-at', 'finished-at', 'completed-at'],
    subtasks: ['sub-tasks', 'sub-jobs', 'steps', 'children'],
    list: ['items', 'path'],
    'not-found': ['error-code', 'error-codes', 'codes', 'missing', 'not-exist'],
    transient: ['error-code', 'error-codes', 'codes', 'retry', 'temporary'],
    denied: ['error-code', 'error-codes', 'codes', 'unauthorized', 'forbidden']
};
/** These are inputs of the step, beside the definition. */
const inputsBeside = ['endpoint', 'host', 'region', 'project-id', 'timeout', 'token', 'service'];
const definition_maxLength = 16_384;
const maxProblems = 20;
const maxSettleMs = 24 * 3_600_000;
/** Those that the request itself sets, and those that say where it ends. */
const ownHeaders = /^(authorization|x-auth-token|x-security-token|x-subject-token|x-sdk-.*|x-project-id|x-domain-id|host|cookie2?|content-length|content-encoding|transfer-encoding|accept|accept-encoding|connection|keep-alive|upgrade|te|trailer|expect|proxy-.*)$/;
/** Reads a definition in YAML or JSON: it, or all that is wrong with it. */
function parseDefinition(text, clean = same) {
    if (text.length > definition_maxLength)
        return { problems: [`definition has ${text.length} characters and takes at most ${definition_maxLength}.`] };
    const lines = new dist/* LineCounter */.HN();
    const problems = [];
    const say = Object.assign((node, what) => void problems.push(`definition${placeOf(node, lines)}: ${what}`), { beginning: (given) => clean(given).slice(0, 80) });
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, prettyErrors: false, merge: false });
        for (const { pos, code } of document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')) {
            say({ range: pos }, syntaxProblem(code));
        }
        // One mistake of syntax makes others behind it.
        const [first] = [...document.errors, ...document.warnings]
            .filter(({ code }) => code !== 'DUPLICATE_KEY')
            .sort((a, b) => a.pos[0] - b.pos[0]);
        if (first && /call stack/.test(first.message))
            return { problems: ['definition is nested too deep.'] };
        if (first)
            say({ range: first.pos }, syntaxProblem(first.code, first.message));
        (0,dist/* visit */.YR)(document, {
            Alias: (_, node) => void say(node, `the alias *${node.source} is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.`)
        });
        if (problems.length > 0)
            return { problems: shortened(problems) };
        if (!(0,dist/* isMap */.jh)(document.contents)) {
            say(document.contents, 'takes a map of keys and values in YAML or JSON, beginning with path: /v1/….');
            return { problems };
        }
        const definition = readDefinition(document.contents, say);
        return definition && problems.length === 0 ? definition : { problems: shortened(problems) };
    }
    catch (error) {
        // Nested deeper than the parser can go.
        if (!(error instanceof RangeError))
            throw error;
        return { problems: ['definition is nested too deep.'] };
    }
}
function shortened(problems) {
    const more = problems.length - maxProblems;
    return more > 0 ? [...problems.slice(0, maxProblems), `definition has ${more} more such mistakes.`] : problems;
}
const same = (text) => text;
function placeOf(node, lines) {
    const start = node?.range?.[0];
    if (start === undefined)
        return '';
    const { line, col } = lines.linePos(start);
    return `, line ${line}, column ${col}`;
}
/** The usual cause of what the parser says. */
function syntaxProblem(code, message = '') {
    switch (code) {
        case 'MULTIPLE_DOCS':
            return 'more than one YAML document; it takes one, without a line "---" or "..." behind it.';
        case 'DUPLICATE_KEY':
            return 'the same key stands here a second time.';
        case 'TAB_AS_INDENT':
            return 'no valid YAML: a tab indents this line. Use blanks.';
        case 'TAG_RESOLVE_FAILED':
            return 'a value that begins with "!" goes between quotes, else YAML takes it for a tag.';
        case 'BAD_SCALAR_START':
            return 'no valid YAML: a value that begins with "@", "`" or "%" goes between quotes.';
        case 'BLOCK_AS_IMPLICIT_KEY':
        case 'MULTILINE_IMPLICIT_KEY':
            return 'no valid YAML: a second ": " in one value, or a line that is indented too far. A value with ": " in it goes between quotes.';
        case 'MISSING_CHAR':
            return /quote/.test(message)
                ? 'no valid YAML: the quote that begins before here is never closed.'
                : 'no valid YAML: a key without ": " and a value behind it.';
        case 'BAD_INDENT':
            return /^Flow/.test(message)
                ? 'no valid YAML: "[" or "{" is never closed, or a line of it is not indented.'
                : 'no valid YAML: this line is not indented like the one before it.';
        case 'UNEXPECTED_TOKEN':
            return /at node end/.test(message)
                ? 'no valid YAML: a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.'
                : `no valid YAML: ${message.replace(/\.?$/, '.')}`;
        default:
            return `no valid YAML: ${message.replace(/\.?$/, '.')}`;
    }
}
function readDefinition(map, say) {
    const at = entriesOf(map, keys, '', say);
    const path = readPath(at, map, say);
    const headers = readHeaders(at.get('headers')?.value, say);
    const task = readReadings(at, ['progress'], map, '', say);
    const words = readWords(at, '', say);
    for (const list of ['succeeded', 'failed']) {
        if (!at.has(list))
            say(map, `${list} is missing: it takes a list of words such as [${list.toUpperCase()}].`);
    }
    const succeeded = at.get('succeeded')?.value;
    if ((0,dist/* isSeq */.oP)(succeeded) && succeeded.items.length === 0) {
        say(succeeded, 'succeeded is empty: without a word for success the step can never be green.');
    }
    const subtasks = readSubtasks(at.get('subtasks')?.value, words, say);
    const codes = readLists(at, codeLists, 'error codes such as [ABC.0404]', '', say);
    const settleMs = readSettle(at.get('settle')?.value, say);
    const inTasks = at.get('error-codes-in-tasks')?.value;
    if (inTasks && !((0,dist/* isScalar */.jn)(inTasks) && typeof inTasks.value === 'boolean')) {
        say(inTasks, 'error-codes-in-tasks takes true or false.');
    }
    const title = textOf(at.get('title'), 'title', 'a text of one line, at most 80 characters', say);
    if (title !== undefined && !/^[^\p{Cc}\p{Zl}\p{Zp}]{1,80}$/u.test(title)) {
        say(at.get('title')?.value, 'title takes a text of one line, at most 80 characters.');
    }
    const all = [path, ...Object.values(headers)].join(' ');
    if (path !== undefined && !all.includes('{task_id}') && unknownPlaceholders(all).length === 0) {
        say(at.get('path')?.value, 'neither path nor headers have {task_id}, so that nothing says which task is asked for.');
    }
    if (path === undefined || !task)
        return undefined;
    return {
        title: title ?? 'Custom service',
        path,
        headers,
        task,
        words,
        subtasks,
        codes,
        httpStatuses: readHttpStatuses(at.get('http-status')?.value, say),
        errorCodesInTasks: (0,dist/* isScalar */.jn)(inTasks) && inTasks.value === true,
        settleMs
    };
}
/** The entries by their keys; `where` ends with a dot. */
function entriesOf(map, known, where, say) {
    const entries = new Map();
    for (const { key, value } of map.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? wordOf(key) : undefined;
        if (!(0,dist/* isScalar */.jn)(key) || name === undefined) {
            say(key ?? map, `a key takes a text${known.length > 0 ? `: one of ${known.join(', ')}` : ''}.`);
        }
        else if (known.length > 0 && !known.includes(name)) {
            const near = meantKeys(name, known);
            say(key, `${where}${say.beginning(name)} is no key; ${suggestion(name, near, known)}`);
            // Read as what was meant, so that this is not said to be missing as well.
            const [meant, ...others] = near;
            if (meant !== undefined && others.length === 0 && !entries.has(meant)) {
                entries.set(meant, { key, value: value });
            }
        }
        else {
            entries.set(name, { key, value: value });
        }
    }
    return entries;
}
function meantKeys(name, known) {
    const word = plainWord(name);
    const meant = known.filter(key => meantBy[key]?.includes(word));
    return meant.length > 0 ? meant : (0,nearest/* nearest */.p)(word, known);
}
function suggestion(name, near, known) {
    if (name === '<<')
        return 'merge keys are not taken: write out what is to be merged.';
    if (near.length > 0)
        return `was ${near.join(' or ')} meant?`;
    if (inputsBeside.includes(plainWord(name)))
        return 'it is an input of the step, beside definition.';
    return `the keys are ${known.join(', ')}.`;
}
function plainWord(name) {
    return name.slice(0, 80).toLowerCase().replaceAll('_', '-');
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
function textOf(entry, name, accepted, say) {
    if (!entry)
        return undefined;
    const text = wordOf(entry.value);
    if (text)
        return text;
    // An unquoted {…} is a map in YAML, and &… an anchor.
    const isOther = (0,dist/* isMap */.jh)(entry.value) || (0,dist/* isSeq */.oP)(entry.value) || ((0,dist/* isScalar */.jn)(entry.value) && entry.value.anchor);
    const hint = isOther ? ' Put it between quotes.' : '';
    say(entry.value ?? entry.key, `${name} takes ${accepted}.${hint}`);
    return undefined;
}
function readPath(at, map, say) {
    const form = `the path of the GET request behind the endpoint, such as /v1/{project_id}/jobs/{task_id}`;
    if (!at.has('path'))
        say(map, `path is missing: it takes ${form}.`);
    const path = textOf(at.get('path'), 'path', form, say);
    if (path === undefined)
        return undefined;
    const wrong = (what) => say(at.get('path')?.value, `path is ${JSON.stringify(say.beginning(path))} and ${what}.`);
    if (/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i.test(path)) {
        wrong('holds a host, which the input endpoint takes: path begins behind it, with one "/"');
    }
    else if (/\$[{(]/.test(path))
        wrong('has a "$" before "{": write {task_id} alone');
    else if (!path.startsWith('/'))
        wrong('takes a text that begins with "/"');
    else if (!/^[!-~]+$/.test(path))
        wrong('takes printable ASCII without white space: encode other characters as %XX');
    else if (/[\\#"<>^`|]/.test(path))
        wrong('takes none of \\ # " < > ^ ` |');
    else if (/%(?![0-9a-f]{2})/i.test(path))
        wrong('takes % before two hexadecimal digits alone');
    else if (/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path.split('?', 1)[0] ?? ''))
        wrong('takes no part "." or ".."');
    else {
        sayUnknownPlaceholders(path, at.get('path')?.value, say);
        return path;
    }
    return undefined;
}
function sayUnknownPlaceholders(text, node, say) {
    for (const found of unknownPlaceholders(text)) {
        const near = (0,nearest/* nearest */.p)(found.slice(0, 80), placeholders)[0];
        say(node, `${found} is no placeholder; ${near ? `was ${near} meant?` : `they are ${placeholders.join(', ')}.`}`);
    }
}
function unknownPlaceholders(text) {
    const found = [...text.matchAll(/\{[^{}]*\}?|\}/g)].map(([whole]) => whole);
    return found.filter(whole => !placeholders.some(placeholder => placeholder === whole));
}
function readHeaders(node, say) {
    if (node === undefined)
        return {};
    if (!(0,dist/* isMap */.jh)(node)) {
        say(node, 'headers takes a map of names and values, such as {x-language: en-us}.');
        return {};
    }
    const headers = new Map();
    for (const [given, entry] of entriesOf(node, [], 'headers.', say)) {
        const name = given.toLowerCase();
        const value = textOf(entry, `headers.${given}`, 'a text of one line', say);
        if (!/^[a-z0-9_-]{1,64}$/.test(name))
            say(entry.key, `headers.${say.beginning(given)} is no name of a header.`);
        else if (ownHeaders.test(name))
            say(entry.key, `headers.${given} is set by the action itself and cannot be given.`);
        else if (headers.has(name))
            say(entry.key, `headers.${given} stands here a second time.`);
        if (value === undefined)
            continue;
        if (!/^[ -~]{1,1024}$/.test(value))
            say(entry.value, `headers.${given} takes printable ASCII on one line.`);
        sayUnknownPlaceholders(value, entry.value, say);
        headers.set(name, value);
    }
    return Object.fromEntries(headers);
}
function readReadings(at, more, map, where, say) {
    if (!at.has('status'))
        say(map, `${where}status is missing: it takes a JMESPath expression such as status or job.status.`);
    const read = (name) => readExpression(at.get(name), `${where}${name}`, say);
    const optional = Object.fromEntries([...readings, ...more].map(name => [name, read(name)]));
    const status = read('status');
    return status && { ...optional, status };
}
function readExpression(entry, name, say) {
    const text = textOf(entry, name, 'a JMESPath expression such as status or job.status', say);
    if (entry === undefined || text === undefined)
        return undefined;
    const parsed = parseExpression(text);
    if (!('problem' in parsed))
        return parsed;
    say(entry.value, `${name} is ${JSON.stringify(say.beginning(text))} and takes a JMESPath expression: ${parsed.problem}`);
    return undefined;
}
function readWords(at, where, say) {
    return readLists(at, wordLists, 'words such as [DONE]', where, say);
}
/** From each item to the name of its list. */
function readLists(at, names, items, where, say) {
    const listOf = new Map();
    for (const name of names) {
        const entry = at.get(name);
        if (!entry)
            continue;
        if (!(0,dist/* isSeq */.oP)(entry.value)) {
            const word = wordOf(entry.value);
            const form = word ? `: write ${name}: [${say.beginning(word)}].` : ` of ${items}.`;
            say(entry.value ?? entry.key, `${where}${name} takes a list${form}`);
            continue;
        }
        for (const item of entry.value.items) {
            const word = wordOf(item);
            const known = word && listOf.get(word);
            const plainForm = otherFormOf(item);
            if (!word || word.length > 200)
                say(item ?? entry.value, `${where}${name} takes a list of ${items}: texts or numbers.`);
            else if (plainForm !== undefined) {
                const form = plainForm === '' ? `no number that it can hold: write` : `${plainForm}: write ${plainForm}, or`;
                say(item, `${where}${name} has ${word}, which in an answer is ${form} '${word}' for the text.`);
            }
            else if (known === name)
                say(item, `${where}${name} has ${JSON.stringify(word)} twice.`);
            else if (known)
                say(item, `${JSON.stringify(word)} stands in ${where}${known} and in ${where}${name}: it can mean only one.`);
            else
                listOf.set(word, name);
        }
    }
    return Object.fromEntries(listOf);
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
    if (form === word)
        return undefined;
    return /^(-?\d+(\.\d+)?|true|false)$/.test(form) ? form : '';
}
function readSubtasks(node, shared, say) {
    if (node === undefined)
        return undefined;
    if (!(0,dist/* isMap */.jh)(node)) {
        say(node, 'subtasks takes a map with list and status, such as {list: subtasks, status: status}.');
        return undefined;
    }
    const at = entriesOf(node, subtaskKeys, 'subtasks.', say);
    if (!at.has('list'))
        say(node, 'subtasks.list is missing: it takes a JMESPath expression for the list, such as subtasks.');
    const list = readExpression(at.get('list'), 'subtasks.list', say);
    const each = readReadings(at, [], node, 'subtasks.', say);
    const own = readWords(at, 'subtasks.', say);
    const hasOwn = wordLists.some(name => at.has(name));
    return list && each && { list, each, words: hasOwn ? own : shared };
}
/** The others have no content, hold a part of an answer, or say that something on the way has changed it. */
const wholeAnswers = /^2(?!0[3-6]|26)\d\d$/;
function readHttpStatuses(node, say) {
    if (node === undefined)
        return [];
    const items = (0,dist/* isSeq */.oP)(node) ? node.items : [node];
    const words = items.map(item => wordOf(item) ?? '');
    if (words.every(word => wholeAnswers.test(word)))
        return words.map(Number);
    say(node, 'http-status takes a list of numbers such as [202]: from 200 to 299, without 203 to 206 and 226.');
    return [];
}
function readSettle(node, say) {
    if (node === undefined)
        return 0;
    const ms = (0,duration/* parseDuration */.E)(wordOf(node) ?? '');
    if (ms === undefined || ms > maxSettleMs) {
        say(node, 'settle takes a duration such as 90, 90s, 15m or 1h30m, at most 24h.');
    }
    return ms ?? 0;
}

;// CONCATENATED MODULE: ./build/src/services/custom/path.js


/** Those before are so far from what is found that they tell nothing of it. */
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
        const isInto = token.text.startsWith('[') && /[\w"\])}*@]$/.test(tokens[index - 1]?.text ?? '');
        if (!isStart && token.text !== '.' && !isInto)
            return [];
        const [first, second, ...more] = tokens.slice(index === 0 || isInto ? index : index + 1);
        const picks = second ? [second, ...more] : [];
        const isPicked = token.text === '.' && picks.every(({ text }) => text === '|' || /^\[\s*-?\d+\s*\]$/.test(text));
        return [
            {
                before: evaluation(index === 0 ? '@' : textBefore(token)),
                takes: isInto ? 'list' : taken(first, second, isStart),
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
function taken(first, second, isStart) {
    const text = first?.text ?? '';
    if (text === '*' || text.startsWith('"') || (/^\w/.test(text) && !second?.text.startsWith('(')))
        return 'object';
    return isStart && /^\[\s*(\*?\s*\]|[?:]|-?\d)/.test(text) ? 'list' : 'any';
}
/** Those outside of brackets; brackets are one token with all that is in them. */
function tokensOf(text) {
    const tokens = [];
    let depth = 0;
    let from = 0;
    const form = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|\w+|\|\||&&|[!=<>]=|\S/gs;
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
    form: 'letters, digits, ".", "_", ":" and "-"'
};
/** The service that a definition describes, or all that is wrong with it; `clean` takes secrets out of what that shows. */
function customService(definition, clean) {
    const parsed = parseDefinition(definition, clean);
    return 'problems' in parsed ? parsed : serviceOf(parsed);
}
function serviceOf(definition) {
    const { title, path, headers, httpStatuses, task, words, codes, errorCodesInTasks, settleMs } = definition;
    const wayToStatus = wayOf(task.status);
    const texts = [path, ...Object.values(headers)];
    return (0,service/* defineService */.Pt)({
        name: 'custom',
        title,
        taskId: idForm,
        ...(texts.some(text => text.includes('{parent_id}')) && { parentId: idForm }),
        needsProjectId: texts.some(text => text.includes('{project_id}')),
        hosts: { byRegion: () => undefined },
        request: reference => ({
            path: filled(path, reference, encodeURIComponent),
            headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value, reference, text => text)]))
        }),
        states: Object.fromEntries(Object.entries(words).filter(([, state]) => state !== 'skipped')),
        find: body => [body],
        read: body => read(body, definition),
        parts: partsReader(definition),
        flaws: body => (0,parts/* attempt */.CD)(() => errorsOnWay(wayToStatus, plain(body), codes)),
        httpStatuses,
        answersWithId: task.id !== undefined,
        settleMs,
        tasksHaveErrorCodes: errorCodesInTasks,
        codes,
        advice: {
            verdicts: {
                'not-found': {
                    en: 'Check task-id, endpoint, and path in the definition.',
                    zh: '检查 task-id、endpoint，以及定义中的 path。'
                }
            }
        }
    });
}
function filled(text, { projectId, taskId, parentId }, encode) {
    const ids = { project_id: projectId, task_id: taskId, parent_id: parentId };
    return text.replace(/\{(project_id|task_id|parent_id)\}/g, (_, name) => encode(ids[name] ?? ''));
}
function read(body, { task, words }) {
    const answer = decided('the answer', () => plain(body));
    const serviceStatus = isBlank(task.status, answer, body) ? '' : statusIn(answer, task, words, '');
    const observed = observe(answer, task, serviceStatus, words, '');
    return {
        ...observed,
        // Only a subtask can be passed over.
        state: observed.state === 'skipped' ? 'unknown' : observed.state,
        progress: (0,json/* percent */.KN)(perhaps(task.progress, answer))
    };
}
function partsReader({ subtasks, codes }) {
    if (!subtasks)
        return () => [];
    const { list, each, words } = subtasks;
    const wayToList = wayOf(list);
    const wayToStatus = wayOf(each.status);
    return body => (0,parts/* attempt */.CD)(() => {
        const answer = decided('subtasks.list', () => plain(body));
        const items = decided('subtasks.list', () => list(answer));
        const other = Array.isArray(items) || items === null ? wayToList.inPlaceOfList(answer) : items;
        if (other !== undefined)
            throw new errors/* MalformedAnswer */.ol(`subtasks.list should find a list and finds ${kindOf(other)}`);
        if (!Array.isArray(items))
            return [];
        return items.flatMap((item, index) => (0,parts/* attempt */.CD)(() => {
            const what = `subtask ${index + 1}: `;
            const part = observe(item, each, statusIn(item, each, words, what), words, what);
            return part.state === 'succeeded' ? [part, ...errorsOnWay(wayToStatus, item, codes, part)] : [part];
        }));
    });
}
/** What the objects around a state say against its success. */
function errorsOnWay(way, from, codes, part) {
    return way.objects(from).flatMap(object => {
        const code = String((0,json/* property */.MZ)(object, 'code')).trim();
        return (0,parts/* errorsIn */.R4)(object, Object.hasOwn(codes, code) ? [...parts/* errorNames */.tD, 'code'] : parts/* errorNames */.tD, part);
    });
}
/**
 * Whether the place of the state is there and empty. An expression finds null both where a key is missing and where its
 * value is null: with an empty text in place of each null it finds that, if the key is there.
 */
function isBlank(status, answer, body) {
    const found = perhaps(status, answer);
    if (typeof found === 'string')
        return found.trim() === '';
    return found === null && perhaps(status, plain(body, '')) === '';
}
/** What a task and its subtasks have in common. */
function observe(from, readings, serviceStatus, words, what) {
    const { id } = readings;
    const given = id && decided(`${what}id`, () => id(from));
    return {
        id: typeof given === 'number' ? String(given) : custom_textOf(given),
        name: custom_textOf(perhaps(readings.name, from)),
        serviceStatus,
        state: stateOf(words, serviceStatus),
        startMs: timeOf(perhaps(readings['start-time'], from)),
        endMs: timeOf(perhaps(readings['end-time'], from)),
        message: custom_textOf(perhaps(readings.message, from))
    };
}
function stateOf(words, word) {
    if (word === '')
        return 'untold';
    return Object.hasOwn(words, word) ? (words[word] ?? 'unknown') : 'unknown';
}
/** A number or a truth value is a state where the lists have such words; elsewhere the answer is not what was promised. */
function statusIn(from, { status }, words, what) {
    const value = decided(`${what}status`, () => status(from));
    if (typeof value === 'string' && value.trim() !== '')
        return value.trim();
    const listed = Object.keys(words);
    const isWord = typeof value === 'number'
        ? listed.some(word => /^-?\d+(\.\d+)?$/.test(word))
        : typeof value === 'boolean' && listed.includes(String(value));
    if (isWord)
        return String(value);
    throw new errors/* MalformedAnswer */.ol(`${what}status should find one of the words and finds ${kindOf(value)}`);
}
/** Of what decides: where it cannot be evaluated, the answer proves nothing. */
function decided(what, evaluate) {
    try {
        return evaluate();
    }
    catch (error) {
        const why = error instanceof RangeError ? 'it is too large, or nested too deep' : error.message;
        throw new errors/* MalformedAnswer */.ol(`${what} cannot be read: ${why}`, { cause: error });
    }
}
/** Of what is only told: where it cannot be evaluated, there is nothing. */
function perhaps(expression, from) {
    try {
        return expression?.(from);
    }
    catch {
        return undefined;
    }
}
function custom_textOf(value) {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
function timeOf(value) {
    return (0,json/* epochMs */.e9)(value) ?? (0,json/* isoMs */.Ec)(value);
}
function kindOf(value) {
    if (value === undefined || value === null)
        return 'nothing';
    if (value === '')
        return 'an empty text';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}


/***/ })

};
