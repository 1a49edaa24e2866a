import { SECURITY_NOTE_KINDS } from '../../identity/security/security-notes.js';
import type { Uuid } from '../../kernel/identifiers.js';

/** What somebody who keeps the service looks after: an attempt, or an act about an account; as policies name it. */
export class SecurityEvent {
  constructor(readonly id: Uuid) {}
}

/** What the log has of accounts, as the view of PostgreSQL names it. */
const ACCOUNT_EVENT_KINDS = [
  'role-granted',
  'role-ended',
  'token-made',
  'token-revoked',
  'suspended',
  'readmitted',
] as const;

/** Every kind of security event. */
export const SECURITY_EVENT_KINDS = [...SECURITY_NOTE_KINDS, ...ACCOUNT_EVENT_KINDS] as const;

/** One kind of security event. */
export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

/** What happened, as the page says it. */
export const SECURITY_EVENTS_IN_WORDS: Readonly<Record<SecurityEventKind, string>> = {
  'sign-in-failed': 'Sign-in failed',
  'sign-in-slowed': 'Sign-in refused, because attempts came too fast',
  'act-refused': 'Act refused',
  'role-granted': 'Role granted',
  'role-ended': 'Role ended',
  'token-made': 'Access token made',
  'token-revoked': 'Access token revoked',
  suspended: 'Account suspended',
  readmitted: 'Account opened again',
};
