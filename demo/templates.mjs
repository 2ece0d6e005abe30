/**
 * Templates of the evidence in src/services: text, paths and JSON in which `{name}` stands for a value.
 */

const names = /\{([a-z_]+)\}/g;

/** The names in a template, each once, in their order. */
export function namesIn(template) {
  return [...new Set([...JSON.stringify(template ?? '').matchAll(names)].map(([, name]) => name))];
}

/** The template with values instead of the names; a name without a value stays. */
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
  if (!template.includes('{')) return template === text ? {} : undefined;
  const {form, found} = formOf(template);
  const values = form.exec(text);
  return values === null ? undefined : Object.fromEntries(found.map((name, index) => [name, values[index + 1]]));
}

const forms = new Map();

function formOf(template) {
  if (!forms.has(template)) {
    const literal = template.split(names).map((part, index) => (index % 2 === 0 ? escaped(part) : '(.+?)'));
    const found = [...template.matchAll(names)].map(([, name]) => name);
    forms.set(template, {form: new RegExp(`^${literal.join('')}$`, 's'), found});
  }
  return forms.get(template);
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

/** The texts in JSON that stand for themselves, each with the path of its keys (`datastore.type`). */
export function textsIn(template, path = '') {
  if (typeof template === 'string') return template.includes('{') ? [] : [{path, text: template}];
  return Object.entries(Object(template)).flatMap(([key, item]) => textsIn(item, path === '' ? key : `${path}.${key}`));
}

/** What a path of keys leads to in JSON. */
export const textAt = (json, path) => path.split('.').reduce((inner, key) => Object(inner)[key], json);

/** Where a name stands in a template, as `jq` writes it (`.instances[0].instance_id`); undefined where it does not. */
export function placeOf(name, template, path = '') {
  if (template === `{${name}}`) return path;
  return Object.entries(Object(typeof template === 'string' ? undefined : template))
    .map(([key, item]) => placeOf(name, item, Array.isArray(template) ? `${path}[${key}]` : `${path}.${key}`))
    .find(found => found !== undefined);
}

/** The answer of a sample, with the ids of the task instead of its own, and its times moved to the task's. */
export function rendered({status = 200, headers = {}, body, expected, values: own = {}}, values, nowMs) {
  const text = body.text ?? JSON.stringify(body.json);
  const times = [expected.end, expected.start].filter(time => time !== undefined).map(Date.parse);
  const moved = times.length === 0 ? text : movedBy(nowMs - times[0], text);
  const replaced = Object.entries(own).reduce((rest, [name, value]) => withId(rest, value, values[name]), moved);
  return {http: status, headers, text: replaced};
}

/** Texts and numbers of JSON that are this id, with another one in its place. */
function withId(text, from, to) {
  if (!from || to === undefined || from === to) return text;
  const quoted = text.replaceAll(JSON.stringify(from), JSON.stringify(to));
  return /^\d+$/.test(from) && /^\d+$/.test(to)
    ? quoted.replace(new RegExp(`(?<=[:[,])${from}(?=[,}\\]])`, 'g'), to)
    : quoted;
}

/** All times in a text, in whatever form: milliseconds since 1970, or days with a time. */
function movedBy(deltaMs, text) {
  return text
    .replace(/(?<=[:",[])\d{13}(?=[",}\]])/g, ms => String(Number(ms) + Math.round(deltaMs)))
    .replace(/(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)/g, (_, day, separator, time) =>
      new Date(Date.parse(`${day}T${time}Z`) + deltaMs).toISOString().slice(0, 19).replace('T', separator)
    );
}
