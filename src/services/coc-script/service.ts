import {globalHostsOf} from '../../hosts.ts';
import {epochMs, type JsonRecord, optional, optionalRecord, optionalText, statusIn, valueAt} from '../../json.ts';
import {defineService, objectUnder, path, plainId, type Reading, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {
  READY: 'running',
  PROCESSING: 'running',
  PAUSED: 'running',
  FINISHED: 'succeeded',
  ABNORMAL: 'failed',
  ERROR: 'failed',
  ROLLBACKED: 'failed',
  CANCELED: 'stopped'
};

/** A script that Cloud Operations Center runs on servers, in batches: a script service ticket. */
export const cocScript = defineService({
  name: 'coc-script',
  title: {en: 'Cloud Operations Center', zh: '云运维中心 COC'},
  noun: {en: 'script ticket', zh: '脚本工单'},
  taskId: {
    pattern: plainId,
    form: {
      en: 'the execution id of the script, such as SCT2023083109562601af694bf',
      zh: '脚本的执行 ID，例如 SCT2023083109562601af694bf'
    }
  },
  scope: 'domain',
  needsProjectId: false,
  hosts: globalHostsOf('coc.v1'),
  request: ({taskId, language}) => ({
    path: path`/v1/job/script/orders/${taskId}`,
    headers: {'x-language': language}
  }),
  states,
  find: objectUnder('data'),
  read,
  // Under HTTP 400.
  codes: {'COC.00040709': 'not-found'},
  advice: {
    again: {en: 'run the script again', zh: '重新执行脚本'},
    // PAUSE_ORDER, CONTINUE_ORDER and CANCEL_ORDER of support.huaweicloud.com/api-coc/UpdateScriptOrder.html.
    words: {
      PAUSED: {
        en: 'The ticket is paused: continue or cancel it in Cloud Operations Center.',
        zh: '工单已暂停：请在云运维中心继续执行或取消该工单。'
      }
    },
    verdicts: {
      warning: {
        en: 'The script may have failed on some of the servers, as its success_rate allows: look at the batches of this ticket in Cloud Operations Center.',
        zh: '按 success_rate 的设置，脚本可能在部分服务器上执行失败：请在云运维中心查看该工单的各批次。'
      },
      failed: {
        en: 'Open the script ticket in Cloud Operations Center: its batches have a log for each server. Fix the cause.',
        zh: '在云运维中心打开该脚本工单：各批次中有每台服务器的日志。请解决问题。'
      },
      'not-found': {
        en: 'Check task-id, and that the keys or the token are of the account that ran the script. Check the site too: for the international one, give a region outside China, or endpoint: https://coc-intl.myhuaweicloud.com.',
        zh: '检查 task-id；确认密钥或 Token 属于执行该脚本的账号；并检查站点：国际站请填写中国大陆以外的 region，或在 endpoint 中填写 https://coc-intl.myhuaweicloud.com 。'
      }
    }
  }
});

function read(ticket: JsonRecord): Reading {
  const properties = optionalRecord(ticket, 'properties');
  const told = {
    id: optionalText(ticket, 'execute_uuid'),
    name: optionalText(properties, 'script_name'),
    ...wordAndState(states, statusIn(ticket, 'status')),
    startMs: epochMs(optional(ticket, 'gmt_created')),
    endMs: epochMs(optional(ticket, 'gmt_finished'))
  };
  if (told.state !== 'succeeded') return told;
  const successRate = valueAt(ticket, 'properties.execute_param.success_rate') ?? 100;
  if (successRate === 100) return told;
  return {...told, state: 'warning', message: `success_rate: ${JSON.stringify(successRate)}`};
}
