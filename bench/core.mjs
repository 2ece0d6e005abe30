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

export const taskInputs = {
  service: 'dataarts-studio',
  'project-id': 'b384b9e9ab9b4ee8994c8633aabc9505',
  endpoint: 'http://127.0.0.1:1',
  token: 'example-token-value',
  timeout: '5h'
};
