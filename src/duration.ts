export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;

const form = /^(?:(?<plain>\d{1,9})|(?=\d)(?:(?<hours>\d{1,9})h)?(?:(?<minutes>\d{1,9})m)?(?:(?<seconds>\d{1,9})s)?)$/;

/** Reads `90` (seconds), `90s`, `15m`, `1h30m` as milliseconds; `undefined` for anything else. */
export function parseDuration(text: string): number | undefined {
  const parts = form.exec(text)?.groups;
  if (!parts) return undefined;
  const [plain, hours, minutes, seconds] = [parts.plain, parts.hours, parts.minutes, parts.seconds].map(part =>
    Number(part ?? 0)
  ) as [number, number, number, number];
  return (plain + seconds) * secondMs + minutes * minuteMs + hours * hourMs;
}

/** Whole seconds as `1h 02m 05s`, `4m 05s` or `12s`. */
export function formatDuration(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const padded = (value: number) => String(value).padStart(2, '0');
  if (hours > 0) return `${hours}h ${padded(minutes)}m ${padded(seconds)}s`;
  return minutes > 0 ? `${minutes}m ${padded(seconds)}s` : `${seconds}s`;
}
