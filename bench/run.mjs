import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {availableParallelism, cpus} from 'node:os';
import {table} from './numbers.mjs';
import {plot} from './plot.mjs';

const titles = {
  policy: 'The policy',
  startup: 'Start-up',
  steady: 'A long wait',
  scale: 'Many tasks in one step',
  hostile: 'Hostile answers'
};
const docs = new URL('../docs/', import.meta.url);
const dataFile = new URL('benchmark.json', docs);

const args = process.argv.slice(2);
const compareAt = args.indexOf('--compare');
const [compareWith] = compareAt < 0 ? [dataFile] : args.splice(compareAt, 2).slice(1);
const unknown = args.filter(name => !Object.hasOwn(titles, name));
if (unknown.length > 0 || compareWith === undefined) {
  console.error(`Usage: npm run bench -- [${Object.keys(titles).join('] [')}] [--compare old.json]`);
  process.exit(2);
}
const read = file => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const old = read(compareWith);
/** Parts that are not run now keep what the committed data says of them, with its date and machine. */
const parts = {...read(dataFile)?.parts};

for (const name of args.length > 0 ? args : Object.keys(titles)) {
  console.log(`\n${titles[name]} …`);
  const result = await (await import(`./${name}.mjs`)).run();
  parts[name] = {
    date: new Date().toISOString(),
    machine: `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform}, Node ${process.version}`,
    ...result
  };
  console.log(targetTable(result.targets));
}
printDifferences(old?.parts ?? {}, parts);

mkdirSync(docs, {recursive: true});
writeFileSync(dataFile, `${JSON.stringify({parts}, undefined, 2)}\n`);
if (parts.policy) writeFileSync(new URL('benchmark.svg', docs), plot(parts.policy.data));
writeFileSync(new URL('benchmark.md', docs), await markdown());

function targetTable(targets) {
  const verdict = ({met, measured, limit}) =>
    met
      ? 'met'
      : `**missed** by ${Number((measured - limit).toFixed(3))} (${Math.round((measured / limit - 1) * 100)} %)`;
  return table(
    ['Target', 'Measured', 'At most', ''],
    targets.map(one => [one.name, `${one.measured} ${one.unit}`, `${one.limit} ${one.unit}`, verdict(one)])
  );
}

function printDifferences(before, now) {
  for (const name of Object.keys(now)) {
    for (const {name: what, measured, unit} of now[name].targets) {
      const was = before[name]?.targets.find(one => one.name === what)?.measured;
      if (was !== undefined && was !== measured) console.log(`${name}: ${what}: ${was} → ${measured} ${unit}`);
    }
  }
}

async function markdown() {
  const sections = [];
  for (const [name, title] of Object.entries(titles)) {
    const part = parts[name];
    if (!part) continue;
    const {report} = await import(`./${name}.mjs`);
    sections.push(
      `## ${title}`,
      `Measured ${part.date.slice(0, 16).replace('T', ' ')} UTC on ${part.machine}.`,
      ...(part.targets.length > 0 ? [targetTable(part.targets)] : []),
      report(part.data)
    );
  }
  return `${['# Benchmarks', 'Made by `npm run bench`, from what it measured; the data are in [benchmark.json](benchmark.json).', ...sections].join('\n\n')}\n`;
}
