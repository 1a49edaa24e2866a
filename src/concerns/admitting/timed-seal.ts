import { Injectable } from '@nestjs/common';
import { Seals } from '../../identity/proofs/seals.js';
import { Clock } from '../../kernel/clock.js';

const MINUTE = 60_000;

/** What was sealed, and how many minutes ago. */
export interface Opened {
  readonly text: string;
  readonly minutes: number;
}

/**
 * What a browser carries for us and cannot read: sealed for one purpose, with the time at which it was given. So nothing
 * can be made of a kept copy without the server, and the server may refuse it.
 */
@Injectable()
export class TimedSeal {
  constructor(
    private readonly seals: Seals,
    private readonly clock: Clock,
  ) {}

  /** The text, sealed now. */
  seal(purpose: Purpose, text: string): string {
    const given: Given = [text, this.clock.now().getTime()];
    return this.seals.seal(JSON.stringify(given), bindingOf(purpose));
  }

  /** What was sealed for this purpose; null when it was changed, is for another purpose, or is not one of ours. */
  open(purpose: Purpose, sealed: string | undefined): Opened | null {
    const opened = sealed === undefined ? null : this.seals.open(sealed, bindingOf(purpose));
    if (opened === null) return null;
    const [text, at] = JSON.parse(opened) as Given;
    return { text, minutes: (this.clock.now().getTime() - at) / MINUTE };
  }
}

type Given = readonly [text: string, at: number];

/** What something may be carried for: answers not sent yet, answers whose code may be shown again, reading a concern. */
export type Purpose = 'draft' | 'sent' | 'pass';

function bindingOf(purpose: Purpose): string {
  return `carried by a browser: ${purpose}`;
}
