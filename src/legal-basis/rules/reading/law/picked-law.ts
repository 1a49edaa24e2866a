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
  return allOf(
    from === null ? null : isInForce(provision, from, to),
    nation === null ? null : appliesIn(provision, nation),
  );
}

/** Whether a provision requires a disclosure at all, where its tests are met. */
export function requiresDisclosure({ requiresDisclosure: requires }: Provision): boolean {
  return requires !== 'no';
}

/** What a flow discloses and to whom, where a provision may shut it out. */
export interface Disclosure {
  /** It is what a body that gives care knows of an identified patient. */
  readonly ofPatients: boolean;
  /** Nobody who receives it gives care. */
  readonly outsideCare: boolean;
}

/** What a provision shuts out, as the list words it, that takes patients or bodies outside care with it. */
const PATIENTS = /^patient information|^personal data$|health or social care authority|identifies people/;
const OUTSIDE_CARE = /^anyone who is no health or adult social care body$/;

/** Whether a provision does not reach such a disclosure. */
export function shutsOut({ excludes }: Provision, { ofPatients, outsideCare }: Disclosure): boolean {
  return (excludes ?? []).some(
    (excluded) => (ofPatients && PATIENTS.test(excluded)) || (outsideCare && OUTSIDE_CARE.test(excluded)),
  );
}

/** Whether a provision lifts the common-law duty of confidence, always or in the cases it names. */
export function liftsConfidence({ liftsConfidentiality }: Provision): boolean {
  return !liftsConfidentiality.startsWith('no');
}
