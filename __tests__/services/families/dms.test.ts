import {describe, expect, it} from '@jest/globals';
import {MalformedAnswer} from '../../../src/errors.ts';
import {hostsOf} from '../../../src/hosts.ts';
import {messageService} from '../../../src/services/families/dms.ts';
import type {TaskReference} from '../../../src/services/service.ts';

const client = 'rocketmq.v2';
const service = messageService({name: 'made-up', title: 'A service', client});

function found(tasks: unknown, taskId: string) {
  const reference: TaskReference = {taskId, parentId: 'I1', projectId: 'P1', language: 'en-us'};
  return service.find?.({tasks}, reference);
}

describe('the tasks of an instance of a message service', () => {
  it.each([
    ['T2', [{id: 'T2'}, {id: 'T2', status: 'SUCCESS'}]],
    ['t2', []],
    ['T3', []],
    ['ABC1', [{id: 'abc1'}]]
  ])(
    'are those with the id asked for, and letters of both cases count as the same in hexadecimal ids: %s',
    (id, own) => {
      const tasks = [{id: 'T1'}, {id: 'T2'}, {id: 'T2', status: 'SUCCESS'}, {id: 'abc1'}];
      expect(found(tasks, id)).toEqual(own);
    }
  );

  it('are objects, and the one that is none is named', () => {
    expect(() => found([{id: 'T1'}, 'T2'], 'T1')).toThrow(
      new MalformedAnswer('task 2 should be an object and is a string')
    );
  });
});

describe('the hosts of a message service', () => {
  it("are in the regions of the vendor's SDK alone where no other source names more", () => {
    expect(service.hosts.regions?.()).toEqual(hostsOf(client).regions?.());
  });

  it('are in the regions as well that another source names', () => {
    const {hosts} = messageService({name: 'made-up', title: 'A service', client, more: 'eu-de eu-nl'});
    expect([hosts.byRegion('eu-nl'), service.hosts.byRegion('eu-nl')]).toEqual(['dms', undefined]);
  });
});
