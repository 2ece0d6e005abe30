import {hostsOf} from '../../hosts.ts';
import type {Text} from '../../text.ts';

const anotherWorkspace: Text = {
  en: 'Check workspace: it takes the id of the workspace that the task is in.',
  zh: '检查 workspace：应填写任务所在工作空间的 ID。'
};

/** What the services of DataArts Factory have in common. */
export const dataartsFactory = {
  /** The vendor's SDK table for this API; it names cn-east-4 with another module's host, so that region is left out. */
  hosts: hostsOf('dgc.v1', {more: {'dayu-dlf': 'eu-de'}, without: 'cn-east-4', usual: 'dayu-dlf'}),
  /** Names of jobs and scripts. Chinese ones are common. */
  name: /^(?!\.{1,2}$)[\p{L}\p{M}\p{N}_.-]{1,128}$/u,
  codes: {'DLF.6888': 'denied'},
  advice: {
    'DLF.0819': anotherWorkspace,
    'DLF.20819': anotherWorkspace,
    'DLF.6888': {
      en: 'Give the user of these credentials the right to read DataArts Factory jobs in this workspace.',
      zh: '为凭证所属的用户授予在该工作空间读取数据开发（DataArts Factory）作业的权限。'
    }
  }
} as const;
