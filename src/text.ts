/** What people read. */
export interface Text {
  readonly en: string;
  /** English is shown where it is absent, and no release is made. */
  readonly zh?: string;
}

/** A string is the same in each language, as a brand name can be. */
export function textIn(text: string | Text, language: keyof Text = 'en'): string {
  return typeof text === 'string' ? text : (text[language] ?? text.en);
}
