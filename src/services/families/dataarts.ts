import {hostsOf} from '../../hosts.ts';

/** The vendor's SDK table for this API; it names cn-east-4 with another module's host, so that region is left out. */
export const dataartsFactoryHosts = hostsOf('dgc.v1', {
  more: {'dayu-dlf': 'eu-de'},
  without: 'cn-east-4',
  usual: 'dayu-dlf'
});

/** The name of a job or a script. Chinese ones are common, so letters of all scripts count. */
export const factoryName = /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}_.-]{1,128}$/u;
