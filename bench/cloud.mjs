/** A cloud in memory on virtual time: each task ends after its own duration. The rate may be limited. */
export function virtualCloud({clock, durationsMs, subtasks = 0, latencyMs = 0, limiter = () => true}) {
  const startMs = clock.date();
  const seenMs = new Map();
  let requests = 0;
  let throttled = 0;
  const header = name => (name === 'date' ? new Date(clock.date()).toUTCString() : undefined);
  const answer = (status, body) => ({status, header, text: JSON.stringify(body)});

  async function transport({url}, signal) {
    requests += 1;
    if (latencyMs > 0) await clock.sleep(latencyMs, signal);
    if (!limiter(clock.now())) {
      throttled += 1;
      const text = 'The throttling threshold has been reached: policy user over ratelimit,limit:120,time:1 minute';
      return answer(429, {error_code: 'APIGW.0308', error_msg: text, request_id: 'a'});
    }
    const id = url.pathname.split('/').at(-1);
    const durationMs = durationsMs.get(id);
    const hasEnded = clock.now() >= durationMs;
    if (hasEnded && !seenMs.has(id)) seenMs.set(id, clock.now());
    const status = hasEnded ? 'SUCCESSFUL' : 'RUNNING';
    return answer(200, {
      id,
      name: `task ${id}`,
      status,
      startTime: startMs,
      ...(hasEnded && {endTime: startMs + durationMs}),
      subtasks: Array.from({length: subtasks}, (_, i) => ({id: `${id}-${i}`, name: `subtask ${i}`, status}))
    });
  }

  return {
    transport,
    requests: () => requests,
    throttled: () => throttled,
    /** How late each end was seen, in seconds. */
    lagsS: () => [...seenMs].map(([id, atMs]) => (atMs - durationsMs.get(id)) / 1000)
  };
}

const windowMs = 60_000;

/** Ways in which a gateway can count to its limit in a minute. */
export const limiters = {
  'fixed window': limit => {
    let [window, count] = [-1, 0];
    return nowMs => {
      const current = Math.floor(nowMs / windowMs);
      if (current !== window) [window, count] = [current, 0];
      count += 1;
      return count <= limit;
    };
  },
  'sliding log': limit => {
    const log = [];
    return nowMs => {
      while (log.length > 0 && log[0] <= nowMs - windowMs) log.shift();
      if (log.length >= limit) return false;
      log.push(nowMs);
      return true;
    };
  },
  'token bucket': limit => {
    let [tokens, lastMs] = [limit, 0];
    return nowMs => {
      tokens = Math.min(limit, tokens + ((nowMs - lastMs) / windowMs) * limit);
      lastMs = nowMs;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    };
  }
};
