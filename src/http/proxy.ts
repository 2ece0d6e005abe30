import {BlockList, isIP} from 'node:net';
import type {Environment} from '../environment.ts';
import {isLoopback} from '../loopback.ts';
import {inWords, type Message} from '../text.ts';
import {en, type Words} from '../words/en.ts';

/** The proxy that an address is reached through. */
export interface ForwardProxy {
  /** The variable of the environment that names it. */
  readonly variable: string;
  readonly url: URL;
  /** What it gets in `Proxy-Authorization`; absent where its address has no user. */
  readonly authorization: string | undefined;
}

/** As curl and others do: lower case first, and the variable for all schemes last. */
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'] as const;
const exceptionVariables = ['no_proxy', 'NO_PROXY'] as const;
/** Not used here, but a password in them is a secret as well. */
const otherVariables = ['http_proxy', 'HTTP_PROXY'] as const;

/** The proxy for this address. Throws where its variable cannot be read, which `proxyProblems` has reported before. */
export function proxyFor(url: URL, environment: Environment): ForwardProxy | undefined {
  const setting = settingFor(url, environment);
  if (setting === undefined) return undefined;
  const {variable, value} = setting;
  const proxy = readProxy(value);
  if ('problem' in proxy) throw new Error(`${inWords(proxy.problem(variable), en)}.`);
  return {variable, url: proxy.url, authorization: authorizationOf(proxy.url)};
}

/** A variable of the environment that is set. */
interface Setting {
  readonly variable: string;
  readonly value: string;
}

function settingFor(url: URL, environment: Environment): Setting | undefined {
  // Without TLS nothing but the machine itself is asked.
  if (url.protocol !== 'https:' || isOwnMachine(url)) return undefined;
  const exceptions = firstSet(exceptionVariables, environment);
  return exceptions !== undefined && isException(url, exceptions.value)
    ? undefined
    : firstSet(proxyVariables, environment);
}

/**
 * What keeps requests to these addresses from going through their proxy, a sentence for each variable. It shows no value. What
 * is no address has its problem elsewhere.
 */
export function proxyProblems(urls: readonly (string | undefined)[], environment: Environment): readonly Message[] {
  const problems = urls
    .flatMap(url => (url !== undefined && URL.canParse(url) ? [new URL(url)] : []))
    .flatMap(url => {
      const setting = settingFor(url, environment);
      if (setting === undefined) return [];
      const {variable, value} = setting;
      const proxy = readProxy(value);
      if (!('problem' in proxy)) return [];
      const problem = proxy.problem(variable);
      const message: Message = words => words.proxy.problem(inWords(problem, words), url.hostname);
      return [[variable, message] as const];
    });
  return [...new Map(problems).values()];
}

/** Passwords of proxies, in the forms in which they may appear. */
export function proxySecrets(environment: Environment): readonly string[] {
  return [...proxyVariables, ...otherVariables].flatMap(variable => {
    const value = environment[variable]?.trim() ?? '';
    // Less is rather a setting's word than a key.
    const inQuery = [...new URLSearchParams(/\?([^#]*)/.exec(value)?.[1]).values()].filter(({length}) => length >= 8);
    const at = value.lastIndexOf('@');
    if (at === -1) return inQuery;
    const userInfo = value.slice(0, at).replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
    const [user = '', ...rest] = userInfo.split(':');
    const behindUser = rest.join(':');
    // A token can stand alone, before or instead of a password.
    const password = ['', 'x-oauth-basic'].includes(behindUser) ? user : behindUser;
    const proxy = readProxy(value);
    const authorization = 'url' in proxy ? authorizationOf(proxy.url) : undefined;
    return [...new Set([password, decoded(password), authorization?.slice('Basic '.length) ?? '', ...inQuery])].filter(
      Boolean
    );
  });
}

function firstSet(names: readonly string[], environment: Environment): Setting | undefined {
  return names
    .map(variable => ({variable, value: environment[variable]?.trim() ?? ''}))
    .find(({value}) => value !== '');
}

/** The problem is of the variable that it is given. */
function readProxy(value: string): {readonly url: URL} | {readonly problem: (variable: string) => Message} {
  if (/^socks/i.test(value) && value.includes('://')) {
    return {problem: variable => words => words.proxy.socks(variable)};
  }
  const unreadable = {problem: (variable: string) => (words: Words) => words.proxy.unreadable(variable)};
  const text = value.includes('://') ? value : `http://${value}`;
  // A typing error such as "http:/proxy" would make a host of the scheme.
  if (/[\s\\]|^https?:(?!\/\/)/i.test(value) || !URL.canParse(text)) return unreadable;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return unreadable;
  // Where a password has a slash in it, the rest of it is taken for a path.
  return /@/.test(url.pathname + url.search + url.hash) ? unreadable : {url};
}

function authorizationOf({username, password}: URL): string | undefined {
  if (username === '' && password === '') return undefined;
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The link-local addresses of a machine's own metadata mean nothing to a proxy, which would ask its own. */
function isOwnMachine({hostname}: URL): boolean {
  return isLoopback(hostname) || /^169\.254(\.\d+){2}$/.test(hostname);
}

/** Whether NO_PROXY names the address: by its domain, its host, its IP address, a network, each also with a port. */
function isException(url: URL, list: string): boolean {
  const host = bareName(url.hostname);
  const port = url.port || '443';
  return list
    .toLowerCase()
    .split(/[\s,]/)
    .some(item => {
      if (item === '*') return true;
      // Of an IPv6 address only brackets show where the port begins.
      const text = isIP(item) === 6 ? `[${item}]` : item;
      const itemPort = /:(\d+)$/.exec(text)?.[1] ?? port;
      if (Number(itemPort) !== Number(port)) return false;
      const name = bareName(text.replace(/:\d+$/, ''));
      if (isIP(host) !== 0) return isInNetwork(host, name);
      const domain = name.replace(/^\*?\.?/, '');
      return host === domain || host.endsWith(`.${domain}`);
    });
}

/** Without the brackets of an IPv6 address, and without the dot at the end of a whole name. */
function bareName(name: string): string {
  return name.replace(/^\[|\]$|\.$/g, '');
}

/** An address is a network of its own. */
function isInNetwork(host: string, network: string): boolean {
  const [address = '', bits, ...more] = network.replace(/[[\]]/g, '').split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const longest = family === 'ipv6' ? 128 : 32;
  const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (isIP(address) === 0 || prefix < 0 || prefix > longest || more.length > 0) return false;
  const networks = new BlockList();
  networks.addSubnet(address, prefix, family);
  return networks.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4');
}
