import {isLoopback} from './loopback.ts';
import {nearest} from './nearest.ts';
import {sdkHosts} from './sdk-hosts.ts';
import {type Message, type Text, textIn} from './text.ts';

/**
 * Where a service is. Only regions that a source names are listed, for a guessed host may be another service's; `usual` is
 * for regions of clouds that no source covers, where one name is used everywhere else.
 */
export interface Hosts {
  /** The first label of the host's name in a region. */
  byRegion(region: string): string | undefined;
  /** All that are listed. */
  regions?(): readonly string[];
  readonly usual?: string;
  /** Whole host names, each with the regions that a source names for it: a service that has them needs no region. */
  readonly global?: RegionsByLabel;
}

/** Regions, separated by blanks, by the first label of the host there. */
type RegionsByLabel = Readonly<Record<string, string>>;

/**
 * The hosts of a client of the vendor's SDK, with corrections by hand, each with its source: `more` regions, which come
 * before those of the SDK, and regions `without` a host. Looked up when asked for.
 */
export function hostsOf(
  client: string,
  {more = {}, without = '', usual}: {more?: RegionsByLabel; without?: string; usual?: string} = {}
): Hosts {
  const isLeftOut = (region: string) => without.split(' ').includes(region);
  const labels = () =>
    [more, (sdkHosts as Readonly<Record<string, RegionsByLabel>>)[client] ?? {}].flatMap(table =>
      Object.entries(table).map(([label, regions]) => [label, regions.split(' ')] as const)
    );
  return {
    byRegion: region => (isLeftOut(region) ? undefined : labels().find(([, regions]) => regions.includes(region))?.[0]),
    regions: () => labels().flatMap(([, regions]) => regions.filter(region => !isLeftOut(region))),
    ...(usual !== undefined && {usual})
  };
}

/** The hosts without a region of clients of the vendor's SDK. */
export function globalHostsOf(...clients: readonly string[]): Hosts {
  const tables = clients.map(client => (sdkHosts as Readonly<Record<string, RegionsByLabel>>)[client]);
  return {byRegion: () => undefined, global: Object.assign({}, ...tables)};
}

/** Where requests go, and which inputs led there: for the message when nobody answers. */
export interface Endpoint {
  readonly url: string;
  readonly origin: Message;
  /** Whether the workflow gave it as it is. */
  readonly isGiven?: true;
}

const huaweiCloudRegions: ReadonlySet<string> = new Set(
  `ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 cn-east-2
   cn-east-3 cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-11 cn-north-12 cn-south-1
   cn-northeast-1 cn-south-2 cn-south-4 cn-southwest-2 cn-southwest-3 la-north-2 la-south-2 me-east-1 my-kualalumpur-1
   na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 sa-peru-1 tr-central-201 tr-west-1`.split(/\s+/)
);

/** The cloud of a service without regions, where nothing else is said. */
export const homeCloud = 'myhuaweicloud.com';

const openTelekomCloudRegions: ReadonlySet<string> = new Set(['eu-de', 'eu-nl']);

const [otc, european, international] = ['otc.t-systems.com', 'myhuaweicloud.eu', homeCloud] as const;
const clouds: ReadonlySet<string> = new Set([otc, european, international]);

/** The domain of the cloud that a region belongs to; `undefined` for a region that no source names. */
export function cloudOf(region: string): string | undefined {
  if (openTelekomCloudRegions.has(region)) return otc;
  if (/^eu-west-1\d\d$/.test(region)) return european;
  return huaweiCloudRegions.has(region) ? international : undefined;
}

function partOfWorld(region: string): string | undefined {
  return region.split('-', 1)[0];
}

/** What is found in a region: a service's API, IAM or STS. */
export interface Addressee {
  readonly title: string | Text;
  readonly hosts: Hosts;
  /** A region of a cloud of which no more than this host is known. */
  readonly alone?: {readonly region: string; readonly cloud: string};
  /** The input that gives the address where no table does; `endpoint` for a service. */
  readonly input?: string;
}

/**
 * The host in a region, or a problem that asks for the input which is missing. The region and cloud that a person names
 * together are taken at their word for a service that has one name everywhere.
 */
