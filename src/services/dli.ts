import {labelByRegion} from './service.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
export const dliHosts = {
  byRegion: labelByRegion({
    dli: `
      ae-ad-1 af-north-1 af-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 cn-east-2 cn-east-3
      cn-east-4 cn-east-5 cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-south-1 cn-southwest-2 eu-west-0 eu-west-101
      la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 ru-northwest-2 sa-brazil-1 tr-west-1
      eu-de`
  }),
  usual: 'dli'
};

/** Open Telekom Cloud's table of error codes, in which nearly all come under HTTP 400. */
export const dliCodes = {
  'DLI.0002': 'not-found',
  'DLI.0023': 'not-found',
  'DLI.0015': 'denied',
  'DLI.0016': 'denied',
  'DLI.0999': 'transient'
} as const;

export const dliPermission = '`dli:jobs:get` (identity policy)';
