import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../identity/actor.js';
import { scopeOf } from '../../../identity/actor-scope.js';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { isId, type Uuid } from '../../../kernel/identifiers.js';
import { Database } from '../../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../../platform/database/selection.js';
import { PanelProposal } from '../panel-proposal.entity.js';

const DRAW = select({
  ...columns(PanelProposal, 'd', 'origin', 'inputsHash', 'proposedOn'),
  /** The first, second … proposal of the round. */
  place: sql<number>('d.place'),
  /** Null where no seed had a part in it. */
  seed: sql<number | null>('d.seed'),
  panels: sql<number>('d.panels'),
  acceptedOn: sql<CalendarDay | null>('d.accepted_on::text'),
  /** How many proposals there are in all. */
  all: sql<number>('count(*) OVER ()::integer'),
});

/** One proposal of panels as everyone may know of it: nobody is named, and nothing says what is known of anybody. */
export type PanelDraw = RowOf<typeof DRAW>;

/** How often panels of a round were proposed, from which seeds, and which were accepted: the view `reviews.panel_draw`. */
@Injectable()
export class PanelDrawsQueries {
  constructor(private readonly database: Database) {}

  /** The newest proposals of a round, newest first, each with how many there are. */
  ofRound(actor: Actor, roundId: Uuid): Promise<PanelDraw[]> {
    return this.database.rows(
      scopeOf(actor),
      DRAW.from('reviews.panel_draw d WHERE d.round_id = $1 ORDER BY d.place DESC LIMIT $2', [
        isId(roundId) ? roundId : null,
        MOST_SHOWN,
      ]),
    );
  }
}

const MOST_SHOWN = 200;
