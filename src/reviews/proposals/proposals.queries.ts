import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { addDays, type CalendarDay } from '../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { column, everyColumn, orNull, select, sql, type RowOf } from '../../platform/database/selection.js';
import { Proposal } from './proposal.entity.js';
import { ProposalEnd } from './proposal-end.entity.js';
import { DAYS_TO_AGREE, type OvertakenBy } from './proposal-state.js';

const PROPOSAL = select({
  ...everyColumn(Proposal, 'p'),
  /** True when the reader made it, and so cannot agree to it. */
  own: sql<boolean>('p.proposed_by IS NOT DISTINCT FROM $1::uuid'),
  /** The day on which somebody else agreed; null while it waits. */
  agreedOn: sql<CalendarDay | null>(
    '(SELECT a.agreed_on::text FROM reviews.agreed_proposal a WHERE a.proposal_id = p.id LIMIT 1)',
  ),
  /** The day on which its ground moved, so that nobody can agree any more, and what did it; null while it stands. */
  overtakenOn: sql<CalendarDay | null>('o.overtaken_on::text'),
  overtakenBy: sql<OvertakenBy | null>('o.overtaken_by'),
  ...orNull({
    outcome: column(ProposalEnd, 'e', 'outcome'),
    endedOn: column(ProposalEnd, 'e', 'endedOn'),
    endedBecause: column(ProposalEnd, 'e', 'reason'),
  }),
});

const FOUND = `reviews.proposal p LEFT JOIN reviews.proposal_end e ON e.proposal_id = p.id
  LEFT JOIN reviews.overtaken_proposal o ON o.proposal_id = p.id`;

/** Whatever waits, by its days and by what became of it. */
const UNDECIDED =
  'e.id IS NULL AND o.proposal_id IS NULL AND NOT EXISTS (SELECT FROM reviews.agreed_proposal a WHERE a.proposal_id = p.id)';

const LISTED = PROPOSAL.and({ sort: sql<string>('p.id::text') });

/** One proposal, what became of it, and whether it waits for this reader. */
export type ProposalRow = RowOf<typeof PROPOSAL>;

/** Every SELECT about what waits for a second person. */
@Injectable()
export class ProposalsQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** A page of proposals, newest first. */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<ProposalRow>> {
    const permitted = this.access.where(actor, 'read', Proposal, { alias: 'p', after: 3 });
    const statement = LISTED.from(
      `${FOUND} WHERE ($2::uuid IS NULL OR p.id < $2) AND ${permitted.text} ORDER BY p.id DESC LIMIT $3`,
      [actor.personId, request.after?.id ?? null, request.limit + 1, ...permitted.values],
    );
    return pageOf(await this.database.rows(scopeOf(actor), statement), request);
  }

  /** What is proposed about a round, a release or a review and waits today for a second person, newest first. */
  waitingAbout(actor: Actor, today: CalendarDay, ...subjects: readonly Uuid[]): Promise<ProposalRow[]> {
    const permitted = this.access.where(actor, 'read', Proposal, { alias: 'p', after: 3 });
    const statement = PROPOSAL.from(
      `${FOUND} WHERE p.subject_id = ANY ($2::uuid[]) AND p.proposed_on >= $3 AND ${UNDECIDED} AND ${permitted.text}
        ORDER BY p.id DESC`,
      [actor.personId, subjects, firstStillOpen(today), ...permitted.values],
    );
    return this.database.rows(scopeOf(actor), statement);
  }

  /** What others proposed and this reader may agree to today, the next to lapse first; a dozen at most. */
  waitingForAnother(actor: Actor, today: CalendarDay): Promise<ProposalRow[]> {
    const permitted = this.access.where(actor, 'agree', Proposal, { alias: 'p', after: 2 });
    const statement = PROPOSAL.from(
      `${FOUND} WHERE p.proposed_by IS DISTINCT FROM $1::uuid AND p.proposed_on >= $2 AND ${UNDECIDED} AND ${permitted.text}
        ORDER BY p.proposed_on, p.id LIMIT 12`,
      [actor.personId, firstStillOpen(today), ...permitted.values],
    );
    return this.database.rows(scopeOf(actor), statement);
  }

  /** The oldest hundred proposals whose time has passed without anybody agreeing or ending them. */
  lapsed(actor: Actor, today: CalendarDay): Promise<ProposalRow[]> {
    const statement = PROPOSAL.from(
      `${FOUND} WHERE p.proposed_on < $2 AND ${UNDECIDED} ORDER BY p.id LIMIT 100`,
      [actor.personId, firstStillOpen(today)],
    );
    return this.database.rows(scopeOf(actor), statement);
  }

  /** One proposal; null when there is none that the actor may read. */
  async one(actor: Actor, id: Uuid): Promise<ProposalRow | null> {
    const permitted = this.access.where(actor, 'read', Proposal, { alias: 'p', after: 2 });
    const statement = PROPOSAL.from(`${FOUND} WHERE p.id = $2 AND ${permitted.text}`, [
      actor.personId,
      isId(id) ? id : null,
      ...permitted.values,
    ]);
    return this.database.row(scopeOf(actor), statement);
  }
}

/** The earliest day on which something was proposed that can still be agreed to today. */
function firstStillOpen(today: CalendarDay): CalendarDay {
  return addDays(today, -DAYS_TO_AGREE);
}
