import {describe, expect, it} from '@jest/globals';
import {createCleaner} from '../src/secrets.ts';
import type {Subtask, Task} from '../src/task.ts';
import {withoutSecrets} from '../src/task-api.ts';

const subtask = (index: number, more: Partial<Subtask> = {}): Subtask => ({
  id: `s${index}`,
  name: `Part ${index}`,
  state: 'succeeded',
  serviceStatus: 'SUCCESSFUL',
  message: 'x'.repeat(60_000),
  ...more
});
const task: Task = {id: 'asked', state: 'failed', serviceStatus: 'FAILED', subtasks: []};
const clean = createCleaner(() => 0).cleanText;

describe('of a task', () => {
  it('little is kept, of failed subtasks first, and all states', () => {
    const many = Array.from({length: 1000}, (_, index) => subtask(index, index >= 900 ? {state: 'failed'} : {}));
    const {subtasks} = withoutSecrets({...task, subtasks: many}, clean);
    expect(subtasks.map(({state}) => state)).toEqual(many.map(({state}) => state));
    expect(subtasks.slice(900).map(({message}) => message?.length)).toEqual(Array(100).fill(2000));
    expect(subtasks[999]).toMatchObject({id: 's999', name: 'Part 999', serviceStatus: 'SUCCESSFUL'});
    expect(subtasks[500]).toEqual({state: 'succeeded', serviceStatus: ''});
    expect(JSON.stringify(subtasks).length).toBeLessThan(400_000);
  });
});
