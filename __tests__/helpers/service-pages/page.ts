import {cloudOf, type Hosts} from '../../../src/hosts.ts';
import {madeFor, unknownAccessKey} from '../../../src/services/evidence.mjs';
import {formOf, type Service} from '../../../src/services/service.ts';
import {type Text, textIn} from '../../../src/text.ts';
import {en} from '../../../src/words/en.ts';
import {zh} from '../../../src/words/zh.ts';
import {tableOf} from '../markdown-table.ts';
import {example} from './example.ts';
import {code, type Language, prefixOf, type Subject, titleOf, wordIn} from './subject.ts';
import {success} from './success.ts';
import type {Meaning, PageWords} from './words.ts';

/** A page about one service. */
export function pageOf(subject: Subject): string {
  const sections = [
    intro,
    id,
    example,
    request,
    states,
    success,
    permission,
    advice,
    codes,
    limits,
    unconfirmed,
    sources
  ];
  return `${sections.flatMap(section => section(subject)).join('\n\n')}\n`;
}

function intro(subject: Subject): readonly string[] {
  const {words} = subject;
  const {name, aliases, resource, scope} = subject.service;
  const {intro: say, listed, sentences} = words;
  return [
    `${words.switchOf(name)} | ${words.allServices}`,
    `# ${titleOf(subject)}`,
    sentences(
      say.service(name),
      aliases.length > 0 ? say.aliases(listed(aliases.map(code))) : '',
      resource ? say.resource : '',
      scope === 'domain' ? say.account : ''
    )
  ];
}

function id({service, own, words, language}: Subject): readonly string[] {
  const {id: say, sentence, sentences} = words;
  const isSplit = service.parentId !== undefined;
  const form = formOf(service, {en, zh}[language])
    .replace(/^parent\/id(: | 的形式：)/, '')
    .replace(/(?<=such as |例如 ?)[\w.:/-]+/g, code);
  return [
    `## ${say.heading}`,
    sentence(say.is(textIn(own.about.id, language))),
    sentences(say.form(form), isSplit ? say.split : '')
  ];
}

function request({service, own: {poll}, words}: Subject): readonly string[] {
  const {request: say, and, sentences} = words;
  const {enterpriseProject: place} = service;
  const all = [poll.headers ?? {}, ...(poll.variants ?? []).map(({headers}) => headers)];
  const ofPlace = place && 'header' in place ? place.header : undefined;
  const headers = [...new Set(all.flatMap(Object.keys))].filter(name => name !== ofPlace).map(code);
  const more = sentences(
    headers.length > 0 ? say.headers(and(headers), headers.length) : '',
    place === undefined ? '' : say.enterpriseProject('header' in place, Object.values(place)[0] ?? '')
  );
  return [`## ${say.heading}`, code(`GET ${poll.path}`), ...(more === '' ? [] : [more]), ...hostsIn(service, words)];
}

function hostsIn({hosts}: Service, words: PageWords): readonly string[] {
  return hosts.global ? globalHosts(Object.keys(hosts.global), words) : regionalHosts(hosts, words);
}

function globalHosts(hosts: readonly string[], {request: say}: PageWords): readonly string[] {
  const hasSites = hosts.some(host => host.includes('-intl.'));
  const siteOf = (host: string) => {
    if (host.endsWith('.eu')) return say.sites.eu;
    if (host.includes('-intl.')) return say.sites.intl;
    return hasSites ? say.sites.cn : say.sites.others;
  };
  const rows = hosts.map(host => [code(`https://${host}`), siteOf(host)]);
  return [tableOf(say.table, rows), hasSites ? say.bySite : say.global];
}

