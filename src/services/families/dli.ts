import {hostsOf} from '../../hosts.ts';

/** The vendor's SDK table, and Open Telekom Cloud's list of endpoints for eu-de. */
export const dliHosts = hostsOf('dli.v1', {more: {dli: 'eu-de'}, usual: 'dli'});

/** Open Telekom Cloud's table of error codes, in which nearly all come under HTTP 400. */
export const dliCodes = {
  'DLI.0002': 'not-found',
  'DLI.0023': 'not-found',
  'DLI.0015': 'unauthenticated',
  'DLI.0016': 'denied',
  'DLI.0999': 'transient'
} as const;
