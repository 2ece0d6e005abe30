import {cloudOf} from '../../src/hosts.ts';
import {madeFor, unknownAccessKey} from '../../src/services/evidence.mjs';
import type {ServiceName} from '../../src/services/index.ts';
import type {Evidence, Group, PartNeeds} from '../../src/services/samples.ts';
import {formOf, type Service} from '../../src/services/service.ts';
import {type Text, textIn} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {zh} from '../../src/words/zh.ts';
import {evidence} from './evidence.ts';
import {tableOf} from './markdown-table.ts';
import {type Meaning, type PageWords, pageWords} from './service-page-words.ts';
import {services} from './services.ts';

type Language = keyof Text;

/** What a page is made of. */
interface Subject {
  readonly service: Service & {readonly name: ServiceName};
  readonly own: Evidence;
  readonly words: PageWords;
  readonly language: Language;
}

const folder = 'docs/services';
const languages = ['en', 'zh'] as const;
const code = (text: string) => `\`${text}\``;
const variable = (name: string) => `\${{ vars.${name} }}`;

/** All files in docs/services, by their paths. */
export function allPages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    languages.flatMap(language => {
      const {suffix} = pageWords[language];
      return [
        [`${folder}/README${suffix}.md`, indexPage(language)],
        ...services.map(service => [`${folder}/${service.name}${suffix}.md`, pageOf(service, language)])
      ];
    })
  );
}

function pageOf(service: Subject['service'], language: Language): string {
  const subject = {service, own: evidence[service.name], words: pageWords[language], language};
  const sections = [intro, id, example, request, states, success, permission, advice, codes, unconfirmed, sources];
  return `${sections.flatMap(section => section(subject)).join('\n\n')}\n`;
}

/** The product, without what a title in Chinese has in brackets: the page itself says what is waited for. */
function productOf(service: Service, language: Language): string {
  return textIn(service.title, language).replace(/（.*）$/, '');
}

function titleOf({name, ...service}: Subject['service'], language: Language): string {
  return pageWords[language].title(
    productOf({name, ...service}, language),
    textIn(evidence[name].about.what, language)
  );
}

function byGroup(): readonly (readonly [Group, readonly Subject['service'][]])[] {
  const groups = Object.keys(pageWords.en.groups) as Group[];
  return groups.map(group => [group, services.filter(({name}) => evidence[name].about.group === group)]);
}

function indexPage(language: Language): string {
  const {groups, index, switchOf, suffix, inBrackets} = pageWords[language];
  const row = (service: Subject['service']) => [
    `[${code(service.name)}](${service.name}${suffix}.md)`,
    titleOf(service, language) + ((service as Service).resource ? inBrackets(index.resource) : '')
  ];
  const sections = byGroup().flatMap(([group, members]) => [
    `## ${groups[group]}`,
    tableOf(index.table, members.map(row))
  ]);
  return `${[switchOf('README'), `# ${index.title}`, index.intro, ...sections].join('\n\n')}\n`;
}

/** The names of all services, by group: what stands in a README. */
export function serviceNames(language: Language): string {
  const {groups, suffix, listed} = pageWords[language];
  const link = ({name}: {name: string}) => `[${code(name)}](${folder}/${name}${suffix}.md)`;
  const colon = {en: ': ', zh: '：'}[language];
  return byGroup()
    .map(([group, members]) => `- **${groups[group]}**${colon}${listed(members.map(link))}`)
    .join('\n');
}

