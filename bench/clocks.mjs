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

/** Virtual time for many loops: it goes to the next end of a sleep when nobody has anything left to do. */
export function sharedClock() {
  const heap = [];
  let nowMs = 0;
  let order = 0;
  let isDue = false;

  const before = (a, b) => a.untilMs < b.untilMs || (a.untilMs === b.untilMs && a.order < b.order);

  function push(sleeper) {
    let i = heap.push(sleeper) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(heap[i], heap[parent])) return;
      [heap[i], heap[parent]] = [heap[parent], heap[i]];
      i = parent;
    }
  }

  function pop() {
    const first = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let least = i;
      if (left < heap.length && before(heap[left], heap[least])) least = left;
      if (right < heap.length && before(heap[right], heap[least])) least = right;
      if (least === i) return first;
      [heap[i], heap[least]] = [heap[least], heap[i]];
      i = least;
    }
  }

  function goOn() {
    if (isDue || heap.length === 0) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      while (heap.length > 0) {
        const sleeper = pop();
        if (sleeper.isOver) continue;
        nowMs = Math.max(nowMs, sleeper.untilMs);
        sleeper.wake();
        break;
      }
      goOn();
    });
  }

  return {
    now: () => nowMs,
    date: () => startDateMs + nowMs,
    sleep: (ms, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const sleeper = {untilMs: nowMs + Math.max(0, ms), order: order++, isOver: false, wake: undefined};
        sleeper.wake = () => {
          sleeper.isOver = true;
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        };
        signal?.addEventListener('abort', sleeper.wake, {once: true});
        push(sleeper);
        goOn();
      })
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
