import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { EvidenceItem } from '../../evidence/documents/evidence-item.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import {
  column,
  columns,
  jsonList,
  orNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import { Review } from '../review.entity.js';
import { RoundVoiding } from '../rounds/round-voiding.entity.js';
import { InformationAnswer } from './information-answer.entity.js';
import { InformationRequest } from './information-request.entity.js';

/** What follows from the view `reviews.information_step`, which names its columns as the records they are made of do. */
const DAYS = {
  ...columns(InformationRequest, 's', 'id', 'reviewId', 'criterion', 'dueOn', 'askedOn'),
  ...orNull(columns(InformationAnswer, 's', 'gives', 'answeredOn')),
  ...orNull(columns(Review, 's', 'scoresOpenedOn', 'replyClosedOn')),
  ...orNull(columns(RoundVoiding, 's', 'voidedOn')),
};

const REQUEST = select({
  ...DAYS,
  ...columns(InformationRequest, 'q', 'organisationId', 'asks'),
  ...orNull(columns(InformationAnswer, 'a', 'answer')),
  /** How many documents the answer names, whoever reads it. */
  named: sql<number>('coalesce(cardinality(a.evidence_ids), 0)'),
  /** The documents named in the answer, as far as the reader may read them. */
  documents: jsonList(
    columns(EvidenceItem, 'e', 'id', 'title'),
    'evidence.item e WHERE e.id = ANY (a.evidence_ids)',
    'e.received_on, e.id',
  ),
});

const STEP = select({
  ...DAYS,
  organisation: column(Organisation, 'o', 'name'),
  ...columns(Organisation, 'o', 'key', 'odsCode'),
  // Null where the reader may not see the deployment.
  ...orNull({ deployment: column(Deployment, 'd', 'title') }),
});

/** One request with its answer, for whoever may read its words. */
export type InformationRow = RowOf<typeof REQUEST>;

/** One request as everyone reads it: its days, and how it was answered. */
export type InformationStepRow = RowOf<typeof STEP>;

const FROM_REQUEST = `reviews.information_request q JOIN reviews.information_step s ON s.id = q.id
  LEFT JOIN reviews.information_answer a ON a.request_id = q.id`;

const MOST_IN_ROUND = 5000;

/** Every SELECT about requests for information. */
@Injectable()
export class InformationQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The requests of a review that this actor may read, by criterion and in turn. */
  inReview(actor: Actor, reviewId: Uuid): Promise<InformationRow[]> {
    const permitted = this.access.where(actor, 'read', InformationRequest, { alias: 'q', after: 1 });
    return this.database.rows(
      scopeOf(actor),
      REQUEST.from(
        `${FROM_REQUEST} WHERE q.review_id = $1 AND ${permitted.text} ORDER BY q.criterion, q.asked_on, q.id`,
        [reviewId, ...permitted.values],
      ),
    );
  }

  /** One of them; null when there is none, or it is not open to the actor. */
  async one(actor: Actor, reviewId: Uuid, id: Uuid): Promise<InformationRow | null> {
    if (!isId(reviewId) || !isId(id)) return null;
    const permitted = this.access.where(actor, 'read', InformationRequest, { alias: 'q', after: 2 });
    return this.database.row(
      scopeOf(actor),
      REQUEST.from(`${FROM_REQUEST} WHERE q.review_id = $1 AND q.id = $2 AND ${permitted.text}`, [
        reviewId,
        id,
        ...permitted.values,
      ]),
    );
  }

  /** Every request in a round, by organisation, as everyone may read it. */
  inRound(actor: Actor, roundId: Uuid): Promise<InformationStepRow[]> {
    return this.database.rows(
      scopeOf(actor),
      STEP.from(
        `reviews.information_step s JOIN organisations.organisation o ON o.id = s.organisation_id
          LEFT JOIN deployments.deployment d ON d.id = s.deployment_id
          WHERE s.round_id = $1 ORDER BY lower(o.name), s.criterion, s.asked_on, s.id LIMIT $2`,
        [roundId, MOST_IN_ROUND],
      ),
    );
  }
}
