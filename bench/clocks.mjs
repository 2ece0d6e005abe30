const startDateMs = Date.UTC(2026, 0, 15, 8, 30);

/** Virtual time for one loop alone: a sleep is over at once. */
export function leapingClock() {
  let nowMs = 0;
  return {
    now: () => nowMs,
    date: () => startDateMs + nowMs,
    sleep: async ms => {
      nowMs += ms;
    }
  };
}

/** Real time that runs faster, for waits with real connections. */
export function fastClock(speed) {
  const now = () => performance.now() * speed;
  return {
    now,
    date: () => startDateMs + now(),
    sleep: (ms, signal) =>
      new Promise(resolve => {
        if (signal.aborted) return resolve();
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, ms / speed);
        signal.addEventListener('abort', end, {once: true});
      })
  };
}
