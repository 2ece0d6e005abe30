/** The same numbers in each run, so that two runs differ only where the code does. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = values => quantile(values, 0.5);

export function round(value, digits = 2) {
  return Number(value.toFixed(digits));
}

/** A target and whether what was measured meets it. */
export function target(name, measured, limit, unit) {
  return {name, measured: round(measured, 3), limit, unit, met: measured <= limit};
}

export function table(heads, rows) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
