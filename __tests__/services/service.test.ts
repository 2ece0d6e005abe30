import {describe, expect, it} from '@jest/globals';
import {
  defineService,
  formOf,
  hexId,
  type IdForm,
  isIdOf,
  kindOf,
  requestOf,
  type TaskReference,
  uuid,
  wordAndState
} from '../../src/services/service.ts';
import {en} from '../../src/words/en.ts';
import {zh} from '../../src/words/zh.ts';

const own: IdForm = {pattern: /^\d+$/, form: {en: 'digits', zh: '数字'}};
const parent: IdForm = {pattern: /^[a-z]+$/, form: {en: 'letters', zh: '字母'}};

const one = {taskId: own};
const two = {taskId: own, parentId: parent};
const oneOrTwo = {...two, parentCanStandAlone: true};

describe('an item of task-id', () => {
  it.each([
    ['1', {one: true, two: false, oneOrTwo: false}],
    ['a', {one: false, two: false, oneOrTwo: true}],
    ['a/1', {one: false, two: true, oneOrTwo: true}],
    ['1/1', {one: false, two: false, oneOrTwo: false}],
    ['a/a', {one: false, two: false, oneOrTwo: false}],
    ['/1', {one: false, two: false, oneOrTwo: false}],
    ['a/', {one: false, two: false, oneOrTwo: false}]
  ])('is the id of a service whose form it has: %s', (item, expected) => {
    const read = {one: isIdOf(one, item), two: isIdOf(two, item), oneOrTwo: isIdOf(oneOrTwo, item)};
    expect(read).toEqual(expected);
  });
});

describe('the accepted form of ids', () => {
  it.each([
    ['one id', one, 'digits', '数字'],
    ['two ids', two, 'parent/id: letters, a slash, and digits', 'parent/id 的形式：字母，斜杠，然后是数字'],
    ['one id or two', oneOrTwo, 'letters; or this, a slash, and digits', '字母；或者在其后加斜杠和数字']
  ])('is told in both languages where a service takes %s', (_, forms, english, chinese) => {
    expect(formOf(forms, en)).toBe(english);
    expect(formOf(forms, zh)).toBe(chinese);
  });
});

describe('what a service is asked for', () => {
  it('is a task', () => {
    expect(kindOf({})).toBe('task');
  });

  it('is a resource where it has ends to wait for', () => {
    const gone = {words: [], codes: [], things: [], lists: false};
    expect(kindOf({resource: {ends: ['A'], creation: [], doing: {fields: [], states: {}}, gone}})).toBe('resource');
  });
});

describe('the request for a task', () => {
  const service = defineService({
    name: 'a',
    title: 'A',
    taskId: own,
    hosts: {byRegion: () => undefined},
    request: () => ({path: '/tasks'}),
    states: {},
    read: () => wordAndState({}, 'A')
  });
  const reference: TaskReference = {taskId: '1', parentId: '', projectId: 'P1', language: 'en-us'};
  const moment = {requestId: 'R1', dateMs: 0};

  it('leaves out the enterprise project where the service has no place for it', () => {
    expect(requestOf(service, {...reference, enterpriseProjectId: 'E1'}, moment)).toEqual({path: '/tasks'});
  });
});

describe('the usual forms of ids', () => {
  const digits = '0123456789abcdefABCDEF0123456789';
  const groups = '01234567-89ab-cdef-ABCD-EF0123456789';

  it.each([
    ['hexadecimal digits', hexId, digits],
    ['a UUID', uuid, groups]
  ])('are of %s, from its first to its last', (_, form, id) => {
    expect(id).toMatch(form);
    for (const other of [`0${id}`, `${id}0`, `-${id}`, `${id}-`]) expect(other).not.toMatch(form);
  });

  it('are no forms of each other', () => {
    expect(groups).not.toMatch(hexId);
    expect(digits).not.toMatch(uuid);
  });
});
