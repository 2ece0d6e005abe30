import {treesAsGitHub} from '../../scripts/github-markdown.mjs';

/** A node of the HTML tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

export interface Element {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Of the element and all in it. A line break counts as a new line. */
  readonly text: string;
}

export interface Rendered {
  /** Before the allow-list took anything away, in the order of the document: what the Markdown asks for. */
  readonly asked: readonly Element[];
  /** What GitHub would show. */
  readonly elements: readonly Element[];
  readonly text: string;
  /** Cells of each row of a table, in the order of the document. */
  readonly rows: readonly (readonly string[])[];
  /** Contents of the code blocks that GitHub draws as diagrams. */
  readonly mermaid: readonly string[];
}

/** Markdown as GitHub reads it: GFM with HTML, through GitHub's allow-list. Mentions and emoji are no part of it. */
export function renderAsGitHub(markdown: string): Rendered {
  const trees = treesAsGitHub(markdown);
  const shown = trees.shown as Node;
  return {
    asked: elementsOf(trees.asked as Node),
    elements: elementsOf(shown),
    text: textOf(shown),
    rows: find(shown, 'tr').map(row =>
      (row.children ?? []).filter(({type}) => type === 'element').map(cell => textOf(cell).trim())
    ),
    mermaid: find(shown, 'code')
      .filter(({properties}) => [properties?.className].flat().includes('language-mermaid'))
      .map(textOf)
  };
}

export function headingsOf(elements: readonly Element[]): readonly string[] {
  return elements.filter(({name}) => /^h[1-6]$/.test(name)).map(({text}) => text);
}

/** What GitHub makes of headings: letters, marks and digits of all scripts stay, blanks become hyphens, repeats count. */
export function anchorsOf(headings: readonly string[]): readonly string[] {
  const anchors: string[] = [];
  for (const heading of headings) {
    const slug = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let repeats = 1; anchors.includes(anchor); repeats++) anchor = `${slug}-${repeats}`;
    anchors.push(anchor);
  }
  return anchors;
}

function elementsOf(node: Node): readonly Element[] {
  const inner = (node.children ?? []).flatMap(elementsOf);
  return node.tagName === undefined
    ? inner
    : [{name: node.tagName, properties: node.properties ?? {}, text: textOf(node)}, ...inner];
}

function find(node: Node, name: string): readonly Node[] {
  const inner = (node.children ?? []).flatMap(child => find(child, name));
  return node.tagName === name ? [node, ...inner] : inner;
}

function textOf(node: Node): string {
  if (node.tagName === 'br') return '\n';
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');
}
