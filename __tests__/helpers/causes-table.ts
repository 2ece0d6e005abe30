import type {Service} from '../../src/services/service.ts';
import {type Text, textIn} from '../../src/text.ts';
import {evidence} from './evidence.ts';
import {tableOf} from './markdown-table.ts';
import {services} from './services.ts';

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
  return tableOf(header, rows);
}
