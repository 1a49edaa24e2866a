import type { Policy, Rules } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import { Concern } from './concern.entity.js';
import { Consent } from './consent.entity.js';
import { Envelope } from './envelopes/envelope.entity.js';
import { ConcernLink } from './concern-link.entity.js';
import { Message } from './message.entity.js';
import { ConcernReading } from './envelopes/concern-reading.entity.js';
import { Receipt } from './receipts/receipt.entity.js';
import { ConcernRelease } from './concern-release.entity.js';

/** The kind of engagement by which a reviewer reads what was released about a scheme they review. */
const DEPLOYMENT_UNDER_REVIEW = 'deployment-under-review';

/**
 * A visitor files. Whoever proves a receipt has their own concern and no other. Concern handlers, who work outside the
 * trust, have all of them. A trust and the reviewers have what was released to them with consent; an auditor has the
 * steps and none of the words; administrators have nothing; the operator erases, and seals to
 * new keys.
 */
export const concernPolicy: Policy = (actor, rules) => {
  if (actor.standing === 'visitor') filing(rules);
  if (actor.receiptFor !== null) ownConcern(actor.receiptFor, rules);
  if (actor.holds('CONCERN_HANDLER')) everyConcern(rules);
  if (actor.holds('AUDITOR')) steps(rules);
  if (actor.standing === 'operator') keepingSealed(rules);
  if (actor.personId !== null) released(actor, actor.personId, rules);
};

function filing({ allow }: Rules): void {
  allow('file', Concern);
  allow('file', Receipt);
  allow('file', Envelope);
  allow('file', Consent);
}

function ownConcern(concernId: string, { allow }: Rules): void {
  allow(['read', 'write', 'consent', 'withdraw'], Concern, { id: concernId });
  allow('read', Envelope, { concernId });
  allow('read', ConcernLink, { concernId });
  allow('read', ConcernReading, { concernId });
  allow(['read', 'consent'], Consent, { concernId });
  allow(['read', 'write'], Message, { concernId });
  allow(['read', 'consent', 'withdraw'], ConcernRelease, { concernId });
}

function everyConcern({ allow }: Rules): void {
  allow(['read', 'triage', 'admit', 'link', 'write', 'answer', 'close', 'release', 'refer'], Concern);
  allow('read', Envelope);
  allow('read', Consent);
  allow('read', ConcernReading);
  allow(['read', 'write', 'answer'], Message);
  allow(['read', 'link', 'unlink'], ConcernLink);
  allow(['read', 'release'], ConcernRelease);
}

function steps({ allow }: Rules): void {
  allow('read', Concern);
  allow('read', Consent);
  allow('read', ConcernLink);
  allow('read', ConcernReading);
}

function keepingSealed({ allow }: Rules): void {
  allow(['erase', 'rewrap'], Envelope);
  allow(['erase', 'rewrap'], Message);
  allow(['erase', 'rewrap'], ConcernRelease);
}

function released(actor: Actor, personId: string, { allow }: Rules): void {
  allow(['read', 'open'], ConcernReading, { personId });
  const trusts = actor.organisationsAs('TRUST_SUBMITTER');
  if (trusts.length > 0) allow('read', ConcernRelease, { organisationId: trusts, trustMayRead: true });
  const reviewed = actor.engagedIn(DEPLOYMENT_UNDER_REVIEW);
  if (!reviewed.isEmpty) allow('read', ConcernRelease, { deploymentId: reviewed, reviewersMayRead: true });
}
