import type {Verdict} from '../polling/verdict.ts';
import type {Words} from '../words/en.ts';
import type {EndingText} from './ending.ts';
import {listed, markdown} from './text.ts';

export const icons: Readonly<Record<Verdict, string>> = {
  succeeded: '✅',
  failed: '❌',
  stopped: '⏹️',
  'timed-out': '⏱️',
  unfinished: '⏳',
  cancelled: '🚫',
  'not-found': '❓',
  denied: '🔒',
  error: '💥'
};

export function document(parts: readonly string[]): string {
  return `${paragraphs(parts)}\n`;
}

export function paragraphs(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

/** The lines of the ending but the one for support, which stands last. */
export function endingParts(
  verdict: Verdict,
  {headline, happened, reasons, ofReasons, now, nowLabel, toDo}: EndingText,
  words: Words
): readonly string[] {
  const {labels, colon} = words;
  const labelled = (label: string, content: string) => (content ? `**${label}${colon.trim()}** ${content}` : '');
  const steps = toDo.map(lines => lines.map(line => markdown(line, 1000)));
  const [only, ...others] = steps;
  return [
    `### ${icons[verdict]} ${markdown(headline)}`,
    reasons.length > 0
      ? `**${labels.happened}${colon.trim()}**\n\n${reasonList(reasons, words)}`
      : labelled(labels.happened, markdown(happened, 2000)),
    ofReasons,
    labelled(nowLabel, markdown(now, 1000)),
    others.length > 0
      ? `**${labels.toDo}${colon.trim()}**\n\n${steps.map((lines, index) => `${index + 1}. ${lines.join('<br>')}`).join('\n')}`
      : labelled(labels.toDo, (only ?? []).join('<br>'))
  ];
}

/** GitHub drops a summary of more than a mebibyte as a whole, and an escaped letter is up to twenty bytes. */
const maxReasons = 20;
const maxReasonLength = 700;

function reasonList(reasons: readonly string[], {log}: Words): string {
  const lines = listed(reasons, maxReasons, log.more, reason => markdown(reason, maxReasonLength));
  return lines.map(line => `- ${line}`).join('\n');
}

export function supportPart({support}: EndingText, {labels, colon}: Words): string {
  return support ? `<sub>${labels.support}${colon}${markdown(support, 2000)}</sub>` : '';
}
