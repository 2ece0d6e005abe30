import {stringify} from 'yaml';
import {descriptions} from '../../src/inputs/descriptions.ts';
import {type InputName, table} from '../../src/inputs/table.ts';
import type {Text} from '../../src/text.ts';
import {asInReadme} from './pages.ts';

export const inputNames = Object.keys(table) as readonly InputName[];

function factsOf(name: InputName) {
  return table[name] as {readonly isRequired?: true; readonly default?: string};
}

/** What stands under `inputs:` in action.yml. */
export function inputsYaml(): string {
  const inputs = inputNames.map(name => {
    const {isRequired, default: value} = factsOf(name);
    const {text} = descriptions[name];
    return [
      name,
      {description: text, ...(isRequired && {required: true}), ...(value !== undefined && {default: value})}
    ];
  });
  return stringify({inputs: Object.fromEntries(inputs)}, {lineWidth: 0, singleQuote: true}).replace('inputs:\n', '');
}

const words = {
  en: {header: '| Input | Default | Meaning |', required: '**Required.** '},
  zh: {header: '| 输入 | 默认值 | 含义 |', required: '**必填。** '}
};

/** The inputs used most, besides those to sign in. */
const mostNeeded: readonly InputName[] = [
  'service',
  'task-id',
  'region',
  'project-id',
  'workspace',
  'cloud',
  'endpoint',
  'timeout',
  'settle',
  'expect',
  'strict-subtasks',
  'allow-warnings',
  'fail-fast',
  'language'
];

/** The table in a README, of the inputs used most. */
export function shortInputsTable(language: keyof Text): string {
  return asInReadme(inputsTable(language, mostNeeded));
}

/** The table of inputs in docs/. */
export function inputsTable(language: keyof Text, names = inputNames): string {
  const {header, required} = words[language];
  const rows = names.map(name => {
    const {isRequired, default: value} = factsOf(name);
    const {text, en = text, zh} = descriptions[name];
    const said = `${isRequired ? required : ''}${{en, zh}[language]}`.replaceAll('|', '\\|');
    return `| \`${name}\` | ${value === undefined ? '' : `\`${value}\` `}| ${said} |`;
  });
  return [header, '| --- | --- | --- |', ...rows].join('\n');
}
