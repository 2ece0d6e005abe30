import {createServer} from 'node:http';

/** A task of DataArts Studio that runs until the given look. Counts connections, and tells of each request. */
export async function startCloud({endAfter, onRequest = () => undefined}) {
  let looks = 0;
  let connections = 0;
  const server = createServer((request, response) => {
    onRequest();
    looks += 1;
    const [id] = request.url.split('/').slice(-1);
    const status = looks > endAfter ? 'SUCCESSFUL' : 'RUNNING';
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({id, name: 'import', status, startTime: Date.UTC(2026, 0, 15), subtasks: []}));
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    connections: () => connections,
    looks: () => looks,
    close: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}
