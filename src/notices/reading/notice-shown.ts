import { NOTICE_KINDS } from '../notice-kinds.js';
import type { NoticeRow } from './notices.queries.js';

/** A notice with its sentence and where one goes on. */
export interface ShownNotice extends NoticeRow {
  readonly says: string;
  readonly leadsTo: string;
  /** What it is about, in names that are public. */
  readonly about: readonly string[];
}

/** Puts a notice into words. */
export function shownNotice(notice: NoticeRow): ShownNotice {
  const { says, leadsTo } = NOTICE_KINDS[notice.kind];
  const about = [notice.scheme, notice.organisation, notice.round].filter((name) => name !== null);
  return { ...notice, says, leadsTo: leadsTo(notice), about };
}
