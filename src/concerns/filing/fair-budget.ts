import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';

const HOUR = 3_600_000;
/** Above this a filing is held for a handler to look at first; it is never refused. */
const MOST_AN_HOUR = { file: 60 };
const MOST_SOURCES = 50_000;

/**
 * Counts acts per network, in memory and for the current hour only. A network is known by an HMAC of the first part of
 * its address under a key that is thrown away each hour; the address itself is neither stored nor logged.
 */
@Injectable()
export class FairBudget {
  private key = randomBytes(32);
  private hour = -1;
  private readonly counts = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Counts one act of this kind from this address, and says how many there were in this hour, this one included. */
  count(act: string, address: string): number {
    this.turnTheHour();
    const source = createHmac('sha256', this.key)
      .update(`${act}\0${network(address)}`)
      .digest('base64url');
    const count = (this.counts.get(source) ?? 0) + 1;
    if (this.counts.size >= MOST_SOURCES && !this.counts.has(source)) this.forgetOldest();
    this.counts.set(source, count);
    return count;
  }

  /** Counts one act and says whether the network has done it more often this hour than fairness lets pass unlooked at. */
  isOver(act: 'file', address: string): boolean {
    return this.count(act, address) > MOST_AN_HOUR[act];
  }

  private turnTheHour(): void {
    const hour = Math.floor(this.clock.now().getTime() / HOUR);
    if (hour === this.hour) return;
    this.hour = hour;
    this.key = randomBytes(32);
    this.counts.clear();
  }

  private forgetOldest(): void {
    const [oldest] = this.counts.keys();
    if (oldest !== undefined) this.counts.delete(oldest);
  }
}

/** The first 24 bits of an IPv4 address, the first 48 of an IPv6 one. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (!isIPv6(mapped)) return mapped.split('.').slice(0, 3).join('.');
  const [head = ''] = mapped.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return [...groups, '0', '0', '0']
    .slice(0, 3)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
