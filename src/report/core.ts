import type * as actions from '@actions/core';
import type {Environment} from '../environment.ts';
import {type Cleaner, isSecret} from '../secrets.ts';
import {harmless, noCommand, oneLine} from './text.ts';
import {colored, type Piece} from './tone.ts';

/** What this action uses of `@actions/core`. */
export type Core = Pick<
  typeof actions,
  'getInput' | 'setSecret' | 'setOutput' | 'info' | 'debug' | 'error' | 'notice' | 'startGroup' | 'endGroup'
> & {readonly summary: {addRaw(text: string): {write(options?: {overwrite?: boolean}): Promise<unknown>}}};

/** Where texts for people and for later steps go. Nothing that was named a secret gets through. */
export interface Sink {
  info(...line: readonly Piece[]): void;
  /** Lines that the log shows when their title is clicked. */
  group(title: string, lines: readonly (readonly Piece[])[]): void;
  debug(text: string, maxLength?: number): void;
  error(message: string, title: string): void;
  notice(message: string, title: string): void;
  /** Cleaned once more as a whole. */
  setOutput(name: string, value: string): void;
  /** Not cleaned: made of our own words and numbers and of clean texts, which a short secret must not change. */
  setOwnOutput(name: string, value: string): void;
  /** Made of clean texts; cleaned once more of long secrets, which can arise where two texts meet. */
  writeSummary(markdown: string): Promise<void>;
  /** Masks a secret in the log, and keeps it out of all that is written until an hour after the end of its life. */
  addSecret(secret: string, lifeMs?: number): void;
  /** Takes the secrets out of a text by others. To be used before it is cut or escaped. */
  clean(text: string): string;
}

interface SinkOptions {
  readonly cleaner: Cleaner;
  readonly inColor: boolean;
  /** Whether anything is still to be said. */
  readonly isOpen?: () => boolean;
}

/** GitHub's log shows colors; what else collects the output of a step may not. */
export function showsColors(environment: Environment): boolean {
  return environment.GITHUB_ACTIONS === 'true' && !environment.NO_COLOR;
}

/** The runner masks the log alone; outputs and summary need it done here. */
export function createSink(core: Core, {cleaner, inColor, isOpen = () => true}: SinkOptions): Sink {
  const safe = (text: string): string => harmless(cleaner.clean(text));
  const say = (line: string) => {
    if (isOpen()) core.info(line);
  };
  const info: Sink['info'] = (...line) => {
    const pieces = line.map(piece => {
      const [tone, text] = typeof piece === 'string' ? [undefined, piece] : piece;
      return {tone, text};
    });
    // What must not come through can begin in one piece and end in another.
    const whole = noCommand(safe(pieces.map(({text}) => text).join('')));
    if (!inColor) return say(whole);
    const safePieces = pieces.map(({tone, text}) => ({tone, text: safe(text)}));
    const isSafeInPieces = safePieces.map(({text}) => text).join('') === whole;
    say(isSafeInPieces ? safePieces.map(({tone, text}) => colored(tone, text)).join('') : whole);
  };
  return {
    clean: cleaner.cleanText,
    info,
    group: (title, lines) => {
      if (!isOpen()) return;
      core.startGroup(safe(title));
      for (const line of lines) info(...line);
      core.endGroup();
    },
    debug: (text, maxLength) => {
      if (isOpen()) core.debug(safe(oneLine(cleaner.cleanText(text), maxLength)));
    },
    error: (message, title) => {
      if (isOpen()) core.error(safe(message), {title: safe(title)});
    },
    notice: (message, title) => {
      if (isOpen()) core.notice(safe(message), {title: safe(title)});
    },
    setOutput: (name, value) => {
      if (isOpen()) core.setOutput(name, cleaner.clean(value));
    },
    setOwnOutput: (name, value) => {
      if (isOpen()) core.setOutput(name, value);
    },
    writeSummary: async markdown => {
      if (isOpen()) await core.summary.addRaw(cleaner.cleanLong(markdown)).write();
    },
    addSecret: (secret, lifeMs) => {
      if (!cleaner.add(secret, lifeMs)) return;
      core.setSecret(secret);
      // The runner knows the other forms of a value by itself.
      const unpadded = secret.replace(/={1,2}$/, '');
      if (unpadded !== secret && isSecret(unpadded)) core.setSecret(unpadded);
    }
  };
}
