import type {Group} from '../../../src/services/samples.ts';
import {textIn} from '../../../src/text.ts';
import {evidence} from '../evidence.ts';
import {tableOf} from '../markdown-table.ts';
import {services} from '../services.ts';
import {pageOf} from './page.ts';
import {code, type Language, type NamedService, productOf, subjectOf, titleOf} from './subject.ts';
import {pageWords} from './words.ts';

const folder = 'docs/services';
const languages = ['en', 'zh'] as const;

/** All files in docs/services, by their paths. */
export function allPages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    languages.flatMap(language => {
      const {suffix} = pageWords[language];
      return [
        [`${folder}/README${suffix}.md`, indexPage(language)],
        ...services.map(service => [`${folder}/${service.name}${suffix}.md`, pageOf(subjectOf(service, language))])
      ];
    })
  );
}

function byGroup(): readonly (readonly [Group, readonly NamedService[]])[] {
  const groups = Object.keys(pageWords.en.groups) as Group[];
  return groups.map(group => [group, services.filter(({name}) => evidence[name].about.group === group)]);
}

function indexPage(language: Language): string {
  const {groups, index, switchOf, suffix, inBrackets, permission} = pageWords[language];
  const row = (service: NamedService) => {
    const {permission: told} = evidence[service.name].about;
    return [
      `[${code(service.name)}](${service.name}${suffix}.md)`,
      titleOf(subjectOf(service, language)) + (service.resource ? inBrackets(index.resource) : ''),
      told ? textIn(told, language) : permission.noSource
    ];
  };
  const sections = byGroup().flatMap(([group, members]) => [
    `## ${groups[group]}`,
    tableOf(index.table, members.map(row))
  ]);
  const contents = byGroup().map(([group]) => `[${groups[group]}](#${slugOf(groups[group])})`);
  return `${[switchOf('README'), `# ${index.title}`, index.intro, contents.join(' · '), ...sections].join('\n\n')}\n`;
}

/** As GitHub makes the anchor of a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** The names of all services, by group and product: what stands in a README. */
export function serviceNames(language: Language): string {
  const {groups, suffix, listed, namedGroup, inBrackets} = pageWords[language];
  const link = ({name}: {name: string}) => `[${code(name)}](${folder}/${name}${suffix}.md)`;
  return byGroup()
    .map(([group, members]) => {
      const product = (member: NamedService) => productOf(subjectOf(member, language));
      const named = [...new Set(members.map(product))].map(
        name => name + inBrackets(listed(members.filter(member => product(member) === name).map(link)))
      );
      return `- ${namedGroup(groups[group], named)}`;
    })
    .join('\n');
}
