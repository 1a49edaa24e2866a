/** Where the present moment comes from. Rules take a day as an argument; only services ask a clock. */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's own time. */
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
