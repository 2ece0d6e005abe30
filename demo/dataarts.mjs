/**
 * DataArts Studio, with bodies made for each step of a story: it plays the stories that are no service's own, and is the
 * one service of the clouds in memory. The form is that of a service in evidence.mjs, and in addition
 *   body(task, steps)             the answer, by the steps of the story so far, the last of which is current
 *   unknownWorkspace(workspace)   the error for a workspace that is not there
 */
import {valuesInPath} from './templates.mjs';

const error = (code, text) => ({error: {http: 400, code, text}});

export const dataartsStudio = {
  name: 'dataarts-studio',
  scope: 'project',
  idNames: ['task_id'],

  polledBy({method, url}) {
    const values = method === 'GET' ? valuesInPath('/v1/{project_id}/system-tasks/{task_id}', url) : undefined;
    return values && {values, same: 0};
  },

  body(task, steps) {
    const {values, story, timeAt} = task;
    const step = steps.at(-1);
    const ended = step.ended ?? ['SUCCESSFUL', 'FAILED', 'WARNING'].includes(step.status);
    const time = at => (story.timesAsText ? String(timeAt(at)) : timeAt(at));
    return {
      ...(ended ? {endTime: time(step.at)} : {}),
      id: values.task_id,
      lastUpdate: time(step.at),
      ...(step.message === undefined ? {} : {message: step.message}),
      name: story.taskName ?? `Import the job from obs://demo/${values.story}.zip.`,
      projectId: values.project_id,
      startTime: time(0),
      status: step.status,
      ...(step.subtasks && {[story.subtasksKey ?? 'subtasks']: subtasksOf(values.task_id, steps, time)}),
      ...step.set
    };
  },

  unknownWorkspace: workspace => error('DLF.0819', `The workspace ${workspace} does not exist.`).error,

  // Never a 404. Both codes are in use, with a text each.
  missing: ({task_id: id}, code = 'DLF.20810') =>
    error(code, code === 'DLF.0810' ? 'Task does not exist' : `Task[${id}] does not exist`)
};

/** What the steps tell by name: the word for a state, or an object with it as `status`. */
function subtasksOf(taskId, steps, time) {
  const partOf = (step, name) => {
    const said = step.subtasks?.[name];
    return typeof said === 'object' ? said : {status: said};
  };
  return Object.keys(steps.at(-1).subtasks).map((name, index) => {
    const {status, message} = partOf(steps.at(-1), name);
    const changed = steps[steps.findLastIndex(step => partOf(step, name).status !== status) + 1];
    return {
      id: index.toString(16).padStart(32, '0'),
      lastUpdate: time(changed.at),
      name,
      status,
      taskId,
      ...(message === undefined ? {} : {message})
    };
  });
}
