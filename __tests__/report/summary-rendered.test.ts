import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {act, dataartsInputs} from '../helpers/act.ts';
import {type Rendered, renderAsGitHub} from '../helpers/github-markdown.ts';

const id = dataartsInputs['task-id'];

/** Markup of every kind that GitHub knows, each of which would show if it came through. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</td></tr><tr><td>forged',
  '</details><h1>forged</h1>',
  '<!-- ',
  ']]><svg/onload=alert(1)>',
  '[forged](https://evil.example)',
  '![forged](https://evil.example/x.png)',
  '[forged][1]\n\n[1]: https://evil.example',
  '<https://evil.example>',
  'https://evil.example/x',
  'www.evil.example',
  'mailto:evil@evil.example',
  'evil@evil.example',
  '@octocat',
  '#1',
  'octo/shop#1',
  '**forged** _forged_ ~~forged~~ `forged`',
  '| forged | row |\n| --- | --- |\n| a | b |',
  'a | b',
  '\n\n# forged\n\n',
  '\n\n---\n\n',
  '\n- [x] forged',
  '\n1. forged',
  '\n> [!WARNING]\n> forged',
  '```mermaid\ngantt\n forged :a, 1d\n```',
  '~~~\nforged\n~~~',
  '    indented code',
  '$`forged`$ $$forged$$',
  ':tada:',
  '&lt;b&gt; &amp; &#60;b&#62;',
  '[^1]\n\n[^1]: forged',
  '\\<b>\\*x\\*',
  '\u001b[31mred\u001b[0m',
  '\u202Egnp.exe\u202C',
  '\ud800 \udc00',
  '::error::forged',
  '##[error]forged'
] as const;

const allowed = new Set(
  'h1 h2 h3 h4 p strong em code pre table thead tbody tr th td br blockquote details summary ol ul li span div sub'.split(
    ' '
  )
);

interface Texts {
  readonly name: string;
  readonly message: string;
  readonly subtask: string;
  readonly status: string;
}

async function summaryOf({name, message, subtask, status}: Texts) {
  const task = {
    id,
    name,
    startTime: 1544777081000,
    endTime: 1544777083000,
    status: 'FAILED',
    message,
    subtasks: [
      {id: 's1', name: subtask, status: 'FAILED', message},
      {id: 's2', name: subtask, status: status || 'x', message: subtask}
    ]
  };
  const {summary, outputs} = await act(dataartsInputs, [{body: task}]);
  return {rendered: renderAsGitHub(summary), summary, outputs};
}

/** Empty spans only keep GitHub from linking. */
const namesIn = ({asked}: Rendered) =>
  asked
    .map(({name}) => name)
    .filter(name => name !== 'span')
    .sort();
const emptySpans = ({asked}: Rendered) =>
  asked.every(({name, text, properties}) => name !== 'span' || (text === '' && Object.keys(properties).length === 0));

const plain: Texts = {name: 'a', message: 'b', subtask: 'c', status: 'd'};

/** What people can tell from the text of a service: without what is documented to be taken out of it. */
const visible = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd\s]+/gu, '');

describe('the summary as GitHub renders it', () => {
  it.each(hostile)('has %j as a text and as nothing else', async text => {
    const {rendered} = await summaryOf({name: text, message: text, subtask: text, status: text});
    const {rendered: harmless} = await summaryOf(plain);
    expect(namesIn(rendered)).toEqual(namesIn(harmless));
    expect(emptySpans(rendered)).toBe(true);
    expect(rendered.rows).toHaveLength(harmless.rows.length);
    expect(visible(rendered.text)).toContain(visible(text));
  });

  it('has no elements but a few, whatever the service says', async () => {
    const words = fc.constantFrom(
      ...hostile,
      ' ',
      '\n',
      'x',
      '<',
      '>',
      '|',
      '`',
      '\\',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '&'
    );
    const texts = fc.oneof(
      fc.array(words, {minLength: 1, maxLength: 5}).map(parts => `x${parts.join('')}`),
      fc.string({unit: 'binary', maxLength: 40}).map(text => `x${text}`)
    );
    const {rendered: harmless} = await summaryOf(plain);
    await fc.assert(
      fc.asyncProperty(fc.record({name: texts, message: texts, subtask: texts, status: texts}), async given => {
        const {rendered} = await summaryOf(given);
        expect(rendered.asked.filter(({name}) => !allowed.has(name))).toEqual([]);
        expect(rendered.asked.flatMap(({properties}) => Object.keys(properties))).toEqual(
          rendered.elements.flatMap(({properties}) => Object.keys(properties))
        );
        expect(rendered.rows).toHaveLength(harmless.rows.length);
        expect(rendered.rows.map(row => row.length)).toEqual(harmless.rows.map(row => row.length));
      }),
      {numRuns: 60}
    );
  });
});

/**
 * GitHub: a job summary has at most 1 MiB for each step, outputs 1 MB for each job; both are documented under
 * "Workflow commands for GitHub Actions" and "Metadata syntax".
 */
const mebibyte = 1024 * 1024;

describe('what a service may send', () => {
  const message = '<b>|\u202e\n::error::x\ud800'.repeat(60_000);

  it.each([
    {what: '10,000 subtasks', count: 10_000, text: 'Import *the* job | <b>\n::error::x'},
    {what: 'texts of a megabyte', count: 3, text: message},
    {what: '10,000 subtasks with long texts', count: 10_000, text: message.slice(0, 500)}
  ])('is within the limits with $what', async ({count, text}) => {
    const subtasks = Array.from({length: count}, (_, index) => ({
      id: `s${index}`,
      name: `${index} ${text}`,
      status: index % 3 === 0 ? 'FAILED' : 'SUCCESSFUL',
      message: text
    }));
    const body = {id, name: text, startTime: 1544777081000, status: 'FAILED', message: text, subtasks};
    const seen = await act(dataartsInputs, [{body}]);
    expect(Buffer.byteLength(seen.summary)).toBeLessThanOrEqual(900 * 1024);
    const outputBytes = Object.values(seen.outputs).reduce((sum, value) => sum + Buffer.byteLength(value), 0);
    expect(outputBytes).toBeLessThan(mebibyte / 4);
    for (const name of ['subtasks', 'failed-subtasks', 'tasks']) {
      expect(Buffer.byteLength(seen.outputs[name] ?? '')).toBeLessThanOrEqual(64 * 1024);
      expect(Array.isArray(JSON.parse(seen.outputs[name] ?? ''))).toBe(true);
    }
    for (const line of seen.log) expect(line.length).toBeLessThan(8000);
    expect(seen.annotations).toHaveLength(1);
    expect(seen.annotations[0]?.message.length).toBeLessThanOrEqual(4000);
    for (const value of [...Object.values(seen.outputs), ...seen.log, seen.summary])
      expect(value).not.toMatch(/\p{Cs}/u);
    expect(renderAsGitHub(seen.summary).asked.filter(({name}) => !allowed.has(name))).toEqual([]);
  });
});
