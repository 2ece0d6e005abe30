import {describe, expect, it} from '@jest/globals';
import {type Addressee, cloudOf, endpointOf} from '../src/hosts.ts';

/** A service with a host in these regions. */
function serviceIn(...regions: readonly string[]): Addressee {
  const byRegion = (region: string) => (regions.includes(region) ? 'made-up' : undefined);
  return {title: 'A service', hosts: {byRegion, regions: () => regions}};
}

describe('cloudOf', () => {
  it.each([
    ['eu-de', 'otc.t-systems.com'],
    ['eu-west-101', 'myhuaweicloud.eu'],
    ['cn-north-4', 'myhuaweicloud.com']
  ])('knows that of %s', (region, cloud) => {
    expect(cloudOf(region)).toBe(cloud);
  });

  it.each(['', 'xeu-west-101', 'eu-west-1011', 'eu-west-10x'])('knows none of the region %j', region => {
    expect(cloudOf(region)).toBeUndefined();
  });
});

describe('a host', () => {
  it.each([
    ['cn-north-4', 'myhuaweicloud.cn'],
    ['eu-west-0', 'cloud.example']
  ])('is in the cloud that is given with the region %s', (region, cloud) => {
    expect(endpointOf(serviceIn(region), region, cloud)).toEqual({
      url: `https://made-up.${region}.${cloud}`,
      origin: `built from region "${region}" and cloud "${cloud}"`
    });
  });

  it('in a region that is mistyped brings the region that was meant', () => {
    expect(endpointOf(serviceIn('eu-de'), 'eu-dee', undefined)).toEqual({
      problem: expect.stringMatching(
        /^region "eu-dee" is in no cloud known here; was eu-de meant\? Otherwise give cloud /
      )
    });
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'cn-north-1',
      [
        'af-south-1',
        'ap-southeast-1',
        'ap-southeast-2',
        'cn-south-1',
        'cn-north-4',
        'cn-east-3',
        'eu-de',
        'la-south-2'
      ],
      / of A service \(known in cn-east-3, cn-north-4, cn-south-1, af-south-1, ap-southeast-1, ap-southeast-2 and 1 more\): give /
    ],
    ['eu-nl', ['cn-north-4'], / of A service, nor has any other region of otc\.t-systems\.com: give /],
    ['eu-west-102', ['eu-west-101'], / of A service \(known in eu-west-101\): give endpoint/]
  ])('that is not known in %s brings the regions of the same cloud that have one, of %j', (region, regions, words) => {
    expect(endpointOf(serviceIn(...regions), region, undefined)).toEqual({problem: expect.stringMatching(words)});
  });
});
