import { Clock, SystemClock } from './clock.js';

class StoppedClock extends Clock {
  override now(): Date {
    return new Date('2026-06-30T23:30:00Z');
  }
}

describe('A clock', () => {
  it('says which day people in London have, which in summer begins an hour before midnight of UTC', () => {
    expect(new StoppedClock().today()).toBe('2026-07-01');
  });

  it("of the system has the machine's own time", () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
