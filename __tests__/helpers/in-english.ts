import {en, type Words} from '../../src/words/en.ts';

/** A value in which each message, however deep, has its words. */
export function inEnglish<T>(value: T): T;
export function inEnglish(value: unknown): unknown {
  if (typeof value === 'function') return (value as (words: Words) => unknown)(en);
  if (Array.isArray(value)) return value.map(each => inEnglish(each));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inEnglish(each)]));
}
