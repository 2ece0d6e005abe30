import vm from 'node:vm';
import {TestEnvironment} from 'jest-environment-node';

/** Each is one for Node and for the tests, so that both know it by its constructor. */
const shared = ['Buffer', 'ArrayBuffer', 'Uint8Array'];

/**
 * Jest's environment for Node, with a global object of its own and not one that two proxies stand before: each mention
 * of `Math` or `Number` in the code costs a call of these. Where this Node cannot make one (before 20.18), one is left.
 */
export default class extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const given = this.global;
    this.context = vm.createContext(vm.constants?.DONT_CONTEXTIFY);
    const own = vm.runInContext('globalThis', this.context);
    for (const key of Reflect.ownKeys(given)) {
      if (Object.hasOwn(own, key) && !shared.includes(key)) continue;
      const {get, enumerable, ...descriptor} = Object.getOwnPropertyDescriptor(given, key);
      const put = value => Object.defineProperty(own, key, {value, enumerable, configurable: true, writable: true});
      const loaded = () => {
        const value = given[key];
        put(value);
        return value;
      };
      // What Node loads at its first use.
      if (get) Object.defineProperty(own, key, {get: loaded, set: put, enumerable, configurable: true});
      else Object.defineProperty(own, key, {enumerable, ...descriptor});
    }
    own.global = own;
    this.global = own;
    this.moduleMocker = new this.moduleMocker.constructor(own);
    // Theirs is the time of the other object. No test uses them.
    this.fakeTimers = null;
    this.fakeTimersModern = null;
  }
}
