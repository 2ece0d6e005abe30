import type {SubtaskState} from '../task.ts';

/** How a part of a line in the log is meant, which its color shows. */
export type Tone = 'quiet' | 'strong' | 'going' | 'good' | 'doubtful' | 'bad';

/** A part of a line, with a tone where it is more than plain text. */
export type Piece = string | readonly [tone: Tone, text: string];

/** As codes of ANSI, which GitHub shows in both its themes. */
const ansiCodes: Readonly<Record<Tone, number>> = {quiet: 90, strong: 1, going: 36, good: 32, doubtful: 33, bad: 31};

const tones: Readonly<Record<SubtaskState, Tone>> = {
  running: 'going',
  succeeded: 'good',
  warning: 'doubtful',
  failed: 'bad',
  stopped: 'bad',
  unknown: 'doubtful',
  skipped: 'quiet',
  untold: 'quiet'
};

export function toneOf(state: SubtaskState): Tone {
  return tones[state];
}

/** To be used on harmless text alone, and last: nothing lets an escape sequence through after it. */
export function colored(tone: Tone | undefined, text: string): string {
  return tone === undefined || text.trim() === '' ? text : `\u001b[${ansiCodes[tone]}m${text}\u001b[0m`;
}
