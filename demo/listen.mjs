import {EventEmitter, once} from 'node:events';
import {createServer} from 'node:http';
import {createServer as createTlsServer} from 'node:https';

/** What a server takes of headers in all: tokens can have more than the usual 16 KiB. */
const maxHeaderSize = 128 * 1024;
const keptRequests = 1000;

/**
 * A server on loopback that remembers what it was sent.
 * @param {(response: import('node:http').ServerResponse, request: import('node:http').IncomingMessage, body: string) =>
 *   void} answer
 * @param {object} [options]
 * @param {string} [options.host] 127.0.0.1 or ::1
 * @param {number} [options.port] 0 for any free one
 * @param {{key: string, cert: string}} [options.tls]
 * @returns what a test reads of it: `requests` are the last ones, each with the number of its connection from 1 on, its
 *   time `atMs` and, once it is over, `openMs` and `sentBytes`, which its connection has sent; `received(count)` resolves
 *   when so many have come; `stop` ends the server and all its connections
 */
export async function listen(answer, {host = '127.0.0.1', port: wantedPort = 0, tls} = {}) {
  const requests = [];
  const connections = new Map();
  const events = new EventEmitter();
  let count = 0;

  const server = tls ? createTlsServer({...tls, maxHeaderSize}) : createServer({maxHeaderSize});
  server.on('request', async (request, response) => {
    const {method, url, headers, socket} = request;
    const seen = {method, path: url, headers, connection: connections.get(socket), atMs: performance.now()};
    response.once('close', () => {
      seen.openMs = performance.now() - seen.atMs;
      seen.sentBytes = socket.bytesWritten;
    });
    requests.push(seen);
    count += 1;
    if (requests.length > keptRequests) requests.shift();
    try {
      seen.body = (await request.setEncoding('utf8').toArray()).join('');
      answer(response, request, seen.body);
    } catch {
      response.destroy();
    }
    events.emit('request');
  });
  // Longer than any test, so that only a test itself closes a connection.
  server.keepAliveTimeout = 60_000;
  server.on(tls ? 'secureConnection' : 'connection', socket => {
    connections.set(socket, connections.size + 1);
    socket.on('error', () => socket.destroy());
  });
  server.listen(wantedPort, host);
  await once(server, 'listening');
  const {port} = server.address();
  return {
    url: `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    requests,
    async received(wanted) {
      while (count < wanted) await once(events, 'request');
    },
    stop() {
      server.close();
      server.closeAllConnections();
      for (const socket of connections.keys()) socket.destroy();
    }
  };
}
