import {describe, expect, it} from '@jest/globals';
import {act, dataartsInputs} from './helpers/act.ts';

const running = {id: dataartsInputs['task-id'], name: 'Import', status: 'RUNNING', startTime: 1768465800000};

describe('run', () => {
  it('is green when the task ends in success', async () => {
    const acted = await act(dataartsInputs, [
      {body: running},
      {body: {...running, status: 'SUCCESSFUL', endTime: 1768465802000}}
    ]);
    expect(acted.colour).toBe('green');
    expect(acted.outputs.status).toBe('succeeded');
    expect(acted.annotations).toEqual([]);
  });
});
