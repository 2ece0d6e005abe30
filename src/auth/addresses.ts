import type {Addressee} from '../services/endpoint.ts';
import {labelByRegion} from '../services/service.ts';

/** Regions of the vendor's SDK table, and those of Open Telekom Cloud, the Swiss one among them. */
export const iam: Addressee = {
  title: 'IAM',
  input: 'iam-endpoint',
  hosts: {
    byRegion: labelByRegion({
      iam: `
        ae-ad-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3 cn-east-4
        cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-12 cn-south-1 cn-south-2 cn-southwest-2
        eu-west-101 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1
        eu-de eu-nl`,
      'iam-pub': 'eu-ch2'
    }),
    usual: 'iam'
  },
  alone: {region: 'eu-ch2', cloud: 'sc.otc.t-systems.com'}
};

/** Regions of the vendor's SDK table. No source has this API on the European cloud or on Open Telekom Cloud. */
export const sts: Addressee = {
  title: 'STS',
  input: 'sts-endpoint',
  hosts: {
    byRegion: labelByRegion({
      sts: `
        cn-north-4 cn-south-1 cn-east-3 cn-southwest-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4
        sa-brazil-1 la-south-2 af-south-1 tr-west-1`
    })
  }
};

/** Where a region of Huawei Cloud has no STS, that of any other will do (usermanual-iam5, iam_01_1237); the SDKs take this one. */
export const fallbackSts = {region: 'cn-north-4', cloud: 'myhuaweicloud.com'} as const;
