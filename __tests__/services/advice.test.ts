import {describe, expect, it} from '@jest/globals';
import type {ServiceName} from '../../src/services/index.ts';
import type {Sample} from '../../src/services/samples.ts';
import type {Advice, Service} from '../../src/services/service.ts';
import type {Text} from '../../src/text.ts';
import {anyParent, evidence, textOf} from '../helpers/evidence.ts';
import type {Answer} from '../helpers/good-samples.ts';
import {playFor} from '../helpers/play-for.ts';
import {services} from '../helpers/services.ts';

type Verdict = keyof NonNullable<Advice['verdicts']>;

const sampleOf = (name: ServiceName, isWanted: (expected: Sample['expected']) => boolean) =>
  evidence[name].answers.find(({expected}) => isWanted(expected));

/** An answer that the service gives for this verdict: a sample of its own, or a 404 for a task it does not know. */
function answerOf(name: ServiceName, verdict: Verdict): {readonly answer: Answer; readonly sample?: Sample} {
  if (verdict === 'not-found') return {answer: {status: 404, text: '{}'}};
  const sample = sampleOf(name, expected => 'state' in expected && expected.state === verdict);
  if (!sample) throw new Error(`${name} has no sample of a task that ${verdict}`);
  return {answer: {status: sample.status ?? 200, text: textOf(sample)}, sample};
}

function answerWith(name: ServiceName, code: string): Answer {
  const sample = sampleOf(name, expected => 'failure' in expected && expected.code === code);
  return sample
    ? {status: sample.status ?? 200, text: textOf(sample)}
    : {status: 400, text: JSON.stringify({error_code: code, error_msg: 'no'})};
}

function answerIn(name: ServiceName, word: string): {readonly answer: Answer; readonly sample: Sample} {
  const sample = sampleOf(name, expected => 'state' in expected && expected.serviceStatus === word);
  if (!sample) throw new Error(`${name} has no sample of a task in the state ${word}`);
  return {answer: {status: sample.status ?? 200, text: textOf(sample)}, sample};
}

function succeeded(name: ServiceName) {
  const [word = ''] = evidence[name].needs.words;
  return {...answerIn(name, String(word)), verdicts: ['succeeded']};
}

/** What the annotation and the summary of a step say that gets nothing but this answer. */
async function toldOf(service: Service & {readonly name: ServiceName}, answer: Answer, sample?: Sample) {
  const {name} = service;
  const id = sample && 'state' in sample.expected ? sample.expected.id : undefined;
  const asked = {
    service: name,
    taskId: sample?.asked?.taskId ?? id ?? evidence[name].example.replace(/.*\//, ''),
    parentId: service.parentId ? (sample?.asked?.parentId ?? anyParent(service)) : ''
  };
  const {outputs, annotations, summary} = await playFor(asked, [answer], '10m', {'job-summary': 'true'});
  const unescaped = summary.replace(/&#(\d+);/g, (_, mark) => String.fromCharCode(Number(mark)));
  return {verdict: outputs.status, told: `${annotations.map(({message}) => message).join()} ${unescaped}`};
}

const all = services.flatMap((service: Service & {readonly name: ServiceName}) => {
  const {verdicts = {}, codes = {}, words = {}, caveat} = service.advice;
  return [
    ...Object.entries(words).map(([word, text]) => {
      const {answer, sample} = answerIn(service.name, word);
      return {name: service.name, when: word, text, service, answer, sample, verdicts: ['timed-out']};
    }),
    ...(caveat ? [{...succeeded(service.name), name: service.name, when: 'succeeded', text: caveat, service}] : []),
    ...Object.entries(verdicts).map(([verdict, text]) => {
      const {answer, sample} = answerOf(service.name, verdict as Verdict);
      return {
        name: service.name,
        when: verdict,
        text,
        service,
        answer,
        sample,
        verdicts: [verdict === 'warning' ? 'failed' : verdict]
      };
    }),
    ...Object.entries(codes).map(([code, text]) => {
      const answer = answerWith(service.name, code);
      const ends = ['not-found', 'denied', 'error'];
      return {name: service.name, when: code, text, service, answer, sample: undefined, verdicts: ends};
    })
  ];
});

/** How the work is done anew, which stands within a sentence. */
const again = services.flatMap((service: Service & {readonly name: ServiceName}) => {
  const {again: text} = service.advice;
  if (text === undefined) return [];
  const verdict = sampleOf(service.name, expected => 'state' in expected && expected.state === 'failed')
    ? 'failed'
    : 'stopped';
  return [{name: service.name, text, service, verdict, ...answerOf(service.name, verdict)} as const];
});

describe('the advice of a service', () => {
  it.each(again)('says how $name does it again', async ({service, answer, sample, verdict: expected, text}) => {
    const {verdict, told} = await toldOf(service, answer, sample);
    expect(verdict).toBe(expected);
    expect(told).toContain(`If this workflow only waits: ${text.en}`);
    for (const phrase of [text.en, text.zh]) expect(phrase).not.toMatch(/[.。]$/);
  });

  it.each(all)('is told by a step of $name that ends with $when', async ({service, answer, sample, text, verdicts}) => {
    const {verdict, told} = await toldOf(service, answer, sample);
    expect(verdicts).toContain(verdict);
    expect(told).toContain(text.en);
  });

  it.each<Text & {readonly when: string; readonly name: string}>(all.map(({text, ...which}) => ({...text, ...which})))(
    'is a sentence in each language: $name, $when',
    ({en, zh = '。'}) => {
      expect(en).toMatch(/\.$/);
      expect(zh).toMatch(/。$/);
    }
  );
});
