import type {ServiceName} from '../../../src/services/index.ts';
import type {Evidence} from '../../../src/services/samples.ts';
import type {Service} from '../../../src/services/service.ts';
import {type Text, textIn} from '../../../src/text.ts';
import {evidence} from '../evidence.ts';
import {type PageWords, pageWords} from './words.ts';

export type Language = keyof Text;
export type NamedService = Service & {readonly name: ServiceName};

/** What a page is made of. */
export interface Subject {
  readonly service: NamedService;
  readonly own: Evidence;
  readonly words: PageWords;
  readonly language: Language;
}

export function subjectOf(service: NamedService, language: Language): Subject {
  return {service, own: evidence[service.name], words: pageWords[language], language};
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** The product and what is waited for. */
export function titleOf(subject: Subject): string {
  const {own, words, language} = subject;
  return words.title(productOf(subject), textIn(own.about.what, language));
}

/** The product, without what a title in Chinese has in brackets for what is waited for. */
export function productOf({service, language}: Subject): string {
  return textIn(service.title, language).replace(/（.*）$/, '');
}

/** Names in braces, in their order. */
export function namesIn(form: string): readonly string[] {
  return [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** What stands before the fields of the task in an answer. */
export function prefixOf({needs: {task}}: Evidence): string {
  return task ? `${task}.` : '';
}

/** A word, with what it stands for where it is a number. */
export function wordIn({own, words: {inBrackets}, language}: Subject, word: string): string {
  const says = own.about.words?.[word];
  return code(word) + (says ? inBrackets(textIn(says, language)) : '');
}
