/**
 * The services of the stand-in cloud and their stories, made of the evidence beside each service in src/services: what
 * it answers is a documented answer, with the id that was asked for and with times of now.
 */
import {randomBytes, randomInt, randomUUID} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {allEvidence} from '../scripts/evidence.mjs';
import {dataartsStudio} from './dataarts.mjs';
import {filled, namesIn, placeOf, rendered, textsIn, valuesInJson, valuesInPath} from './templates.mjs';

const evidence = await allEvidence();

/** A poll a second, and the first one comes when the action is up. */
const stepsAt = [0, 2.3, 4.6];

/** DataArts Studio also plays the stories that are no service's own. */
export const services = Object.entries(evidence).map(([name, own]) => ({
  ...serviceOf(name, own),
  ...(name === dataartsStudio.name && dataartsStudio)
}));

/** Stories by the name of their service. */
export const stories = Object.fromEntries(Object.entries(evidence).map(([name, own]) => [name, storiesOf(own)]));

/**
 * A service has its name, title, aliases and scope, and
 *   startedBy(call)   what the names of its templates stand for in a call that starts a task, and how much else of the
 *                     call is as documented; undefined for another call
 *   polledBy(call)    the same for a request that reads one
 *   removedBy(call)   the same for a call that removes a resource, where one is documented
 *   removed           what it is answered
 *   causesBy(call)    the same for a request that reads why a task failed, with the sample that answers it
 *   start(values)     the call that starts a task with these values: {method, path, headers, body}
 *   started(values)   what it is answered: {http, body}
 *   idOf(call, answer)   what a workflow gives as `task-id`
 *   idFrom            the same in words: what is from the call, and where the rest is in the answer
 *   marks             texts of the call that starts a task, by which it is told from that of another service
 *   newValues(values) ids for the names that have no value yet
 *   playsByName       whether the call that starts a task has a place for the name of a story
 *   missing(values)   what is answered for an id that the service does not know
 * Where all steps of its stories are documented answers, that is all.
 */
/** What `service.ts` says for people, read as text: it runs only when it is built. */
function namesOf(name) {
  const source = readFileSync(new URL(`../src/services/${name}/service.ts`, import.meta.url), 'utf8');
  const [, title = name] = /^ {2}title: (?:\{en: )?'([^']+)'/m.exec(source) ?? [];
  const [, scope = 'project'] = /^ {2}scope: '(\w+)',$/m.exec(source) ?? [];
  const [, aliases = ''] = /^ {2}aliases: \[(.*)\],$/m.exec(source) ?? [];
  return {title, scope, aliases: [...aliases.matchAll(/'([^']+)'/g)].map(([, alias]) => alias)};
}

function serviceOf(name, own) {
  const {id, example, poll, start, removal, answers, causes = []} = own;
  const idNames = namesIn(id);
  const known = exampleValues({id, example});
  const headersIn = (template, headers) => valuesInJson(template ?? {}, headers).values;
  return {
    name,
    ...namesOf(name),
    idNames,

    startedBy({method, url, headers, json}) {
      const inPath = method === (start.method ?? 'POST') ? valuesInPath(start.path, url) : undefined;
      if (inPath === undefined) return undefined;
      const {values, same} = valuesInJson(start.body, json);
      return {values: {...values, ...headersIn(start.headers, headers), ...inPath}, same};
    },

    polledBy({method, url, headers}) {
      const inPath = method === 'GET' ? valuesInPath(poll.path, url) : undefined;
      return inPath && {values: {...headersIn(poll.headers, headers), ...inPath}, same: 0};
    },

    removedBy({method, url}) {
      const inPath = method === removal?.method ? valuesInPath(removal.path, url) : undefined;
      return inPath && {values: inPath, same: 0};
    },

    removed: removal && {http: removal.status, text: ''},

    causesBy({method, url}) {
      if (method !== 'GET') return undefined;
      const [found] = causes.flatMap(({request, answers: [sample]}) => {
        const inPath = valuesInPath(request.path, url);
        return inPath === undefined ? [] : [{values: inPath, sample}];
      });
      if (found === undefined) return undefined;
      const {sample} = found;
      const values = valuesOf(own, {...sample, expected: {}});
      return {...found, sample: {...sample, values, expected: {end: sample.expected[0]?.time}}};
    },

    start: values => ({
      method: start.method ?? 'POST',
      path: filled(start.path, values, encodeURIComponent),
      headers: filled(start.headers ?? {}, values),
      body: filled(start.body, values)
    }),

    started: values => ({http: start.answer.status ?? 200, body: filled(start.answer.body, values)}),

    idOf: (values, answer) => filled(id, {...values, ...valuesInJson(start.answer.body, answer).values}),

    idFrom: [id, ...answeredIn(own).map(({name: part, at}) => `with ${part} from ${at} of the answer`)].join(', '),

    marks: textsIn(start.body),

    newValues(values) {
      const wanted = [...idNames, ...namesIn([start.path, start.headers ?? {}])];
      const missing = wanted.filter(each => !(each in values) && each !== 'story');
      return {...values, ...Object.fromEntries(missing.map(each => [each, newId(known[each])]))};
    },

    playsByName: namesIn([start.path, start.body]).includes('story'),

    missing: values => {
      const sample = answers.find(({expected}) => expected.failure === 'not-found');
      return sample === undefined ? {http: 404, body: {}} : rendered(sample, values, Date.now());
    }
  };
}

