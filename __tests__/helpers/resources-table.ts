import type {Service} from '../../src/services/service.ts';
import type {Text} from '../../src/text.ts';
import {services} from './services.ts';

const words: Readonly<
  Record<keyof Text, {header: readonly string[]; separator: string; bare404: string; lists: string}>
> = {
  en: {
    header: ['Resource', 'Words that `expect` takes', 'On the way', 'What proves that it is gone'],
    separator: ', ',
    bare404: 'HTTP 404 without a code',
    lists: 'an empty list, with count 0'
  },
  zh: {
    header: ['资源', '`expect` 可填的状态词', '进行中', '证明资源已不存在的响应'],
    separator: '、',
    bare404: '不带错误码的 HTTP 404',
    lists: '空列表，且计数为 0'
  }
};

/** The table of resources in a README: what can be expected of each. */
export function resourcesTable(language: keyof Text): string {
  const {header, separator, bare404, lists} = words[language];
  const code = (items: readonly string[]) => items.map(item => `\`${item}\``);
  const rows = services.flatMap(({name, states, resource}: Service) => {
    if (!resource) return [];
    const {ends, gone} = resource;
    const underWay = Object.keys(states).filter(word => states[word] === 'running' && !ends.includes(word));
    const signs = [
      ...code([...gone.words, ...gone.codes]),
      ...(gone.bare404 ? [bare404] : []),
      ...(gone.lists ? [lists] : [])
    ];
    return [[`\`${name}\``, ...[code(ends), code(underWay), signs].map(cell => cell.join(separator))]];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
