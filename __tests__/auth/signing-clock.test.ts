import {describe, expect, it} from '@jest/globals';
import {createSigningClock} from '../../src/auth/signing-clock.ts';
import {inWords} from '../../src/text.ts';
import {en} from '../../src/words/en.ts';
import {fakeClock} from '../helpers/fake-clock.ts';

const minuteMs = 60_000;
const startDateMs = Date.UTC(2026, 0, 15, 8, 30);

function stage() {
  const clock = fakeClock({startDateMs});
  const warnings: string[] = [];
  return {clock, warnings, signing: createSigningClock(clock, message => warnings.push(inWords(message, en)))};
}

describe('the signing clock', () => {
  it("is the system's until something shows that it is wrong", () => {
    const {clock, signing} = stage();
    clock.advance(5000);
    expect(signing.date()).toBe(startDateMs + 5000);
  });

  it.each([
    [20, 'is 20m 00s behind'],
    [-20, 'is 20m 00s ahead of'],
    [90, 'is 1h 30m 00s behind'],
    [-90, 'is 1h 30m 00s ahead of']
  ])('is corrected by %i minutes, with a warning that says %p', (minutes, words) => {
    const {clock, warnings, signing} = stage();
    expect(signing.correctedBy(startDateMs + minutes * minuteMs)).toBe(true);
    expect(signing.date()).toBe(startDateMs + minutes * minuteMs);
    expect(signing.offsetMs()).toBe(minutes * minuteMs);
    clock.advance(5000);
    expect(signing.date()).toBe(startDateMs + minutes * minuteMs + 5000);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(words);
  });

  it.each([undefined, 0, 1, -4, 5, -5])('stays as it is when the server is off by %p minutes', minutes => {
    const {warnings, signing} = stage();
    const serverMs = minutes === undefined ? undefined : startDateMs + minutes * minuteMs;
    expect(signing.correctedBy(serverMs)).toBe(false);
    expect(signing.date()).toBe(startDateMs);
    expect(warnings).toEqual([]);
  });

  it('is corrected again when the clock of the system was changed', () => {
    const {clock, warnings, signing} = stage();
    expect(signing.correctedBy(startDateMs + 60 * minuteMs)).toBe(true);
    expect(signing.correctedBy(startDateMs + 60 * minuteMs)).toBe(false);
    clock.setDate(startDateMs + 60 * minuteMs);
    expect(signing.correctedBy(startDateMs + 60 * minuteMs)).toBe(true);
    expect(signing.date()).toBe(startDateMs + 60 * minuteMs);
    expect(warnings).toHaveLength(2);
  });
});
