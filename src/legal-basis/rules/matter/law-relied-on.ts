import type { LawPick } from '../../record/answers/law-picks.js';
import { PROVISION_KINDS, type Provision } from '../../provisions/provision.js';
import { pickedLaw, reaches, type PickedLaw, type Reach } from '../reading/picked-law.js';
import { bestOf, fault, stated, type Verdict } from './verdict.js';

/** A law that a rule asks for: what has to be so of it, and the words for what is missing. */
export interface AskedLaw {
  readonly does: (provision: Provision) => boolean;
  /** Completes "This record does not show …: ", where nothing is named. */
  readonly none: string;
  /** Completes "This record says …" of a law in words. */
  readonly says: string;
}

/**
 * What a record shows of the law that it relies on. A law picked from the list is looked at: whether it does what is asked,
 * on these days, in this nation; that its tests are met stands in words, so the best there is is STATED. Where nothing is
 * picked, words about a law are stated and no more.
 */
export function lawReliedOn(
  picks: readonly LawPick[] | null | undefined,
  text: string | null | undefined,
  asked: AskedLaw,
  reach: Reach,
): Verdict {
  const [first, ...others] = pickedLaw(picks).map((law) => ofOneLaw(law, asked, reach));
  if (first !== undefined) return bestOf(first, ...others);
  return stated(text, asked.none, asked.says);
}

function ofOneLaw({ provision, why }: PickedLaw, asked: AskedLaw, reach: Reach): Verdict {
  const { short, kind } = provision;
  if (!asked.does(provision)) return fault(`${short} is ${PROVISION_KINDS[kind]}`);
  if (reaches(provision, reach) === false) return fault(`${short} does not reach these days or this nation`);
  return stated(why, `it does not say why ${short} applies here`, `why ${short} applies here`);
}
