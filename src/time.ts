/** `2018-12-14 08:44:43 UTC` */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Without the date, where it is that of the other time. */
export function timeOf(ms: number, otherMs: number): string {
  const time = instant(ms);
  const date = instant(otherMs).slice(0, 11);
  return time.startsWith(date) ? time.slice(date.length) : time;
}

/** Between two times as they are shown, in full seconds. */
export function shownBetweenMs(fromMs: number, toMs: number): number {
  return (Math.floor(toMs / 1000) - Math.floor(fromMs / 1000)) * 1000;
}
