import { Clock } from '../../kernel/clock.js';
import { FairBudget } from './fair-budget.js';

class StillClock extends Clock {
  instant = new Date('2026-11-22T10:00:00Z');

  override now(): Date {
    return this.instant;
  }
}

describe('The budget of a network', () => {
  it('counts people behind one network together, and others apart', () => {
    const budget = new FairBudget(new StillClock());
    expect(budget.count('file', '192.0.2.1')).toBe(1);
    expect(budget.count('file', '192.0.2.250')).toBe(2);
    expect(budget.count('file', '::ffff:192.0.2.3')).toBe(3);
    expect(budget.count('file', '198.51.100.1')).toBe(1);
    expect(budget.count('prove', '192.0.2.1')).toBe(1);
    expect(budget.count('file', '2001:db8:1:2::1')).toBe(1);
    expect(budget.count('file', '2001:db8:1:ffff::9')).toBe(2);
    expect(budget.count('file', '2001:0db8:2::1')).toBe(1);
  });

  it('starts anew each hour', () => {
    const clock = new StillClock();
    const budget = new FairBudget(clock);
    budget.count('file', '192.0.2.1');
    clock.instant = new Date('2026-11-22T11:00:00Z');
    expect(budget.count('file', '192.0.2.1')).toBe(1);
  });

  it('keeps nothing from which an address could be read', () => {
    const budget = new FairBudget(new StillClock());
    budget.count('file', '192.0.2.1');
    expect(
      JSON.stringify(budget, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
    ).not.toContain('192.0.2');
  });
});
