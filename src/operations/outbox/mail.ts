import type { Uuid } from '../../kernel/identifiers.js';

/** One mail of the outbox, as policies name it. */
export class Mail {
  constructor(readonly id: Uuid) {}
}