export function endpointOf(
  addressee: Addressee,
  region: string,
  cloud: string | undefined
): Endpoint | {readonly problem: Message} {
  const {title, hosts, alone, input = 'endpoint'} = addressee;
  const knownCloud = cloudOf(region);
  const domain = cloud ?? knownCloud ?? (alone?.region === region ? alone.cloud : undefined);
  if (domain === undefined) {
    // Of the same part of the world: other clouds have regions with names like these.
    const candidates = [...openTelekomCloudRegions, ...huaweiCloudRegions].filter(
      candidate => partOfWorld(candidate) === partOfWorld(region)
    );
    const [near] = nearest(region, candidates, 1);
    return {
      problem: words => words.hosts.unknownRegion(region, near, input, textIn(title, words.language))
    };
  }
  if (hosts.global) return globalEndpointOf(addressee, region, domain);
  const label = hosts.byRegion(region) ?? (knownCloud === undefined ? hosts.usual : undefined);
  if (label === undefined) {
    return {
      problem: ({hosts: {noHost}, language}) =>
        noHost(region, textIn(title, language), {...elsewhere(hosts, region, domain), domain, input})
    };
  }
  return {
    url: `https://${label}.${region}.${domain}`,
    origin: words => (cloud === undefined ? words.hosts.fromRegion(region) : words.hosts.fromBoth(region, cloud))
  };
}

/**
 * The host of a service without regions. Where a cloud has two sites, a Chinese and an international one, each with a
 * host of its own, that of the site that runs the region; without a region, the Chinese one.
 */
export function globalEndpointOf(
  {title, hosts: {global = {}}, input = 'endpoint'}: Addressee,
  region: string | undefined,
  cloud: string = homeCloud
): Endpoint | {readonly problem: Message} {
  const isChinese = (name = 'cn') => name.startsWith('cn');
  const inCloud = Object.entries(global).filter(([host]) => host.endsWith(`.${cloud}`));
  const ofSite = inCloud.find(([, regions]) => regions.split(' ').some(name => isChinese(name) === isChinese(region)));
  const [host] = ofSite ?? inCloud[0] ?? [];
  if (host === undefined) {
    return {
      problem: words => {
        const name = textIn(title, words.language);
        return region === undefined
          ? words.hosts.noGlobalHost(name, cloud, input)
          : words.hosts.noGlobalHostOfRegion(region, name, cloud, input);
      }
    };
  }
  return {url: `https://${host}`, origin: words => words.hosts.forAllRegions(textIn(title, words.language), cloud)};
}

const maxNamed = 6;

/** The regions of the same cloud in which there is a known host, those of the same part of the world first. */
function elsewhere(
  {regions}: Hosts,
  region: string,
  domain: string
): {readonly known: readonly string[]; more: number; isNowhere: boolean} {
  const isNear = (other: string) => partOfWorld(other) === partOfWorld(region);
  const own = (regions?.() ?? [])
    .filter(other => cloudOf(other) === domain)
    .sort((a, b) => Number(isNear(b)) - Number(isNear(a)) || a.localeCompare(b));
  const known = own.slice(0, maxNamed);
  return {known, more: own.length - known.length, isNowhere: own.length === 0 && clouds.has(domain)};
}

/** Beside the SDK's regions that of Dalian (the vendor's list of IAM's hosts) and those of Open Telekom Cloud, the Swiss one among them. */
export const iam: Addressee = {
  title: 'IAM',
  input: 'iam-endpoint',
  hosts: hostsOf('iam.v3', {more: {iam: 'cn-northeast-1 eu-de eu-nl', 'iam-pub': 'eu-ch2'}, usual: 'iam'}),
  alone: {region: 'eu-ch2', cloud: 'sc.otc.t-systems.com'}
};

/** No source has this API on the European cloud or on Open Telekom Cloud. */
export const sts: Addressee = {title: 'STS', input: 'sts-endpoint', hosts: hostsOf('sts.v1')};

/** What the SDKs take where no region is given. */
export const iamOfNoRegion: Addressee = {
  ...iam,
  hosts: {byRegion: () => undefined, global: {'iam.myhuaweicloud.com': ''}}
};
export const stsOfNoRegion: Addressee = {
  ...sts,
  hosts: {byRegion: () => undefined, global: {'sts.cn-north-4.myhuaweicloud.com': ''}}
};

/** Where a region of Huawei Cloud has no STS, that of any other will do (usermanual-iam5, iam_01_1237); the SDKs take this one. */
export const fallbackSts = {region: 'cn-north-4', cloud: homeCloud} as const;

/** Whether secrets may be sent there: over TLS, or to this machine. */
export function isSafe({protocol, hostname}: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
