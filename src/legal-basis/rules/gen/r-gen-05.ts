import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { article6Bases } from '../../record/basis/article-6.js';
import { known, knownCodes } from '../../record/answers/not-known.js';
import { regimes, type Regime } from '../../record/basis/regime.js';
import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import type { AssertionMatter } from '../matter/matter.js';
import { caution, fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { DUAA_DAY, GDPR_DAY } from '../reading/law-days.js';
import { isRegimeInForce } from '../reading/regime-line.js';

/** R-GEN-05: every code that an assertion uses is in force on every day of its stretch. */
export const rGen05 = assertionRule({
  id: 'R-GEN-05',
  version: 3,
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
  citation: seenIn(
    'Data (Use and Access) Act 2025 s70; SI 2026/82 reg 2; Data Protection Act 2018',
    'L5',
    'L36',
  ),
  message: 'This record does not show a basis that was in force on every day it is asserted for',
  whatToDo:
    'Where an Act was repealed, end the assertion on its last day and add one for the law that followed. Where the law was amended, check the basis against its new words.',
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
  if (isRegimeInForce(regime, from, to)) return shown;
  return goesOn(regime, from, assertion.validTo)
    ? caution(
        `This basis runs on under the law that followed “${label}”: check it against the words in force.`,
      )
    : fault(`${label} was not in force from ${from} to ${to}`);
}

/**
 * A basis under the UK GDPR does not lapse where it is amended (Data (Use and Access) Act 2025 s70), nor did one under the
 * EU GDPR that was left to run when the UK GDPR took its place; one that names the EU GDPR for later days names the wrong law.
 */
function goesOn(regime: Regime, from: CalendarDay, validTo: CalendarDay | null | undefined): boolean {
  const isOpen = !validTo;
  if (regime === 'UKGDPR') return isRegimeInForce(regime, from, from) || from >= DUAA_DAY;
  return regime === 'GDPR2018' && isOpen && isRegimeInForce(regime, from, from);
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
