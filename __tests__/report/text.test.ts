import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {code, markdown, oneLine} from '../../src/report/text.ts';

/** Characters that end a line, steer a terminal or turn the reading direction. */
const acting = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What a service could send to act on a log or a page. */
const nasty = fc.oneof(
  fc.string({unit: 'binary', maxLength: 60}),
  fc.string({
    unit: fc.constantFrom(
      ...'\n\r\t\u001b\u0000\u0085\u2028\u202e\u2066\ufeff#[]:%|<>&`*_~\\!@$ab ',
      '##[',
      '::',
      '\ud800',
      '\udc00'
    ),
    maxLength: 60
  })
);

describe('oneLine', () => {
  it.each([
    ['line breaks', 'a\nb\r\nc\rd', 'a b c d'],
    ['other separators of lines', 'a\u0085b\u2028c\u2029d\u000be\u000cf', 'a b c d e f'],
    ['a workflow command on a line of its own', 'x\n::error::y', 'x ::error::y'],
    ['a command of the older form', '##[error]x ##[group]', '## [error]x ## [group]'],
    ['a command of the older form with a control character in it', '##\u0000[error]x', '## [error]x'],
    ['colours', '\u001b[31mred\u001b[0m', '[31mred [0m'],
    ['other control characters', 'a\u0000b\u0007c\u007fd\u009be', 'a b c d e'],
    ['marks of the reading direction', 'a\u202eb\u2066c\u200fd\u061ce', 'a b c d e'],
    ['tabs and runs of blanks', 'a\t\tb    c', 'a b c'],
    ['white space around it', ' \n a \n ', 'a'],
    ['halves of a character', 'a\ud83db\ude00c', 'a\ufffdb\ufffdc'],
    ['nothing at all', '', '']
  ])('makes harmless: %s', (_, text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it('leaves ordinary text of any language alone', () => {
    for (const text of [
      'Import the job_batch job. 100 % of a/b: c; "d" & <e>',
      '读取OBS文件失败。',
      'école 😀',
      'مهمة'
    ]) {
      expect(oneLine(text)).toBe(text);
    }
  });

  it('cuts to its limit, with an ellipsis that shows it', () => {
    expect(oneLine('a'.repeat(20), 20)).toBe('a'.repeat(20));
    expect(oneLine('a'.repeat(21), 20)).toBe(`${'a'.repeat(19)}…`);
    expect(oneLine('a'.repeat(5000))).toBe(`${'a'.repeat(999)}…`);
  });

  it('shows a cut also where what was cut off is all that made the text long', () => {
    expect(oneLine(`${'a '.repeat(10)}${' '.repeat(100)}b`, 20)).toMatch(/…$/);
  });

  it('cuts no character in two', () => {
    expect(oneLine('😀'.repeat(20), 10)).toBe(`${'😀'.repeat(4)}\ufffd…`);
  });

  it('is one line of harmless characters within its limit, whatever the text is', () => {
    fc.assert(
      fc.property(nasty, fc.integer({min: 1, max: 80}), (text, maxLength) => {
        const line = oneLine(text, maxLength);
        expect(line).not.toMatch(acting);
        expect(line).not.toContain('##[');
        expect(line.length).toBeLessThanOrEqual(maxLength + 1);
        expect(line).not.toMatch(/\p{Cs}/u);
      }),
      {numRuns: 500}
    );
  });

  it('is quick with a text of megabytes', () => {
    const line = oneLine('\u202e\n'.repeat(4_000_000), 100);
    expect(line).toBe('…');
  });
});

/** What a browser shows for the text: entities as their characters. */
const shown = (text: string) =>
  text.replaceAll('<span></span>', '').replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)));
/** What is left of it for Markdown to act on. */
const bare = (text: string) => text.replaceAll('<span></span>', '').replace(/&#\d+;/g, '');

describe('markdown', () => {
  it.each([
    ['a tag', '<img src=x onerror=alert(1)>', /[<>]/],
    ['a comment that swallows the rest', '<!-- x', /</],
    ['an entity', '&lt;script&gt;', /&(?!#)/],
    ['a cell', 'a | b', /\|/],
    ['a link', '[a](https://evil.example)', /[[\]]|:\/\//],
    ['an image', '![a](https://evil.example/x.png)', /[[\]]|:\/\//],
    ['an address', 'see https://evil.example and http://evil.example', /:\/\//],
    ['code', '`a` ```b```', /`/],
    ['a mention', '@octocat @org/team', /@/],
    ['the number of an issue', '#1 and GH#1', /#(?!\d+;)/],
    ['emphasis', '*a* **b** ~~c~~', /[*~]/],
    ['emphasis with underscores', '_a_ __b__', /_/],
    ['a formula', '$a$ $$b$$', /\$/],
    ['an emoji', ':+1: :octocat:', /:(\+1|octocat):/],
    ['an escape', '\\| \\[', /\\/],
    ['a footnote', '[^1]', /\[/]
  ])('takes its meaning from %s and shows it as it is', (_, text, pattern) => {
    expect(bare(markdown(text))).not.toMatch(pattern);
    expect(shown(markdown(text))).toBe(text);
  });

  it('leaves readable what needs no escape', () => {
    for (const text of ['Import the job_batch job.', 'obs: a/b.zip (2 of 3), 60 %', '读取OBS文件失败。']) {
      expect(markdown(text)).toBe(text);
    }
  });

  it('cuts before it escapes, so that no entity is cut in two', () => {
    expect(markdown('|'.repeat(50), 10)).toBe(`${'&#124;'.repeat(9)}…`);
  });

  it('has no mark of its own left, whatever the text is', () => {
    fc.assert(
      fc.property(nasty, text => {
        const escaped = markdown(text);
        expect(escaped).not.toMatch(acting);
        expect(bare(escaped)).not.toMatch(/[<>&|`*~[\]\\$@#]|:\/\//);
        expect(shown(escaped)).toBe(oneLine(text, 300));
      }),
      {numRuns: 500}
    );
  });
});

describe('code', () => {
  it('stays inside its element', () => {
    expect(code('</code><b>`x`\n|')).toBe('<code>&#60;/code&#62;&#60;b&#62;&#96;x&#96; &#124;</code>');
  });
});
