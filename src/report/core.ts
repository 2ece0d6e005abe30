import type * as actions from '@actions/core';
import {harmless, noCommand} from './text.ts';
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
  debug(line: string): void;
  error(message: string, title: string): void;
  notice(message: string, title: string): void;
  setOutput(name: string, value: string): void;
  writeSummary(markdown: string): Promise<void>;
  /** Masks a secret in the log, and keeps it out of all that is written from now on. */
  addSecret(secret: string): void;
  /** The text without secrets. To be used before a text is cut or escaped, which would leave parts of one. */
  clean(text: string): string;
}

/** The runner masks the log alone; outputs and summary need it done here. */
export function createSink(core: Core, {inColor}: {readonly inColor: boolean}): Sink {
  const secrets = new Set<string>();
  let longestFirst: readonly string[] = [];
  const clean = (text: string): string =>
    longestFirst
      .reduce((result, secret) => result.replaceAll(secret, '***'), text)
      // Of a request that a service repeats. With the rest of it, a signature is good for minutes.
      .replace(/(Signature=)[0-9a-f]{64}/gi, '$1***');
  const safe = (text: string): string => harmless(clean(text));
  const info: Sink['info'] = (...line) => {
    const pieces = line.map(piece => {
      const [tone, text] = typeof piece === 'string' ? [undefined, piece] : piece;
      return {tone, text, safeText: safe(text)};
    });
    // What must not come through can begin in one piece and end in another.
    const whole = noCommand(safe(pieces.map(({text}) => text).join('')));
    const isSafeInPieces = pieces.map(({safeText}) => safeText).join('') === whole;
    core.info(inColor && isSafeInPieces ? pieces.map(({tone, safeText}) => colored(tone, safeText)).join('') : whole);
  };
  return {
    clean,
    info,
    group: (title, lines) => {
      core.startGroup(safe(title));
      for (const line of lines) info(...line);
      core.endGroup();
    },
    debug: line => core.debug(safe(line)),
    error: (message, title) => core.error(safe(message), {title}),
    notice: (message, title) => core.notice(safe(message), {title}),
    // The verdict is a word of ours, which no secret that happens to be the same may change.
    setOutput: (name, value) => core.setOutput(name, name === 'status' ? value : clean(value)),
    writeSummary: async markdown => {
      await core.summary.addRaw(clean(markdown)).write();
    },
    addSecret: secret => {
      if (secret === '' || secrets.has(secret)) return;
      core.setSecret(secret);
      // Also as it stands inside JSON, and inside JSON that is a text in JSON, and in an address.
      const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
      const forms = [secret, inJson(secret), inJson(inJson(secret)), encodeURIComponent(secret)];
      for (const form of forms) secrets.add(form);
      longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    }
  };
}