/** The parts of the id that are in the answer to the call and not in the call, and where. */
function answeredIn({id, start: {path, headers = {}, body, answer}}) {
  const sent = namesIn([path, headers, body]);
  return namesIn(id)
    .filter(name => !sent.includes(name))
    .map(name => ({name, at: placeOf(name, answer.body)}));
}

function exampleValues({id, example}) {
  const parts = example.split('/');
  return Object.fromEntries(namesIn(id).map((name, index) => [name, parts[index]]));
}

/** What the names of the id stand for in a sample: as it was asked for, else as in the example. */
function valuesOf(own, {asked, expected}) {
  const names = namesIn(own.id);
  const parents = asked?.parentId === undefined ? [] : asked.parentId.split('/');
  const values = [...parents, ...Array(names.length - 1 - parents.length), expected.id ?? asked?.taskId];
  const told = names.flatMap((name, index) => (values[index] === undefined ? [] : [[name, values[index]]]));
  return {...exampleValues(own), ...Object.fromEntries(told)};
}

/** An id of the same form; what is no id in form, such as a name, stays. */
function newId(known = '') {
  if (/^\d+$/.test(known)) return String(randomInt(10 ** (known.length - 1), 10 ** known.length));
  if (known === '' || /^[0-9a-f]{32}$/.test(known)) return randomBytes(16).toString('hex');
  return /^[0-9a-f-]{36}$/.test(known) ? randomUUID() : known;
}

function storiesOf(own) {
  const {settles, answers} = own;
  const isWhole = ({expected}) =>
    expected.subtasks?.every(({state}) => ['succeeded', 'skipped', 'untold'].includes(state));
  const gone = answers.find(({provesGone}) => provesGone);
  /** For resources: what a word in an answer is about. */
  const tells =
    pattern =>
    ({expected: {serviceStatus: word}}) =>
      gone !== undefined && pattern.test(`${word} ${own.about.words?.[word]?.en}`);
  const [isCreation, isRemoval, isChange] = [
    /creat|\bbuild|\bstarting|in progress/i,
    /delet|terminat/i,
    / \(.+\) /
  ].map(tells);
  const first = (state, ...preferences) => {
    const those = answers.filter(
      ({expected}) =>
        expected.state === state && !expected.contradictions && (state !== 'succeeded' || isWhole({expected}))
    );
    return preferences.map(prefer => those.find(prefer)).find(found => found !== undefined) ?? those[0];
  };
  const says = ({expected}) => expected.message !== undefined;
  const explains = ({expected}) => expected.causes !== undefined;
  const [running, succeeded, failed, stopped] = [
    first(
      'running',
      ({expected}) => expected.progress !== undefined,
      isCreation,
      sample => !isChange(sample)
    ),
    first('succeeded'),
    first('failed', explains, says, sample => !isChange(sample)),
    first('stopped', explains, says)
  ];
  const failedLater = first('failed', explains, says, sample => !isCreation(sample));
  const notFound = answers.find(({expected}) => expected.failure === 'not-found');
  const changing = first(
    'running',
    sample => isChange(sample) && !isRemoval(sample),
    sample => !isCreation(sample) && !isRemoval(sample)
  );
  const removing = first('running', isRemoval, isChange);
  const story = (name, verdict, description, samples, more) => ({
    name,
    verdict,
    description,
    timeline: samples.map((sample, index) => ({
      at: (more?.stepsAt ?? stepsAt)[index],
      sample: {...sample, values: valuesOf(own, sample)}
    })),
    ...more
  });
  return [
    story('succeeds', 'succeeded', succeeded.name, [running, succeeded], {best: true}),
    ...(failed ? [story('fails', 'failed', failed.name, [running, failed], {best: true})] : []),
    ...(stopped ? [story('stopped', 'stopped', stopped.name, [running, stopped])] : []),
    ...(notFound
      ? [story('not-found', 'not-found', notFound.name, [notFound], {inputs: {'not-found-grace': '3s'}})]
      : []),
    ...(settles
      ? [
          story(
            'previous-run',
            'failed',
            'the success of the run before at first',
            [succeeded, changing, failedLater],
            {
              best: true,
              inputs: {settle: '10s'}
            }
          )
        ]
      : []),
    ...(gone
      ? [
          story(
            'changes',
            'succeeded',
            'a change, the state before which shows at first',
            [succeeded, changing, succeeded],
            {
              inputs: {settle: '10s'}
            }
          ),
          story('gone', 'succeeded', 'a removal, which half a minute proves', [removing, gone], {
            stepsAt: [0, 8],
            inputs: {expect: 'gone'}
          }),
          story('never-seen', 'not-found', 'what may have been gone before the first poll', [gone], {
            inputs: {expect: 'gone', 'not-found-grace': '3s'}
          })
        ]
      : [])
  ];
}
