import type { Policy } from '../../access/policy.js';
import { EditionMove } from '../changing-edition/edition-move.entity.js';
import { RoundDateChange } from './round-date-change.entity.js';
import { Round } from '../round.entity.js';
import { RoundVoiding } from './round-voiding.entity.js';

/** Everyone reads rounds, why a date moved and what was voided; lead reviewers open and change them. */
export const roundPolicy: Policy = (actor, { allow }) => {
  allow('read', Round);
  allow('read', RoundDateChange);
  allow('read', RoundVoiding);
  allow('read', EditionMove);
  if (actor.holds('LEAD_REVIEWER')) {
    allow(['open', 'reschedule', 'move-edition'], Round);
    allow('move-edition', EditionMove, { decidedBy: actor.personId });
    allow('reschedule', RoundDateChange, { decidedBy: actor.personId });
    allow('void', RoundVoiding, { voidedBy: actor.personId });
  }
};
