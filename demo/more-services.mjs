/**
 * The other services of the stand-in cloud, in the form that services.mjs describes: families of servers and of
 * databases, services with a job of their own, pipelines and data jobs.
 *
 * In the stories each state is the `status` of a step, whatever the service calls the field. The start calls are those
 * that the README names, as small as they can be; where nothing in one is free to choose, `?play=` chooses the story.
 */
import {randomInt, randomUUID} from 'node:crypto';
import {
  blankTime,
  clockTime,
  demoRegion,
  goTime,
  hex,
  hexOf,
  isoMicros,
  isoSeconds,
  isoTime,
  offsetTime,
  partsOf,
  uuidOf
} from './forms.mjs';

const badRequest = (code, text = 'Invalid parameter.') => ({http: 400, code, text});

/** The forms of an error that differ from the usual `{error_code, error_msg}`. */
const forms = {
  nested: (message, code) => ({error: {code, message}}),
  short: (errMsg, errCode) => ({errCode, errMsg}),
  camelCase: (errorMessage, errorCode) => ({errorCode, errorMessage}),
  listed: (errorMessage, errorCode) => ({errors: [{errorCode, errorMessage}]})
};

/** For a start call that has no place for a name. */
const playedBy = (story, path) => ({path: `${path}?play=${story.name}`, headers: {}, body: {}});

const idBefore = (path, position) => decodeURIComponent(path.split('/')[position]);

/* Servers, disks, images and addresses: one platform of jobs. */

/** `subJobType` and `subJobsKey` tell about the parts of a job; `entity` is the name for what one works on. */
function jobService({name, title, start, jobType, subJobType, subJobsKey = 'sub_jobs', entity}) {
  const ended = status => status === 'SUCCESS' || status === 'FAIL';
  const reason = from => ({error_code: from.error_code ?? null, fail_reason: from.fail_reason ?? null});

  return {
    name,
    title,
    aliases: [],
    start: {
      newId: () => hex(32),
      answer: task => ({http: 200, body: {job_id: task.id}}),
      refuse: () => ({...badRequest('Common.0002'), form: forms.nested}),
      idIn: body => body.job_id,
      ...start
    },
    poll: {path: '/v1/:project/jobs/:task'},

    body(task, steps) {
      const step = steps.at(-1);
      const subJobs = partsOf(task, steps).map(part => ({
        status: part.status,
        entities: {[entity]: uuidOf(part.id), ...part.entities},
        job_id: part.id,
        job_type: subJobType,
        begin_time: part.begunMs ? isoTime(part.begunMs) : '',
        end_time: ended(part.status) ? isoTime(part.changedMs) : '',
        ...reason(part)
      }));
      return {
        status: step.status,
        entities: {
          ...(subJobs.length === 0 ? {} : {[`${subJobsKey}_total`]: subJobs.length, [subJobsKey]: subJobs}),
          ...step.entities
        },
        job_id: task.id,
        job_type: jobType,
        begin_time: isoTime(task.timeAt(0)),
        end_time: ended(step.status) ? isoTime(task.timeAt(step.at)) : '',
        ...reason(step),
        ...step.set
      };
    },

    missing: (_id, code = 'Common.0011') => ({
      http: 400,
      code,
      text: 'Failed to query system tasks.',
      form: forms.nested
    })
  };
}

const ecs = jobService({
  name: 'ecs',
  title: 'Elastic Cloud Server',
  jobType: 'createServer',
  subJobType: 'createSingleServer',
  entity: 'server_id',
  start: {
    path: '/v1.1/:project/cloudservers',
    word: ({body}) => String(body.server?.name ?? ''),
    call: (story, {projectId}) => ({
      path: `/v1.1/${projectId}/cloudservers`,
      headers: {},
      body: {server: {name: story.name, flavorRef: 's3.medium.2', count: 2}}
    })
  }
});

const evs = jobService({
  name: 'evs',
  title: 'Elastic Volume Service',
  jobType: 'batchCreateVolume',
  subJobType: 'createVolume',
  entity: 'volume_id',
  start: {
    path: '/v2.1/:project/cloudvolumes',
    word: ({body}) => String(body.volume?.name ?? ''),
    call: (story, {projectId}) => ({
      path: `/v2.1/${projectId}/cloudvolumes`,
      headers: {},
      body: {volume: {name: story.name, volume_type: 'SSD', size: 40, count: 2}}
    })
  }
});

const ims = jobService({
  name: 'ims',
  title: 'Image Management Service',
  jobType: 'imsImportOvaImageJob',
  subJobType: 'imsImportImageJob',
  subJobsKey: 'sub_jobs_result',
  entity: 'image_id',
  start: {
    path: '/v2/cloudimages/action',
    word: ({body}) => String(body.name ?? ''),
    call: story => ({
      path: '/v2/cloudimages/action',
      headers: {},
      body: {name: story.name, image_url: `demo:${story.name}.ova`, min_disk: 40}
    })
  }
});

const bms = jobService({
  name: 'bms',
  title: 'Bare Metal Server',
  jobType: 'baremetalBatchCreate',
  subJobType: 'baremetalSingleCreate',
  entity: 'server_id',
  start: {
    path: '/v1/:project/baremetalservers',
    word: ({body}) => String(body.server?.name ?? ''),
    call: (story, {projectId}) => ({
      path: `/v1/${projectId}/baremetalservers`,
      headers: {},
      body: {server: {name: story.name, flavorRef: 'physical.o2.medium', count: 1}}
    })
  }
});

