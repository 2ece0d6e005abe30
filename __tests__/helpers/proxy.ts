/**
 * A forward proxy, as a program of its own: `node proxy.js <behaviour>`. Every name leads to this machine, so no name
 * needs to exist. It tells its parent process the port, and each CONNECT that it gets, and ends with its parent.
 *
 * The behaviour is `tunnel`, `interim` (the same, after interim answers), `silent` (takes a CONNECT and never answers),
 * or a status to answer CONNECT with.
 */
import {createServer} from 'node:http';
import {type AddressInfo, connect} from 'node:net';

const behaviour = process.argv[2] ?? 'tunnel';

const proxy = createServer((_, response) => {
  response.writeHead(405).end();
});

proxy.on('connect', ({url = '', headers}, client, head) => {
  process.send?.({connect: {target: url, authorization: headers['proxy-authorization']}});
  client.on('error', () => client.destroy());
  if (behaviour === 'silent') return;
  if (behaviour !== 'tunnel' && behaviour !== 'interim') {
    client.end(`HTTP/1.1 ${behaviour} No\r\ncontent-length: 0\r\n\r\n`);
    return;
  }
  const server = connect(Number(new URL(`https://${url}`).port || 443), '127.0.0.1', () => {
    if (behaviour === 'interim') client.write('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\nx: y\r\n\r\n');
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.write(head);
    server.pipe(client);
    client.pipe(server);
  });
  server.on('error', () => client.destroy());
  server.on('close', () => client.destroy());
  client.on('close', () => server.destroy());
});

proxy.listen(0, '127.0.0.1', () => {
  process.send?.({port: (proxy.address() as AddressInfo).port});
});

process.once('disconnect', () => process.exit());
