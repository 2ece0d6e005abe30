/** Markdown as GitHub reads it: GFM with HTML, through GitHub's allow-list. Mentions and emoji are no part of it. */
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import {unified} from 'unified';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {allowDangerousHtml: true})
  // With the HTML that stands in the Markdown as elements.
  .use(rehypeRaw);
/** Its default schema is GitHub's allow-list. */
const sanitizer = unified().use(rehypeSanitize);

/**
 * Trees of HTML as GitHub makes them of Markdown: before its allow-list took anything away, and after.
 * @param {string} markdown
 */
export function treesAsGitHub(markdown) {
  const asked = parser.runSync(parser.parse(markdown));
  return {asked, shown: sanitizer.runSync(asked)};
}

/**
 * The HTML that GitHub would show, without a page around it.
 * @param {string} markdown
 */
export function htmlAsGitHub(markdown) {
  return serialized(treesAsGitHub(markdown).shown);
}

const voidElements = new Set(['br', 'hr', 'img', 'input', 'source']);
/** @type {Record<string, string>} */
const marks = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
/** @param {string} text */
const escaped = text => text.replace(/[&<>"]/g, mark => marks[mark] ?? mark);

/**
 * HTML of a tree in which the allow-list left elements and texts alone.
 * @param {any} node
 * @returns {string}
 */
function serialized({type, tagName, value, properties = {}, children = []}) {
  if (type === 'text') return escaped(value);
  const inner = children.map(serialized).join('');
  if (type === 'root') return inner;
  if (type !== 'element') return '';
  const tag = `${tagName}${Object.entries(properties).map(attribute).join('')}`;
  return voidElements.has(tagName) ? `<${tag}>` : `<${tag}>${inner}</${tagName}>`;
}

/**
 * @param {[string, unknown]} property under its name in the DOM, or `ariaLabel`, `dataFootnoteRef` and their like
 * @returns {string}
 */
function attribute([property, value]) {
  if (value === false || value === null || value === undefined) return '';
  const name =
    {className: 'class', htmlFor: 'for'}[property] ??
    property.replace(property.startsWith('data') ? /[A-Z]/g : /(?<=^aria)[A-Z]/, letter => `-${letter}`);
  const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value);
  return ` ${name.toLowerCase()}="${escaped(text)}"`;
}
