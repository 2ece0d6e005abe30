import type {Words} from './words/en.ts';

/** What people read, and what stands with a service. */
export interface Text {
  readonly en: string;
  /** Where it is absent, English is shown. A release needs it. */
  readonly zh?: string;
}

/** A string is the same in each language, as a brand name can be. */
export function textIn(text: string | Text, language: keyof Text = 'en'): string {
  return typeof text === 'string' ? text : (text[language] ?? text.en);
}

/** A sentence or a part of one, which gets its words when it is shown. A string is the same in each language. */
export type Message = string | ((words: Words) => string);

export function inWords(message: Message, words: Words): string {
  return typeof message === 'string' ? message : message(words);
}

/** The message as something makes it of its words: without secrets, for instance. */
export function changed(message: Message, change: (text: string) => string): Message {
  return words => change(inWords(message, words));
}
