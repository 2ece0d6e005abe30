import {demoCredentials} from '../demo/credentials.mjs';

/** A runner that takes everything and keeps the outputs alone. */
export function quietCore(inputs) {
  const outputs = {};
  const ignore = () => undefined;
  return {
    outputs,
    core: {
      getInput: name => inputs[name] ?? '',
      setSecret: ignore,
      setOutput: (name, value) => {
        outputs[name] = String(value);
      },
      info: ignore,
      debug: ignore,
      error: ignore,
      notice: ignore,
      startGroup: ignore,
      endGroup: ignore,
      summary: {addRaw: () => ({write: async () => undefined})}
    }
  };
}

/** Of a task of the stand-in cloud. */
export const taskInputs = {
  service: 'dataarts-studio',
  'project-id': demoCredentials.projectId,
  endpoint: 'http://127.0.0.1:1',
  token: demoCredentials.token,
  timeout: '5h'
};