function regionalHosts(hosts: Hosts, {request: say, listed}: PageWords): readonly string[] {
  const regions = [...new Set(hosts.regions?.() ?? [])].sort();
  const hostIn = (region: string) => `${hosts.byRegion(region)}.<region>.${cloudOf(region)}`;
  const rows = [...new Set(regions.map(hostIn))].map(host => [
    code(`https://${host}`),
    listed(regions.filter(region => hostIn(region) === host).map(code))
  ]);
  return [
    tableOf(say.table, rows),
    hosts.usual === undefined ? say.regional : say.usual(`https://${hosts.usual}.<region>.<cloud>`)
  ];
}

function states(subject: Subject): readonly string[] {
  const {service, words} = subject;
  const {states: say, listed} = words;
  const {resource} = service;
  const all = Object.keys(service.states);
  const rows = (Object.keys(say.meanings) as Meaning[]).flatMap(meaning => {
    const own = all.filter(word => meaningOf(word, service) === meaning);
    return own.length === 0 ? [] : [[listed(own.map(word => wordIn(subject, word))), say.meanings[meaning]]];
  });
  return [
    `## ${say.heading}`,
    tableOf(say.table, rows),
    resource ? say.otherResource : say.other,
    ...brackets(subject),
    ...(resource ? [say.gone(listed(goneSigns(resource, words)))] : [])
  ];
}

/** What stands in brackets after a state, where the answers of a resource tell what is being done with it. */
function brackets({service: {resource}, own, words}: Subject): readonly string[] {
  const [example] = own.answers
    .filter(({source}) => !source.startsWith(madeFor('')))
    .flatMap(({expected}) => ('serviceStatus' in expected ? expected.serviceStatus : []))
    .filter(status => / \(.+\)$/.test(status));
  if (!resource || example === undefined) return [];
  const fields = resource.doing.fields.map(field => code(prefixOf(own) + field));
  return [words.states.brackets(example, words.or(fields))];
}

function meaningOf(
  word: string,
  {states, resource, successInParts, undoingWords, advice: {words = {}}}: Service
): Meaning {
  if (resource?.gone.words.includes(word)) return 'deleted';
  const state = states[word];
  if (state === 'succeeded') return successInParts && !resource ? 'overWithParts' : 'succeeded';
  if (state !== 'running') return state === 'warning' || state === 'stopped' ? state : 'failed';
  if (resource?.ends.includes(word)) return 'resting';
  if (undoingWords?.includes(word)) return 'undoing';
  if (Object.hasOwn(words, word)) return 'waiting';
  return resource ? 'underWay' : 'running';
}

function goneSigns({gone}: NonNullable<Service['resource']>, {states: {signs}}: PageWords): readonly string[] {
  return [
    ...[...gone.words, ...gone.codes].map(code),
    ...(gone.things.length > 0 ? [signs.bare404] : []),
    ...(gone.lists ? [signs.lists] : [])
  ];
}

function permission({own: {about}, words, language}: Subject): readonly string[] {
  const {permission: say, sentence} = words;
  return [`## ${say.heading}`, about.permission ? sentence(textIn(about.permission, language)) : say.none, say.denied];
}

const capital = (text: string) => text.replace(/^[a-z]/, letter => letter.toUpperCase());

function advice(subject: Subject): readonly string[] {
  const {service, words, language} = subject;
  const {advice: say, listed, sentence} = words;
  const rows = [
    ...advised(service.advice.words ?? {}, language).map(([keys, text]) => [
      say.stays(listed(keys.map(word => wordIn(subject, word)))),
      text
    ]),
    ...Object.entries(service.advice.verdicts ?? {}).map(([verdict, text]) => [
      say.verdicts[verdict as keyof typeof say.verdicts],
      textIn(text, language)
    ]),
    ...(service.resource && !service.advice.verdicts?.failed ? [[say.verdicts.failed, changeAnew(language)]] : []),
    ...(service.advice.again ? [[say.again, capital(sentence(textIn(service.advice.again, language)))]] : [])
  ];
  return rows.length === 0 ? [] : [`## ${say.heading}`, tableOf(say.table, rows)];
}

