import type { Policy } from '../access/policy.js';
import { Job } from './jobs/job.js';
import { LoggedEvent } from './log/logged-event.js';
import { Mail } from './outbox/mail.js';
import { SecurityEvent } from './security/security-event.js';

/** People follow the work they asked for; administrators see the outbox and what endangers accounts; auditors read the log. */
export const operationsPolicy: Policy = (actor, { allow }) => {
  if (actor.standing === 'person') allow(['read', 'cancel'], Job);
  if (actor.holds('ADMIN')) {
    allow('read', Mail);
    allow('read', SecurityEvent);
  }
  if (actor.holds('AUDITOR')) allow('read', LoggedEvent);
};
