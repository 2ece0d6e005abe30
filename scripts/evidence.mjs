// Prints the evidence of all services as JSON, by their names, for programs in other languages.
import {existsSync, readdirSync} from 'node:fs';

const services = new URL('../src/services/', import.meta.url);

/** The evidence of each service, by its name: of every folder that has samples. */
export async function allEvidence() {
  const names = readdirSync(services).filter(name => existsSync(new URL(`${name}/samples.mjs`, services)));
  const evidence = {};
  // One after the other: Jest loses modules that several imports at once have in common.
  for (const name of names) evidence[name] = (await import(new URL(`${name}/samples.mjs`, services).href)).evidence;
  return evidence;
}

if (import.meta.filename === process.argv[1]) process.stdout.write(JSON.stringify(await allEvidence()));
