import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {anchorsOf, headingsOf, renderAsGitHub} from './helpers/github-markdown.ts';

interface Cell {
  readonly text: string;
  readonly codes: string[];
}

interface CodeBlock {
  readonly language: string;
  readonly code: string;
}

/** A heading and what stands between it and the next one. */
interface Section {
  readonly level: string;
  readonly heading: string;
  /** Of paragraphs, list items and cells. */
  readonly texts: string[];
  readonly codeBlocks: CodeBlock[];
  /** Tables, their rows, and the cells of these. */
  readonly tables: Cell[][][];
  readonly codes: string[];
  readonly links: string[];
  readonly pictures: string[];
  readonly listItems: string[];
}

const inputNames = Object.keys((parse(readFileSync('action.yml', 'utf8')) as {inputs: object}).inputs);

function sectionsOf(file: string): readonly Section[] {
  const {asked} = renderAsGitHub(readFileSync(file, 'utf8'));
  const anchors = anchorsOf(headingsOf(asked));
  const sections: Section[] = [];
  let cell: Cell | undefined;
  let inBlock = false;
  for (const {name, text, properties} of asked) {
    if (/^h[1-6]$/.test(name)) {
      const empty = {texts: [], codeBlocks: [], tables: [], codes: [], links: [], pictures: [], listItems: []};
      sections.push({level: name, heading: text, ...empty});
    }
    const section = sections.at(-1);
    if (section === undefined) continue;
    if (/^(h[1-6]|p|li|pre)$/.test(name)) cell = undefined;
    if (/^(p|li|td|th)$/.test(name)) section.texts.push(text);
    if (name === 'li') section.listItems.push(text);
    if (name === 'pre') inBlock = true;
    if (name === 'code' && inBlock) {
      section.codeBlocks.push({language: [properties.className].flat().join(' '), code: text});
      inBlock = false;
    } else if (name === 'code') {
      section.codes.push(text);
      cell?.codes.push(text);
    }
    if (name === 'a') {
      const address = decodeURIComponent(String(properties.href));
      section.links.push(
        address.startsWith('#') ? `heading ${anchors.indexOf(address.slice(1)) + 1}` : inEitherLanguage(address)
      );
    }
    if (name === 'img') section.pictures.push(String(properties.src));
    if (name === 'table') section.tables.push([]);
    if (name === 'tr') section.tables.at(-1)?.push([]);
    if (name === 'td' || name === 'th') {
      cell = {text, codes: []};
      section.tables.at(-1)?.at(-1)?.push(cell);
    }
  }
  return sections;
}

/** A page in Chinese stands for the same page in English. */
function inEitherLanguage(address: string): string {
  return address.replace(/\.zh-CN\.md$/, '.md');
}

/** A code block without what may be translated: comments, and in steps their names, descriptions and what they echo. */
function codeOf({language, code}: CodeBlock): string {
  const isStep = /^ *(- )?(uses|run):/m.test(code);
  const lines = code.split('\n').map(line => line.replace(/(^|\s+)# .*$/, ''));
  const told = isStep
    ? lines.map(line =>
        line
          .replace(/^( *(?:- )?(?:name|description): ).*$/, '$1…')
          .replace(
            /\becho "(?!::)([^"]*)"$/,
            (_, text: string) => `echo "${(text.match(/\$\w+|\$\{\{.*?\}\}/g) ?? []).join(' ')}"`
          )
      )
    : lines;
  return [language, ...told.filter(line => line.trim() !== '')].join('\n');
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** Numbers in digits, those of months included. */
function numbersIn(text: string): readonly string[] {
  return (
    text
      .replace(new RegExp(`\\b(${months.join('|')})(?= \\d{4})`, 'g'), month => `${months.indexOf(month) + 1}`)
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .match(/\d+(?:\.\d+)*/g) ?? []
  );
}

/** Names of the interface that stay as they are, also where they are not marked as code. */
function namesIn(text: string): readonly string[] {
  const words = text.match(/[a-z]+(?:-[a-z]+)+|[A-Z]+(?:_[A-Z]+)+/g) ?? [];
  return [...new Set(words.filter(word => /_/.test(word) || inputNames.includes(word)))].sort();
}

const sorted = (values: readonly string[]) => [...values].sort();
const set = (values: readonly string[]) => sorted([...new Set(values)]);
const cellsOf = ({tables}: Section, told: (cell: Cell) => unknown) =>
  tables.map(rows => rows.map(cells => cells.map(told)));

const english = sectionsOf('README.md');
const chinese = sectionsOf('README.zh-CN.md');

describe('README.zh-CN.md', () => {
  it('has the headings of README.md, in their order', () => {
    const outline = (sections: readonly Section[]) => sections.map(({level}, index) => `${index + 1} ${level}`);
    expect(outline(chinese)).toEqual(outline(english));
  });

  it.each(['README.md', 'README.zh-CN.md'])('has no mark-up in %s that shows', file => {
    const texts = sectionsOf(file).flatMap(({texts: all}) => all);
    expect(texts.filter(text => /\*\*|`|\]\(/.test(text))).toEqual([]);
  });

  describe.each(english.map((section, index) => [section.heading, section, chinese[index]] as const))(
    'in the place of "%s"',
    (_, original, translation) => {
      if (translation === undefined) return;

      it('has the same code', () => {
        expect(translation.codeBlocks.map(codeOf)).toEqual(original.codeBlocks.map(codeOf));
      });

      it('has the same lists, and tables with the same names in the same cells', () => {
        const form = (section: Section) => ({
          listItems: section.listItems.length,
          tables: cellsOf(section, ({text, codes}) => (text === '' ? 'empty' : set(codes)))
        });
        expect(form(translation)).toEqual(form(original));
      });

      it('quotes the same messages in the cells of its tables', () => {
        const quotes = cellsOf(original, ({text}) => text.match(/“[^”]+”/g) ?? []);
        const found = cellsOf(translation, ({text}) => text);
        const missing = quotes
          .flat(2)
          .map((messages, index) => ({messages: messages as string[], text: String(found.flat(2)[index])}))
          .flatMap(({messages, text}) => messages.filter(message => !text.includes(message)));
        expect(missing).toEqual([]);
      });

      it('names the same inputs and variables in the cells of its tables', () => {
        expect(cellsOf(translation, ({text}) => namesIn(text))).toEqual(cellsOf(original, ({text}) => namesIn(text)));
      });

      it('leads to the same places, and shows the same pictures', () => {
        expect(sorted(translation.links)).toEqual(sorted(original.links));
        expect(translation.pictures).toEqual(original.pictures);
      });

      it('has the same numbers', () => {
        const numbers = (section: Section) => sorted(numbersIn(section.texts.join('\n')));
        expect(numbers(translation)).toEqual(numbers(original));
      });

      // The first screen is worded anew in each language.
      it('has the same names in code', () => {
        expect(set(translation.codes)).toEqual(set(original.codes));
      });
    }
  );
});