const eip = jobService({
  name: 'eip',
  title: 'Elastic IP',
  jobType: 'createBatchPublicip',
  subJobType: 'createPublicip',
  entity: 'publicip_id',
  start: {
    path: '/v2/:project/batchpublicips',
    word: ({body}) => String(body.bandwidth?.name ?? ''),
    call: (story, {projectId}) => ({
      path: `/v2/${projectId}/batchpublicips`,
      headers: {},
      body: {publicip: {type: '5_bgp', count: 2}, bandwidth: {name: story.name, size: 5, share_type: 'PER'}}
    })
  }
});

/* Databases: one kind of task centre, whose start calls differ in the kind of database that they ask for. */

/** `hours` are those of the time zone that the answers are in; `listed` a service that answers with a list. */
function databaseService({name, title, aliases = [], datastore, jobName, progressKey, hours, listed = false, extra}) {
  const [createdKey, endedKey] = listed ? ['start_time', 'end_time'] : ['created', 'ended'];
  const asksForOurs = ({body}) => body.datastore?.type === datastore;

  return {
    name,
    title,
    aliases,
    start: {
      path: '/v3/:project/instances',
      isFor: asksForOurs,
      word: ({body}) => String(body.name ?? ''),
      newId: () => randomUUID(),
      answer: task => ({
        http: 202,
        body: {
          instance: {id: hexOf(task.id, 32), name: task.story.name, status: 'BUILD', datastore: {type: datastore}},
          job_id: task.id
        }
      }),
      refuse: () => badRequest('DBS.280001', 'Parameter error.'),
      call: (story, {projectId}) => ({
        path: `/v3/${projectId}/instances`,
        headers: {},
        body: {name: story.name, datastore: {type: datastore}, region: demoRegion}
      }),
      idIn: body => body.job_id
    },
    poll: {path: '/v3/:project/jobs?id=:task'},

    body(task, steps) {
      const step = steps.at(-1);
      const ended = step.status === 'Completed' || step.status === 'Failed';
      const job = {
        id: task.id,
        name: jobName,
        status: step.status,
        [createdKey]: offsetTime(task.timeAt(0), hours),
        ...(ended ? {[endedKey]: offsetTime(task.timeAt(step.at), hours)} : {}),
        [progressKey]: step.process ?? '',
        instance: {id: hexOf(task.id, 32), name: task.story.name},
        ...extra?.(step),
        fail_reason: step.fail_reason ?? (listed ? '' : null),
        ...step.set
      };
      return listed ? {total_count: 1, jobs: [job]} : {job};
    },

    missing: (_id, code = 'DBS.200543') =>
      listed
        ? {http: 200, text: 'an empty list', form: () => ({total_count: 0, jobs: []})}
        : {http: 400, code, text: 'The job does not exist.'}
  };
}

const rds = databaseService({
  name: 'rds',
  title: 'RDS',
  datastore: 'MySQL',
  jobName: 'CreateMysqlSingleHAInstance',
  progressKey: 'process',
  hours: 0,
  extra: ({status}) => ({entities: status === 'Completed' ? {instance: {endpoint: '192.168.1.203:3306'}} : {}})
});

const dds = databaseService({
  name: 'dds',
  title: 'Document Database Service',
  datastore: 'DDS-Community',
  jobName: 'Create_MongoDB',
  progressKey: 'progress',
  hours: 0,
  // An end time while the task runs, as in the vendor's example.
  extra: ({status}) => (status === 'Running' ? {ended: offsetTime(Date.now(), 0)} : {})
});

const gaussdb = databaseService({
  name: 'gaussdb',
  title: 'GaussDB',
  aliases: ['gaussdb-opengauss'],
  datastore: 'GaussDB(for openGauss)',
  jobName: 'CreateGaussDBV5Instance',
  progressKey: 'progress',
  hours: 8
});

const geminidb = databaseService({
  name: 'geminidb',
  title: 'GeminiDB',
  aliases: ['gaussdb-nosql'],
  datastore: 'GeminiDB-Cassandra',
  jobName: 'CreateCassandra',
  progressKey: 'progress',
  hours: 0,
  listed: true,
  extra: ({status}) => (status === 'Running' ? {end_time: offsetTime(Date.now(), 0)} : {})
});

/* Services with a job of their own. */

const dcs = {
  name: 'dcs',
  title: 'Distributed Cache Service',
  aliases: [],
  start: {
    method: 'PUT',
    path: '/v2/:project/instances/:instance/async-swap',
    word: () => '',
    otherwise: 'succeeds',
    newId: () => hex(32),
    answer: task => ({http: 200, body: {job_id: task.id}}),
    refuse: () => badRequest('DCS.4000'),
    call: (story, {projectId}) => playedBy(story, `/v2/${projectId}/instances/${randomUUID()}/async-swap`),
    idIn: body => body.job_id
  },
  poll: {path: '/v2/:project/jobs/:task'},

  // Times are digits in a text; the reason has a misspelt name.
  body(task, steps) {
    const {at, status, fail_reason = null, error_code, set} = steps.at(-1);
    const ended = status === 'SUCCESS' || status === 'FAIL';
    return {
      job_id: task.id,
      job_type: 'masterStandbySwapJob',
      status,
      begin_time: String(task.timeAt(0)),
      end_time: ended ? String(task.timeAt(at)) : '',
      fail_resson: fail_reason,
      ...(error_code === undefined ? {} : {error_code}),
      ...set
    };
  },

  missing: () => ({
    http: 404,
    text: 'The resource does not exist.',
    form: error_msg => ({error_code: null, error_msg, error_ext_msg: null})
  })
};

