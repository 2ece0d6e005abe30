import {readdirSync} from 'node:fs';

/** What developers read, in English alone. */
const forDevelopers = ['architecture.md', 'benchmark.md', 'mutation.md'];

const ofDocs = readdirSync('docs')
  .filter(name => name.endsWith('.md') && !name.endsWith('.zh-CN.md') && !forDevelopers.includes(name))
  .map(name => `docs/${name}`);

const translationOf = (file: string) => file.replace(/\.md$/, '.zh-CN.md');

/** What users read: each page, and its translation. */
export const pagesInBothLanguages = ['README.md', ...ofDocs].map(file => [file, translationOf(file)] as const);

/** The same as one list. */
export const pages = pagesInBothLanguages.flat();

/** A text with links as they stand in a page of docs/, with links as the README has them. */
export function asInReadme(text: string): string {
  return text
    .replaceAll(/\]\(\.\.\/README(\.zh-CN)?\.md(?=#)/g, '](')
    .replaceAll(/\]\((?=[a-z][\w/-]*(\.zh-CN)?\.md\b)/g, '](docs/');
}
