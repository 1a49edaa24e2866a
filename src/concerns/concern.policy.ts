import type { Policy } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import type { Rules } from '../access/policy.js';
import { Concern } from './concern.entity.js';
import { Consent } from './consent.entity.js';
import { Envelope } from './envelope.entity.js';
import { ConcernLink } from './link.entity.js';
import { Message } from './message.entity.js';
import { ConcernReading } from './reading.entity.js';
import { Receipt } from './receipt.entity.js';
import { Release } from './release.entity.js';

/** The kind of engagement by which a reviewer reads what was released about a scheme they review. */
export const DEPLOYMENT_UNDER_REVIEW = 'deployment-under-review';

/**
 * A visitor files. Whoever proves a receipt has their own concern and no other. Concern handlers, who work outside the
 * trust, have all of them. A trust and the reviewers have what was released to them with consent; an auditor has the
 * steps and none of the words; administrators have nothing.
 */
export const concernPolicy: Policy = (actor, rules) => {
  if (actor.standing === 'visitor') rules.allow('file', Concern);
  if (actor.standing === 'visitor')
    for (const kind of [Receipt, Envelope, Consent]) rules.allow('file', kind);
  if (actor.receiptFor !== null) ownConcern(actor.receiptFor, rules);
  if (actor.holds('CONCERN_HANDLER')) everyConcern(rules);
  if (actor.holds('AUDITOR')) for (const kind of STEPS) rules.allow('read', kind);
  if (actor.standing === 'operator') operator(rules);
  if (actor.personId !== null) released(actor, actor.personId, rules);
};

const STEPS = [Concern, Consent, ConcernLink, ConcernReading];

function ownConcern(concernId: string, { allow }: Rules): void {
  allow(['read', 'write', 'consent', 'withdraw'], Concern, { id: concernId });
  for (const kind of [Envelope, ConcernLink, ConcernReading]) allow('read', kind, { concernId });
  allow(['read', 'consent'], Consent, { concernId });
  allow(['read', 'write'], Message, { concernId });
  allow(['read', 'consent', 'withdraw'], Release, { concernId });
}

function everyConcern({ allow }: Rules): void {
  allow(['read', 'triage', 'admit', 'link', 'write', 'answer', 'close', 'release', 'refer'], Concern);
  for (const kind of [Envelope, Consent, ConcernReading]) allow('read', kind);
  allow(['read', 'write', 'answer'], Message);
  allow(['read', 'link', 'unlink'], ConcernLink);
  allow(['read', 'release'], Release);
}

function operator({ allow }: Rules): void {
  for (const kind of [...STEPS, Receipt]) allow('read', kind);
  for (const kind of [Envelope, Message, Release]) allow(['read', 'erase'], kind);
}

function released(actor: Actor, personId: string, { allow }: Rules): void {
  allow(['read', 'open'], ConcernReading, { personId });
  allow('read', Release, { organisationId: actor.organisationsAs('TRUST_SUBMITTER'), trustMayRead: true });
  allow('read', Release, { deploymentId: actor.engagedIn(DEPLOYMENT_UNDER_REVIEW), reviewersMayRead: true });
}
