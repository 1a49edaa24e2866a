import type { LawPick } from '../../../record/answers/law-picks.js';
import { allOf, type Truth } from '../../../record/answers/not-known.js';
import type { Nation } from '../../../record/transfer/nation.js';
import type { Provision } from '../../../provisions/provision.js';
import { provisionById } from '../../../provisions/provisions.js';
import { appliesIn, isInForce } from '../../../provisions/reach.js';

/** The days and the nation for which a law is relied on; each may be unknown. */
export interface Reach {
  readonly from: string | null;
  readonly to: string;
  readonly nation: Nation | null;
}

/** One law that a record picks from the list, with the reason it gives. */
export interface PickedLaw {
  readonly provision: Provision;
  readonly why: string | null;
}

/** The provisions that a list of picks names; a pick without one names none. */
export function pickedLaw(picks: readonly LawPick[] | null | undefined): PickedLaw[] {
  return (picks ?? []).flatMap(({ provisionId, why }) => {
    const provision = provisionById(provisionId);
    return provision === undefined ? [] : [{ provision, why: why ?? null }];
  });
}

/** Whether a provision reaches these days in this nation; not known where either is not established. */
export function reaches(provision: Provision, { from, to, nation }: Reach): Truth {
  return allOf(from === null ? null : isInForce(provision, from, to), appliesIn(provision, nation));
}
