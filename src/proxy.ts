import type {Environment} from './input-reader.ts';

/** The variable that names the proxy for this address, where one does. */
export function proxyVariableFor({protocol}: URL, environment: Environment): string | undefined {
  const scheme = protocol === 'http:' ? 'http' : 'https';
  return [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`].find(name => environment[name]?.trim());
}
