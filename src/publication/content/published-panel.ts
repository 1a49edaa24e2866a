import { becameOf, isCounted, type Fate } from '../../review-method/panel/became-of.js';
import type { PanelMember } from '../../review-method/panel/panel-member.js';
import {
  FIRST_LOCK_FORMAT,
  LOCK_FORMAT,
  reviewerStandIn,
} from '../../review-method/scoring/locked-content.js';
import type { LockRow } from '../../reviews/blind-scoring/scores.queries.js';
import type { PanelRow } from '../../reviews/reviewers/reviewers.queries.js';
import type { PublishedLock, PublishedPanel, PublishedReviewer } from './published-content.js';

/** What the panel of a result is drawn up from: what became of everybody's scores, what they declared, and the locks. */
export interface PanelSource {
  readonly members: readonly PanelMember[];
  readonly rows: readonly Pick<PanelRow, 'clearance' | 'declared'>[];
  readonly locks: readonly LockRow[];
  readonly letters: ReadonlyMap<string, string>;
}

/** The panel: in numbers those whose scores count, and of everybody who locked scores what became of them. Nobody is named. */
export function publishedPanel({ members, rows, locks, letters }: PanelSource): PublishedPanel {
  const counting = members.filter((member) => isCounted(becameOf(member)));
  const continuing = rows.filter(({ clearance }) => clearance === 'clear');
  const withInterest = continuing.filter(
    ({ declared }) => declared?.some(({ answer }) => answer === 'yes') === true,
  );
  const scored = members.flatMap((member) => {
    const became = becameOf(member);
    return became === null ? [] : [reviewerOf(member, { became, locks, letters })];
  });
  return {
    reviewers: counting.length,
    outsideNhsEngland: counting.filter(({ outsideNhsEngland }) => outsideNhsEngland).length,
    livedExperience: counting.filter(({ capacity }) => capacity === 'lived-experience').length,
    scored: scored.sort((one, other) => (one.reviewer < other.reviewer ? -1 : 1)),
    declaredNoInterest: continuing.length - withInterest.length,
    continuedWithInterest: withInterest.length,
    excluded: rows.filter(({ clearance }) => clearance === 'excluded').length,
  };
}

function reviewerOf(
  { assignmentId, givenLater, endedOn, endReason, exclusion }: PanelMember,
  { became, locks, letters }: Pick<PanelSource, 'locks' | 'letters'> & { readonly became: Fate },
): PublishedReviewer {
  const lock = locks.find((each) => each.assignmentId === assignmentId);
  return {
    reviewer: letters.get(assignmentId) ?? '',
    became,
    givenLater,
    left: endedOn === null ? null : { on: endedOn, because: endReason ?? '' },
    exclusion,
    lock: lock ? lockOf(lock) : null,
  };
}

function lockOf(lock: LockRow): PublishedLock {
  const { contentHash, nonce, salt, lockedOn } = lock;
  return {
    format: salt === null ? FIRST_LOCK_FORMAT : LOCK_FORMAT,
    contentHash,
    nonce,
    reviewer: salt === null ? null : reviewerStandIn(lock),
    lockedOn,
  };
}
