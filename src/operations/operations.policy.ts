import type { Policy } from '../access/policy.js';
import { Job } from './jobs/job.js';
import { LoggedEvent } from './log/logged-event.js';
import { Mail } from './outbox/mail.js';

/** People follow the work they asked for; administrators see the outbox; auditors read the log. */
export const operationsPolicy: Policy = (actor, { allow }) => {
  if (actor.standing === 'person') allow(['read', 'cancel'], Job);
  if (actor.holds('ADMIN')) allow('read', Mail);
  if (actor.holds('AUDITOR')) allow('read', LoggedEvent);
};
