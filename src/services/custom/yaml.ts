import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap
} from 'yaml';

/** Takes what is wrong, with the node where it stands. */
export interface Say {
  (node: unknown, what: string): void;
  /** As much of a given text as is shown. A secret that stands in it by mistake goes first: in a part it would not be known. */
  beginning(given: string): string;
}

export interface Problems {
  readonly problems: readonly string[];
}

type Mistake = Document.Parsed['errors'][number];

const maxLength = 16_384;
const maxProblems = 20;

/** What `read` makes of the map in YAML or JSON, or all that is wrong with it. `clean` takes secrets out of what that shows. */
export function readYaml<T>(
  text: string,
  clean: (text: string) => string,
  read: (map: YAMLMap, say: Say) => T | undefined
): T | Problems {
  if (text.length > maxLength)
    return {problems: [`definition has ${text.length} characters and takes at most ${maxLength}.`]};
  const lines = new LineCounter();
  const problems: string[] = [];
  const say: Say = Object.assign(
    (node: unknown, what: string) => void problems.push(`definition${placeOf(node, lines)}: ${what}`),
    {beginning: (given: string) => clean(given).slice(0, 80)}
  );
  try {
    const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, merge: false});
    sayMistakes(document, text, say);
    if (problems.length === 0 && !isMap(document.contents)) {
      say(document.contents, 'takes a map of keys and values in YAML or JSON, beginning with path: /v1/….');
    }
    const found = problems.length === 0 ? read(document.contents as YAMLMap, say) : undefined;
    return found !== undefined && problems.length === 0 ? found : {problems: shortened(problems)};
  } catch (error) {
    // Nested deeper than the parser can go.
    if (!(error instanceof RangeError)) throw error;
    return {problems: ['definition is nested too deep.']};
  }
}

function shortened(problems: readonly string[]): readonly string[] {
  const more = problems.length - maxProblems;
  return more > 0 ? [...problems.slice(0, maxProblems), `definition has ${more} more such mistakes.`] : problems;
}

function placeOf(node: unknown, lines: LineCounter): string {
  const start = (node as {readonly range?: readonly number[] | null} | null)?.range?.[0];
  if (start === undefined) return '';
  const {line, col} = lines.linePos(start);
  return `, line ${line}, column ${col}`;
}

function sayMistakes(document: Document.Parsed, text: string, say: Say): void {
  const isDouble = ({code}: Mistake) => code === 'DUPLICATE_KEY';
  for (const {pos} of document.errors.filter(isDouble)) say({range: pos}, 'the same key stands here a second time.');
  const [first] = [...document.errors, ...document.warnings]
    .filter(mistake => !isDouble(mistake))
    .sort((a, b) => a.pos[0] - b.pos[0]);
  if (first?.code === 'RESOURCE_EXHAUSTION') throw new RangeError();
  const nodes: Node[] = [];
  visit(document, {Node: (_, node) => void nodes.push(node as Node)});
  // One mistake of syntax makes others behind it.
  if (first) say({range: first.pos}, syntaxProblem(first, nodes, text));
  for (const alias of nodes.filter(isAlias)) {
    say(
      alias,
      `the alias *${alias.source} is not taken: write out what it stands for. An expression that begins with "*" goes between quotes.`
    );
  }
}

/** The usual cause of what the parser says. */
function syntaxProblem({code, message, pos: [at]}: Mistake, nodes: readonly Node[], text: string): string {
  const open = nodes.findLast(node => node.range?.[1] === at && isOpen(node, text));
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'more than one YAML document; it takes one, without a line "---" or "..." behind it.';
    case 'TAB_AS_INDENT':
      return 'no valid YAML: a tab indents this line. Use blanks.';
    case 'TAG_RESOLVE_FAILED':
      return 'a value that begins with "!" goes between quotes, else YAML takes it for a tag.';
    case 'BAD_SCALAR_START':
      return 'no valid YAML: a value that begins with "@", "`" or "%" goes between quotes.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'no valid YAML: a second ": " in one value, or a line that is indented too far. A value with ": " in it goes between quotes.';
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      if (isScalar(open)) return 'no valid YAML: the quote that begins before here is never closed.';
      if (open) return 'no valid YAML: "[" or "{" is never closed, or a line of it is not indented.';
      return code === 'BAD_INDENT'
        ? 'no valid YAML: this line is not indented like the one before it.'
        : 'no valid YAML: a key without ": " and a value behind it.';
    case 'UNEXPECTED_TOKEN':
      if (nodes.some(node => endsBefore(node, at, text)))
        return 'no valid YAML: a value ends before here and more follows. Keys of one level begin in the same column, and an expression that begins with a quote, "[" or "{" goes between quotes as a whole.';
      return `no valid YAML: ${sentence(message)}`;
    default:
      return `no valid YAML: ${sentence(message)}`;
  }
}

/** What a scalar, or a list or map in brackets, is written as. */
function sourceOf(node: Node, text: string): string {
  return node.range && (isScalar(node) || (isCollection(node) && node.flow))
    ? text.slice(node.range[0], node.range[1])
    : '';
}

/** Whether it begins with a quote or bracket that does not end it. */
function isOpen(node: Node, text: string): boolean {
  const source = sourceOf(node, text);
  const end = {'"': '"', "'": "'", '[': ']', '{': '}'}[source.charAt(0)];
  return end !== undefined && (source.length === 1 || !source.endsWith(end));
}

/** Whether it is no empty one, and nothing but white space is between it and the place. */
function endsBefore(node: Node, at: number, text: string): boolean {
  const end = node.range?.[1] ?? at;
  return sourceOf(node, text) !== '' && end <= at && text.slice(end, at).trim() === '';
}

function sentence(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