function intro({service, words, language}: Subject): readonly string[] {
  const {name, aliases, resource, scope} = service as Service;
  const {intro: say, listed, sentences} = words;
  return [
    `${words.switchOf(name)} | ${words.allServices}`,
    `# ${titleOf(service, language)}`,
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
  const isSplit = (service as Service).parentId !== undefined;
  const form = formOf(service, {en, zh}[language])
    .replace(/^parent\/id(: | 的形式：)/, '')
    .replace(/(?<=such as |例如 ?)[\w.:/-]+/g, code);
  return [
    `## ${say.heading}`,
    sentence(say.is(textIn(own.about.id, language))),
    sentences(say.form(form), isSplit ? say.split : '')
  ];
}

/** Names in braces, in their order. */
function namesIn(form: string): readonly string[] {
  return [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** Which parts of the id come from the answer to the call that starts the task, and not from what it is given. */
function answeredParts({id: form, start}: Evidence): readonly string[] {
  const given = namesIn(start.path + JSON.stringify(start.body));
  const answered = namesIn(JSON.stringify(start.answer.body));
  return namesIn(form).filter(name => answered.includes(name) && !given.includes(name));
}

function exampleInputs({service, own, words}: Subject): readonly (readonly [string, string, string?])[] {
  const {name, hosts, needsProjectId, scope, usualWorkspace, enterpriseProject}: Service = service;
  const {example: say} = words;
  const answered = answeredParts(own);
  const taskId = own.id.replace(/\{(\w+)\}/g, (_, part: string) =>
    answered.includes(part) ? `\${{ steps.start.outputs.${part.replaceAll('_', '-')} }}` : variable(part.toUpperCase())
  );
  const known = Object.keys(own.hosts).filter(region => own.hosts[region] !== null);
  const region = ['cn-north-4', ...known].find(each => hosts.byRegion(each) !== undefined) ?? '';
  return [
    ['service', name],
    ['task-id', taskId],
    ...(hosts.global ? [] : [['region', region] as const]),
    ...(needsProjectId ? [['project-id', variable('HUAWEICLOUD_PROJECT_ID')] as const] : []),
    ...(scope === 'domain' ? [['domain-id', variable('HUAWEICLOUD_ACCOUNT_ID'), say.account] as const] : []),
    ...(enterpriseProject
      ? [['enterprise-project-id', variable('ENTERPRISE_PROJECT_ID'), say.enterpriseProject[scope]] as const]
      : []),
    ...(usualWorkspace === undefined
      ? []
      : [['workspace', variable('DATAARTS_WORKSPACE'), say.workspace(usualWorkspace)] as const])
  ];
}

/** Values of `expect` that an example names beside the usual success: one in which it rests, and `gone`. */
export function exampleExpectations({name, resource}: Subject['service']): readonly string[] {
  if (!resource) return [];
  const resting = resource.ends.filter(word => !evidence[name].needs.words.includes(word)).slice(0, 1);
  return [...resting, 'gone'];
}

function example(subject: Subject): readonly string[] {
  const {service, own, words} = subject;
  const {example: say, sentences} = words;
  const {needsProjectId, scope, resource}: Service = service;
  const lines = exampleInputs(subject).map(
    ([name, value, comment]) => `${name}: ${value}${comment === undefined ? '' : ` # ${comment}`}`
  );
  const expectations = exampleExpectations(service).map(
    value => `# expect: ${value} # ${value === 'gone' ? say.gone : say.expect(value)}`
  );
  const block = [
    '```yaml',
    `      - name: ${resource ? say.resource : say.task}`,
    '        uses: OWNER/await-huawei-cloud-task@v1',
    '        with:',
    ...[...lines, ...expectations].map(line => `          ${line}`),
    '```'
  ];
  return [
    `## ${say.heading}`,
    block.join('\n'),
    sentences(
      answeredParts(own).length > 0 ? say.signIn : say.signInNoStep,
      needsProjectId || scope === 'domain' ? '' : say.noProject
    )
  ];
}

function request({service, own: {poll}, words}: Subject): readonly string[] {
  const {request: say, listed, sentences} = words;
  const {enterpriseProject}: Service = service;
  const all = [poll.headers ?? {}, ...(poll.variants ?? []).map(({headers}) => headers)];
  const place = enterpriseProject && ('header' in enterpriseProject ? enterpriseProject.header : '');
  const headers = [...new Set(all.flatMap(Object.keys))].filter(name => name !== place).map(code);
  return [
    `## ${say.heading}`,
    `\`GET ${poll.path}\``,
    ...[
      sentences(
        headers.length > 0 ? (headers.length === 1 ? say.header : say.headers)(listed(headers)) : '',
        enterpriseProject
          ? 'query' in enterpriseProject
            ? say.enterpriseProject.query(enterpriseProject.query)
            : say.enterpriseProject.header(enterpriseProject.header)
          : ''
      )
    ].filter(Boolean),
    ...hostsIn(service, words)
  ];
}

function hostsIn({hosts}: Service, {request: say, listed}: PageWords): readonly string[] {
  if (hosts.global) {
    const all = Object.keys(hosts.global);
    const siteOf = (host: string) =>
      host.endsWith('.eu') ? say.site.eu : host.includes('-intl.') ? say.site.intl : say.site.cn;
    const hasSites = all.some(host => host.includes('-intl.'));
    const rows = all.map(host => [
      code(`https://${host}`),
      hasSites || host.endsWith('.eu') ? siteOf(host) : say.site.others
    ]);
    return [tableOf(say.table, rows), hasSites ? say.sites : say.global];
  }
  const regions = [...new Set(hosts.regions?.() ?? [])].sort();
  const hostOf = (region: string) => `${hosts.byRegion(region)}.<region>.${cloudOf(region)}`;
  const rows = [...new Set(regions.map(hostOf))].map(host => [
    code(`https://${host}`),
    listed(regions.filter(region => hostOf(region) === host).map(code))
  ]);
  return [
    tableOf(say.table, rows),
    hosts.usual === undefined ? say.regional : say.usual(`https://${hosts.usual}.<region>.<cloud>`)
  ];
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

/** A word, with what it stands for where it is a number. */
function wordIn({own, words: {inBrackets}, language}: Subject, word: string): string {
  const says = own.about.words?.[word];
  return code(word) + (says ? inBrackets(textIn(says, language)) : '');
}

function states(subject: Subject): readonly string[] {
  const {service, words} = subject;
  const {states: say, listed} = words;
  const {resource}: Service = service;
  const all = Object.keys(service.states);
  const rows = (Object.keys(say.meanings) as Meaning[]).flatMap(meaning => {
    const own = all.filter(word => meaningOf(word, service) === meaning);
    return own.length === 0 ? [] : [[listed(own.map(word => wordIn(subject, word))), say.meanings[meaning]]];
  });
  return [
    `## ${say.heading}`,
    tableOf(say.table, rows),
    resource ? say.otherResource : say.other,
    ...(resource ? [say.gone(listed(goneSigns(resource, words)))] : [])
  ];
}

function goneSigns({gone}: NonNullable<Service['resource']>, {states: {signs}}: PageWords): readonly string[] {
  return [
    ...[...gone.words, ...gone.codes].map(code),
    ...(gone.bare404 ? [signs.bare404] : []),
    ...(gone.lists ? [signs.lists] : [])
  ];
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

/** What stands before the fields of the task in an answer. */
function prefixOf({needs: {task}}: Evidence): string {
  return task ? `${task}.` : '';
}

function conditions(subject: Subject): readonly string[] {
  const {service, own, words} = subject;
  const {needs} = own;
  const {success: say, or, and} = words;
  const {resource}: Service = service;
  const prefix = prefixOf(own);
  const parts = needs.parts ?? [];
  const doing = resource?.doing.fields ?? [];
  const errors = (needs.errors ?? []).filter(field => !doing.includes(field));
  const counts = parts.flatMap(({count}) => count ?? []);
  const good = or(needs.words.map(word => wordIn(subject, String(word))));
  const shown = (values: Readonly<Record<string, unknown>> = {}) => Object.entries(values);
  return [
    needs.list === undefined ? '' : needs.list === '' ? say.listedInAll : say.listed(needs.list),
    say.word(prefix + needs.word, good) + (needs.anyLetters ? words.inBrackets(say.anyLetters) : ''),
    ...shown(needs.fixed).map(([field, value]) => say.fixed(prefix + field, String(value))),
    ...shown(needs.flags).map(([field, value]) => say.flag(prefix + field, String(value))),
    ...partsSay(parts, subject),
    counts.length > 0 ? say.counts(and(counts.map(count => code(prefix + count)))) : '',
    doingSays(subject).condition,
    errors.length > 0 ? say.errors(errors.map(field => code(prefix + field))) : '',
    needs.list === undefined ? (needs.id === undefined ? say.noId : say.id(prefix + needs.id)) : '',
    ...shown(needs.repeats).map(([field, index]) => say.repeats(prefix + field, namesIn(own.id)[Number(index)] ?? '')),
    needs.statuses ? say.statuses(or(needs.statuses.map(String))) : ''
  ].filter(Boolean);
}

/** What must not be being done with a resource, and which words for that mean a failure. */
function doingSays({service, own, words}: Subject): {readonly condition: string; readonly failures: string} {
  const {success: say, or, listed} = words;
  const {fields = [], states: meanings = {}} = (service as Service).resource?.doing ?? {};
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

function success(subject: Subject): readonly string[] {
  const {service, own, words, language} = subject;
  const {success: say, sentence, or, sentences} = words;
  const {
    successInParts,
    undoingWords = [],
    settleMs,
    advice: {caveat}
  }: Service = service;
  const {about, needs, settles, causes = []} = own;
  const paragraphs = [
    sentences(
      needs.parts && !successInParts ? say.lenient : '',
      about.success ? sentence(textIn(about.success, language)) : '',
      undoingWords.length > 0 ? say.undoing(or(undoingWords.map(code))) : ''
    ),
    doingSays(subject).failures,
    settles ? say.settles(textIn(settles, language), say.seconds(settleMs / 1000)) : '',
    caveat ? say.caveat(textIn(caveat, language)) : '',
    about.causes ? say.causes(textIn(about.causes, language), say.causesFrom[causes.length] ?? '') : ''
  ];
  const items = conditions(subject).map(each => `- ${each}`);
  return [`## ${say.heading}`, say.intro, items.join('\n'), ...paragraphs.filter(Boolean)];
}

function permission({own: {about}, words, language}: Subject): readonly string[] {
  const {permission: say, sentence} = words;
  return [`## ${say.heading}`, about.permission ? sentence(textIn(about.permission, language)) : say.none, say.denied];
}

/** One row for those with the same text. */
function advised(texts: Readonly<Record<string, Text>>, language: Language): readonly (readonly [string[], string])[] {
  const all = Object.entries(texts);
  return [...new Set(all.map(([, text]) => text.en))].map(english => [
    all.filter(([, text]) => text.en === english).map(([key]) => key),
    textIn(all.find(([, text]) => text.en === english)?.[1] ?? '', language)
  ]);
}

function advice(subject: Subject): readonly string[] {
  const {service, words, language} = subject;
  const {advice: say, listed} = words;
  const rows = [
    ...advised(service.advice.words ?? {}, language).map(([keys, text]) => [
      say.stays(listed(keys.map(word => wordIn(subject, word)))),
      text
    ]),
    ...Object.entries(service.advice.verdicts ?? {}).map(([verdict, text]) => [
      say.verdicts[verdict as keyof typeof say.verdicts],
      textIn(text, language)
    ])
  ];
  return rows.length === 0 ? [] : [`## ${say.heading}`, tableOf(say.table, rows)];
}

function codes({service, words, language}: Subject): readonly string[] {
  const {codes: say, listed} = words;
  const {
    codes: meanings,
    advice: {codes: texts = {}},
    resource
  }: Service = service;
  const told = (name: string) => {
    const meaning = meanings[name];
    if (meaning === undefined) return say.byStatus;
    return resource && meaning === 'not-found' ? say.noResource : (say.meanings[meaning] ?? meaning);
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

function unconfirmed({own: {about}, words, language}: Subject): readonly string[] {
  const {unconfirmed: say, sentence} = words;
  if (!about.unconfirmed) return [];
  const list = textIn(about.unconfirmed, language).split(betweenPoints);
  return [`## ${say.heading}`, say.intro, list.map(item => `- ${sentence(item)}`).join('\n')];
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
    const label = path === undefined ? repository : `${repository}, ${path}`;
    return `[${label}](https://github.com/${repository}${path === undefined ? '' : `/blob/HEAD/${path}`})`;
  }
  const [, page] = /^([\w.-]+\.com\/[\w./-]+\.html)/.exec(text) ?? [];
  if (page !== undefined) return `[${page}](https://${page})`;
  const [title = text] = /^[^"]*"[^"]*"|^support\.huaweicloud\.com, api-\w+(, [\w ]*\w)?/.exec(text) ?? [];
  return title.replace(/[;:] .*$|, (of )?(which|where|its) .*$/, '');
}