const sfsTurbo = {
  name: 'sfs-turbo',
  title: 'SFS Turbo',
  aliases: [],
  start: {
    path: '/v1/:project/sfs-turbo/shares/:share/fs/ldap',
    word: () => '',
    otherwise: 'succeeds',
    newId: () => randomUUID(),
    answer: task => ({http: 200, body: {jobId: task.id}}),
    refuse: () => ({...badRequest('SFS.TURBO.0001', 'parameter error'), form: forms.short}),
    call: (story, {projectId}) => ({
      ...playedBy(story, `/v1/${projectId}/sfs-turbo/shares/${randomUUID()}/fs/ldap`),
      body: {url: 'ldap://192.168.0.9:389', base_dn: 'dc=example,dc=com'}
    }),
    idIn: body => body.jobId
  },
  poll: {path: '/v1/:project/sfs-turbo/jobs/:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const ended = status => ['success', 'failed', 'FAIL'].includes(status);
    const job = ({id, type, status, error_code = '', fail_reason = ''}, begunMs, endedMs) => ({
      job_id: id,
      job_type: type,
      status,
      begin_time: begunMs ? blankTime(begunMs) : '',
      end_time: ended(status) ? blankTime(endedMs) : '',
      error_code,
      fail_reason
    });
    return {
      ...job({...step, id: task.id, type: 'bind_ldap'}, task.timeAt(0), task.timeAt(step.at)),
      sub_jobs: partsOf(task, steps).map(part =>
        job({...part, id: uuidOf(part.id), type: part.name}, part.begunMs, part.changedMs)
      ),
      ...step.set
    };
  },

  missing: (_id, code = 'SFS.TURBO.0019') => ({http: 404, code, text: 'Invalid Job Id', form: forms.short})
};

const dws = {
  name: 'dws',
  title: 'Data Warehouse Service',
  aliases: [],
  start: {
    path: '/v2/:project/clusters/:cluster/elbs/:elb',
    word: () => '',
    otherwise: 'succeeds',
    newId: () => hex(32),
    answer: task => ({http: 200, body: {job_id: task.id}}),
    refuse: () => badRequest('DWS.0001'),
    call: (story, {projectId}) => playedBy(story, `/v2/${projectId}/clusters/${randomUUID()}/elbs/${randomUUID()}`),
    idIn: body => body.job_id
  },
  poll: {path: '/v1.0/:project/job/:task'},

  // Its times have no zone.
  body(task, steps) {
    const {at, status, progress, failed_code, failed_detail, set} = steps.at(-1);
    const ended = ['SUCCESS', 'FAIL', 'STOP'].includes(status);
    return {
      job_id: task.id,
      job_name: 'ecfClusterElbCreateJob',
      begin_time: clockTime(task.timeAt(0)),
      ...(ended ? {end_time: clockTime(task.timeAt(at))} : {}),
      status,
      ...(failed_code === undefined ? {} : {failed_code, failed_detail}),
      progress,
      ...set
    };
  },

  missing: () => ({http: 404, text: 'The resource does not exist.', form: error_msg => ({error_msg})})
};

const elb = {
  name: 'elb',
  title: 'Elastic Load Balance',
  aliases: [],
  start: {
    path: '/v3/:project/elb/loadbalancers/:balancer/clone',
    word: () => '',
    otherwise: 'succeeds',
    newId: () => randomUUID(),
    answer: task => ({http: 200, body: {job_id: task.id, request_id: randomUUID()}}),
    refuse: () => badRequest('ELB.8902'),
    call: (story, {projectId}) => playedBy(story, `/v3/${projectId}/elb/loadbalancers/${randomUUID()}/clone`),
    idIn: body => body.job_id
  },
  poll: {path: '/v3/:project/elb/jobs/:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const ended = status => !['INIT', 'RUNNING', 'ROLLBACKING'].includes(status);
    const job = ({id, type, status, error_code = '', error_msg = ''}, begunMs, endedMs) => ({
      begin_time: begunMs ? isoSeconds(begunMs) : '',
      end_time: ended(status) ? isoSeconds(endedMs) : '',
      error_code,
      error_msg,
      job_id: id,
      job_type: type,
      project_id: task.project,
      resource_id: task.call.balancer,
      status
    });
    return {
      job: {
        ...job({...step, id: task.id, type: 'CLONE'}, task.timeAt(0), task.timeAt(step.at)),
        sub_jobs: partsOf(task, steps).map(part => ({
          ...job({...part, id: uuidOf(part.id), type: part.name}, part.begunMs, part.changedMs),
          entities: [{resource_id: task.call.balancer, resource_type: 'loadbalancer'}]
        })),
        ...step.set
      },
      request_id: randomUUID()
    };
  },

  missing: (id, code = 'ELB.8904') => ({http: 404, code, text: `job ${id} could not be found.`})
};

