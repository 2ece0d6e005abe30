import type {Evidence} from '../../../src/services/samples.ts';
import {evidence} from '../evidence.ts';
import {type NamedService, namesIn, type Subject} from './subject.ts';

const variable = (name: string) => `\${{ vars.${name} }}`;

/** Which parts of the id come from the answer to the call that starts the task, and not from what it is given. */
function answeredParts({id: form, start}: Evidence): readonly string[] {
  const given = namesIn(start.path + JSON.stringify(start.body));
  const answered = namesIn(JSON.stringify(start.answer.body));
  return namesIn(form).filter(name => answered.includes(name) && !given.includes(name));
}

function exampleInputs({service, own, words}: Subject): readonly (readonly [string, string, string?])[] {
  const {name, hosts, needsProjectId, scope, usualWorkspace, enterpriseProject} = service;
  const {example: say} = words;
  const answered = answeredParts(own);
  const taskId = (own.about.exampleId ?? own.id).replace(/\{(\w+)\}/g, (_, part: string) =>
    answered.includes(part) ? `\${{ steps.start.outputs.${part.replaceAll('_', '-')} }}` : variable(part.toUpperCase())
  );
  const known = Object.keys(own.hosts).filter(region => own.hosts[region] !== null);
  const region = ['cn-north-4', ...known].find(each => hosts.byRegion(each) !== undefined) ?? '';
  return [
    ['service', name],
    ['task-id', taskId],
    ...(hosts.global ? [] : [['region', region] as const]),
    ...(needsProjectId ? [['project-id', variable('HUAWEICLOUD_PROJECT_ID')] as const] : []),
    ...(scope === 'domain' ? [['domain-id', variable('HUAWEICLOUD_ACCOUNT_ID'), say.account] as const] : []),
    ...(enterpriseProject
      ? [['enterprise-project-id', variable('ENTERPRISE_PROJECT_ID'), say.enterpriseProject[scope]] as const]
      : []),
    ...(usualWorkspace === undefined
      ? []
      : [['workspace', variable('DATAARTS_WORKSPACE'), say.workspace(usualWorkspace)] as const])
  ];
}

/** Values of `expect` that an example names beside the usual success: one in which it rests, and `gone`. */
export function exampleExpectations({name, resource}: NamedService): readonly string[] {
  if (!resource) return [];
  const resting = resource.ends.filter(word => !evidence[name].needs.words.includes(word)).slice(0, 1);
  return [...resting, 'gone'];
}

export function example(subject: Subject): readonly string[] {
  const {service, own, words} = subject;
  const {example: say, sentences} = words;
  const {name, needsProjectId, scope, resource, settleMs} = service;
  const lines = exampleInputs(subject).map(
    ([name, value, comment]) => `${name}: ${value}${comment === undefined ? '' : ` # ${comment}`}`
  );
  const expectations = exampleExpectations(service).map(
    value => `# expect: ${value} # ${value === 'gone' ? say.gone : say.expect(value)}`
  );
  const block = [
    '```yaml',
    `      - name: ${resource ? say.resource : say.task}`,
    '        uses: OWNER/await-huawei-cloud-task@v1',
    '        with:',
    ...[...lines, ...expectations].map(line => `          ${line}`),
    '```'
  ];
  return [
    `## ${say.heading}`,
    block.join('\n'),
    sentences(
      answeredParts(own).length > 0 ? say.signIn : say.signInNoStep,
      needsProjectId || scope === 'domain' ? '' : say.noProject
    ),
    sentences(say.tryIt(name), settleMs > 0 ? say.trySettled(words.success.seconds(settleMs / 1000)) : '')
  ];
}
