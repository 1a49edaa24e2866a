import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { select, sql } from '../../platform/database/selection.js';
import type { PanelMember } from '../../review-method/panel/panel-member.js';

const MEMBER = select({
  assignmentId: sql<PanelMember['assignmentId']>('p.assignment_id'),
  capacity: sql<PanelMember['capacity']>('p.capacity'),
  outsideNhsEngland: sql<PanelMember['outsideNhsEngland']>('p.outside_nhs_england'),
  givenLater: sql<PanelMember['givenLater']>('p.given_later'),
  clearance: sql<PanelMember['clearance']>('p.clearance'),
  assignedOn: sql<PanelMember['assignedOn']>('p.assigned_on'),
  lockedOn: sql<PanelMember['lockedOn']>('p.locked_on'),
  endedOn: sql<PanelMember['endedOn']>('p.ended_on'),
  endReason: sql<PanelMember['endReason']>('p.end_reason'),
  exclusion: sql<PanelMember['exclusion']>('p.exclusion'),
});

/** Reads who scored a review, without names. PostgreSQL shows it to whoever reads the scores, and to nobody else. */
@Injectable()
export class PanelQueries {
  constructor(private readonly database: Database) {}

  /** Everybody who takes part as far as the actor may know, in the order of their assignments. */
  of(actor: Actor, reviewId: Uuid): Promise<PanelMember[]> {
    return this.database.rows(scopeOf(actor), panelMembers(reviewId));
  }
}

/** The statement behind it, for reading it inside an act or together with others that share its `$1`. */
export function panelMembers(reviewId: Uuid): SqlStatement<PanelMember> {
  return MEMBER.from('reviews.panel_of($1) p', [isId(reviewId) ? reviewId : null], true);
}
