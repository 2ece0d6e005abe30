/**
 * Templates of the evidence in src/services: text, paths and JSON in which `{name}` stands for a value.
 */

const names = /\{([a-z_]+)\}/g;

/** The names in a template, each once, in their order. */
export function namesIn(template) {
  return [...new Set([...JSON.stringify(template ?? '').matchAll(names)].map(([, name]) => name))];
}

/** The template with values in place of the names; a name without a value stays. */
export function filled(template, values, encode = text => text) {
  if (typeof template === 'string') {
    return template.replace(names, (whole, name) => (name in values ? encode(String(values[name])) : whole));
  }
  if (Array.isArray(template)) return template.map(item => filled(item, values, encode));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, item]) => [key, filled(item, values, encode)]));
}

/** What the names stand for in a text of this form; undefined for a text of another form. */
function valuesInText(template, text) {
  const literal = template.split(names).map((part, index) => (index % 2 === 0 ? escaped(part) : '(.+?)'));
  const found = new RegExp(`^${literal.join('')}$`, 's').exec(text);
  if (found === null) return undefined;
  return Object.fromEntries([...template.matchAll(names)].map(([, name], index) => [name, found[index + 1]]));
}

const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What the names of a path with its query stand for in an address; undefined for another path. */
export function valuesInPath(template, {pathname, searchParams}) {
  const [path, query = ''] = template.split('?');
  const [wanted, given] = [path.split('/'), pathname.split('/')];
  if (wanted.length !== given.length) return undefined;
  const pairs = [
    ...wanted.map((part, index) => [part, decoded(given[index])]),
    ...[...new URLSearchParams(query)].map(([key, value]) => [value, searchParams.get(key) ?? ''])
  ];
  return gathered(pairs.map(([part, value]) => valuesInText(part, value)));
}

/**
 * What the names stand for in JSON, and how many of the other texts are the same: what a call leaves out or adds does
 * not matter.
 */
export function valuesInJson(template, actual) {
  if (typeof template === 'string') {
    if (actual === undefined || actual === null) return {values: {}, same: 0};
    const values = valuesInText(template, String(actual));
    return {values: values ?? {}, same: values !== undefined && Object.keys(values).length === 0 ? 1 : 0};
  }
  if (typeof template !== 'object' || template === null) return {values: {}, same: 0};
  const inner = Object.entries(template).map(([key, item]) => valuesInJson(item, Object(actual)[key]));
  return {values: gathered(inner.map(({values}) => values)), same: inner.reduce((sum, {same}) => sum + same, 0)};
}

function gathered(parts) {
  return parts.includes(undefined) ? undefined : Object.assign({}, ...parts);
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