const cce = {
  name: 'cce',
  title: 'Cloud Container Engine',
  aliases: [],
  start: {
    path: '/api/v3/projects/:project/clusters',
    word: ({body}) => String(body.metadata?.name ?? ''),
    newId: () => randomUUID(),
    answer: task => ({
      http: 201,
      body: {
        kind: 'Cluster',
        apiVersion: 'v3',
        metadata: {name: task.story.name, uid: uuidOf(`cluster ${task.id}`)},
        status: {phase: 'Creating', jobID: task.id}
      }
    }),
    refuse: () => ({...badRequest('CCE.01400001'), form: forms.camelCase}),
    call: (story, {projectId}) => ({
      path: `/api/v3/projects/${projectId}/clusters`,
      headers: {},
      body: {kind: 'Cluster', apiVersion: 'v3', metadata: {name: story.name}, spec: {flavor: 'cce.s1.small'}}
    }),
    idIn: body => body.status.jobID
  },
  poll: {path: '/api/v3/projects/:project/jobs/:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const clusterUID = uuidOf(`cluster ${task.id}`);
    const job = ({uid, type, status, reason = ''}, createdMs, updatedMs, more) => ({
      apiVersion: 'v3',
      kind: 'Job',
      metadata: {uid, creationTimestamp: goTime(createdMs), updateTimestamp: goTime(updatedMs)},
      spec: {clusterUID, type, ...more},
      status: {phase: status, reason}
    });
    const subJobs = partsOf(task, steps).map(part =>
      job({...part, uid: uuidOf(part.id), type: part.name}, part.begunMs ?? task.timeAt(0), part.changedMs)
    );
    return {
      ...job({...step, uid: task.id, type: 'CreateCluster'}, task.timeAt(0), task.timeAt(step.at), {
        resourceID: clusterUID,
        resourceName: task.story.name,
        subJobs
      }),
      ...step.set
    };
  },

  missing: (_id, code = 'CCE.01404001') => ({http: 404, code, text: 'Resource not found.', form: forms.camelCase})
};

const cbr = {
  name: 'cbr',
  title: 'Cloud Backup and Recovery',
  aliases: [],
  start: {
    // Not the restoration of a backup: the vendor documents no answer for it.
    path: '/v3/:project/backups/sync',
    word: ({body}) => String(body.sync?.[0]?.backup_name ?? ''),
    newId: () => randomUUID(),
    answer: task => ({
      http: 200,
      body: {sync: [{backup_id: task.call.body.sync?.[0]?.backup_id ?? null, operation_log_id: task.id}]}
    }),
    refuse: () => badRequest('BackupService.6106'),
    call: (story, {projectId}) => ({
      path: `/v3/${projectId}/backups/sync`,
      headers: {},
      body: {sync: [{backup_id: randomUUID(), backup_name: story.name, bucket_name: 'demo', image_path: 'demo'}]}
    }),
    idIn: body => body.sync[0].operation_log_id
  },
  poll: {path: '/v3/:project/operation-logs/:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const ended = ['success', 'skipped', 'failed', 'timeout'].includes(step.status);
    const time = at => isoTime(task.timeAt(at)).replace('Z', '+00:00');
    return {
      operation_log: {
        id: task.id,
        status: step.status,
        operation_type: 'sync',
        project_id: task.project,
        created_at: time(0),
        started_at: time(0),
        updated_at: time(step.at),
        ...(ended ? {ended_at: time(step.at)} : {}),
        error_info: {code: '', message: '', ...step.error_info},
        extra_info: {
          backup: {backup_id: task.call.body.sync?.[0]?.backup_id ?? null, backup_name: task.story.name},
          common: {progress: step.progress, request_id: `req-${uuidOf(task.id)}`}
        },
        ...step.set
      }
    };
  },

  missing: (_id, code = 'BackupService.6500') => ({http: 404, code, text: 'Operation log does not exist.'})
};

const rfsStack = {
  name: 'rfs-stack',
  title: 'Resource Formation Service',
  aliases: [],
  start: {
    // The id is the name of the stack, in the path.
    path: '/v1/:project/stacks/:task/deployments',
    word: ({task}) => task,
    answer: () => ({http: 202, body: {deployment_id: randomUUID()}}),
    refuse: () => badRequest('RFS.0000000'),
    call: (story, {projectId}) => ({
      path: `/v1/${projectId}/stacks/${story.name}/deployments`,
      headers: {'client-request-id': randomUUID()},
      body: {template_body: '{}'}
    }),
    idIn: (_body, path) => idBefore(path, 4)
  },
  poll: {path: '/v1/:project/stacks/:task/metadata'},

  body(task, steps) {
    const {at, status, status_message, set} = steps.at(-1);
    return {
      stack_id: uuidOf(task.id),
      stack_name: task.id,
      description: 'a stack of the demo',
      status,
      ...(status_message === undefined ? {} : {status_message}),
      enable_auto_rollback: false,
      enable_deletion_protection: false,
      create_time: isoSeconds(task.timeAt(0) - 86_400_000),
      update_time: isoSeconds(task.timeAt(at)),
      ...set
    };
  },

  missing: (_id, code = 'RFS.0000000') => ({http: 404, code, text: 'The stack does not exist.'})
};

