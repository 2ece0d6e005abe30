/**
 * Stories of the services in more-services.mjs: for each at least one that succeeds and one that fails, both seen running
 * for two looks first. The form is that of stories.mjs.
 */

/** One state for each of the first looks: they are a second apart, and the first one comes when the action is up. */
const lasting = (...states) => states.map((state, look) => ({at: [0, 1.1, 2.3][look], ...state}));

const succeeds = (description, ...states) => ({
  name: 'succeeds',
  verdict: 'succeeded',
  best: true,
  description,
  timeline: lasting(...states)
});
const fails = (description, ...states) => ({
  name: 'fails',
  verdict: 'failed',
  best: true,
  description,
  timeline: lasting(...states)
});
const stopped = (description, ...states) => ({
  name: 'stopped',
  verdict: 'stopped',
  description,
  timeline: lasting(...states)
});
const notFound = description => ({
  name: 'not-found',
  verdict: 'not-found',
  description,
  inputs: {'not-found-grace': '3s'},
  timeline: [{at: 0, missing: true}]
});

/** A job of two parts, in the words of the service. */
const twoParts = (first, second, {waits = 'INIT', runs = 'RUNNING', ends = 'SUCCESS'} = {}) => ({
  begun: {status: runs, subtasks: {[first]: runs, [second]: waits}},
  half: {status: runs, subtasks: {[first]: ends, [second]: runs}},
  done: {status: ends, subtasks: {[first]: ends, [second]: ends}},
  failed: (status, reason, own = {}) => ({
    status,
    subtasks: {[first]: ends, [second]: {status, ...reason}},
    ...own
  })
});

const servers = twoParts('server-1', 'server-2');
const ecs = [
  succeeds('the creation of two servers', servers.begun, servers.half, servers.done),
  fails(
    'the creation of two servers, for one of which no host is left',
    servers.begun,
    servers.half,
    servers.failed(
      'FAIL',
      {error_code: 'Ecs.0219', entities: {errorcode_message: 'No valid host was found.'}},
      {error_code: 'Ecs.0011', fail_reason: 'subJob [createSingleServer] is FAIL.'}
    )
  ),
  {
    name: 'pending-payment',
    verdict: 'succeeded',
    description: 'a server with a monthly price, which waits for its order to be paid',
    timeline: lasting({status: 'PENDING_PAYMENT'}, servers.half, servers.done)
  },
  notFound('an id that the service does not know (Common.0011, nested under "error")')
];

const disks = twoParts('disk-1', 'disk-2');
const evs = [
  succeeds('the creation of two disks', disks.begun, disks.half, disks.done),
  fails(
    'the creation of two disks, beyond the quota',
    disks.begun,
    disks.half,
    disks.failed(
      'FAIL',
      {error_code: 'EVS.5401', fail_reason: 'The quota of disks is exceeded.'},
      {error_code: 'EVS.5401', fail_reason: 'subJob [createVolume] is FAIL.'}
    )
  )
];

const importing = (status, fraction, part = status) => ({
  status,
  entities: {process_percent: fraction},
  subtasks: {image: part}
});
const ims = [
  succeeds(
    'the import of an image, whose progress is a fraction',
    importing('RUNNING', 0.24),
    importing('RUNNING', 0.71),
    importing('SUCCESS', 1)
  ),
  fails('the import of an image whose file is empty', importing('RUNNING', 0.12), importing('RUNNING', 0.24), {
    ...importing('FAIL', 0.24),
    entities: {error_code: 'IMG.0057', addition_error_msg: 'The image file is empty.'}
  })
];

const bms = [
  succeeds(
    'the creation of a bare metal server',
    {status: 'INIT', subtasks: {server: 'INIT'}},
    {status: 'RUNNING', subtasks: {server: 'RUNNING'}},
    {status: 'SUCCESS', subtasks: {server: 'SUCCESS'}}
  ),
  fails(
    'the creation of a bare metal server for which no host is left',
    {status: 'INIT', subtasks: {server: 'INIT'}},
    {status: 'RUNNING', subtasks: {server: 'RUNNING'}},
    {
      status: 'FAIL',
      error_code: 'BMS.0006',
      fail_reason: 'subJob [baremetalSingleCreate] is FAIL.',
      subtasks: {server: {status: 'FAIL', error_code: 'BMS.0006', fail_reason: 'No host.'}}
    }
  )
];

