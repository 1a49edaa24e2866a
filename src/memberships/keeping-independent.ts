import type { HeldRole } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { checking, type Act } from '../ledger/act.js';
import { select, sql } from '../platform/database/selection.js';
import {
  independenceFaults,
  type IndependenceCode,
} from '../review-method/independence/independence-faults.js';
import type { KnownStanding } from '../review-method/independence/known-standing.js';

const STANDING = select({ standing: sql<KnownStanding>('s.standing') });

const OF_ORGANISATIONS: ReadonlySet<IndependenceCode> = new Set([
  'ACTS_FOR_TRUST',
  'ACTS_FOR_PARTNER',
  'SPEAKS_FOR_GROUP',
  'NOT_OUTSIDE',
]);

/**
 * Demands, after somebody was given a role, that it left them independent in every review in which they take part.
 * Whoever is to have the role leaves the review first.
 */
export function keepingIndependent(personId: Uuid, { role, organisationId }: HeldRole): Act {
  const comesOfIt = (code: IndependenceCode): boolean =>
    role === 'AUDITOR' ? code === 'AUDITS' : organisationId !== null && OF_ORGANISATIONS.has(code);
  return checking(async (look) => {
    const parts = await look(
      STANDING.from('reviews.standings_seen($1, NULL) s WHERE s.ended_on IS NULL', [personId]),
    );
    const faults = parts.flatMap(({ standing }) => independenceFaults(standing));
    const fault = faults.find(({ code }) => comesOfIt(code));
    if (fault)
      throw new OutOfTurn(
        `This role would end the person’s independence in a review in which they take part: ${fault.words}. ` +
          'Their part in that review must end first.',
      );
  });
}
