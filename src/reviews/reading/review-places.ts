import type { Place } from '../../evidence/register.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { Review } from '../review.entity.js';
import { InterestDeclaration } from '../reviewers/interest-declaration.entity.js';
import { Round } from '../round.entity.js';

const under = '/rounds';

/** Where people go for rounds and their reviews. */
export const REVIEW_PLACES: readonly Place[] = [
  { href: '/rounds', text: 'Rounds', verb: 'read', subject: Round, order: 31 },
  { href: '/reviews', under, text: 'Reviews', verb: 'read', subject: Review, order: 32 },
  {
    href: '/assignments',
    under,
    text: 'Your reviews',
    verb: 'declare',
    subject: InterestDeclaration,
    order: 33,
  },
  { href: '/proposals', under, text: 'What takes two', verb: 'read', subject: Proposal, order: 34 },
];
