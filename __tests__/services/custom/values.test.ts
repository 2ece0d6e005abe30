import {describe, expect, it} from '@jest/globals';
import {parseDefinition} from '../../../src/services/custom/definition.ts';
import {inEnglish} from '../../helpers/in-english.ts';

/** The problems of a definition with this in its fifth line, or the words that it has. */
function read(text: string) {
  const parsed = parseDefinition(`path: /{task_id}\nstatus: s\nsucceeded: [S]\nfailed: [F]\n${text}`);
  return 'problems' in parsed ? inEnglish(parsed.problems) : parsed.words;
}

describe('a number in a list', () => {
  it.each([
    ['.25', '0.25'],
    ['0.12345678901234567890', '0.12345678901234568'],
    ['1234567890123456.0', '1234567890123456'],
    ['9007199254740991.0', '9007199254740991']
  ])('that an answer gives in another form is not taken: %s', (word, form) => {
    expect(read(`stopped: [${word}]`)).toEqual([
      `definition, line 5, column 11: stopped has ${word}, which in an answer is ${form}: write ${form}, or '${word}' for the text.`
    ]);
  });

  it.each(['1e21', '1e-7', '0.0000001', '12345678901234567890.0'])(
    'that is not read as one goes between quotes: %s',
    word => {
      expect(read(`stopped: [${word}]`)).toEqual([
        `definition, line 5, column 11: stopped has ${word}, a number that is not read as one: write '${word}' for the text.`
      ]);
    }
  );
});

it.each(['A', '1.0', '1e21'])('a word between quotes is taken without the blanks around it: %s', word => {
  expect(read(`stopped: [' ${word} ']`)).toMatchObject({[word]: 'stopped'});
});

it.each(['1202', 'x202'])('a status of HTTP has three digits and nothing else: %s', status => {
  expect(read(`http-status: ${status}`)).toEqual([
    'definition, line 5, column 14: http-status takes a list of numbers such as [202]: from 200 to 299, without 203 to 206 and 226.'
  ]);
});

it.each([
  ['title', 'a text of one line, at most 80 characters'],
  ['running', 'a list of words such as [RUNNING]'],
  ['settle', 'a duration such as 90, 90s, 15m or 1h30m, at most 24h']
])('a key alone is told what it takes: ? %s', (key, form) => {
  expect(read(`? ${key}`)).toEqual([`definition, line 5, column 3: ${key} takes ${form}.`]);
});
