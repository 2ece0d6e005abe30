import {minuteMs} from '../../duration.ts';
import {MalformedAnswer} from '../../errors.ts';
import {
  isAbsent,
  isRecord,
  type JsonRecord,
  optional,
  optionalRecord,
  optionalText,
  recordIn,
  statusIn,
  text
} from '../../json.ts';
import type {SubtaskState, TaskState} from '../../task.ts';
import type {Text} from '../../text.ts';
import {errorNames, isFlaw, type Part, partsIn, withErrors} from '../parts.ts';
import {
  type Advice,
  defineService,
  type IdForm,
  type Reading,
  type Service,
  type StateTable,
  stateOf,
  wordAndState
} from '../service.ts';
import {reasonOf} from './job.ts';

/** The words that a service has for a resource. */
interface ResourceWords {
  readonly underWay: readonly string[];
  readonly good: readonly string[];
  /** Neither good nor bad, and not on the way to anything: it stays so until somebody changes it. */
  readonly resting?: readonly string[];
  readonly bad: readonly string[];
  readonly deleted?: readonly string[];
}

/** Where an answer has what, by paths of keys. */
interface Fields {
  readonly id: string;
  readonly name?: string;
  readonly word: string;
  /** Why it is in a bad state, in this order. */
  readonly reasons?: readonly string[];
  /** What is being done with the resource: texts, lists of them, objects with them as keys, or true. None where it is empty. */
  readonly doing?: readonly string[];
}

/** The parts of a resource, all of which have to be good. */
interface Nodes {
  /** Key of the list. */
  readonly key: string;
  readonly words: ResourceWords;
}

interface Member<Name extends string>
  extends Pick<Service, 'title' | 'noun' | 'hosts' | 'taskId' | 'request'>,
    Partial<
      Pick<
        Service,
        'scope' | 'needsProjectId' | 'enterpriseProject' | 'parentId' | 'repeats' | 'find' | 'errors' | 'counts'
      >
    >,
    Partial<Pick<Service, 'codes' | 'idsAreHexadecimal' | 'advice'>> {
  readonly name: Name;
  readonly words: ResourceWords;
  readonly fields: Fields;
  /** What the words for what is being done mean, where it is not that it is being done. */
  readonly doingStates?: StateTable;
  readonly nodes?: Nodes;
  readonly gone: {
    /** Error codes that say that this very resource is unknown. */
    readonly codes?: readonly string[];
    /** What it is called in the text of an HTTP 404 without a code. */
    readonly things?: readonly string[];
    readonly lists?: true;
  };
}

/**
 * A resource, for calls that answer with no task: what its state is, and not how a change of it went. While the answer
 * says what is being done with it, that decides and not its state; and the state from before a change may still show
 * for a while after it.
 */
export function resourceService<Name extends string>({
  words,
  fields,
  doingStates = {},
  nodes,
  gone,
  codes,
  errors = [],
  advice,
  ...member
}: Member<Name>) {
  const states = statesOf(words);
  const {codes: goneCodes = [], things = [], lists = false} = gone;
  const nodesOf = (own: JsonRecord) => (nodes ? partsOf(own, nodes) : []);
  return defineService({
    idsAreHexadecimal: true,
    ...member,
    states,
    read: (own: JsonRecord) => read(own, {states, fields, doingStates}, nodesOf(own)),
    ...(nodes && {parts: nodesOf, successInParts: true}),
    errors: [...errors, ...errorNames.map(name => fields.word.replace(/[^.]*$/, name))],
    settleMs: minuteMs,
    codes: {...Object.fromEntries(goneCodes.map(code => [code, 'not-found' as const])), ...codes},
    advice: {
      ...advice,
      words: {...restingAdvice(words.resting ?? []), ...advice?.words}
    },
    resource: {
      ends: [...words.good, ...(words.resting ?? [])],
      creation: [...words.underWay, ...words.bad].filter(word => creationWords.has(word)),
      doing: {fields: fields.doing ?? [], states: doingStates},
      gone: {words: words.deleted ?? [], codes: goneCodes, things, lists}
    }
  });
}

/**
 * Words for a resource that is being created, or whose creation failed. `BUILD` is so for
 * [ECS](https://support.huaweicloud.com/en-us/api-ecs/ecs_08_0002.html) and, by the vendor's SDK, for RDS; the others
 * say it themselves.
 */
const creationWords: ReadonlySet<string> = new Set([
  ...['BUILD', 'CREATING', 'Creating', 'PENDING_CREATE'],
  ...['CREATEFAILED', 'CREATE_FAILED', 'CREATE FAIL']
]);

