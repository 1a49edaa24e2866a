import type { Uuid } from '../../kernel/identifiers.js';

/** One event of the log, as policies name it. */
export class LoggedEvent {
  constructor(readonly id: Uuid) {}
}
