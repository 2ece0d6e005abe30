/**
 * The services of the stand-in cloud: what evidence.mjs makes of the evidence, and DataArts Studio, which plays the stories that
 * are no service's own, with bodies made for each step of a story.
 */
import {services as documented} from './evidence.mjs';
import {partsOf} from './forms.mjs';

const error = (code, text) => ({error: {http: 400, code, text}});

const dataartsStudio = {
  /** `steps` are the steps of the story so far, the last one is current. */
  body(task, steps) {
    const step = steps.at(-1);
    const ended = step.ended ?? ['SUCCESSFUL', 'FAILED', 'WARNING'].includes(step.status);
    const time = at => (task.story.timesAsText ? String(task.timeAt(at)) : task.timeAt(at));
    const id = task.values.task_id;
    const subtasks = partsOf(task, steps).map(({id: part, name, status, message, changedMs}) => ({
      id: part,
      lastUpdate: task.story.timesAsText ? String(changedMs) : changedMs,
      name,
      status,
      taskId: id,
      ...(message === undefined ? {} : {message})
    }));
    return {
      ...(ended ? {endTime: time(step.at)} : {}),
      id,
      lastUpdate: time(step.at),
      ...(step.message === undefined ? {} : {message: step.message}),
      name: task.story.taskName ?? `Import the job from obs://demo/${task.values.story}.zip.`,
      projectId: task.values.project_id,
      startTime: time(0),
      status: step.status,
      ...(step.subtasks === undefined ? {} : {[task.story.subtasksKey ?? 'subtasks']: subtasks}),
      ...step.set
    };
  },

  unknownWorkspace: workspace => error('DLF.0819', `The workspace ${workspace} does not exist.`).error,

  // Never a 404. Both codes are in use, with a text each.
  missing: ({task_id: id}, code = 'DLF.20810') =>
    error(code, code === 'DLF.0810' ? 'Task does not exist' : `Task[${id}] does not exist`)
};

export const services = documented.map(service =>
  service.name === 'dataarts-studio' ? {...service, ...dataartsStudio} : service
);
