// @actions/core loads @actions/exec, and @actions/io with it, for its `platform` alone, which nothing here uses.
// Without them the bundle is smaller, starts sooner, and has no code that could start a process.
export function getExecOutput() {
  throw new Error(
    '@actions/exec is not bundled, for nothing used it: see scripts/actions-exec and the overrides in package.json'
  );
}