/** For a wait that ends in such a word, which nobody gave as expected. */
function restingAdvice(resting: readonly string[]): Advice['words'] {
  return Object.fromEntries(
    resting.map(word => [
      word,
      {
        en: 'It stays in this state until somebody changes it. If that is the state to wait for, give it in expect.',
        zh: '在有人变更之前，资源会一直停留在该状态。如果要等待的就是该状态，请将它填入 expect。'
      }
    ])
  );
}

function statesOf({underWay, good, resting = [], bad, deleted = []}: ResourceWords): StateTable {
  const mean = (state: TaskState, ...lists: readonly (readonly string[])[]) => lists.flat().map(word => [word, state]);
  return Object.fromEntries([
    ...mean('running', underWay, resting),
    ...mean('succeeded', good),
    ...mean('failed', bad, deleted)
  ]);
}

interface Meanings {
  readonly states: StateTable;
  readonly fields: Fields;
  readonly doingStates: StateTable;
}

function read(
  own: JsonRecord,
  {states, fields: {id, name, word, reasons = [], doing = []}, doingStates}: Meanings,
  nodes: readonly Part[]
): Reading {
  const ownName = name === undefined ? undefined : textAt(own, name);
  const reading = {
    id: textAt(own, id),
    name: ownName,
    resourceName: ownName,
    message: reasonOf(undefined, ...reasons.map(path => textAt(own, path)))
  };
  const serviceStatus = wordAt(own, word);
  const actions = [...new Set(doing.flatMap(path => actionsAt(own, path)))];
  const meanings = actions.map(action => (Object.hasOwn(doingStates, action) ? doingStates[action] : 'running'));
  const decisive = meanings.includes('running') ? 'running' : meanings.find(state => state !== 'succeeded');
  const plain = wordAndState(states, serviceStatus);
  // What failed before says nothing of a change that is under way.
  if (serviceStatus !== '' && decisive !== undefined && (decisive === 'running' || plain.state === 'succeeded')) {
    return {...reading, serviceStatus: `${serviceStatus} (${actions.join(', ')})`, state: decisive};
  }
  const unfinished = nodes.filter(node => !isFlaw(node) && !endStates.has(node.state));
  return {...reading, ...plain, state: plain.state === 'succeeded' && unfinished.length > 0 ? 'running' : plain.state};
}

const endStates: ReadonlySet<SubtaskState> = new Set(['succeeded', 'failed']);

function partsOf(own: JsonRecord, {key, words}: Nodes): readonly Part[] {
  const states = statesOf(words);
  return partsIn(own, key, 'node', node => {
    const serviceStatus = text(node, 'status');
    const part = {
      id: textAt(node, 'id'),
      name: textAt(node, 'name'),
      serviceStatus,
      state: stateOf(states, serviceStatus)
    };
    return withErrors(part, node);
  });
}

/** The object that holds the last key of a path, and this key. */
function placeOf(own: JsonRecord, path: string, into: (from: JsonRecord, key: string) => JsonRecord) {
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  return {holder: keys.reduce(into, own), key};
}

function wordAt(own: JsonRecord, path: string): string {
  const {holder, key} = placeOf(own, path, recordIn);
  return statusIn(holder, key);
}

/** A text for people, or an id. */
function textAt(own: JsonRecord, path: string): string | undefined {
  const {holder, key} = placeOf(own, path, optionalRecord);
  return optionalText(holder, key);
}

function actionsAt(own: JsonRecord, path: string): readonly string[] {
  const {holder, key} = placeOf(own, path, optionalRecord);
  const value = optional(holder, key);
  // In an object the keys are what is being done, whatever their values are.
  if (isRecord(value)) return Object.keys(value).map(action => action.trim());
  if (isAbsent(value)) return [];
  if (value === true) return [key];
  const words: readonly unknown[] = [value].flat();
  const actions = words.map(word => {
    if (typeof word !== 'string') {
      throw new MalformedAnswer(({malformed}) => malformed.texts(`"${path}"`, JSON.stringify(word)));
    }
    return word.trim();
  });
  return actions.filter(action => action !== '');
}

const uuidPattern = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;

/** An id that cannot be taken for a name. The text says what it is: "the id of the cluster". */
export function uuidOf({en, zh}: Text, example: string): IdForm {
  return {
    pattern: uuidPattern,
    form: {en: `${en}, such as ${example}, and not its name`, zh: `${zh}，例如 ${example}，而不是名称`}
  };
}
