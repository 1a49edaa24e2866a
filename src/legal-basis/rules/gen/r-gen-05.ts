import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { article6Bases } from '../../record/basis/article-6.js';
import { known, knownCodes } from '../../record/answers/not-known.js';
import { regimes } from '../../record/basis/regime.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { isRegimeInForce } from '../reading/regime-line.js';

/** R-GEN-05: every code that an assertion uses is in force on every day of its stretch. */
export const rGen05 = assertionRule({
  id: 'R-GEN-05',
  version: 2,
  kind: 'L',
  appliesTo: 'any legal-basis assertion',
  fields: [
    'assertions[].regime',
    'assertions[].validFrom',
    'assertions[].validTo',
    'assertions[].art6',
    'assertions[].art9',
    'startDate',
    'endDate',
  ],
  citation: seenIn('Data (Use and Access) Act 2025 s70; Data Protection Act 2018', 'L5'),
  message: 'This record does not show a basis that was in force on every day it is asserted for',
  whatToDo: 'End the assertion on the last day of its regime, and add one for the law that followed.',
  applies: () => true,
  evaluate: (matter) => together(regimeInForce(matter), ...codesInForce(matter)),
});

function regimeInForce({ assertion, from, to }: AssertionMatter): Verdict {
  const regime = known(assertion.regime);
  if (regime === null) return notKnown('the regime');
  if (from === null) return notKnown('the first day of the stretch');
  if (assertion.validTo && assertion.validTo < from) {
    return fault(`it ends on ${assertion.validTo}, before it begins on ${from}`);
  }
  const label = regimes.find((entry) => entry.code === regime)?.label ?? regime;
  return isRegimeInForce(regime, from, to) ? shown : fault(`${label} was not in force from ${from} to ${to}`);
}

function codesInForce({ assertion, from }: AssertionMatter): Verdict[] {
  const art6 = article6Bases.find((base) => base.code === assertion.art6);
  const art9 = knownCodes(assertion.art9) ?? [];
  return [
    art6 === undefined ? shown : since(art6.label, art6.from, from),
    art9.length === 0 ? shown : since('Article 9(2)', GDPR_DAY, from),
  ];
}

function since(name: string, inForce: CalendarDay, from: CalendarDay | null): Verdict {
  if (from === null) return notKnown('the first day of the stretch');
  return from >= inForce ? shown : fault(`${name} is in force only from ${inForce}`);
}
