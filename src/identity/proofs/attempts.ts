import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { TooMany } from '../../kernel/refusal.js';

const HOUR = 3_600_000;
const SECOND = 1000;
const MOST_KEPT = 100_000;

/** What attempts have in common, and how patient we are with them. */
export interface Watched {
  /** What is tried, and by or against whom: never kept as it is, only as a hash under this hour's key. */
  readonly about: readonly string[];
  /** How many attempts are free; after that each wait is twice the one before. */
  readonly free: number;
  readonly longestWaitSeconds: number;
}

interface Tally {
  count: number;
  nextAt: number;
}

/**
 * Slows down whoever guesses secrets, and never locks anybody out: waits grow to a limit, and each hour everything is
 * forgotten with the key it was kept under. It lives in memory and holds no address that could be read back.
 */
@Injectable()
export class Attempts {
  private hour = -1;
  private key: Buffer = Buffer.alloc(0);
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts an attempt before it is made, so that many at once do not slip through.
   * @throws TooMany with the seconds to wait, when it comes too early; it is then not counted.
   */
  begin(...watched: readonly Watched[]): void {
    const now = this.now();
    const wait = Math.max(
      0,
      ...watched.map((each) => (this.tallies.get(this.keyOf(each))?.nextAt ?? 0) - now),
    );
    if (wait > 0) throw tooMany(Math.ceil(wait / SECOND));
    for (const each of watched) this.count(each, now);
  }

  /** Forgets what was counted, once the attempt has turned out right. */
  forgive(...watched: readonly Watched[]): void {
    this.now();
    for (const each of watched) this.tallies.delete(this.keyOf(each));
  }

  private count(watched: Watched, now: number): void {
    const key = this.keyOf(watched);
    const count = (this.tallies.get(key)?.count ?? 0) + 1;
    const seconds =
      count < watched.free ? 0 : Math.min(2 ** (count - watched.free), watched.longestWaitSeconds);
    this.tallies.delete(key);
    this.tallies.set(key, { count, nextAt: now + seconds * SECOND });
    const [oldest] = this.tallies.keys();
    if (this.tallies.size > MOST_KEPT && oldest !== undefined) this.tallies.delete(oldest);
  }

  private now(): number {
    const now = this.clock.now().getTime();
    const hour = Math.floor(now / HOUR);
    if (hour !== this.hour) {
      this.hour = hour;
      this.key = randomBytes(32);
      this.tallies.clear();
    }
    return now;
  }

  private keyOf({ about }: Watched): string {
    return createHmac('sha256', this.key).update(JSON.stringify(about)).digest('base64');
  }
}

function tooMany(seconds: number): TooMany {
  const wait = seconds < 120 ? counted(seconds, 'second') : counted(Math.ceil(seconds / 60), 'minute');
  return new TooMany(seconds, `Too many attempts were made in a short time. Wait ${wait}, then try again.`);
}

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
