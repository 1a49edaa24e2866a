import type { Uuid } from '../../kernel/identifiers.js';

/** Long work that somebody asked for, as policies name it. */
export class Job {
  constructor(readonly id: Uuid) {}
}

/** Where long work stands. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
