import {instant} from '../time.ts';
import {version} from '../version.ts';
import type {Words} from '../words/en.ts';
import type {Sink} from './core.ts';

/** The first line: this action, and when the step began. */
export function begin(sink: Pick<Sink, 'info'>, words: Words, dateMs: number): void {
  sink.info(['quiet', words.log.begin(version, instant(dateMs))]);
}
