import {globalHostsOf} from '../../hosts.ts';
import {resourceService} from '../families/resource.ts';
import {objectUnder, path} from '../service.ts';

/** The same for each code of a missing permission. */
function forAll<T>(value: T) {
  return Object.fromEntries(['CDN.00010182', 'CDN.0004', 'CDN.0020', 'CDN.0021'].map(code => [code, value]));
}

/** An accelerated domain name of the CDN: after its creation, a change of its configuration, or its removal. */
export const cdnDomain = resourceService({
  name: 'cdn-domain',
  title: {en: 'Content Delivery Network', zh: '内容分发网络 CDN'},
  noun: {en: 'domain name', zh: '加速域名'},
  taskId: {
    pattern: /^(?=.{1,128}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/,
    form: {en: 'the domain name in small letters, such as www.example.com', zh: '小写的域名，例如 www.example.com'}
  },
  scope: 'domain',
  needsProjectId: false,
  hosts: globalHostsOf('cdn.v2'),
  request: ({taskId}) => ({path: path`/v1.0/cdn/configuration/domains/${taskId}`}),
  enterpriseProject: {query: 'enterprise_project_id'},
  find: objectUnder('domain'),
  words: {
    underWay: ['configuring', 'checking', 'deleting'],
    good: ['online'],
    resting: ['offline'],
    bad: ['configure_failed', 'check_failed']
  },
  fields: {id: 'domain_name', name: 'domain_name', word: 'domain_status'},
  // It is not 0 for a domain name that was banned.
  errors: ['disabled'],
  idsAreHexadecimal: false,
  gone: {codes: ['CDN.0170']},
  codes: forAll('denied' as const),
  advice: {
    verdicts: {
      'not-found': {
        en: 'Check task-id (the domain name, not its id), the account of the credentials (it must own the domain name) and, for an IAM user, enterprise-project-id.',
        zh: '检查 task-id（应为域名本身，而不是域名 ID）；确认密钥或 Token 属于拥有该域名的账号；使用 IAM 用户时还要检查 enterprise-project-id。'
      }
    },
    codes: forAll({
      en: 'Give the IAM user the permission to query domain names, and give enterprise-project-id: the id of the enterprise project that the domain name belongs to, or all. IAM users have to send it.',
      zh: '为 IAM 用户授予查询域名的权限，并填写 enterprise-project-id：域名所属企业项目的 ID，或者 all。使用 IAM 用户时必须传入该参数。'
    })
  }
});
