import type { LawPick } from '../../../record/answers/law-picks.js';
import { statementState } from '../../../record/answers/not-known.js';
import { lawNamedIn } from '../../../provisions/naming/provisions-named-in.js';
import { PROVISION_KINDS, type Provision } from '../../../provisions/provision.js';
import { isGenerality } from '../../reading/law/generalities.js';
import { pickedLaw, reaches, type PickedLaw, type Reach } from '../../reading/law/picked-law.js';
import { bestOf, fault, shown, stated, together, type Verdict } from '../verdict.js';

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
 * picked, words about a law are stated and no more; words that name no law at all, or only law of the list that does not
 * do it, are the fault.
 */
export function lawReliedOn(
  picks: readonly LawPick[] | null | undefined,
  text: string | null | undefined,
  asked: AskedLaw,
  reach: Reach,
): Verdict {
  const [first, ...others] = pickedLaw(picks).map((law) => ofOneLaw(law, asked, reach));
  if (first !== undefined) return bestOf(first, ...others);
  return together(stated(text, asked.none, asked.says), namesNoOther(text, asked));
}

/** Words that name law of the list, and none that does what is asked, are the fault; law off the list is not known here. */
function namesNoOther(text: string | null | undefined, asked: AskedLaw): Verdict {
  if (statementState(text) !== 'STATED') return shown;
  const named = lawNamedIn(text ?? '');
  if (isGenerality(named)) return fault('it names no law, and says only that there is some');
  const { provisions, unlisted } = named;
  return provisions.length === 0 || unlisted.length > 0 || provisions.some(asked.does)
    ? shown
    : fault(provisions.map(isOnly).join('; '));
}

function isOnly({ short, kind, excludes = [] }: Provision): string {
  const shutsOut = excludes.length > 0 ? `, and it does not reach ${excludes.join(', ')}` : '';
  return `${short} is ${PROVISION_KINDS[kind]}${shutsOut}`;
}

function ofOneLaw({ provision, why }: PickedLaw, asked: AskedLaw, reach: Reach): Verdict {
  const { short } = provision;
  if (!asked.does(provision)) return fault(isOnly(provision));
  if (reaches(provision, reach) === false) return fault(`${short} does not reach these days or this nation`);
  return stated(why, `it does not say why ${short} applies here`, `why ${short} applies here`);
}
