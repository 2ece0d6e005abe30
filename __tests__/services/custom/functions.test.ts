import {describe, expect, it} from '@jest/globals';
import {evaluation, plain} from '../../../src/services/custom/expression.ts';

describe('a function', () => {
  it.each<[string, unknown, unknown]>([
    ['contains(@, `1`)', [2, {}], false],
    ["contains(@, 'b')", ['a', 'b'], true],
    ['contains(@, `{}`)', [1, true], false],
    ['contains(@, `null`)', [{}], false],
    ['contains(@, `{"a": 1, "b": 2}`)', [{a: 1, b: 3}], false],
    ['to_number(@)', '12', 12],
    ['to_number(@)', '1.25', 1.25],
    ['to_number(@)', '1e-3', 0.001],
    ['to_number(@)', '1e10', 1e10],
    ['to_number(@)', [1], null],
    // A text that begins another one comes first, whatever follows in the other.
    ['min(@)', ['a\0', 'a'], 'a'],
    ['max(@)', ['a', 'a\0'], 'a\0']
  ])('finds what JMESPath says: %s in %j', (text, answer, value) => {
    expect(evaluation(text)(plain(answer))).toStrictEqual(value);
  });

  it.each(['sort(@)', 'max(@)', 'min_by(@, &@)'])('has no order of truth values: %s', text => {
    expect(() => evaluation(text)(plain([true, false]))).toThrow('only numbers alone, or texts alone, have an order');
  });

  it.each<[string, unknown, string, string]>([
    ['avg(@)', ['x'], '"number"', 'string'],
    ['contains(@, @)', 1, 'one of "array", "string"', 'number'],
    ['map(&@, @)', 'x', '"array"', 'string'],
    ['map(@, @)', [], '"expression"', 'array'],
    ['max(@)', 'x', '"array"', 'string'],
    ['max_by(@, &@)', 'x', '"array"', 'string'],
    ['max_by(@, @)', [], '"expression"', 'array'],
    ['min(@)', 'x', '"array"', 'string'],
    ['min_by(@, &@)', 'x', '"array"', 'string'],
    ['min_by(@, @)', [], '"expression"', 'array'],
    ['reverse(@)', 1, 'one of "string", "array"', 'number'],
    ['sort(@)', 'x', '"array"', 'string'],
    ['sort_by(@, &@)', 'x', '"array"', 'string'],
    ['sort_by(@, @)', [], '"expression"', 'array']
  ])('says what it takes instead of what it is given: %s of %j', (text, answer, taken, given) => {
    const name = text.split('(', 1)[0];
    expect(() => evaluation(text)(plain(answer))).toThrow(
      `Invalid argument type for function ${name}(), expected ${taken} but found "${given}"`
    );
  });
});
