import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {pages} from './helpers/pages.ts';

interface Step {
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly 'continue-on-error'?: unknown;
}

type Concurrency = string | {readonly group: string; readonly queue?: string};

interface Job {
  readonly if?: string | boolean;
  readonly needs?: unknown;
  readonly 'continue-on-error'?: unknown;
  readonly concurrency?: Concurrency;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, unknown>>;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** By file and job or step: what looks like an open gate, and is none. */
const allowed: Readonly<Record<string, string>> = {
  'dependabot-dist.yml build if': 'no gate: check-dist in ci.yml is',
  'dependabot-dist.yml commit needs': 'no gate: check-dist in ci.yml is',
  'recreate-instance.yml Wait until it is gone continue-on-error':
    'the next step is red for all but gone, or not there any more',
  'scheduled-poll.yml Poll once continue-on-error': 'the last step is red for all but "unfinished"',
  'self-test.yml The same with an import that fails continue-on-error': 'the next step is red for all but a failure',
  'self-test.yml Stop the demo cloud always': 'deploys nothing'
};

const events = ({on}: Workflow) => (typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on));
const runsWithoutSuccess = /\b(always|cancelled)\(\)/;
const namesHowItEnded = /steps\.[\w-]+\.(outcome|outputs\.status)/;

/** All by which GitHub opens a gate, or takes somebody's turn away, by itself. */
function faultsIn(file: string, workflow: Workflow): readonly string[] {
  const gatesMerges = events(workflow).some(event => /^(pull_request|merge_group)/.test(event));
  const named = (groups: readonly (Concurrency | undefined)[], where: string) =>
    groups.flatMap(concurrency => {
      if (concurrency === undefined || !gatesMerges) return [];
      const {group, queue} = typeof concurrency === 'string' ? {group: concurrency, queue: undefined} : concurrency;
      const isOwn = /\bgithub\.(ref|event\.pull_request\.number)\b/.test(group);
      return isOwn || queue === 'max' ? [] : [`${where} concurrency`];
    });
  const jobs = Object.entries(workflow.jobs).flatMap(([name, job]) => [
    // GitHub counts a required check whose job was skipped as passed.
    ...(gatesMerges && job.if !== undefined ? [`${name} if`] : []),
    ...(gatesMerges && job.needs !== undefined ? [`${name} needs`] : []),
    ...(job.needs !== undefined && /\b(always|cancelled|failure)\(\)/.test(String(job.if)) ? [`${name} always`] : []),
    ...(job['continue-on-error'] === undefined ? [] : [`${name} continue-on-error`]),
    ...named([job.concurrency], name),
    ...(job.steps ?? []).flatMap((step, index) => [
      ...(step['continue-on-error'] === undefined ? [] : [`${step.name ?? index} continue-on-error`]),
      ...(runsWithoutSuccess.test(String(step.if)) && !namesHowItEnded.test(String(step.if))
        ? [`${step.name ?? index} always`]
        : [])
    ])
  ]);
  return [...named([workflow.concurrency], 'workflow'), ...jobs].map(fault => `${file} ${fault}`);
}

/** Our own action, by the names that the examples and the self-test have for it. */
const isWait = ({uses = ''}: Step) => uses === './' || uses.startsWith('OWNER/await-huawei-cloud-task@');
const ofSteps = (steps: readonly Step[]): Workflow => ({on: 'workflow_dispatch', jobs: {steps: {steps}}});

function workflowsIn(folder: string): readonly (readonly [string, Workflow])[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.yml'))
    .map(file => [file, parse(readFileSync(`${folder}/${file}`, 'utf8')) as Workflow] as const);
}

/** Workflows, and steps without one, in the code blocks of a document. */
function snippetsIn(document: string): readonly (readonly [string, Workflow])[] {
  const blocks = [...readFileSync(document, 'utf8').matchAll(/^```yaml\n(.*?)^```/gms)];
  return blocks.flatMap(({1: block = ''}, index) => {
    const value: Workflow | readonly Step[] | null = parse(block);
    if (Array.isArray(value)) return [[`${document}, block ${index}`, ofSteps(value)]];
    return value && 'jobs' in value ? [[`${document}, block ${index}`, value]] : [];
  });
}