/** What the action says where a resource is in a failed state. */
function changeAnew(language: Language): string {
  const {sentences, toDo} = language === 'en' ? en : zh;
  const {creation, other} = toDo.changeAnew;
  return sentences([toDo.checkResource, creation.here, creation.elsewhere, other.here, other.elsewhere]);
}

/** One row for those with the same text. */
function advised(texts: Readonly<Record<string, Text>>, language: Language): readonly (readonly [string[], string])[] {
  const all = Object.entries(texts);
  return [...new Set(all.map(([, text]) => text.en))].map(english => [
    all.filter(([, text]) => text.en === english).map(([key]) => key),
    textIn(all.find(([, text]) => text.en === english)?.[1] ?? '', language)
  ]);
}

function codes({service, words, language}: Subject): readonly string[] {
  const {codes: say, listed} = words;
  const {
    codes: meanings,
    advice: {codes: texts = {}},
    resource
  } = service;
  const told = (name: string) => {
    const meaning = meanings[name];
    if (meaning === undefined) return say.byStatus;
    if (!resource || meaning !== 'not-found') return say.meanings[meaning] ?? meaning;
    return resource.gone.codes.includes(name) ? say.noResource : say.noProof;
  };
  const names = [...new Set([...Object.keys(meanings), ...Object.keys(texts)])];
  const rows = names.map(name => ({name, cells: [told(name), textIn(texts[name] ?? '', language)]}));
  const merged = [...new Set(rows.map(({cells}) => cells.join('\n')))].map(kind => [
    listed(rows.filter(({cells}) => cells.join('\n') === kind).map(({name}) => code(name))),
    ...kind.split('\n')
  ]);
  // A column without any text is left out.
  const width = Object.keys(texts).length > 0 ? 3 : 2;
  const cut = (cells: readonly string[]) => cells.slice(0, width);
  return names.length === 0 ? [] : [`## ${say.heading}`, tableOf(cut(say.table), merged.map(cut))];
}

/** Between the points of a list that stands in one text. */
const betweenPoints = /; |\. |；|。(?=.)/;

function limits({own: {about}, words, language}: Subject): readonly string[] {
  return about.limits ? [`## ${words.limits}`, pointsIn(textIn(about.limits, language), words)] : [];
}

function unconfirmed({own: {about}, words, language}: Subject): readonly string[] {
  const {unconfirmed: say} = words;
  return about.unconfirmed
    ? [`## ${say.heading}`, say.intro, pointsIn(textIn(about.unconfirmed, language), words)]
    : [];
}

function pointsIn(text: string, {sentence}: PageWords): string {
  return text
    .split(betweenPoints)
    .map(item => `- ${sentence(item)}`)
    .join('\n');
}

function sources({own, words}: Subject): readonly string[] {
  const {sources: say} = words;
  const told = own.answers.filter(sample => sample.source !== unknownAccessKey.source).map(({source}) => source);
  const list = [...new Set(told.filter(source => !source.startsWith(madeFor(''))).map(documentOf))].sort();
  return [`## ${say.heading}`, say.intro, list.map(source => `- ${source}`).join('\n')];
}

/** The document that a source names, without which part of it a sample is; a link where it has an address. */
function documentOf(source: string): string {
  const text = source.replace(/^(made from |the examples? of (answer \d+|the fields) in )+/, '');
  const [, repository, path] = /^github\.com\/([\w.-]+\/[\w.-]+)(?:, ([\w./-]+\.\w+))?/.exec(text) ?? [];
  if (repository !== undefined) {
    return `[${repository}](https://github.com/${repository})${path === undefined ? '' : `, ${path}`}`;
  }
  const [, page] = /^([\w.-]+\.com\/[\w./-]+\.html)/.exec(text) ?? [];
  if (page !== undefined) return `[${page}](https://${page})`;
  const [title = text] = /^[^"]*"[^"]*"|^support\.huaweicloud\.com, api-\w+(, [\w ]*\w)?/.exec(text) ?? [];
  return title.replace(/[;:] .*$|, (of )?(which|where|its) .*$/, '');
}