/* Pipelines, data jobs and other runs. */

const dataartsJob = {
  name: 'dataarts-job',
  title: 'DataArts Factory',
  aliases: [],
  start: {
    path: '/v1/:project/jobs/:parent/run-immediate',
    word: ({parent}) => parent,
    newId: () => String(randomInt(10_000, 100_000)),
    answer: task => ({http: 200, body: {instanceId: Number(task.id)}}),
    refuse: () => badRequest('DLF.0100', 'The job does not exist.'),
    call: (story, {projectId}) => ({
      path: `/v1/${projectId}/jobs/${story.name}/run-immediate`,
      headers: story.workspace ? {workspace: story.workspace} : {},
      body: {}
    }),
    idIn: (body, path) => `${idBefore(path, 4)}/${body.instanceId}`
  },
  poll: {path: '/v1/:project/jobs/:parent/instances/:task'},

  body(task, steps) {
    const step = steps.at(-1);
    const ended = !['waiting', 'running', 'waiting-confirm', 'freeze', 'pause'].includes(step.status);
    const instanceId = Number(task.id);
    const nodes = partsOf(task, steps).map(({name, status, begunMs, changedMs}) => ({
      instanceId,
      nodeName: name,
      type: 'DWS SQL',
      status,
      planTime: task.timeAt(0),
      ...(begunMs ? {startTime: begunMs} : {}),
      ...(['success', 'fail', 'manual-stop'].includes(status) ? {endTime: changedMs} : {}),
      inputRowCount: 0,
      retryTimes: 0
    }));
    return {
      jobName: task.call.parent,
      instanceId,
      status: step.status,
      planTime: task.timeAt(0),
      startTime: task.timeAt(0),
      ...(ended ? {endTime: task.timeAt(step.at)} : {}),
      executeTime: 1,
      forceSuccess: false,
      ignoreSuccess: false,
      total: nodes.length,
      nodes,
      ...step.set
    };
  },

  unknownWorkspace: workspace => ({http: 400, code: 'DLF.0819', text: `The workspace ${workspace} does not exist.`}),
  missing: (_id, code = 'DLF.0137') => ({http: 400, code, text: 'Job instance does not exist.'})
};

const codeartsPipeline = {
  name: 'codearts-pipeline',
  title: 'CodeArts Pipeline',
  aliases: ['cloudpipeline'],
  start: {
    path: '/v5/:project/api/pipelines/:parent/run',
    word: ({body}) => String(body.description ?? ''),
    newId: () => hex(32),
    answer: task => ({http: 200, body: {pipeline_run_id: task.id}}),
    refuse: () => badRequest('DEVPIPE.00011401'),
    call: (story, {projectId}) => ({
      path: `/v5/${projectId}/api/pipelines/${hex(32)}/run`,
      headers: {},
      body: {description: story.name, sources: [], variables: []}
    }),
    idIn: (body, path) => `${idBefore(path, 5)}/${body.pipeline_run_id}`
  },
  poll: {path: '/v5/:project/api/pipelines/:parent/pipeline-runs/detail?pipeline_run_id=:task'},

  // The reason of a failure is told by a step of a job of a stage.
  body(task, steps) {
    const step = steps.at(-1);
    const ended = status => ['COMPLETED', 'FAILED', 'CANCELED', 'IGNORED'].includes(status);
    return {
      id: task.id,
      pipeline_id: task.call.parent,
      name: `${task.story.name}-pipeline`,
      status: step.status,
      start_time: task.timeAt(0),
      ...(ended(step.status) ? {end_time: task.timeAt(step.at)} : {}),
      stages: partsOf(task, steps).map(({id, name, status, message = null, begunMs, changedMs}) => ({
        id,
        name,
        status,
        start_time: begunMs ?? null,
        end_time: ended(status) ? changedMs : null,
        jobs: [{name: `${name}-job`, status, message: null, steps: [{name: `${name}-step`, status, message}]}]
      })),
      ...step.set
    };
  },

  missing: (_id, code = 'DEVPIPE.00011412') => ({http: 400, code, text: 'The pipeline run does not exist.'})
};

const mrs = {
  name: 'mrs',
  title: 'MapReduce Service',
  aliases: [],
  start: {
    path: '/v2/:project/clusters/:parent/job-executions',
    word: ({body}) => String(body.job_name ?? ''),
    newId: () => randomUUID(),
    answer: task => ({http: 200, body: {job_submit_result: {job_id: task.id, state: 'COMPLETE'}}}),
    refuse: () => badRequest('0168'),
    call: (story, {projectId}) => ({
      path: `/v2/${projectId}/clusters/${randomUUID()}/job-executions`,
      headers: {},
      body: {job_type: 'SparkSubmit', job_name: story.name, arguments: ['obs://demo/spark-examples.jar', '10000']}
    }),
    idIn: (body, path) => `${idBefore(path, 4)}/${body.job_submit_result.job_id}`
  },
  poll: {path: '/v2/:project/clusters/:parent/job-executions/:task', http: 202},

  // FINISHED says that the job has ended, and job_result how.
  body(task, steps) {
    const {at, status, result = 'UNDEFINED', progress, set} = steps.at(-1);
    const ended = ['FINISHED', 'FAILED', 'KILLED'].includes(status);
    return {
      job_detail: {
        job_id: task.id,
        user: 'demo-user',
        job_name: task.story.name,
        job_result: result,
        job_state: status,
        job_progress: progress,
        job_type: 'SparkSubmit',
        submitted_time: task.timeAt(0),
        started_time: task.timeAt(0),
        ...(ended ? {finished_time: task.timeAt(at), elapsed_time: task.timeAt(at) - task.timeAt(0)} : {}),
        queue: 'default',
        properties: '{}',
        ...set
      }
    };
  },

  missing: (_id, code = '0176') => ({http: 500, code, text: 'The job does not exist.'})
};

