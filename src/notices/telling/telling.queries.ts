import { londonDay } from '../../kernel/days/london-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { SqlStatement } from '../../platform/database/database.js';
import { select, sql, type RowOf } from '../../platform/database/selection.js';
import type { NoticeKind } from '../notice-kinds.js';
import { lastDaysToAcknowledge, nearDays } from './clocks.js';

const TOLD = select({
  personId: sql<Uuid>('t.person_id'),
  kind: sql<NoticeKind>('t.kind'),
  // False for what is older than telling here, or than two days: it is told in the product and goes nowhere by mail.
  isNews: sql<boolean>('t.is_news'),
});

/** Somebody who was told now. */
export type NewlyTold = RowOf<typeof TOLD>;

/** The statement that tells whoever was not told by this moment. */
export function toldNow(moment: Date): SqlStatement<NewlyTold> {
  const today = londonDay(moment);
  const clocks = [JSON.stringify(nearDays(today)), JSON.stringify(lastDaysToAcknowledge(today))];
  return TOLD.from('notices.tell($1, $2, $3, $4) t', [today, moment, ...clocks]);
}
