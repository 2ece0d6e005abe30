import {wordsOf} from '../errors.ts';
import type {Verdict} from '../polling/verdict.ts';
import {inWords} from '../text.ts';
import type {Words} from '../words/en.ts';
import type {Sink} from './core.ts';
import {type EndingText, inOneLine} from './ending.ts';
import {type OutputName, ownOutputs} from './output-names.ts';
import {oneLine, padded, widthOf} from './text.ts';
import type {Piece} from './tone.ts';

export interface OutputProblem {
  readonly what: string;
  readonly isFull: boolean;
}

/** Sets all outputs, or says why that cannot be done. `status` comes last: later steps see it only where all others are set. */
export function setOutputs({status, ...others}: Outputs, sink: Sink, words: Words): OutputProblem | undefined {
  try {
    for (const [name, value] of Object.entries({...others, status}) as [OutputName, string][]) {
      if (ownOutputs.has(name)) sink.setOwnOutput(name, value);
      else sink.setOutput(name, value);
    }
    return undefined;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    return {what: oneLine(sink.clean(thrownInWords(error, words))), isFull: code === 'ENOSPC' || code === 'EDQUOT'};
  }
}

type Outputs = Readonly<Record<OutputName, string>>;

export function stepFor({isFull}: OutputProblem, {toDo}: Words): string {
  return isFull ? toDo.diskFull : toDo.outputs;
}

export function thrownInWords(error: unknown, words: Words): string {
  try {
    return inWords(wordsOf(error), words);
  } catch {
    return words.log.noWords;
  }
}

/** The ending in the log, and as an annotation where the step is red. */
export function tell(verdict: Verdict, ending: EndingText, sink: Sink, words: Words): void {
  const isGood = verdict === 'succeeded';
  sink.info([isGood ? 'good' : 'bad', `${isGood ? '✓' : '✗'} ${ending.headline}`]);
  for (const line of endingLines(ending, words)) sink.info(...line);
  if (isGood) return;
  const annotate = verdict === 'unfinished' ? sink.notice : sink.error;
  annotate(oneLine(inOneLine(ending, words), 4000), ending.headline);
}

/** The four lines with their labels, and further ones below where there is more than one thing. */
function endingLines(
  {happened, reasons, ofReasons, now, nowLabel, toDo, support}: EndingText,
  {labels}: Words
): readonly (readonly Piece[])[] {
  const width = Math.max(...[labels.happened, nowLabel, labels.toDo, labels.support].map(widthOf)) + 2;
  const steps = toDo.flatMap((lines, index) => {
    const mark = toDo.length > 1 ? `${index + 1}. ` : '';
    return lines.map((line, number) => (number === 0 ? mark + line : ' '.repeat(mark.length) + line));
  });
  const rows: readonly (readonly [label: string, lines: readonly string[]])[] = [
    [labels.happened, reasons.length > 0 ? [...reasons.map(reason => `- ${reason}`), ofReasons] : [happened]],
    [nowLabel, [now]],
    [labels.toDo, steps],
    [labels.support, [support]]
  ];
  return rows.flatMap(([label, lines]) =>
    lines
      .filter(line => line !== '')
      .map((line, index): readonly Piece[] => [['strong', padded(index === 0 ? label : '', width)], line])
  );
}

export async function writeSummary(markdown: string, sink: Sink, words: Words): Promise<void> {
  try {
    await sink.writeSummary(markdown);
  } catch (error) {
    sink.info(`${words.log.warning}${words.log.summaryNotWritten(oneLine(sink.clean(thrownInWords(error, words))))}`);
  }
}
