import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { running, type Act } from '../ledger/act.js';
import { letterTo } from '../platform/mail/letter.js';

/** What people are told where something takes two; none of it carries anything of the case. */
const LETTERS = {
  'proposal-waits': [
    'A proposal waits for a second person',
    'Another lead reviewer proposed something that takes two people. Sign in and look under What takes two, to agree or to decline with a reason. If nobody agrees within 28 days, it lapses.',
  ],
  'proposal-declined': [
    'Your proposal was declined',
    'Somebody declined something that you proposed. Sign in and look under What takes two to read why. Whoever still wants it proposes it anew.',
  ],
  'proposal-lapsed': [
    'Your proposal has lapsed',
    'Nobody agreed within 28 days to something that you proposed, and it lapsed. Sign in and look under What takes two. Whoever still wants it proposes it anew.',
  ],
  'exclusion-waits': [
    'An exclusion waits for a second person',
    'Another person who leads a review with you decided that somebody is excluded from it. Sign in, open the review and look under People who take part, to agree or disagree. Until then nothing in it can be closed or released.',
  ],
} as const satisfies Record<string, readonly [subject: string, body: string]>;

/** Writes to these people, in the transaction of what they are told of. */
export function writingTo(people: readonly Uuid[], about: keyof typeof LETTERS): Act[] {
  const [subject, body] = LETTERS[about];
  return people.map((personId) => running(letterTo(personId, subject, body)));
}

const WRITE = 'SELECT work.write_mail(gen_random_uuid(), second.person_id, $2, $3) FROM';

/** Whoever else leads a review, with interests decided. */
const WHO_LEAD_IT = `(SELECT a.person_id FROM reviews.assignment a WHERE a.review_id = $4 AND a.capacity = 'lead'
  AND a.ended_on IS NULL AND a.person_id IS DISTINCT FROM $1::uuid AND reviews.clearance_of(a.id) = 'clear') AS second`;

/** Every other lead reviewer, for what is about no one review. */
const LEAD_REVIEWERS = `(SELECT m.person_id FROM identity.membership m JOIN identity.person p ON p.id = m.person_id
  WHERE m.role = 'LEAD_REVIEWER' AND m.ended_on IS NULL AND p.suspended_on IS NULL
  AND m.person_id IS DISTINCT FROM $1::uuid) AS second`;

/** Writes to whoever could be the second person beside the actor: who leads this review, or any lead reviewer without one. */
export function writingToOthers(actor: Actor, reviewId: Uuid | null, about: keyof typeof LETTERS): Act {
  const values = [actor.personId, ...LETTERS[about]];
  return running(
    reviewId === null
      ? { text: `${WRITE} ${LEAD_REVIEWERS}`, values }
      : { text: `${WRITE} ${WHO_LEAD_IT}`, values: [...values, reviewId] },
  );
}