const dliSql = {
  name: 'dli-sql',
  title: 'Data Lake Insight',
  aliases: [],
  start: {
    path: '/v1.0/:project/jobs/submit-job',
    word: ({body}) => String(body.sql ?? '').match(/([\w-]+)$/)?.[1] ?? '',
    newId: () => randomUUID(),
    answer: task => ({
      http: 200,
      body: {is_success: true, message: '', job_id: task.id, job_type: 'QUERY', schema: [], rows: [], job_mode: 'async'}
    }),
    refuse: () => badRequest('DLI.0001'),
    call: (story, {projectId}) => ({
      path: `/v1.0/${projectId}/jobs/submit-job`,
      headers: {},
      body: {currentdb: 'demo', queue_name: 'default', sql: `SELECT * FROM ${story.name}`}
    }),
    idIn: body => body.job_id
  },
  poll: {path: '/v1.0/:project/jobs/:task/status'},

  // The end is the start and the duration. `is_success` tells about the request.
  body(task, steps) {
    const {at, status, message = '', set} = steps.at(-1);
    const ended = ['FINISHED', 'FAILED', 'CANCELLED'].includes(status);
    return {
      is_success: true,
      message,
      job_id: task.id,
      job_type: 'QUERY',
      job_mode: 'async',
      queue_name: 'default',
      owner: 'demo-user',
      start_time: task.timeAt(0),
      duration: (ended ? task.timeAt(at) : Date.now()) - task.timeAt(0),
      status,
      database_name: 'demo',
      statement: task.call.body.sql ?? '',
      ...set
    };
  },

  missing: (id, code = 'DLI.0002') => ({http: 400, code, text: `The job ${id} does not exist.`})
};

const dliSpark = {
  name: 'dli-spark',
  title: 'Data Lake Insight',
  aliases: [],
  start: {
    path: '/v2.0/:project/batches',
    word: ({body}) => String(body.name ?? ''),
    newId: () => randomUUID(),
    answer: task => ({http: 200, body: {id: task.id, appId: '', name: task.story.name, state: 'starting', log: []}}),
    refuse: () => badRequest('DLI.0001'),
    call: (story, {projectId}) => ({
      path: `/v2.0/${projectId}/batches`,
      headers: {},
      body: {name: story.name, queue: 'spark', file: 'demo/spark-examples.jar', className: 'com.example.Demo'}
    }),
    idIn: body => body.id
  },
  poll: {path: '/v2.0/:project/batches/:task/state'},

  // This is all that the service tells.
  body: (task, steps) => ({id: task.id, state: steps.at(-1).status, ...steps.at(-1).set}),

  missing: (id, code = 'DLI.0002') => ({http: 400, code, text: `The batch ${id} does not exist.`})
};

const functiongraph = {
  name: 'functiongraph',
  title: 'FunctionGraph',
  aliases: [],
  start: {
    // The parent is the URN of the function, in which its name chooses the story.
    path: '/v2/:project/fgs/functions/:parent/invocations-async',
    word: ({parent}) => parent.split(':')[6] ?? '',
    newId: () => randomUUID(),
    answer: task => ({http: 202, body: {request_id: task.id}}),
    refuse: () => ({http: 404, code: 'FSS.1051', text: 'The function does not exist.'}),
    call: (story, {projectId}) => ({
      path: `/v2/${projectId}/fgs/functions/${encodeURIComponent(
        `urn:fss:${demoRegion}:${projectId}:function:default:${story.name}:latest`
      )}/invocations-async`,
      headers: {},
      body: {key: 'value'}
    }),
    idIn: (body, path) => `${idBefore(path, 5)}/${body.request_id}`
  },
  poll: {path: '/v2/:project/fgs/functions/:parent/async-invocations?request_id=:task'},

  body(task, steps) {
    const {at, status, error_code = 0, error_message = '', set} = steps.at(-1);
    const ended = ['SUCCESS', 'FAIL', 'DISCARD'].includes(status);
    const invocation = {
      request_id: task.id,
      status,
      error_code,
      error_message,
      start_time: clockTime(task.timeAt(0)),
      end_time: ended ? clockTime(task.timeAt(at)) : '',
      ...set
    };
    return {invocations: [invocation], count: 1};
  },

  missing: () => ({http: 200, text: 'an empty list', form: () => ({invocations: [], count: 0})})
};

