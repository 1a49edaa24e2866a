import {
  PROVISION_KINDS,
  type Provision,
  type ProvisionKind,
} from '../../legal-basis/provisions/provision.js';
import { nations } from '../../legal-basis/record/transfer/nation.js';
import { capitalised, day, sentenceList } from '../../web/words.js';

/** "A power: it permits, it does not require." */
export function provisionKindInWords(kind: ProvisionKind): string {
  return `${capitalised(PROVISION_KINDS[kind])}.`;
}

/** Whether a provision requires somebody to disclose something, and to whom. */
export function disclosureInWords({ requiresDisclosure, disclosesTo }: Provision): string {
  if (requiresDisclosure === 'no') return 'It requires no disclosure.';
  return `It requires disclosure only if every test below is met, and to nobody but ${disclosesTo ?? 'whom it names'}.`;
}

/** Whether it lifts the common-law duty of confidence, as a sentence. */
export function confidenceInWords({ liftsConfidentiality }: Provision): string {
  const [, answer = '', more = ''] = /^(yes|no|only)\b,?\s*(.*)$/.exec(liftsConfidentiality) ?? [];
  if (answer === 'no') return `It does not lift the duty of confidence${more}.`;
  if (answer === 'only') return `It lifts the duty of confidence only ${more}.`;
  return more === '' ? 'It lifts the duty of confidence.' : `It lifts the duty of confidence ${more}.`;
}

/** The days on which it is in force: "From 1 April 2015", with what is not sure of them. */
export function daysInWords({ inForce: { from, to, basis, note } }: Provision): string {
  const stretch =
    from === null
      ? to && `To ${day(to)}; the first day is not given`
      : `${to === undefined ? 'From ' : ''}${day(from)}${to === undefined ? '' : ` to ${day(to)}`}`;
  const sure = basis === 'knowledge' ? 'this day is being checked' : undefined;
  return [stretch ?? 'No first day is given', note, sure].filter(Boolean).join('; ');
}

/** "England, Wales and Scotland". */
export function nationsInWords(provision: Provision): string {
  if (provision.nations.length === nations.length) return 'The whole United Kingdom';
  return sentenceList(
    nations.filter(({ code }) => provision.nations.includes(code)).map(({ label }) => label),
  );
}

/**
 * What the list does not hold of offences, in words: those were looked for that England and Wales have, so of a nation of
 * which fewer are listed more are left out than of others.
 */
export function offencesLeftOut(all: readonly Provision[]): string {
  const offences = all.filter(({ kind }) => kind === 'offence');
  const counts = nations.map(({ code, label }) => ({
    label,
    count: offences.filter((offence) => offence.nations.includes(code)).length,
  }));
  const most = Math.max(...counts.map(({ count }) => count));
  const fewer = counts.filter(({ count }) => count < most);
  const listed = sentenceList(fewer.map(({ label, count }) => `${count} apply in ${label}`));
  const others = sentenceList(fewer.map(({ label }) => label));
  return `Offences were looked for in the law of England and Wales. Of the ${offences.length} that are listed, ${listed}; other offences of ${others} are not on the list. What is not listed can be named in words, which is stated and not shown.`;
}

/** Whether each case has to be decided by itself. */
export function caseByCaseInWords({ caseByCase }: Provision): string {
  if (caseByCase === 'either') return 'For one case, or for sharing of one kind';
  return caseByCase ? 'Each case is decided by itself' : 'Not case by case';
}

/** Where the provision stands: "Care Act 2014, s42". */
export function placeInWords({ instrument, section }: Provision): string {
  return [instrument, section].filter((part) => part !== '-').join(', ');
}

/** Whether nobody has seen a text that bears all of the entry out. */
export function isBeingChecked({ confidence }: Provision): boolean {
  return confidence === 'knowledge';
}
