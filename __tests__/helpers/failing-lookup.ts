import dns from 'node:dns';

// To be loaded before the action: names are looked up once, then not at all for three times, and then as ever.
const whole = dns.lookup;
let calls = 0;
const failing = (name: string, options: unknown, done: (error: Error) => void): void => {
  calls += 1;
  if (calls === 1 || calls > 4) {
    Reflect.apply(whole, dns, [name, options, done]);
    return;
  }
  const error = Object.assign(new Error(`getaddrinfo EAI_AGAIN ${name}`), {code: 'EAI_AGAIN', syscall: 'getaddrinfo'});
  process.nextTick(done, error);
};
dns.lookup = failing as typeof dns.lookup;