const sms = {
  name: 'sms',
  title: 'Server Migration Service',
  aliases: [],
  start: {
    path: '/v3/tasks',
    word: ({body}) => String(body.name ?? ''),
    newId: () => randomUUID(),
    answer: task => ({http: 200, body: {id: task.id}}),
    refuse: () => badRequest('SMS.0002'),
    call: story => ({
      path: '/v3/tasks',
      headers: {},
      body: {name: story.name, type: 'MIGRATE_FILE', os_type: 'LINUX', auto_start: true}
    }),
    idIn: body => body.id
  },
  poll: {path: '/v3/tasks/:task'},

  // A subtask has a progress and an end, and no word for its state: in the stories the progress is its status.
  body(task, steps) {
    const step = steps.at(-1);
    const ended = /(_SUCCESS|_FAIL|^ABORT)$/.test(step.status);
    return {
      id: task.id,
      name: task.story.name,
      type: 'MIGRATE_FILE',
      os_type: 'LINUX',
      state: step.status,
      create_date: task.timeAt(0),
      start_date: task.timeAt(0),
      finish_date: ended ? task.timeAt(step.at) : null,
      error_json: step.error_json ?? '',
      sub_tasks: partsOf(task, steps).map(({id, name, status, begunMs, changedMs, trace = null}) => ({
        id: Number.parseInt(id.slice(0, 6), 16),
        name,
        progress: Number(status),
        start_date: begunMs ?? null,
        end_date: status === '100' ? changedMs : null,
        process_trace: trace
      })),
      ...step.set
    };
  },

  missing: (_id, code = 'SMS.7703') => ({http: 404, code, text: "Task doesn't exist"})
};

const modelartsTraining = {
  name: 'modelarts-training',
  title: 'ModelArts',
  aliases: [],
  start: {
    path: '/v2/:project/training-jobs',
    word: ({body}) => String(body.metadata?.name ?? ''),
    newId: () => randomUUID(),
    answer: task => ({
      http: 201,
      body: {kind: 'job', metadata: {id: task.id, name: task.story.name}, status: {phase: 'Creating'}}
    }),
    refuse: () => badRequest('ModelArts.0101'),
    call: (story, {projectId}) => ({
      path: `/v2/${projectId}/training-jobs`,
      headers: {},
      body: {kind: 'job', metadata: {name: story.name, workspace_id: '0'}, algorithm: {command: 'python train.py'}}
    }),
    idIn: body => body.metadata.id
  },
  poll: {path: '/v2/:project/training-jobs/:task'},

  // The end is the start and the duration; a worker has an exit code, and no word for its state.
  body(task, steps) {
    const {at, status, workers = [], set} = steps.at(-1);
    const begun = steps.find(step => step.status === 'Running');
    const startMs = begun === undefined ? 0 : task.timeAt(begun.at);
    return {
      kind: 'job',
      metadata: {id: task.id, name: task.story.name, create_time: task.timeAt(0), workspace_id: '0'},
      status: {
        phase: status,
        secondary_phase: status,
        start_time: startMs,
        duration: begun === undefined ? 0 : task.timeAt(at) - startMs,
        tasks: ['worker-0', 'worker-1'],
        task_statuses: workers
      },
      ...set
    };
  },

  missing: (_id, code = 'ModelArts.2775') => ({http: 404, code, text: 'The training job does not exist.'})
};

const swrSync = {
  name: 'swr-sync',
  title: 'Software Repository for Container',
  aliases: [],
  start: {
    // It returns no id. The stand-in knows a job by its repository, and the id to wait for is made of what was sent.
    path: '/v2/manage/namespaces/:parent/repos/:task/sync_images',
    word: ({body}) => String([body.imageTag].flat()[0] ?? ''),
    answer: () => ({http: 200, body: {}}),
    refuse: () => ({...badRequest('SVCSTG.SWR.4000001'), form: forms.listed}),
    call: story => ({
      path: '/v2/manage/namespaces/demo/repos/app/sync_images',
      headers: {},
      body: {imageTag: [story.name], remoteRegionId: 'cn-north-1', remoteNamespace: 'demo', override: true}
    }),
    idIn: (_body, path, {body}) =>
      [idBefore(path, 4), idBefore(path, 6), body.remoteRegionId, body.remoteNamespace, body.imageTag[0]].join('/')
  },
  poll: {path: '/v2/manage/namespaces/:parent/repos/:task/sync_job'},

  // A list without an envelope, in which the run of the day before is there still.
  body(task, steps) {
    const step = steps.at(-1);
    const {imageTag, remoteRegionId, remoteNamespace, override} = task.call.body;
    const job = {namespace: task.call.parent, repoName: task.id, tag: [imageTag].flat()[0]};
    const target = {remoteRegionId, remoteNamespace, override};
    const dayBefore = task.timeAt(0) - 86_400_000;
    return [
      {
        id: 2,
        ...job,
        ...target,
        status: step.status,
        createdAt: isoMicros(task.timeAt(0)),
        updatedAt: isoMicros(task.timeAt(step.at)),
        ...step.set
      },
      {
        id: 1,
        ...job,
        ...target,
        status: task.story.before ?? 'success',
        createdAt: isoMicros(dayBefore),
        updatedAt: isoMicros(dayBefore + 5000)
      }
    ];
  },

  missing: (_id, code = 'SVCSTG.SWR.4040001') => ({http: 404, code, text: 'Not found.', form: forms.listed})
};