const addresses = twoParts('address-1', 'address-2');
const eip = [
  succeeds('the creation of two public addresses', addresses.begun, addresses.half, addresses.done),
  fails(
    'the creation of two public addresses, beyond the quota',
    addresses.begun,
    addresses.half,
    addresses.failed(
      'FAIL',
      {error_code: 'VPC.0504', fail_reason: 'Quota exceeded for resources: publicIp.'},
      {error_code: 'VPC.0504', fail_reason: 'subJob [createPublicip] is FAIL.'}
    )
  )
];

const dcs = [
  succeeds('a switch of a cache to its standby', {status: 'INIT'}, {status: 'RUNNING'}, {status: 'SUCCESS'}),
  fails(
    'a switch of a cache to its standby, told under the misspelt "fail_resson"',
    {status: 'INIT'},
    {status: 'RUNNING'},
    {status: 'FAIL', error_code: '111400842', fail_reason: 'The standby is out of reach.'}
  ),
  notFound('an id that the service does not know (404 without a code)')
];

const ldap = twoParts('check_ldap', 'bind_ldap', {waits: 'waiting', runs: 'running', ends: 'success'});
const sfsTurbo = [
  succeeds('the connection of a file system to LDAP', ldap.begun, ldap.half, ldap.done),
  fails(
    'the connection of a file system to an LDAP server that does not answer',
    ldap.begun,
    ldap.half,
    ldap.failed(
      'failed',
      {error_code: 'SFS.TURBO.0005', fail_reason: 'connection timed out'},
      {error_code: 'SFS.TURBO.0005', fail_reason: 'The LDAP server 192.168.0.9 does not answer.'}
    )
  )
];

const dws = [
  succeeds(
    'a load balancer for a cluster, with progress',
    {status: 'WAITING', progress: '0%'},
    {status: 'RUNNING', progress: '60%'},
    {status: 'SUCCESS', progress: '100%'}
  ),
  fails(
    'a load balancer for a cluster, without a private address',
    {status: 'WAITING', progress: '0%'},
    {status: 'RUNNING', progress: '9%'},
    {
      status: 'FAIL',
      progress: '9%',
      failed_code: 'CreateELBTask-fail:DWS.0114',
      failed_detail: 'DWS.0114:ELB private IP is not configured.'
    }
  ),
  stopped('the same, stopped', {status: 'RUNNING', progress: '9%'}, {status: 'STOP', progress: '9%'})
];

const clone = twoParts('CLONE_INIT', 'CLONE_LISTENERS');
const elb = [
  succeeds('the copy of a load balancer', clone.begun, clone.half, {...clone.done, status: 'COMPLETE'}),
  fails(
    'the copy of a load balancer that cannot be rolled back',
    clone.begun,
    {...clone.half, status: 'ROLLBACKING'},
    clone.failed(
      'ROLLBACK_FAIL',
      {error_code: 'ELB.8904', error_msg: 'pool could not be found.'},
      {error_code: 'ELB.8904', error_msg: 'pool could not be found.'}
    )
  )
];

const creation = (what, reason, form = 'with progress') => [
  succeeds(
    `the creation of ${what}, ${form}`,
    {status: 'Running', process: '9%'},
    {status: 'Running', process: '60%'},
    {status: 'Completed'}
  ),
  fails(
    `the creation of ${what} that fails, with the reason`,
    {status: 'Running', process: '9%'},
    {status: 'Running', process: '60%'},
    {status: 'Failed', fail_reason: reason}
  )
];
const rds = creation('a MySQL instance', 'The subnet has no free IP address.');
const dds = creation(
  'a MongoDB instance',
  'The subnet has no free IP address.',
  'with progress, and an end time while it runs'
);
const gaussdb = creation('a GaussDB instance', 'The quota of instances is exceeded.');
const geminidb = [
  ...creation('a Cassandra instance', 'No room is left for this flavor.', 'with progress, told in a list'),
  notFound('an id that the service does not know: an empty list')
];

