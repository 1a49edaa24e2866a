import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Unavailable } from '../../kernel/refusal.js';

const MOST_WAITING = 400;

/**
 * Lets as many key derivations run at once as the machine has cores and keeps a bounded number waiting, so that a
 * flood of receipts costs time and never memory. Nobody is locked out: whoever finds the queue full may come again.
 */
@Injectable()
export class KeyDerivationQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly slots = availableParallelism();

  /**
   * Runs the work when its turn has come.
   * @throws Unavailable when too many are waiting already.
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= this.slots) {
      if (this.waiting.length >= MOST_WAITING) throw new Unavailable(BUSY);
      await new Promise<void>((begin) => this.waiting.push(begin));
    }
    this.running += 1;
  }
}

const BUSY =
  'Too many people are using this service at this moment. Your answers are kept: wait a minute and try again.';
