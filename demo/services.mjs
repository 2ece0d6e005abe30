/**
 * What each service of the stand-in cloud says: where a task is started and asked for, and how the answers look.
 * To add a service, add an entry to `services` and stories for it in stories.mjs; cloud.mjs knows no service by name.
 *
 * An entry has
 *   start.path, poll.path   `:project`, `:task`, `:parent` and other names stand for one path segment each, `:task` also
 *                           for a query value
 *   start.method            where it is not POST
 *   start.isFor(call)       whether a start call is for this service, where others have the same path
 *   parent(call)            the first id of a task that has two, where it is not `:parent` in the path
 *   poll.http               the HTTP status of a good answer, where it is not 200
 *   start.word(call)        the word in the start call that chooses the story
 *   start.otherwise         the story for a word that no story has; without it, such a start is refused
 *   start.newId()           an id for the new task; without it, the id is the one in the path
 *   start.answer(task)      what the start call answers: {http, body}
 *   start.refuse(word, call)       what the start call answers to a word that no story has
 *   start.call(story, {projectId}) the start call that plays a story: {path, headers, body}
 *   start.idIn(body, path, sent)   the id to wait for, as a workflow would pick it from that answer, or from what it sent
 *   body(task, steps, call) the answer to a look; `steps` are the steps of the story so far, the last one is current
 *   missing(id, code)       the answer for an id that the service does not know; `form(text, code)` makes its body
 *   unknownWorkspace(id)    the answer for a workspace that does not exist, where the service has workspaces
 */
import {randomUUID} from 'node:crypto';
import {demoRegion, hex, hexOf, offsetTime, partsOf} from './forms.mjs';
import {moreServices} from './more-services.mjs';

/** Whether the caller asked for English: the services' texts are Chinese where nobody asks for another language. */
const wantsEnglish = call => /^en/i.test(call.headers['x-language'] ?? '');

const dataartsStudio = {
  name: 'dataarts-studio',
  title: 'DataArts Studio',
  aliases: ['dlf', 'dgc'],
  start: {
    path: '/v1/:project/jobs/import',
    word: ({body}) => String(body.path ?? '').match(/^obs:\/\/.*?([^/]+?)(\.zip)?$/)?.[1] ?? '',
    newId: () => hex(32),
    answer: task => ({http: 200, body: {taskId: task.id}}),
    refuse: (word, call) => ({
      http: 400,
      code: word === '' ? 'DLF.0803' : 'DLF.0815',
      text: word === '' ? 'The OBS path is invalid.' : `Failed to read the OBS file ${call.body.path}.`
    }),
    call: (story, {projectId}) => ({
      path: `/v1/${projectId}/jobs/import`,
      headers: story.workspace ? {workspace: story.workspace} : {},
      body: {path: `obs://demo/${story.name}.zip`, sameNamePolicy: 'OVERWRITE'}
    }),
    idIn: body => body.taskId
  },
  poll: {path: '/v1/:project/system-tasks/:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const ended = step.ended ?? ['SUCCESSFUL', 'FAILED', 'WARNING'].includes(step.status);
    const time = at => (task.story.timesAsText ? String(task.timeAt(at)) : task.timeAt(at));
    const subtasks = partsOf(task, steps).map(({id, name, status, message, changedMs}) => ({
      id,
      lastUpdate: task.story.timesAsText ? String(changedMs) : changedMs,
      name,
      status,
      taskId: task.id,
      ...(message === undefined ? {} : {message})
    }));
    return {
      ...(ended ? {endTime: time(step.at)} : {}),
      id: task.id,
      lastUpdate: time(step.at),
      ...(step.message === undefined ? {} : {message: step.message}),
      name: task.story.taskName ?? `Import the job from ${task.call.body.path}.`,
      projectId: task.project,
      startTime: time(0),
      status: step.status,
      ...(step.subtasks === undefined ? {} : {[task.story.subtasksKey ?? 'subtasks']: subtasks}),
      ...step.set
    };
  },

  unknownWorkspace: workspace => ({http: 400, code: 'DLF.0819', text: `The workspace ${workspace} does not exist.`}),

  // Never a 404. Both codes are in use, with a text each.
  missing: (id, code = 'DLF.20810') => ({
    http: 400,
    code,
    text: code === 'DLF.0810' ? 'Task does not exist' : `Task[${id}] does not exist`
  })
};

