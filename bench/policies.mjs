/** Policies of other waiters, each written from its public description. All in seconds: a pause after the nth poll. */
const fixed = (pauseS, firstS = 0) => ({firstS, pause: () => pauseS});

const smithy = (minS, maxS, jitterAtCap) => ({
  firstS: 0,
  pause(n, random) {
    const ceiling = Math.log2(maxS / minS) + 1;
    const highest = Math.min(maxS, minS * 2 ** (n - 1));
    return n > ceiling && !jitterAtCap ? maxS : minS + random() * (highest - minS);
  }
});

const aws = 'https://github.com/aws-actions';
const spec = 'https://smithy.io/2.0/additional-specs/waiters.html';
export const others = [
  {name: 'Fixed 30 s', who: 'aws-codebuild-run-build', source: `${aws}/aws-codebuild-run-build`, ...fixed(30)},
  {
    name: 'Waiter 15…600 s',
    who: 'amazon-ecs-deploy-task-definition 2.6.3',
    source: `${aws}/amazon-ecs-deploy-task-definition`,
    ...smithy(15, 600, false)
  },
  {
    name: 'Waiter 15…120 s',
    who: 'the same up to 2.6.2',
    source: `${aws}/amazon-ecs-deploy-task-definition`,
    ...smithy(15, 120, false)
  },
  {
    name: 'Waiter 2…120 s, no jitter at the cap',
    who: 'smithy-typescript util-waiter',
    source: 'https://github.com/smithy-lang/smithy-typescript/tree/main/packages/util-waiter',
    ...smithy(2, 120, false)
  },
  {name: 'Waiter 2…120 s', who: 'the Smithy specification', source: spec, ...smithy(2, 120, true)},
  {
    name: 'Fixed 10 s',
    who: 'aws-cloudformation-github-deploy',
    source: `${aws}/aws-cloudformation-github-deploy`,
    ...fixed(10)
  },
  {name: 'Fixed 5 s', who: 'deploy-pages', source: 'https://github.com/actions/deploy-pages', ...fixed(5, 5)},
  {
    name: 'Fibonacci 2…7 s',
    who: 'tfc-workflows',
    source: 'https://github.com/hashicorp/tfc-workflows-github',
    firstS: 0,
    pause: n => [2, 4, 6][n - 1] ?? 7
  },
  {
    name: 'Doubling 0.1…10 s',
    who: 'Terraform StateChangeConf',
    source: 'https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/retry/state.go',
    firstS: 0,
    pause: n => Math.min(10, 0.1 * 2 ** (n - 1))
  },
  {
    name: 'Fixed 20 s',
    who: 'wait-for-status-checks, which sleeps its 10 s twice',
    source: 'https://github.com/poseidon/wait-for-status-checks',
    ...fixed(20)
  }
];

/** Laws that were compared for this action, as pauses by age in seconds, before the bounds of 2 and 15 s. */
const powers = [
  [0.55, 325],
  [0.7, 225],
  [0.8, 200]
];
const shares = [0.05, 0.075, 0.1, 0.125];
export const laws = [
  ...shares.map(share => ({name: `${share * 100} % of the age, ± 10 %`, spread: 0.1, of: ageS => share * ageS})),
  {name: '10 % of the age, ± 20 %', spread: 0.2, of: ageS => 0.1 * ageS},
  ...powers.map(([power, capS]) => ({
    name: `age to the power ${power}, 15 s at ${capS} s, ± 10 %`,
    spread: 0.1,
    of: ageS => 15 * (ageS / capS) ** power
  }))
];

const clamp = value => Math.min(Math.max(value, 2), 15);

/** A law as a policy: the pause by the age of the task, within the bounds. */
export const policyOf = ({of, spread}) => ({
  firstS: 0,
  pause: (_, random, ageS) => clamp(clamp(of(ageS)) * (1 - spread + 2 * spread * random()))
});

/** How late the end of a task is seen, and by which poll. */
export function simulate({firstS, pause}, durationS, random) {
  let [atS, polls] = [firstS, 1];
  for (; atS < durationS; polls += 1) atS += pause(polls, random, atS);
  return {lagS: atS - durationS, polls};
}
