import type {HttpRequest, Transport} from '../../src/http/transport.ts';
import {type Dependencies, run} from '../../src/main.ts';
import {type FakeClock, fakeClock} from './fake-clock.ts';
import {
  type CloudSettings,
  type FakeCloud,
  fakeCloud,
  type Kind,
  taskInputs,
  type WayIn,
  waysIn
} from './fake-cloud.ts';
import {fakeCore, type Seen} from './fake-core.ts';
import {fakeTransport, type Script} from './fake-transport.ts';

/** Inputs that are complete for a task of DataArts Studio. */
export const dataartsInputs = {
  service: 'dataarts-studio',
  'task-id': '008aae2e67abe2ff0167abe3a28f0000',
  'project-id': 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: 'eu-de',
  token: 'example-token-value'
};

export interface Acted extends Seen {
  readonly colour: 'green' | 'red';
  readonly requests: readonly HttpRequest[];
  readonly clock: FakeClock;
}

export interface Stage extends Partial<Omit<Dependencies, 'core' | 'clock' | 'createTransport'>> {
  readonly clock?: FakeClock;
  readonly summaryFails?: boolean;
}

/** Runs the whole step in memory, against scripted answers and on virtual time, and returns all that a user would see. */
export function act(inputs: Readonly<Record<string, string>>, script: Script, stage: Stage = {}): Promise<Acted> {
  const {transport: scripted, requests} = fakeTransport(script);
  // A token is shown to IAM, to learn how long it lives, beside the wait. That is no part of the script.
  const transport: Transport = async (request, signal) =>
    request.url.hostname.startsWith('iam.')
      ? {status: 404, header: () => undefined, text: '{}'}
      : await scripted(request, signal);
  return actOver({transport, requests}, inputs, stage);
}

/** Runs the whole step in memory over this transport. */
export async function actOver(
  {transport, requests = []}: {readonly transport: Transport; readonly requests?: readonly HttpRequest[]},
  inputs: Readonly<Record<string, string>>,
  stage: Stage
): Promise<Acted> {
  const {
    clock = fakeClock(),
    summaryFails = false,
    environment = {},
    random = () => 0.5,
    signal = new AbortController().signal
  } = stage;
  const {core, seen} = fakeCore(inputs, {summaryFails});
  const colour = await run({core, environment, createTransport: () => transport, clock, random, signal});
  return {...seen, colour, requests, clock};
}

export interface ActedInCloud extends Acted {
  readonly cloud: FakeCloud;
}

export interface Visit extends Partial<CloudSettings>, Pick<Stage, 'signal'> {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly clock?: FakeClock;
}

/** Runs the whole step against the cloud in memory, with one kind of credentials. */
export async function actInCloud(kind: Kind, visit: Visit = {}): Promise<ActedInCloud> {
  const {inputs, environment, signal, ...settings} = visit;
  const cloud = fakeCloud(settings);
  const way: WayIn = waysIn(cloud.settings.secrets)[kind];
  const acted = await actOver(
    fakeTransport(cloud.answer),
    {...taskInputs, ...way.inputs, ...inputs},
    {clock: cloud.clock, environment: {...way.environment, ...environment}, ...(signal && {signal})}
  );
  return {...acted, cloud};
}
