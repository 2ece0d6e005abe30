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
import type {Message} from '../../text.ts';
import {type CustomMessage, type CustomWords, said} from './words.ts';

/** Takes what is wrong, with the node where it stands. */
export interface Say {
  (node: unknown, what: CustomMessage): void;
  /** As much of a given text as is shown. A secret that stands in it by mistake goes first: in a part it would not be known. */
  beginning(given: string): string;
}

export interface Problems {
  readonly problems: readonly Message[];
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
  if (text.length > maxLength) return {problems: [said(words => words.tooLong(text.length, maxLength))]};
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const say: Say = Object.assign(
    (node: unknown, what: CustomMessage) =>
      void problems.push({at: startOf(node) ?? Number.POSITIVE_INFINITY, message: said(placed(what, node, lines))}),
    {beginning: (given: string) => clean(given).slice(0, 80)}
  );
  try {
    const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, merge: false});
    sayMistakes(document, text, say);
    if (problems.length === 0 && !isMap(document.contents)) {
      say(document.contents, words => words.aMap);
    }
    const found = problems.length === 0 ? read(document.contents as YAMLMap, say) : undefined;
    return found !== undefined && problems.length === 0 ? found : {problems: shortened(problems)};
  } catch (error) {
    // Nested deeper than the parser can go.
    if (!(error instanceof RangeError)) throw error;
    return {problems: [said(words => words.tooDeep)]};
  }
}

/** A problem, with the offset of what it is about. */
interface Problem {
  readonly at: number;
  readonly message: Message;
}

/** In the order of the definition; what is about all of it comes last. */
function shortened(problems: readonly Problem[]): readonly Message[] {
  // NaN, of two of these, counts as 0.
  const sorted = problems.toSorted((one, other) => one.at - other.at);
  const messages = sorted.map(({message}) => message);
  const more = messages.length - maxProblems;
  return more > 0 ? [...messages.slice(0, maxProblems), said(words => words.more(more))] : messages;
}

function startOf(node: unknown): number | undefined {
  return (node as {readonly range?: readonly number[] | null} | null)?.range?.[0];
}

/** With the line and the column of the node. */
function placed(what: CustomMessage, node: unknown, lines: LineCounter): CustomMessage {
  const start = startOf(node);
  if (start === undefined) return words => words.definition(what(words));
  const {line, col} = lines.linePos(start);
  return words => words.definitionAt(line, col, what(words));
}

function sayMistakes(document: Document.Parsed, text: string, say: Say): void {
  const isDouble = ({code}: Mistake) => code === 'DUPLICATE_KEY';
  for (const {pos} of document.errors.filter(isDouble)) say({range: pos}, ({yaml}) => yaml.twice);
  const [first] = [...document.errors, ...document.warnings]
    .filter(mistake => !isDouble(mistake))
    .sort((a, b) => a.pos[0] - b.pos[0]);
  if (first?.code === 'RESOURCE_EXHAUSTION') throw new RangeError();
  const nodes: Node[] = [];
  visit(document, {Node: (_, node) => void nodes.push(node as Node)});
  // One mistake of syntax makes others behind it.
  if (first) say({range: first.pos}, ({yaml}) => syntaxProblem(first, nodes, text, yaml));
  else for (const tagged of nodes.filter(node => node.tag !== undefined)) say(tagged, ({yaml}) => yaml.tag);
  for (const alias of nodes.filter(isAlias)) {
    say(alias, ({yaml}) => yaml.alias(alias.source));
  }
}

/** The usual cause of what the parser says. */
function syntaxProblem(
  {code, message, pos: [at]}: Mistake,
  nodes: readonly Node[],
  text: string,
  yaml: CustomWords['yaml']
): string {
  const open = nodes.findLast(node => node.range?.[1] === at && isOpen(node, text));
  switch (code) {
    case 'MULTIPLE_DOCS':
      return yaml.documents;
    case 'TAB_AS_INDENT':
      return yaml.tab;
    case 'TAG_RESOLVE_FAILED':
      return yaml.tag;
    case 'BAD_SCALAR_START':
      return yaml.start;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return yaml.colon;
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      if (isScalar(open)) return yaml.openQuote;
      if (open) return yaml.openBracket;
      return code === 'BAD_INDENT' ? yaml.indent : yaml.keyAlone;
    case 'UNEXPECTED_TOKEN':
      if (nodes.some(node => endsBefore(node, at, text))) return yaml.more;
      return yaml.other(sentence(message));
    default:
      return yaml.other(sentence(message));
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
