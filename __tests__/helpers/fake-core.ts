import type {Core} from '../../src/report/core.ts';

/** What the runner would have got from the step. */
export interface Seen {
  /** Lines of the log without commands. */
  readonly log: string[];
  /** Titles of what the log shows at a click. */
  readonly groups: string[];
  readonly debug: string[];
  readonly annotations: {level: 'error' | 'notice'; message: string; title: string | undefined}[];
  readonly secrets: string[];
  readonly outputs: Record<string, string>;
  summary: string;
}

export interface FakeCore {
  readonly core: Core;
  readonly seen: Seen;
}

/** A runner in memory. Inputs that are not given are empty, as the runner passes them. */
export function fakeCore(inputs: Readonly<Record<string, string>>, {summaryFails = false} = {}): FakeCore {
  const seen: Seen = {log: [], groups: [], debug: [], annotations: [], secrets: [], outputs: {}, summary: ''};
  const annotate = (level: 'error' | 'notice') => (message: string | Error, properties?: {title?: string}) => {
    seen.annotations.push({level, message: String(message), title: properties?.title});
  };
  const core: Core = {
    getInput: name => (inputs[name] ?? '').trim(),
    setSecret: secret => void seen.secrets.push(secret),
    setOutput: (name, value) => {
      seen.outputs[name] = String(value);
    },
    info: line => void seen.log.push(line),
    startGroup: title => void seen.groups.push(title),
    endGroup: () => undefined,
    debug: line => void seen.debug.push(line),
    error: annotate('error'),
    notice: annotate('notice'),
    summary: {
      addRaw: text => ({
        write: async () => {
          if (summaryFails) throw new Error('the summary file is gone');
          seen.summary += text;
        }
      })
    }
  };
  return {core, seen};
}
