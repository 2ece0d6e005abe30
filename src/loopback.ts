/** Whether a host, also with a port, is this machine itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|\[::1\]|127(\.\d+){3})(:\d+)?$/.test(host);
}