const cluster = twoParts('CreatePSMCert', 'InstallMaster', {waits: 'Initializing', runs: 'Running', ends: 'Success'});
const cce = [
  succeeds('the creation of a cluster, with jobs within the job', cluster.begun, cluster.half, cluster.done),
  fails(
    'the creation of a cluster whose flavor is sold out',
    cluster.begun,
    cluster.half,
    cluster.failed('Failed', {reason: 'No ECS is left of this flavor.'}, {reason: 'InstallMaster failed.'})
  )
];

const cbr = [
  succeeds(
    'the synchronization of a backup, with progress',
    {status: 'waiting', progress: 0},
    {status: 'running', progress: 50},
    {status: 'success', progress: 100}
  ),
  fails(
    'the synchronization of a backup of a server that is locked',
    {status: 'waiting', progress: 0},
    {status: 'running', progress: 20},
    {
      status: 'failed',
      progress: 20,
      error_info: {code: 'BackupService.9999', message: 'The server is locked.'}
    }
  ),
  {
    name: 'skipped',
    verdict: 'failed',
    description: 'a task that was skipped, which is a warning',
    timeline: lasting({status: 'waiting', progress: 0}, {status: 'skipped', progress: 0})
  }
];

const deploying = {status: 'DEPLOYMENT_IN_PROGRESS'};
const rfsStack = [
  succeeds('the deployment of a stack', deploying, deploying, {status: 'DEPLOYMENT_COMPLETE'}),
  fails('the deployment of a stack, beyond a quota', deploying, deploying, {
    status: 'DEPLOYMENT_FAILED',
    status_message: 'VPC quota exceeded.'
  }),
  {
    name: 'previous-deployment',
    verdict: 'failed',
    description: 'the success of the deployment before at first, then the deployment itself, which is rolled back',
    inputs: {settle: '10s'},
    timeline: [
      {at: 0, status: 'DEPLOYMENT_COMPLETE'},
      {at: 1, ...deploying},
      {at: 2, status: 'ROLLBACK_IN_PROGRESS'},
      {at: 3, status: 'ROLLBACK_COMPLETE'}
    ]
  }
];

const nodes = twoParts('extract', 'load', {waits: 'waiting', runs: 'running', ends: 'success'});
const dataartsJob = [
  succeeds('an instance of a job with two nodes', nodes.begun, nodes.half, nodes.done),
  fails('an instance whose second node fails', nodes.begun, nodes.half, nodes.failed('fail')),
  stopped('an instance that somebody stops', nodes.begun, nodes.half, nodes.failed('manual-stop'))
];

const stages = twoParts('build', 'check', {ends: 'COMPLETED'});
const codeartsPipeline = [
  succeeds('a run with two stages', stages.begun, stages.half, stages.done),
  fails(
    'a run whose second stage fails, for a reason that one of its steps tells',
    stages.begun,
    stages.half,
    stages.failed('FAILED', {message: 'The gate is shut.'})
  ),
  stopped('a run that somebody stops', stages.begun, stages.half, stages.failed('CANCELED'))
];

const mrs = [
  succeeds(
    'a Spark job, with progress',
    {status: 'ACCEPTED', progress: 0},
    {status: 'RUNNING', progress: 50},
    {status: 'FINISHED', result: 'SUCCEEDED', progress: 100}
  ),
  fails(
    'a Spark job that has finished, and not well; the service never says why',
    {status: 'ACCEPTED', progress: 0},
    {status: 'RUNNING', progress: 50},
    {status: 'FINISHED', result: 'FAILED', progress: 100}
  ),
  stopped(
    'a Spark job that somebody ends',
    {status: 'RUNNING', progress: 50},
    {status: 'KILLED', result: 'KILLED', progress: 50}
  )
];

const dliSql = [
  succeeds('a query', {status: 'LAUNCHING'}, {status: 'RUNNING'}, {status: 'FINISHED'}),
  fails(
    'a query of a column that does not exist',
    {status: 'LAUNCHING'},
    {status: 'RUNNING'},
    {status: 'FAILED', message: 'DLI.0005: no such column'}
  ),
  stopped('a query that somebody cancels', {status: 'RUNNING'}, {status: 'CANCELLED'})
];

const dliSpark = [
  succeeds('a Spark job', {status: 'starting'}, {status: 'running'}, {status: 'success'}),
  fails(
    'a Spark job that dies; the service never says why',
    {status: 'starting'},
    {status: 'running'},
    {status: 'dead'}
  )
];

