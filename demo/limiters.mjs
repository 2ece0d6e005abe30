/**
 * The ways in which services count requests a minute. Each makes of a limit what says whether a request gets in at this
 * time, and in `told` what the answer says where it does not.
 */
const minuteMs = 60_000;

/** The form of the gateway's text is documented; which way it counts is not. */
const told = limit => ({
  text: `The throttling threshold has been reached: policy user over ratelimit,limit:${limit},time:1 minute`
});

export const limiters = {
  'in windows that begin at full minutes'(limit) {
    let window = {index: -1, count: 0};
    return {
      told: told(limit),
      admits(nowMs) {
        const index = Math.floor(nowMs / minuteMs);
        if (index !== window.index) window = {index, count: 0};
        window.count += 1;
        return window.count <= limit;
      }
    };
  },

  'over the last minute'(limit) {
    const admitted = [];
    return {
      told: told(limit),
      admits(nowMs) {
        while (admitted[0] <= nowMs - minuteMs) admitted.shift();
        if (admitted.length >= limit) return false;
        admitted.push(nowMs);
        return true;
      }
    };
  },

  'by a bucket that fills up evenly'(limit) {
    let tokens = limit;
    let filledMs;
    return {
      told: told(limit),
      admits(nowMs) {
        tokens = Math.min(limit, tokens + ((nowMs - (filledMs ?? nowMs)) * limit) / minuteMs);
        filledMs = nowMs;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
      }
    };
  }
};
