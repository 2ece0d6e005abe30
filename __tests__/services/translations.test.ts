import {expect, it} from '@jest/globals';
import {services} from '../../src/services/index.ts';
import type {About} from '../../src/services/samples.ts';
import type {Service} from '../../src/services/service.ts';
import type {Text} from '../../src/text.ts';
import {evidence} from '../helpers/evidence.ts';

/** Where a service has a text without Chinese: its folder, the file and the field. */
function untranslated({name, title, advice}: Pick<Service, 'name' | 'title' | 'advice'>, about: About): string[] {
  const fields = (start: string, texts: object) =>
    Object.entries(texts).map(([key, text]: [string, string | Text]) => [`${start}${key}`, text] as const);
  return [
    ...fields('service.ts: ', {title}),
    ...fields('service.ts: advice.verdicts ', advice.verdicts ?? {}),
    ...fields('service.ts: advice.codes ', advice.codes ?? {}),
    ...fields('samples.mjs: about.', about)
  ].flatMap(([field, text]) => (typeof text === 'string' || text.zh ? [] : [`${name}/${field}`]));
}

it('finds each text without Chinese', () => {
  const half = {en: 'English'};
  const whole = {en: 'English', zh: '中文'};
  const advice = {verdicts: {failed: half, stopped: whole}, codes: {'X.1': half, 'X.2': whole}};
  expect(untranslated({name: 'one', title: half, advice}, {id: half, permission: whole})).toEqual([
    'one/service.ts: title',
    'one/service.ts: advice.verdicts failed',
    'one/service.ts: advice.codes X.1',
    'one/samples.mjs: about.id'
  ]);
  expect(untranslated({name: 'one', title: 'Brand', advice: {}}, {id: whole})).toEqual([]);
});

// Whoever adds a service may leave its Chinese to others, until a release is made.
(process.env.RELEASE === '1' ? it : it.skip)('has Chinese for each text of a release', () => {
  expect(services.flatMap(service => untranslated(service, evidence[service.name].about))).toEqual([]);
});