const functiongraph = [
  succeeds('an asynchronous invocation', {status: 'WAIT'}, {status: 'RUNNING'}, {status: 'SUCCESS'}),
  fails(
    'an invocation whose function throws',
    {status: 'WAIT'},
    {status: 'RUNNING'},
    {status: 'FAIL', error_code: 4001, error_message: 'the function threw'}
  ),
  stopped('an invocation that is discarded', {status: 'WAIT'}, {status: 'DISCARD'}),
  notFound('an invocation that is not in the list')
];

const migration = (status, created, migrated, more) => ({
  status,
  subtasks: {CREATE_CLOUD_SERVER: String(created), MIGRATE_LINUX_FILE: migrated},
  ...more
});
const sms = [
  succeeds(
    'the migration of a server, whose subtasks have a progress and no state',
    migration('RUNNING', 40, ''),
    migration('RUNNING', 100, '60'),
    migration('MIGRATE_SUCCESS', 100, '100')
  ),
  fails(
    'the migration of a server that is out of reach',
    migration('RUNNING', 40, ''),
    migration('RUNNING', 100, '60'),
    migration('MIGRATE_FAIL', 100, '60', {
      error_json: '[{"error_code":"SMS.1904","error_params":["the source server is out of reach"]}]'
    })
  )
];

const exits = (...codes) => codes.map(([exit_code, message], index) => ({task: `worker-${index}`, exit_code, message}));
const modelartsTraining = [
  succeeds(
    'a training with two workers',
    {status: 'Pending'},
    {status: 'Running'},
    {status: 'Completed', workers: exits([0, ''], [0, ''])}
  ),
  fails(
    'a training whose first worker runs out of memory',
    {status: 'Pending'},
    {status: 'Running'},
    {status: 'Failed', workers: exits([137, 'out of memory'], [0, ''])}
  ),
  stopped('a training that somebody ends', {status: 'Running'}, {status: 'Terminating'}, {status: 'Terminated'})
];

const swrSync = [
  {
    ...succeeds(
      'the copy of an image to another region, newer than one that failed',
      {status: 'waiting'},
      {status: 'running'},
      {status: 'success'}
    ),
    before: 'failed'
  },
  fails(
    'the copy of an image that fails, newer than one that went well; the service never says why',
    {status: 'waiting'},
    {status: 'running'},
    {status: 'failed'}
  )
];

const codeartsBuild = [
  succeeds('a build', {status: 'building'}, {status: 'building'}, {status: 'SUCCESS'}),
  fails(
    'a build that fails; the service never says why',
    {status: 'building'},
    {status: 'building'},
    {status: 'FAILURE'}
  ),
  stopped('a build that somebody stops', {status: 'building'}, {status: 'ABORTED'})
];

const codeartsDeploy = [
  succeeds('a deployment', {status: 'pending'}, {status: 'running'}, {status: 'succeeded'}),
  fails(
    'a deployment that fails; the service never says why',
    {status: 'pending'},
    {status: 'running'},
    {status: 'failed'}
  ),
  stopped('a deployment that somebody stops', {status: 'running'}, {status: 'abort'})
];

const component = twoParts('build', 'upgrade', {waits: 'init', runs: 'running', ends: 'success'});
const cae = [
  succeeds('the upgrade of a component', component.begun, component.half, component.done),
  fails(
    'the upgrade of a component without its image',
    component.begun,
    component.half,
    component.failed('failed', {detail: 'no image'})
  )
];

/** By service, in the order in which they are shown. */
export const moreStories = {
  ecs,
  evs,
  ims,
  bms,
  eip,
  dcs,
  'sfs-turbo': sfsTurbo,
  dws,
  elb,
  rds,
  dds,
  gaussdb,
  geminidb,
  cce,
  cbr,
  'rfs-stack': rfsStack,
  'dataarts-job': dataartsJob,
  'codearts-pipeline': codeartsPipeline,
  mrs,
  'dli-sql': dliSql,
  'dli-spark': dliSpark,
  functiongraph,
  sms,
  'modelarts-training': modelartsTraining,
  'swr-sync': swrSync,
  'codearts-build': codeartsBuild,
  'codearts-deploy': codeartsDeploy,
  cae
};
