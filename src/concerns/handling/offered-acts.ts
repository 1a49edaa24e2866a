import type { ConcernRow } from '../concerns.queries.js';
import { ACT_WORDS } from './act-words.js';

/** A button to an act that would not be refused now. */
export interface OfferedAct {
  readonly href: string;
  readonly text: string;
}

/**
 * What decides which links can be taken back and whether a summary may be released: it is linked to something, the
 * person agreed that somebody reads it, and a link leads to a trust.
 */
export interface ActConditions {
  readonly linked: boolean;
  readonly agreed: boolean;
  readonly leadsToTrust: boolean;
}

/** What can be done with a concern as it stands; an act that would be refused is not offered. */
export function offeredActs(
  concern: ConcernRow,
  { linked, agreed, leadsToTrust }: ActConditions,
): readonly OfferedAct[] {
  const open = concern.closedOn === null && concern.withdrawnOn === null;
  const triaged = concern.triagedOn !== null;
  const offered: Record<keyof typeof ACT_WORDS, boolean> = {
    admit: open && concern.heldOn !== null && concern.admittedOn === null,
    triage: open,
    link: open && triaged,
    unlink: open && linked,
    message: open,
    answer: open && triaged,
    release: open && agreed && leadsToTrust,
    close: open && concern.answeredOn !== null,
  };
  return Object.entries(ACT_WORDS).flatMap(([name, { title }]) =>
    Object.entries(offered).some(([act, is]) => act === name && is)
      ? [{ href: `/concerns/${concern.id}/${name}`, text: title }]
      : [],
  );
}

/** What has to come first before more can be done, as a sentence; null when nothing is missing. */
export function whatComesFirst(concern: ConcernRow, { agreed, leadsToTrust }: ActConditions): string | null {
  if (concern.withdrawnOn !== null) return 'The person has withdrawn it. Nothing more is done with it.';
  if (concern.closedOn !== null) return 'It is finished. A message of the person opens it again.';
  if (concern.triagedOn === null) return 'Note what it is about first. Then you can link it and answer it.';
  if (agreed && !leadsToTrust)
    return 'To release a summary, link it to an NHS trust first: a summary goes where a link leads.';
  return null;
}
