import {expect, it} from '@jest/globals';
import {explainRefusal, refusals} from '../src/auth/refusals.ts';
import {en} from '../src/words/en.ts';
import {codeOf, textsOf} from './helpers/refusals-table.ts';

it.each(
  refusals.flatMap(refusal =>
    (refusal.text ? textsOf(refusal) : ['some other text']).map(text => [codeOf(refusal), text, refusal] as const)
  )
)('the table of refusals says for %s, %s what the action says', (code, text, {says}) => {
  expect(explainRefusal({kind: 'denied', code, text}).says(en)).toEqual(says(en));
});