const taurusdb = {
  name: 'taurusdb',
  title: 'TaurusDB',
  aliases: ['gaussdb-mysql'],
  start: {
    path: '/v3/:project/instances',
    word: ({body}) => String(body.name ?? ''),
    newId: () => randomUUID(),
    answer(task) {
      const prePaid = task.story.prePaid === true;
      return {
        http: 201,
        body: {
          instance: {
            id: `${hexOf(task.id, 32)}in07`,
            name: task.story.name,
            status: 'BUILD',
            datastore: {type: 'gaussdb-mysql', version: '8.0.22', kernel_version: '2.0.28.18'},
            mode: 'Cluster',
            port: 3306,
            region: demoRegion,
            availability_zone_mode: 'single',
            backup_strategy: {start_time: '08:00-09:00', keep_days: 7},
            enterprise_project_id: 0,
            charge_info: prePaid
              ? {charge_mode: 'prePaid', period_num: 1, period_type: 'month', is_auto_renew: false, is_auto_pay: true}
              : {charge_mode: 'postPaid'}
          },
          ...(prePaid ? {order_id: 'CS2308241236EEXVF'} : {job_id: task.id})
        }
      };
    },
    refuse: () => ({http: 400, code: 'DBS.280001', text: 'Parameter error.'}),
    call: (story, {projectId}) => ({
      path: `/v3/${projectId}/instances`,
      headers: {},
      body: {name: story.name, datastore: {type: 'gaussdb-mysql', version: '8.0'}, mode: 'Cluster'}
    }),
    idIn: body => String(body.job_id ?? null)
  },
  poll: {path: '/v3/:project/jobs?id=:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const ended = step.status === 'Completed' || step.status === 'Failed';
    const instance = {id: `${hexOf(task.id, 32)}in07`, name: task.story.name};
    return {
      job: {
        id: task.id,
        name: task.story.taskName ?? 'CreateGaussDBforMySQLInstance',
        status: step.status,
        created: step.status === 'Pending' ? '' : offsetTime(task.timeAt(0), 8),
        ...(ended ? {ended: offsetTime(task.timeAt(step.at), 0)} : {}),
        process: step.process ?? '',
        instance,
        entities:
          step.status === 'Completed'
            ? {
                instance: {
                  endpoint: '192.168.1.203:3306',
                  type: 'Cluster',
                  datastore: {type: 'gaussdb-mysql', version: '8.0'}
                },
                resource_ids: [`${instance.id}.vm`, `${instance.id}.volume`]
              }
            : {},
        ...(step.fail_reason === undefined ? {} : {fail_reason: step.fail_reason}),
        ...step.set
      }
    };
  },

  missing: (_id, code = 'DBS.200543') => ({http: 400, code, text: 'The job does not exist.'})
};

const codeartsCheck = {
  name: 'codearts-check',
  title: 'CodeArts Check',
  aliases: ['codecheck'],
  start: {
    path: '/v2/tasks/:task/run',
    word: ({task}) => task,
    otherwise: 'succeeds',
    answer: () => ({http: 200, body: {exec_id: hex(32)}}),
    refuse: () => ({http: 200, code: 'CC.00050000', text: {en: 'Invalid parameter.', zh: '参数错误'}}),
    call: story => ({path: `/v2/tasks/${hex(32)}/run?play=${story.name}`, headers: {}, body: {}}),
    idIn: (_body, path) => path.split('/')[3]
  },
  poll: {path: '/v2/tasks/:task/progress'},

  // No id, no name, no times: this is all that the service tells.
  body(_task, steps, call) {
    const {task_status, ratio, set} = steps.at(-1);
    const info = wantsEnglish(call) ? 'Executing' : '执行检查中';
    return {...(ratio === undefined ? {} : {progress: {ratio, info}}), task_status, ...set};
  },

  // What it says for an unknown id is not documented; its errors of this kind come under HTTP 200.
  missing: (_id, code = 'CC.00050001') => ({
    http: 200,
    code,
    text: {en: 'Failed to query the task.', zh: '查询任务失败'}
  })
};

/** The services of the stand-in cloud, in the order in which they are shown. */
export const services = [dataartsStudio, taurusdb, codeartsCheck, ...moreServices];
