import {hostsOf} from '../../hosts.ts';
import type {IdForm, Moment} from '../service.ts';

/**
 * The vendor's SDK table. For eu-west-101 it has aos.myhuaweicloud.eu, which does not resolve, and this one answers, by
 * github.com/kestra-io/plugin-huawei, rfs/RfsUtils.java.
 */
export const rfsHosts = hostsOf('aos.v1', {more: {rfs: 'eu-west-101'}});

/** What a stack, an execution plan and a stack set are called by. */
export function rfsName(what: string, example: string): IdForm {
  return {
    pattern: /^[\u4e00-\u9fa5A-Za-z0-9_-]{1,128}$/,
    form: `the name of ${what}, in Chinese or Latin letters, digits, "_" and "-", such as ${example}`
  };
}

/** Each request has an id of its own. */
export function rfsRequest(path: string, {requestId}: Moment) {
  return {path, headers: {'client-request-id': requestId}};
}
