/**
 * Stories of `service: custom`: an import of DataArts Studio, waited for by a definition as a workflow would write it. The
 * form is that of stories.mjs.
 */
const definition = `title: Importer
path: /v1/{project_id}/system-tasks/{task_id}
id: id
status: status
message: message
running: [RUNNING]
succeeded: [SUCCESSFUL]
failed: [FAILED]
subtasks: {list: subtasks, name: name, status: status}
not-found: [DLF.20810]`;

const inputs = {service: 'custom', definition};
const table = 'Load the table orders.';
const running = {status: 'RUNNING', subtasks: {[table]: 'RUNNING'}};

export const customStories = [
  {
    name: 'custom-succeeds',
    verdict: 'succeeded',
    best: true,
    description: 'a task of a service that the workflow defines itself',
    inputs,
    timeline: [
      {at: 0, ...running},
      {at: 2, status: 'SUCCESSFUL', subtasks: {[table]: 'SUCCESSFUL'}}
    ]
  },
  {
    name: 'custom-fails',
    verdict: 'failed',
    best: true,
    description: 'the same, with a task that fails and says why',
    inputs,
    timeline: [
      {at: 0, ...running},
      {at: 2, status: 'FAILED', message: 'The table orders is locked.', subtasks: {[table]: 'FAILED'}}
    ]
  },
  {
    name: 'custom-mistaken',
    verdict: 'error',
    description: 'a definition with three mistakes, all of which are told',
    inputs: {
      ...inputs,
      definition: definition
        .replace('succeeded:', 'success:')
        .replace('{task_id}', '{taskid}')
        .replace('failed: [FAILED]', 'failed: FAILED')
    },
    timeline: [{at: 0, ...running}]
  }
].map(story => ({group: 'custom', ...story}));
