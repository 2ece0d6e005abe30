/**
 * What goes wrong between a service and the one who asks. Each takes the response, the whole text that it is to spoil
 * (JSON that would count if it did), and the status and headers that would go with it.
 */
const head = (response, {status = 200, headers}, more) =>
  response.writeHead(status, {'content-type': 'application/json', ...headers, ...more});
const oneMoreThan = text => ({'content-length': Buffer.byteLength(text) + 1});
const chunked = {'transfer-encoding': 'chunked'};

/** Writes a text each 200 ms for as long as somebody listens. */
function drip(stream, text) {
  const timer = setInterval(() => stream.write(text), 200);
  stream.once('close', () => clearInterval(timer));
}

export const faults = {
  /** Takes the request and says nothing. */
  silence() {},

  /** Ends the connection as a crashed peer does. */
  reset: response => response.socket.resetAndDestroy(),

  /** Ends the connection without an answer. */
  hangUp: response => response.socket.destroy(),

  /** Promises more than it sends, then ends the connection. */
  cut: (response, text, reply) => head(response, reply, oneMoreThan(text)).write(text, () => response.destroy()),

  /** Ends the connection without the last chunk. */
  cutChunks: (response, text, reply) => head(response, reply, chunked).write(text, () => response.destroy()),

  /** Promises more than it sends, and leaves the connection open. */
  stall: (response, text, reply) => head(response, reply, oneMoreThan(text)).write(text),

  /** A byte each 200 ms after the text, without end. */
  drip(response, text, reply) {
    head(response, reply, chunked).write(text);
    drip(response, ' ');
  },

  /** A byte each 200 ms, without ever coming to the end of the headers. */
  dripHead({socket}) {
    socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
    drip(socket, '.');
  },

  /** Goes on after the text with as much white space as is taken. */
  flood(response, text, reply) {
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const more = error => {
      if (!error && !response.destroyed) response.write(chunk, more);
    };
    head(response, reply).write(text, more);
  }
};
