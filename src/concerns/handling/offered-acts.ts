import type { ConcernRow } from '../concerns.queries.js';
import { ACT_WORDS } from './act-words.js';

/** A button to an act that would not be refused now. */
export interface OfferedAct {
  readonly href: string;
  readonly text: string;
}

/** What can be done with a concern as it stands; an act that would be refused is not offered. */
export function offeredActs(concern: ConcernRow, mayRelease: boolean): readonly OfferedAct[] {
  const open = concern.closedOn === null && concern.withdrawnOn === null;
  const triaged = concern.triagedOn !== null;
  const offered: Record<keyof typeof ACT_WORDS, boolean> = {
    admit: open && concern.heldOn !== null && concern.admittedOn === null,
    triage: open,
    link: open && triaged,
    message: open,
    answer: open && triaged,
    release: open && concern.linkedOn !== null && mayRelease,
    close: open && concern.answeredOn !== null,
  };
  return Object.entries(ACT_WORDS).flatMap(([name, { title }]) =>
    Object.entries(offered).some(([act, is]) => act === name && is)
      ? [{ href: `/concerns/${concern.id}/${name}`, text: title }]
      : [],
  );
}
