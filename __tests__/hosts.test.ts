import {describe, expect, it} from '@jest/globals';
import {type Addressee, cloudOf, endpointOf} from '../src/hosts.ts';
import {inEnglish} from './helpers/in-english.ts';

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
    expect(inEnglish(endpointOf(serviceIn(region), region, cloud))).toEqual({
      url: `https://made-up.${region}.${cloud}`,
      origin: `built from region "${region}" and cloud "${cloud}"`
    });
  });

  it('in a region that is mistyped brings the region that was meant', () => {
    expect(inEnglish(endpointOf(serviceIn('eu-de'), 'eu-dee', undefined))).toEqual({
      problem: expect.stringMatching(/^region is "eu-dee", .* Did you mean eu-de\? Otherwise give cloud /)
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
      / is known there, only in cn-east-3, cn-north-4, cn-south-1, af-south-1, ap-southeast-1, ap-southeast-2 and 1 more\. Give /
    ],
    ['eu-nl', ['cn-north-4'], / of A service is known there, nor in any other region of otc\.t-systems\.com\. Give /],
    ['eu-west-102', ['eu-west-101'], / of A service is known there, only in eu-west-101\. Give endpoint/]
  ])('that is not known in %s brings the regions of the same cloud that have one, of %j', (region, regions, words) => {
    expect(inEnglish(endpointOf(serviceIn(...regions), region, undefined))).toEqual({
      problem: expect.stringMatching(words)
    });
  });
});
