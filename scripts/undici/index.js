// @actions/http-client loads undici at once, and uses it for `getAgentDispatcher` alone, which nothing here calls.
// Without it the bundle is less than a third as large, starts sooner and needs less memory.
export class ProxyAgent {
  constructor() {
    throw new Error('undici is not bundled, for nothing used it: see scripts/undici and the overrides in package.json');
  }
}
