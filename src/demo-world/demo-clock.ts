import { Clock } from '../kernel/clock.js';

/** The calendar of the example review: everything in the demo world happens in the order and on the days on which it would. */
export class DemoClock extends Clock {
  private moment = new Date('2026-06-01T09:00:00Z');

  override now(): Date {
    return this.moment;
  }

  /** Makes it the morning of this day. */
  turnTo(day: string): void {
    this.moment = new Date(`${day}T09:00:00Z`);
  }
}
