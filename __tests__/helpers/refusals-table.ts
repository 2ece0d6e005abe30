import {type CodedRefusal, refusals} from '../../src/auth/refusals.ts';
import type {Text} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {zh} from '../../src/words/zh.ts';
import {tableOf} from './markdown-table.ts';

const header: Readonly<Record<keyof Text, readonly string[]>> = {
  en: ['Code', 'Text', 'Cause', 'Fix'],
  zh: ['错误码', '文本', '原因', '解决办法']
};
const anythingElse: Readonly<Record<keyof Text, string>> = {en: 'anything else', zh: '其他'};

/** As the gateway sends it, where it is a number of its own. */
export function codeOf({code}: CodedRefusal): string {
  return /^\d{4}$/.test(code) ? `APIGW.${code}` : code;
}

/** What the text of the answer contains; empty where it may be any. */
export function textsOf({text}: CodedRefusal): readonly string[] {
  return text?.source.split('|') ?? [];
}

/** The table of refusals in docs/: what the action says of each. */
export function refusalsTable(language: keyof Text): string {
  const words = {en, zh}[language];
  const shown = (texts: readonly string[]) => texts.map(text => `\`${text}\``).join(language === 'en' ? ', ' : '、');
  const rows = refusals.map(refusal => {
    const others = refusals.some(each => each !== refusal && each.code === refusal.code) ? anythingElse[language] : '';
    const {cause, fix} = refusal.says(words);
    return [shown([codeOf(refusal)]), shown(textsOf(refusal)) || others, cause, fix];
  });
  return tableOf(header[language], rows);
}