const composite = '.github/actions/deploy-after-import/action.yml';
const files = [
  ...workflowsIn('examples'),
  ...workflowsIn('.github/workflows'),
  ...[...pages, 'examples/README.md'].flatMap(snippetsIn),
  [composite, ofSteps((parse(readFileSync(composite, 'utf8')) as {runs: {steps: Step[]}}).runs.steps)] as const
];

describe('no gate is opened or cancelled by GitHub itself', () => {
  it('in any example, recipe, workflow or composite action', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap(([file, workflow]) => faultsIn(file, workflow)).sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each([
    ['a job that a pull request skips', {jobs: {j: {if: 'x'}}}, 'j if'],
    ['a job that is skipped when another fails', {jobs: {j: {needs: 'x'}}}, 'j needs'],
    ['a job that runs although another failed', {on: 'push', jobs: {j: {needs: 'x', if: '!cancelled()'}}}, 'j always'],
    ['a job that may fail', {on: 'push', jobs: {j: {'continue-on-error': true}}}, 'j continue-on-error'],
    ['a step that may fail', {jobs: {j: {steps: [{'continue-on-error': true}]}}}, '0 continue-on-error'],
    ['a step that always runs', {jobs: {j: {steps: [{if: 'always()'}]}}}, '0 always'],
    ['one group for all pull requests', {concurrency: 'all', jobs: {}}, 'workflow concurrency'],
    ['one for each branch name, of whichever fork', {concurrency: 'github.head_ref', jobs: {}}, 'workflow concurrency'],
    ['one group for a job of all', {jobs: {j: {concurrency: {group: 'all'}}}}, 'j concurrency'],
    ['in a merge queue', {on: ['merge_group'], jobs: {j: {if: 'x'}}}, 'j if']
  ])('which finds %s', (_, workflow, fault) => {
    expect(faultsIn('f', {on: {pull_request: null}, ...workflow})).toEqual([`f ${fault}`]);
  });

  it('and a step that deploys asks for the verdict where a red wait does not stop the job, and there alone', () => {
    const afterWait = files.flatMap(([file, {jobs}]) =>
      Object.values(jobs).flatMap(({steps = []}) => {
        const wait = steps.findIndex(isWait);
        const mayFail = steps.some(step => isWait(step) && step['continue-on-error'] !== undefined);
        return wait < 0
          ? []
          : steps
              .slice(wait + 1)
              .filter(({name}) => /^(Deploy|Migrate|Count)\b/.test(name ?? ''))
              .map(({name, if: condition}) => ({file, name, condition, mayFail}));
      })
    );
    expect(afterWait.length).toBeGreaterThan(15);
    const asks = (condition: unknown) => /outputs\.status == 'succeeded'/.test(String(condition));
    const wrong = afterWait.filter(({condition, mayFail}) =>
      mayFail || runsWithoutSuccess.test(String(condition)) ? !asks(condition) : condition !== undefined
    );
    expect(wrong).toEqual([]);
  });
});

it('every action of others is pinned to a commit, the same one everywhere', () => {
  const used = files.flatMap(([, {jobs}]) =>
    Object.values(jobs).flatMap(({steps = []}) => steps.map(({uses}) => uses))
  );
  const others = used.filter(uses => uses !== undefined && !uses.startsWith('./') && !uses.startsWith('OWNER/'));
  const commits = new Map<string, Set<string>>();
  for (const uses of others) {
    const [name = '', commit = ''] = String(uses).split('@');
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    commits.set(name, (commits.get(name) ?? new Set()).add(commit));
  }
  expect([...commits].filter(([, {size}]) => size !== 1)).toEqual([]);
});
