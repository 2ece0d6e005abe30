import {errorSample, madeFor, provider} from '../evidence.mjs';
import {resourceSamples, settles, unknownResource} from '../families/resource.samples.mjs';

/** @typedef {import('../samples.ts').Evidence} Evidence */

const model = 'huaweicloudsdkcdn 3.1.219, v2, DomainsDetail';
const name = 'www.example.com';
const read = {id: name, name, resourceName: name, subtasks: []};
/**
 * @param {unknown} domain_status
 * @param {Readonly<Record<string, unknown>>} [more]
 */
const domain = (domain_status, more = {}) => ({
  domain: {
    id: '8ae1d29e7b9a4f0ba8b2d5f6c1e3a7b0',
    domain_name: name,
    business_type: 'web',
    domain_status,
    cname: `${name}.c.cdnhwc1.com`,
    https_status: 0,
    create_time: 1499157542180,
    update_time: 1499157542180,
    disabled: 0,
    locked: 0,
    ...more
  }
});

/** @type {Evidence} */
export const evidence = {
  about: {
    group: 'network',
    what: {en: 'accelerated domain name', zh: '加速域名'},
    id: {
      en: 'The domain name itself, as given to `POST /v1.0/cdn/domains`',
      zh: '域名本身，即传给 `POST /v1.0/cdn/domains` 的域名'
    },
    // support.huaweicloud.com/api-cdn/ShowDomainDetailByName.html.
    permission: {
      en: '`cdn:configuration:queryDomains` (identity policy)',
      zh: '`cdn:configuration:queryDomains`（身份策略授权）'
    },
    limits: {
      en: 'IAM users have to give `enterprise-project-id`; whether a domain name is `locked` does not count',
      zh: 'IAM 用户必须填写 `enterprise-project-id`；不考虑域名是否被锁定（`locked`）'
    },
    unconfirmed: {
      en: '`CDN.0170` for a domain name that the CDN does not know, which the Terraform provider alone names; the permission with roles and policies',
      zh: '表示 CDN 中查不到该域名的 `CDN.0170` 只见于 Terraform provider；角色与策略授权所需的授权项'
    }
  },
  id: '{domain_name}',
  example: name,
  // One letter between two dots is enough; what is longer than 128 is refused.
  ids: {accepted: ['a.b.example.com'], refused: ['https://www.example.com', `${'a.'.repeat(64)}example`]},
  poll: {
    path: '/v1.0/cdn/configuration/domains/{domain_name}',
    variants: [
      {
        given: {taskId: 'www.example.com', enterpriseProjectId: 'all'},
        path: '/v1.0/cdn/configuration/domains/www.example.com?enterprise_project_id=all',
        headers: {}
      }
    ]
  },
  start: {
    path: '/v1.0/cdn/domains',
    body: {domain: {domain_name: '{domain_name}', business_type: 'web', sources: [{ip_or_domain: '{story}'}]}},
    answer: {body: {domain: {domain_name: '{domain_name}', domain_status: 'configuring'}}}
  },
  settles,
  hosts: {
    'cn-north-4': 'cdn.myhuaweicloud.com',
    'ap-southeast-3': 'cdn.myhuaweicloud.com',
    'eu-west-101': 'cdn.myhuaweicloud.eu',
    'eu-de': null
  },
  sdk: {client: 'cdn.v2', method: 'show_domain_detail_by_name', arguments: {domain_name: '{domain_name}'}},
  needs: {task: 'domain', id: 'domain_name', word: 'domain_status', words: ['online'], errors: ['disabled']},
  answers: [
    {
      name: 'a domain name that was banned',
      source: madeFor('disabled: 1 is a domain name that was banned'),
      body: {json: domain('online', {disabled: 1})},
      expected: {...read, state: 'succeeded', serviceStatus: 'online', contradictions: ['"disabled" is 1']}
    },
    ...resourceSamples({
      source: model,
      thing: domain,
      read,
      words: {
        running: ['configuring', 'checking', 'deleting', 'offline'],
        succeeded: ['online'],
        failed: ['configure_failed', 'check_failed']
      },
      noWord: {domain: {domain_name: name}}
    }),
    {
      ...unknownResource(
        `${provider}, services/cdn, refreshDomainStatus`,
        400,
        'CDN.0170',
        'The domain does not exist.'
      ),
      body: {json: {error: {error_code: 'CDN.0170', error_msg: 'The domain does not exist.'}}}
    },
    errorSample(
      `${provider}, services/cdn, refreshDomainStatus`,
      400,
      'CDN.00010182',
      'Not of the enterprise project.',
      'denied'
    ),
    ...['CDN.0004', 'CDN.0020', 'CDN.0021'].map(code =>
      errorSample(
        "the vendor's table of the CDN's codes, of which the HTTP status is not known",
        400,
        code,
        'No permission.',
        'denied'
      )
    )
  ]
};
