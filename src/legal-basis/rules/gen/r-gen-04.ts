import type { Assertion } from '../../record/basis/assertion.js';
import { purposes } from '../../record/basis/purpose.js';
import { seenIn } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import type { ControllerMatter } from '../matter/matter.js';
import { fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { nameOf } from '../reading/parties.js';
import { coverageOf, type Stretch } from '../reading/regime-line.js';

/** R-GEN-04: every controller asserts a legal basis for every day and every purpose of the flow. */
export const rGen04 = controllerRule({
  id: 'R-GEN-04',
  version: 5,
  kind: 'L',
  appliesTo: 'any flow of data on people',
  fields: [
    'assertions[].controllerOrgId',
    'assertions[].validFrom',
    'assertions[].validTo',
    'assertions[].regime',
    'assertions[].purposeCodes',
    'purposeCodes',
    'startDate',
    'endDate',
  ],
  citation: seenIn('UK GDPR Articles 5(1)(a) and 6(1)', 'L31', 'L32'),
  message:
    'This record does not show a legal basis of every controller for every day and every purpose of the flow',
  positive: 'This record names a legal basis of every controller for every day and every purpose of the flow',
  whatToDo: 'Add an assertion for each controller, each purpose and each stretch of dates that has none.',
  applies: () => true,
  evaluate: (matter) => covered(matter),
});

function covered({ flow, orgId, asserted, from, to }: ControllerMatter): Verdict {
  const name = nameOf(flow, orgId);
  if (asserted.length === 0) return fault(`${name} asserts none`);
  if (from === null) return notKnown('the day on which the flow began');
  if (flow.endDate && flow.endDate < from) return notKnown(`the last day: ${flow.endDate} is before ${from}`);
  const whole = coveredFor(asserted, name, { from, to });
  return whole.found === 'SHOWN'
    ? together(...eachPurposeCovered({ flow, asserted, from, to }, name))
    : whole;
}

function coveredFor(
  assertions: readonly Assertion[],
  name: string,
  { from, to }: Stretch,
  purpose = '',
): Verdict {
  const { gaps, undated } = coverageOf(assertions, from, to);
  if (gaps.length === 0) return shown;
  if (undated) return notKnown(`the first day of an assertion by ${name}`);
  return fault(gaps.map((gap) => `${name} asserts none${purpose} from ${gap.from} to ${gap.to}`).join('; '));
}

/** A basis that is narrowed to some purposes leaves the others without one. */
function eachPurposeCovered(
  { flow, asserted, from, to }: Pick<ControllerMatter, 'flow' | 'asserted' | 'to'> & { from: string },
  name: string,
): Verdict[] {
  return (flow.purposeCodes ?? []).map((purpose) => {
    const term = purposes.find(({ code }) => code === purpose);
    if (term === undefined) return shown;
    const serving = asserted.filter((assertion) => serves(assertion, purpose));
    const forIt = ` for the purpose “${term.label}”`;
    return serving.length === 0
      ? fault(`${name} asserts none${forIt}`)
      : coveredFor(serving, name, { from, to }, forIt);
  });
}

function serves({ purposeCodes }: Assertion, purpose: string): boolean {
  const served: readonly string[] = purposeCodes ?? [];
  return served.length === 0 || served.includes(purpose);
}
