import {expect, test} from '@jest/globals';
import {parseJson} from '../../src/http/json-text.ts';
import {isValidJson} from '../helpers/is-valid-json.ts';

/** Each of some 4 MiB. A step of more than linear time would take minutes; the tests' own limit notices that. */
test.each(
  Object.entries({
    commas: `[${','.repeat(4e6)}`,
    blanks: `${' '.repeat(4e6)}{}`,
    'one text': `["${'x'.repeat(4e6)}"]`,
    backslashes: `["${'\\\\'.repeat(2e6)}"]`,
    'escaped quotes': `["${'\\"'.repeat(2e6)}"]`,
    'one number': `[${'1'.repeat(4e6)}]`,
    'no number': '-'.repeat(4e6),
    'one key, again and again': `{${'"a":1,'.repeat(199_000)}"a":1}`,
    'many keys': `{${Array.from({length: 199_000}, (_, index) => `"key ${index}":1`).join()}}`,
    'unsafe integers': `[${'12345678901234567890,'.repeat(190_000)}1]`,
    'an open text': `{"a":"${'x'.repeat(4e6)}`
  })
)('4 MiB of %s are read or refused in linear time', (_, text) => {
  expect('value' in parseJson(text)).toBe(isValidJson(text));
});
