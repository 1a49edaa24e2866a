import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import type { ControllerMatter } from '../matter/matter.js';
import { fault, notKnown, shown, type Verdict } from '../matter/verdict.js';
import { nameOf } from '../reading/parties.js';
import { coverageOf } from '../reading/regime-line.js';

/** R-GEN-04: every controller asserts a legal basis for every day of the flow. */
export const rGen04 = controllerRule({
  id: 'R-GEN-04',
  version: 3,
  kind: 'L',
  appliesTo: 'any flow of data on people',
  fields: [
    'assertions[].controllerOrgId',
    'assertions[].validFrom',
    'assertions[].validTo',
    'assertions[].regime',
    'startDate',
    'endDate',
  ],
  citation: beingChecked('UK GDPR Articles 5(1)(a) and 6'),
  message: 'This record does not show a legal basis of every controller for every day of the flow',
  whatToDo: 'Add an assertion for each controller and each stretch of dates that has none.',
  applies: () => true,
  evaluate: (matter) => covered(matter),
});

function covered({ flow, orgId, asserted, from, to }: ControllerMatter): Verdict {
  const name = nameOf(flow, orgId);
  if (asserted.length === 0) return fault(`${name} asserts none`);
  if (from === null) return notKnown('the day on which the flow began');
  if (flow.endDate && flow.endDate < from) return notKnown(`the last day: ${flow.endDate} is before ${from}`);
  const { gaps, undated } = coverageOf(asserted, from, to);
  if (gaps.length === 0) return shown;
  if (undated) return notKnown(`the first day of an assertion by ${name}`);
  return fault(gaps.map((gap) => `${name} asserts none from ${gap.from} to ${gap.to}`).join('; '));
}
