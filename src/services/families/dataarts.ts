import {hostsOf} from '../../hosts.ts';

/** The vendor's SDK table for this API; it names cn-east-4 with another module's host, so that region is left out. */
export const dataartsFactoryHosts = hostsOf('dgc.v1', {
  more: {'dayu-dlf': 'eu-de'},
  without: 'cn-east-4',
  usual: 'dayu-dlf'
});
