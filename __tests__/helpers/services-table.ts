import {services} from '../../src/services/index.ts';
import type {Service, StateTable} from '../../src/services/service.ts';
import type {TaskState} from '../../src/task.ts';

const placeholders = {taskId: 'TASK', parentId: 'PARENT', projectId: 'PROJECT', language: 'en-us'} as const;

function wordsOf(states: StateTable, ...wanted: readonly TaskState[]): string {
  const words = Object.keys(states).filter(word => wanted.includes(states[word] ?? 'unknown'));
  return words.map(word => `\`${word}\``).join(', ');
}

/** The path with placeholders for what differs; `…` where the parent is taken apart. */
function pathOf(service: Service): string {
  const parentId = service.parentId && !service.parentId.pattern.test(placeholders.parentId) ? undefined : 'PARENT';
  if (parentId === undefined) return '…';
  return service
    .request({...placeholders, parentId}, 'REQUEST')
    .path.replaceAll('PROJECT', '{project_id}')
    .replaceAll('PARENT', '{parent}')
    .replaceAll('TASK', '{id}');
}

/** The table of services in the README: what it says of a service is what the code has. */
export function servicesTable(): string {
  const header = [
    'Service',
    'Product',
    'Id to wait for',
    'Asked for at',
    'Success',
    'Failure, stop or warning',
    'Permission to read',
    'Not confirmed'
  ];
  const rows = services.map((service: Service) => [
    [service.name, ...service.aliases].map(name => `\`${name}\``).join(', '),
    service.title,
    service.about.id,
    `\`${pathOf(service)}\``,
    wordsOf(service.states, 'succeeded'),
    wordsOf(service.states, 'failed', 'stopped', 'warning'),
    service.about.permission || 'No source names it',
    service.about.unconfirmed
  ]);
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
