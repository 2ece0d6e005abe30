import type * as actions from '@actions/core';

/** What this action uses of `@actions/core`. */
export type Core = Pick<
  typeof actions,
  'getInput' | 'setSecret' | 'setOutput' | 'info' | 'debug' | 'error' | 'notice' | 'isDebug'
> & {readonly summary: {addRaw(text: string): {write(options?: {overwrite?: boolean}): Promise<unknown>}}};

/** Where texts for people and for later steps go. Nothing that was named a secret gets through. */
export interface Sink {
  info(line: string): void;
  debug(line: string): void;
  error(message: string, title: string): void;
  notice(message: string, title: string): void;
  setOutput(name: string, value: string): void;
  writeSummary(markdown: string): Promise<void>;
  /** Masks a secret in the log, and keeps it out of all that is written from now on. */
  addSecret(secret: string): void;
}

/** The runner masks the log alone; outputs and summary need it done here. */
export function createSink(core: Core): Sink {
  const secrets = new Set<string>();
  const clean = (text: string): string => {
    let result = text;
    for (const secret of secrets) result = result.replaceAll(secret, '***');
    return result;
  };
  return {
    info: line => core.info(clean(line)),
    debug: line => core.debug(clean(line)),
    error: (message, title) => core.error(clean(message), {title}),
    notice: (message, title) => core.notice(clean(message), {title}),
    setOutput: (name, value) => core.setOutput(name, clean(value)),
    writeSummary: async markdown => {
      await core.summary.addRaw(clean(markdown)).write();
    },
    addSecret: secret => {
      if (secret === '' || secrets.has(secret)) return;
      core.setSecret(secret);
      // As it stands, and as it stands inside JSON.
      secrets.add(secret).add(JSON.stringify(secret).slice(1, -1));
    }
  };
}
