/** Long work as its page shows it; the class stands for it in policies. */
export class Job {
  id: string;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  sentence: string;
  result: unknown;
  askedAt: Date;
}

/** One mail of the outbox, without its text; the class stands for it in policies. */
export class Mail {
  id: string;
  to: string;
  subject: string;
  writtenAt: Date;
  sentAt: Date | null;
  attempts: number;
  fault: string | null;
}

/** One event of the log as auditors read it; the class stands for it in policies. */
export class LoggedEvent {
  id: string;
  day: string;
  action: string;
  post: string;
  reason: string | null;
  revision: number;
  record: Readonly<Record<string, unknown>>;
  leafHash: string;
}

/** One event as the list of the log shows it. */
export interface LogLine {
  readonly id: string;
  readonly day: string;
  readonly action: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly post: string;
}
