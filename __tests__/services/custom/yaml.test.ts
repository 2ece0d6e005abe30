import {describe, expect, it} from '@jest/globals';
import {parseDefinition} from '../../../src/services/custom/definition.ts';
import {inEnglish} from '../../helpers/in-english.ts';

function problemsOf(text: string): readonly unknown[] {
  const parsed = parseDefinition(text);
  return 'problems' in parsed ? inEnglish(parsed.problems) : [];
}

const more =
  'a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.';

describe('a mistake of syntax is told', () => {
  it.each([
    ['right behind a value', 'a: "b"]', `line 1, column 7: not valid YAML: ${more}`],
    [
      'between two texts whose quotes are closed',
      'a: ["b""c"]',
      'line 1, column 8: not valid YAML: a key without ": " and a value behind it.'
    ],
    ['behind what has no place of its own', 'a: !!pairs [{}]\nb: "c" ]', `line 2, column 8: not valid YAML: ${more}`],
    [
      'in a sentence that ends with one dot',
      'a: "\\."',
      'line 1, column 5: not valid YAML: Invalid escape sequence \\.'
    ]
  ])('%s: %j', (_, text, problem) => {
    expect(problemsOf(text)).toEqual([`definition, ${problem}`]);
  });
});

it.each(['!!str 1', '!!binary x', '!!set {a}'])('a tag is not taken, one of YAML itself neither: %s', value => {
  expect(problemsOf(`path: /{task_id}\nstatus: s\nsucceeded: [S]\nfailed: ${value}`)).toEqual([
    expect.stringMatching(/^definition, line 4, column \d+: a value that begins with "!" goes between quotes/)
  ]);
});

it('a key that stands twice is told, also where blanks are around it', () => {
  expect(problemsOf('path: /{task_id}\nstatus: s\n"status ": t\nsucceeded: [S]\nfailed: [F]')).toEqual([
    'definition, line 3, column 1: the same key stands here a second time.'
  ]);
});
