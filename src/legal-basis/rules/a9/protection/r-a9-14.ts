import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { PARAGRAPH_FIELDS, REACH_FIELDS, usesParagraph } from '../../matter/assertions.js';
import type { AssertionMatter } from '../../matter/matter.js';
import { fault, shown, stated, together, type Verdict } from '../../matter/verdict.js';
import { GDPR_DAY } from '../../reading/law-days.js';
import { lawNamedIn } from '../../../provisions/naming/provisions-named-in.js';
import { pickedLaw } from '../../reading/law/picked-law.js';
import type { Provision } from '../../../provisions/provision.js';
import { ofOffencesPicked } from './offences-picked.js';
import { describesDistress } from './distress.js';

/** R-A9-14: preventing unlawful acts needs an offence, picked from the list; self-harm and calling for help are none. */
export const rA914 = assertionRule({
  id: 'R-A9-14',
  version: 7,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on preventing or detecting unlawful acts, Schedule 1 para 10',
  fields: ['assertions[].offences', 'assertions[].unlawfulActText', ...PARAGRAPH_FIELDS, ...REACH_FIELDS],
  citation: beingChecked(
    'Data Protection Act 2018 Schedule 1 para 10; Suicide Act 1961 s1 (England and Wales)',
  ),
  message: 'This record does not show which offence is meant',
  whatToDo:
    'Pick the offence against another person, and say what was done. Self-harm, a suicide attempt and a call for help are not offences.',
  applies: (matter) => usesParagraph(matter, 'P2.10'),
  evaluate: (matter) => {
    const picked = pickedLaw(matter.assertion.offences).map(({ provision }) => provision);
    return picked.length > 0 ? ofPicked(picked, matter) : inWords(matter.assertion.unlawfulActText);
  },
});

function ofPicked(provisions: readonly Provision[], matter: AssertionMatter): Verdict {
  const offences = provisions.filter(({ kind }) => kind === 'offence');
  if (offences.length === 0) return fault(`${namesOf(provisions)} makes nothing an offence`);
  return ofOffencesPicked(offences, matter);
}

function namesOf(provisions: readonly Provision[]): string {
  return provisions.map(({ short }) => short).join(' and ');
}

function inWords(text: string | null | undefined): Verdict {
  return together(
    stated(text, 'none is picked or named', 'in words what the unlawful act is, and picks no offence'),
    text && describesDistress(text) && !namesOffence(text)
      ? fault('what it names is distress or a call for help')
      : shown,
  );
}

/** Whether words name an offence by its law: that somebody is also distressed does not undo it. */
function namesOffence(text: string): boolean {
  return lawNamedIn(text).provisions.some(({ kind }) => kind === 'offence');
}
