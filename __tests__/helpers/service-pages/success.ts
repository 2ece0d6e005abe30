import type {PartNeeds} from '../../../src/services/samples.ts';
import {textIn} from '../../../src/text.ts';
import {code, namesIn, prefixOf, type Subject, wordIn} from './subject.ts';

export function success(subject: Subject): readonly string[] {
  const {service, own, words, language} = subject;
  const {success: say, sentence, or, sentences} = words;
  const {
    successInParts,
    undoingWords = [],
    settleMs,
    runsOverlap = false,
    advice: {caveat}
  } = service;
  const {about, needs, settles, causes = []} = own;
  const paragraphs = [
    sentences(
      needs.id === undefined ? say.noId : '',
      needs.parts && !successInParts ? say.lenient : '',
      about.success ? sentence(textIn(about.success, language)) : '',
      undoingWords.length > 0 ? say.undoing(or(undoingWords.map(code))) : ''
    ),
    doingSays(subject).failures,
    settles ? say.settles(textIn(settles, language), say.seconds(settleMs / 1000), runsOverlap) : '',
    caveat ? say.caveat(textIn(caveat, language)) : '',
    about.causes ? say.causes(textIn(about.causes, language), say.causesFrom[causes.length] ?? '') : ''
  ];
  const items = conditions(subject).map(each => `- ${each}`);
  return [`## ${say.heading}`, say.intro, items.join('\n'), ...paragraphs.filter(Boolean)];
}

function conditions(subject: Subject): readonly string[] {
  const {service, own, words} = subject;
  const {needs} = own;
  const {success: say, or, and} = words;
  const {resource} = service;
  const prefix = prefixOf(own);
  const parts = needs.parts ?? [];
  const doing = resource?.doing.fields ?? [];
  const errors = (needs.errors ?? []).filter(field => !doing.includes(field));
  const counts = parts.flatMap(({count}) => count ?? []);
  const good = or(needs.words.map(word => wordIn(subject, String(word))));
  const shown = (values: Readonly<Record<string, unknown>> = {}) => Object.entries(values);
  const foundBy = fieldsThatFind(subject);
  return [
    listed(subject),
    say.word(prefix + needs.word, good) + (needs.anyLetters ? words.inBrackets(say.anyLetters) : ''),
    ...shown(needs.fixed).map(([field, value]) => say.fixed(prefix + field, String(value))),
    ...shown(needs.flags).map(([field, value]) => say.flag(prefix + field, String(value))),
    ...partsSay(parts, subject),
    counts.length > 0 ? say.counts(and(counts.map(count => code(prefix + count)))) : '',
    doingSays(subject).condition,
    errors.length > 0 ? say.errors(errors.map(field => code(prefix + field))) : '',
    needs.id === undefined || needs.list !== undefined ? '' : say.id(prefix + needs.id),
    ...shown(needs.repeats)
      .filter(([field]) => !foundBy.includes(field))
      .map(([field, index]) => say.repeats(prefix + field, namesIn(own.id)[Number(index)] ?? '')),
    needs.statuses ? say.statuses(or(needs.statuses.map(String))) : ''
  ].filter(Boolean);
}

/** Which entry of a list is the task. */
function listed(subject: Subject): string {
  const {
    own: {needs},
    words: {success: say, and}
  } = subject;
  if (needs.list === undefined) return '';
  const foundBy = fieldsThatFind(subject);
  if (foundBy.length > 0) return say.listedBy(and(foundBy.map(code)));
  return needs.list === '' ? say.listedInAll : say.listed(needs.list);
}

/** By which fields an entry of a list is found that has no id: those that the service does not allow to be absent. */
function fieldsThatFind({service, own: {needs}}: Subject): readonly string[] {
  if (needs.list === undefined || service.answersWithId) return [];
  const mayBeAbsent = Object.keys(service.repeats ?? {});
  return [needs.id ?? '', ...Object.keys(needs.repeats ?? {}).filter(field => !mayBeAbsent.includes(field))];
}

/** A list of parts, with the word as its answers spell it. */
function partsSay(parts: readonly PartNeeds[], {own, words}: Subject): readonly string[] {
  const {success: say, or} = words;
  const prefix = prefixOf(own);
  const spelt = own.answers.flatMap(({expected}) =>
    'subtasks' in expected ? expected.subtasks.map(({serviceStatus}) => serviceStatus) : []
  );
  const wordOf = (word: string) => code(spelt.find(each => each.toLowerCase() === word) ?? word);
  // Several lists with the same words are told of at once.
  const kinds = [...new Set(parts.map(({words: good, some}) => `${good.join()} ${some ?? false}`))];
  return kinds.map(kind => {
    const same = parts.filter(({words: good, some}) => `${good.join()} ${some ?? false}` === kind);
    const lists = or(same.map(({at}) => code(prefix + at)));
    const good = or((same[0]?.words ?? []).map(wordOf));
    const nested = same.some(({nested}) => nested) ? `${words.inBrackets(say.nested)}` : '';
    return (same[0]?.some ? say.someParts : say.parts)(lists, good + nested);
  });
}

/** What must not be being done with a resource, and which words for that mean a failure. */
function doingSays({service, own, words}: Subject): {readonly condition: string; readonly failures: string} {
  const {success: say, or, listed} = words;
  const {fields = [], states: meanings = {}} = service.resource?.doing ?? {};
  if (fields.length === 0) return {condition: '', failures: ''};
  const paths = fields.map(field => code(prefixOf(own) + field));
  const wordsFor = (state: string) =>
    Object.keys(meanings)
      .filter(word => meanings[word] === state)
      .map(code);
  const [good, bad] = [wordsFor('succeeded'), wordsFor('failed')];
  return {
    condition: good.length > 0 ? say.doingButFor(paths, or(good)) : say.doing(paths),
    failures: bad.length > 0 ? say.doingFailed(paths, listed(bad)) : ''
  };
}
