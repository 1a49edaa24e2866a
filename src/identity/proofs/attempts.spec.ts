import { Clock } from '../../kernel/clock.js';
import { TooMany } from '../../kernel/refusal.js';
import { Attempts, type Watched } from './attempts.js';

class SetClock extends Clock {
  at = new Date('2026-11-22T10:00:00Z').getTime();
  override now(): Date {
    return new Date(this.at);
  }
}

const GUESSING: Watched = { about: ['192.0.2.1', 'a@example.org'], free: 5, longestWaitSeconds: 900 };

describe('Guessing a secret', () => {
  let clock: SetClock;
  let attempts: Attempts;

  beforeEach(() => {
    clock = new SetClock();
    attempts = new Attempts(clock);
  });

  it('is free a few times, then waits twice as long each time, up to a limit', () => {
    for (let round = 0; round < 5; round += 1) attempts.begin(GUESSING);
    const waits = Array.from({ length: 7 }, () => {
      const wait = waitOf(() => attempts.begin(GUESSING));
      clock.at += wait * 1000;
      attempts.begin(GUESSING);
      return wait;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it('is never locked out: nobody waits longer than the limit, nor past the hour', () => {
    const impatient = { ...GUESSING, longestWaitSeconds: 10 };
    for (let round = 0; round < 40; round += 1) {
      const wait = waitOf(() => attempts.begin(impatient));
      expect(wait).toBeLessThanOrEqual(10);
      clock.at += wait * 1000;
    }
    for (let round = 0; round < 20; round += 1) waitOf(() => attempts.begin(GUESSING));
    clock.at += 3_600_000;
    expect(waitOf(() => attempts.begin(GUESSING))).toBe(0);
  });

  it('lets no crowd through at once: an attempt counts before its outcome is known', () => {
    const waits = Array.from({ length: 50 }, () => waitOf(() => attempts.begin(GUESSING)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('slows down nobody else, and forgives whoever was right', () => {
    for (let round = 0; round < 9; round += 1) waitOf(() => attempts.begin(GUESSING));
    expect(waitOf(() => attempts.begin({ ...GUESSING, about: ['192.0.2.2', 'a@example.org'] }))).toBe(0);
    attempts.forgive(GUESSING);
    expect(waitOf(() => attempts.begin(GUESSING))).toBe(0);
  });

  it('keeps neither addresses nor accounts that could be read back', () => {
    attempts.begin(GUESSING);
    const kept = JSON.stringify([...(Reflect.get(attempts, 'tallies') as Map<string, unknown>).keys()]);
    expect(kept).not.toContain('192.0.2.1');
    expect(kept).not.toContain('example.org');
  });
});

function waitOf(attempt: () => void): number {
  try {
    attempt();
    return 0;
  } catch (refusal) {
    if (refusal instanceof TooMany) return refusal.retryAfterSeconds;
    throw refusal;
  }
}
