import type {Service, StateTable} from '../../src/services/service.ts';
import type {TaskState} from '../../src/task.ts';
import {type Text, textIn} from '../../src/text.ts';
import {evidence} from './evidence.ts';
import {services} from './services.ts';

const placeholders = {taskId: 'TASK', parentId: 'PARENT', projectId: 'PROJECT', language: 'en-us'} as const;

function wordsOf(states: StateTable, ...wanted: readonly TaskState[]): string {
  const words = Object.keys(states).filter(word => wanted.includes(states[word] ?? 'unknown'));
  return words.map(word => `\`${word}\``).join(', ');
}

/** The path with placeholders for what differs; `…` where the parent is taken apart. */
function pathOf(service: Service): string {
  const {parentId: form, parentCanStandAlone} = service;
  if (form && !form.pattern.test(placeholders.parentId)) return '…';
  const parentId = parentCanStandAlone ? '' : placeholders.parentId;
  return service
    .request({...placeholders, parentId}, {requestId: 'REQUEST', dateMs: 0})
    .path.replaceAll('PROJECT', '{project_id}')
    .replaceAll('PARENT', '{parent}')
    .replaceAll('TASK', '{id}');
}

const words: Readonly<Record<keyof Text, {header: readonly string[]; separator: string; noPermission: string}>> = {
  en: {
    header: [
      'Service',
      'Product',
      'Id to wait for',
      'Asked for at',
      'Success',
      'Failure, stop or warning',
      'Permission to read',
      'Not confirmed'
    ],
    separator: ', ',
    noPermission: 'No source names it'
  },
  zh: {
    header: ['服务', '产品', '要等待的 ID', '查询路径', '成功', '失败、停止或警告', '所需的读权限', '未经证实'],
    separator: '、',
    noPermission: '没有资料说明'
  }
};

/** The table of services in a README: what it says of a service is what the service's folder has. */
export function servicesTable(language: keyof Text): string {
  const {header, separator, noPermission} = words[language];
  const rows = services.map(service => {
    const {about} = evidence[service.name];
    const states = (...wanted: readonly TaskState[]) => wordsOf(service.states, ...wanted).replaceAll(', ', separator);
    return [
      [service.name, ...service.aliases].map(name => `\`${name}\``).join(separator),
      textIn(service.title, language),
      textIn(about.id, language),
      `\`${pathOf(service)}\``,
      states('succeeded'),
      states('failed', 'stopped', 'warning'),
      textIn(about.permission ?? noPermission, language),
      textIn(about.unconfirmed ?? '', language)
    ];
  });
  return table(header, rows);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const causeWords: Readonly<Record<keyof Text, {header: readonly string[]; requests: readonly string[]}>> = {
  en: {
    header: ['Service', 'Causes', 'Read from'],
    requests: ['the last answer', 'one more request', 'two more requests']
  },
  zh: {header: ['服务', '原因', '来源'], requests: ['最后一次响应', '另发一个请求', '另发两个请求']}
};

/** The table of the services that tell why a task failed. */
export function causesTable(language: keyof Text): string {
  const {header, requests} = causeWords[language];
  const telling = services.filter((service: Service) => service.causes);
  const rows = telling.map(({name}) => {
    const {about, causes = []} = evidence[name];
    return [`\`${name}\``, textIn(about.causes ?? '', language), requests[causes.length] ?? ''];
  });
  return table(header, rows);
}
