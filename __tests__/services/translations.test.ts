import {expect, it} from '@jest/globals';
import type {About} from '../../src/services/samples.ts';
import type {IdForm, Service} from '../../src/services/service.ts';
import type {Text} from '../../src/text.ts';
import {evidence} from '../helpers/evidence.ts';
import {services} from '../helpers/services.ts';

/** Where a service has a text without Chinese: its folder, the file and the field. */
function untranslated(
  {name, title, taskId, parentId, advice}: Pick<Service, 'name' | 'title' | 'taskId' | 'parentId' | 'advice'>,
  about: Partial<About>,
  settles?: Text
): string[] {
  const {group: _, words = {}, ...otherTexts} = about;
  const fields = (start: string, texts: object) =>
    Object.entries(texts).map(([key, text]: [string, string | Text]) => [`${start}${key}`, text] as const);
  return [
    ...fields('service.ts: ', {title}),
    ...fields('service.ts: ', {taskId: taskId.form, ...(parentId && {parentId: parentId.form})}),
    ...fields('service.ts: advice.', advice.caveat ? {caveat: advice.caveat} : {}),
    ...fields('service.ts: advice.words ', advice.words ?? {}),
    ...fields('service.ts: advice.verdicts ', advice.verdicts ?? {}),
    ...fields('service.ts: advice.codes ', advice.codes ?? {}),
    ...fields('samples.mjs: about.', otherTexts),
    ...fields('samples.mjs: about.words ', words),
    ...fields('samples.mjs: ', settles ? {settles} : {})
  ].flatMap(([field, text]) =>
    (typeof text === 'string' ? field.endsWith('Id') : !text.zh) ? [`${name}/${field}`] : []
  );
}

it('finds each text without Chinese', () => {
  const half = {en: 'English'};
  const whole = {en: 'English', zh: '中文'};
  const advice = {
    verdicts: {failed: half, stopped: whole},
    codes: {'X.1': half, 'X.2': whole},
    caveat: half,
    words: {A: half}
  };
  const [taskId, parentId] = [half, whole].map(form => ({pattern: /x/, form})) as [IdForm, IdForm];
  expect(
    untranslated({name: 'one', title: half, taskId, parentId, advice}, {id: half, permission: whole}, half)
  ).toEqual([
    'one/service.ts: title',
    'one/service.ts: taskId',
    'one/service.ts: advice.caveat',
    'one/service.ts: advice.words A',
    'one/service.ts: advice.verdicts failed',
    'one/service.ts: advice.codes X.1',
    'one/samples.mjs: about.id',
    'one/samples.mjs: settles'
  ]);
  expect(untranslated({name: 'one', title: 'Brand', taskId: parentId, advice: {}}, {id: whole})).toEqual([]);
});

// Whoever adds a service may leave its Chinese to others, until a release is made.
(process.env.RELEASE === '1' ? it : it.skip)('has Chinese for each text of a release', () => {
  expect(
    services.flatMap(service => untranslated(service, evidence[service.name].about, evidence[service.name].settles))
  ).toEqual([]);
});
