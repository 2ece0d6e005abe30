import {en, type Words} from './en.ts';

/** The words of a language, as the input `language` names it; English for what is no language. */
export async function wordsFor(language: string): Promise<Words> {
  if (language !== 'zh-cn') return en;
  // Most steps are English, and start without the other.
  return import('./zh.ts').then(
    ({zh}) => zh,
    () => en
  );
}
