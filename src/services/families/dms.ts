import {hostsOf} from '../../hosts.ts';
import {isoMs, type JsonRecord, list, optional, optionalText, records, statusIn, text, theAnswer} from '../../json.ts';
import {isSameId} from '../../task.ts';
import {defineService, path, plainId, type Reading, type Service, type StateTable, wordAndState} from '../service.ts';

const states: StateTable = {
  CREATED: 'running',
  EXECUTING: 'running',
  SUCCESS: 'succeeded',
  FAILED: 'failed',
  DELETED: 'stopped',
  CANCELLED: 'stopped'
};

/** What sets one member apart from the others. */
interface Member<Name extends string> extends Pick<Service, 'title'> {
  readonly name: Name;
  /** Of the vendor's SDK, such as `kafka.v2`: all of them have the same hosts. */
  readonly client: string;
  /** Regions that another source names. */
  readonly more?: string;
}

/** The message services run the background tasks of their instances on one platform: the same path, host and answer. */
export function messageService<Name extends string>({name, title, client, more = ''}: Member<Name>) {
  return defineService({
    name,
    title,
    taskId: {
      pattern: plainId,
      form: {
        en: 'the id of the task, such as 8abfa7b272adc5b40172b73130065ae7',
        zh: '任务的 ID，例如 8abfa7b272adc5b40172b73130065ae7'
      }
    },
    parentId: {
      pattern: plainId,
      form: {
        en: 'the id of the instance, such as 9b6b7173-d1d8-4604-86a8-43b732715a03',
        zh: '实例的 ID，例如 9b6b7173-d1d8-4604-86a8-43b732715a03'
      }
    },
    hosts: hostsOf(client, {more: {dms: more}, usual: 'dms'}),
    request: ({projectId, parentId, taskId}) => ({
      path: path`/v2/${projectId}/instances/${parentId}/tasks/${taskId}`
    }),
    states,
    find: (body, {taskId}) =>
      records(list(theAnswer(body), 'tasks'), 'task').filter(task => isSameId(text(task, 'id'), taskId, true)),
    read,
    idsAreHexadecimal: true,
    advice: {
      verdicts: {
        failed: {
          en: 'Fix the cause. The background tasks of the instance, in its console, may say more.',
          zh: '解决问题。更多信息可查看控制台中该实例的后台任务。'
        },
        'not-found': {
          en: 'Check task-id, which takes the ids of the instance and of the task with a slash between them, project-id and region. Scheduled tasks are not listed here until they run.',
          zh: '检查 task-id（应填写实例 ID 和任务 ID，以斜杠分隔）、project-id 和 region。定时任务在执行之前不在此列出。'
        }
      }
    }
  });
}

/** A task that is executing has a time of its last update too. */
function read(task: JsonRecord): Reading {
  return {
    id: optionalText(task, 'id'),
    name: optionalText(task, 'name'),
    ...wordAndState(states, statusIn(task, 'status')),
    startMs: isoMs(optional(task, 'created_at')),
    endMs: isoMs(optional(task, 'updated_at'))
  };
}
