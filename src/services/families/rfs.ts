import {hostsOf} from '../../hosts.ts';
import type {Text} from '../../text.ts';
import type {IdForm, Moment} from '../service.ts';

/**
 * The vendor's SDK table. For eu-west-101 it has aos.myhuaweicloud.eu, which does not resolve, and this one answers, by
 * github.com/kestra-io/plugin-huawei, rfs/RfsUtils.java.
 */
export const rfsHosts = hostsOf('aos.v1', {more: {rfs: 'eu-west-101'}});

/** What a stack, an execution plan and a stack set are called by. */
export function rfsName({en, zh}: Text, example: string): IdForm {
  return {
    pattern: /^[\u4e00-\u9fa5A-Za-z0-9_-]{1,128}$/,
    form: {
      en: `the name of ${en}, in Chinese or Latin letters, digits, "_" and "-", such as ${example}`,
      zh: `${zh}的名称，由汉字、字母、数字、“_”和“-”组成，例如 ${example}`
    }
  };
}

/** Each request has an id of its own. */
export function rfsRequest(path: string, {requestId}: Moment) {
  return {path, headers: {'client-request-id': requestId}};
}