const codeartsBuild = {
  name: 'codearts-build',
  title: 'CodeArts Build',
  aliases: ['cloudbuild'],
  // In the body of the start call, in the path of a look.
  parent: ({parent, body}) => parent ?? body.job_id,
  start: {
    path: '/v1/job/execute',
    word: ({body}) => String(body.parameter?.[0]?.value ?? ''),
    newId: () => String(randomInt(1, 1000)),
    answer: task => ({
      http: 200,
      body: {octopus_job_name: `demo_${task.id}`, actual_build_number: task.id, daily_build_number: '20260101.1'}
    }),
    refuse: () => ({http: 422, code: 'DEVCB.00031006', text: 'The job does not exist.'}),
    call: story => ({
      path: '/v1/job/execute',
      headers: {},
      body: {job_id: hex(32), parameter: [{name: 'demo', value: story.name}]}
    }),
    idIn: (body, _path, sent) => `${sent.body.job_id}/${body.actual_build_number}`
  },
  poll: {path: '/v1/job/:parent/:task/build-info'},

  // `building` tells that it runs, the result how it ended, the status how the request went. No id, no times.
  body(_task, steps) {
    const {status, set} = steps.at(-1);
    const building = status === 'building';
    const result = {building, build_result: building ? null : status, region: demoRegion, ...set};
    return {error: null, result, status: 'success'};
  },

  missing: (_id, code = 'DEVCB.00031006') => ({http: 422, code, text: 'The job does not exist.'})
};

const codeartsDeploy = {
  name: 'codearts-deploy',
  title: 'CodeArts Deploy',
  aliases: ['clouddeploy'],
  start: {
    path: '/v2/tasks/:parent/start',
    word: ({body}) => String(body.params?.[0]?.value ?? ''),
    newId: () => hex(32),
    answer: task => ({http: 200, body: {id: task.id}}),
    refuse: () => badRequest('Deploy.00011302'),
    call: story => ({
      path: `/v2/tasks/${hex(32)}/start`,
      headers: {},
      body: {params: [{name: 'demo', type: 'text', value: story.name}]}
    }),
    idIn: (body, path) => `${idBefore(path, 3)}/${body.id}`
  },
  poll: {path: '/v2/tasks/:parent/state?record_id=:task'},

  // Its times have no zone.
  body(task, steps) {
    const {at, status, step = 'deploy', set} = steps.at(-1);
    const ended = !['pending', 'running'].includes(status);
    const result = {
      record_id: task.id,
      task_id: task.call.parent,
      task_name: task.story.name,
      executor: 'demo-user',
      status,
      step: ended ? 'finish' : step,
      start_time: blankTime(task.timeAt(0)),
      ...(ended ? {end_time: blankTime(task.timeAt(at))} : {}),
      ...set
    };
    return {result, status: 'success'};
  },

  missing: (_id, code = 'Deploy.00011303') => ({http: 400, code, text: 'The record does not exist.'})
};

const cae = {
  name: 'cae',
  title: 'Cloud Application Engine',
  aliases: [],
  // A header holds the id of the environment.
  parent: ({headers}) => headers['x-environment-id'],
  start: {
    path: '/v1/:project/cae/applications/:application/components/:component/action',
    word: ({body}) => String(body.metadata?.annotations?.version ?? ''),
    newId: () => randomUUID(),
    answer: task => ({http: 202, body: {job_id: task.id}}),
    refuse: () => badRequest('CAE.01500400'),
    call: (story, {projectId}) => ({
      path: `/v1/${projectId}/cae/applications/${randomUUID()}/components/${randomUUID()}/action`,
      headers: {'x-environment-id': randomUUID()},
      body: {api_version: 'v1', kind: 'Action', metadata: {name: 'upgrade', annotations: {version: story.name}}}
    }),
    idIn: (body, _path, sent) => `${sent.headers['x-environment-id']}/${body.job_id}`
  },
  poll: {path: '/v1/:project/cae/jobs/:task'},

  // No id. The reason of a failure is the detail of one of its tasks.
  body(task, steps) {
    const step = steps.at(-1);
    const tasks = partsOf(task, steps).map(({name, status, detail = '', begunMs, changedMs}, index) => ({
      index: index + 1,
      name,
      status,
      detail,
      created_at: isoMicros(begunMs ?? task.timeAt(0)),
      updated_at: isoMicros(changedMs)
    }));
    return {
      api_version: 'v1',
      kind: 'Job',
      spec: {progress: step.progress ?? 0, status: step.status, tasks, ...step.set}
    };
  },

  missing: (_id, code = 'CAE.01500404') => ({http: 400, code, text: 'The resource is not found.'})
};

/** In the order in which they are shown. */
export const moreServices = [
  ecs,
  evs,
  ims,
  bms,
  eip,
  dcs,
  sfsTurbo,
  dws,
  elb,
  rds,
  dds,
  gaussdb,
  geminidb,
  cce,
  cbr,
  rfsStack,
  dataartsJob,
  codeartsPipeline,
  mrs,
  dliSql,
  dliSpark,
  functiongraph,
  sms,
  modelartsTraining,
  swrSync,
  codeartsBuild,
  codeartsDeploy,
  cae
];
