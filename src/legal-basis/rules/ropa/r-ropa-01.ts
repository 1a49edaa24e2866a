import { anyOf, type Truth } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { isUkGdpr } from '../matter/assertions.js';
import { DATED_DOCUMENT_FIELDS, isLinkedWithDay, untilLinked } from '../matter/documents/linked.js';
import type { ControllerMatter } from '../matter/matter.js';
import { needsPolicyDocument, POLICY_FIELDS } from '../matter/documents/policy-documents.js';
import { fault, holds, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { nameOf } from '../reading/parties.js';

/** R-ROPA-01: each controller's record of processing holds the flow, with the condition where it needs a policy document. */
export const rRopa01 = controllerRule({
  id: 'R-ROPA-01',
  version: 5,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'any controller of data on people',
  fields: [
    'processingRecords[].entryExists',
    'processingRecords[].para41Details',
    'processingRecords[].orgId',
    'processingRecords[].evidenceId',
    'assertions[].sch1Paras',
    'assertions[].art10Sch1Paras',
    'assertions[].regime',
    ...POLICY_FIELDS,
    ...DATED_DOCUMENT_FIELDS,
  ],
  citation: beingChecked(
    'UK GDPR Article 30; Data Protection Act 2018 s61, and Schedule 1 para 41 where the condition needs a policy document',
  ),
  message: 'This record does not show the flow in each controller’s record of processing activities',
  whatToDo:
    'Add the entry. Where a condition of Schedule 1 needs a policy document, add the condition, the Article 6 basis, and whether the retention policy was followed.',
  applies: () => true,
  evaluate: (matter) => {
    const { flow, orgId } = matter;
    if (!flow.processingRecords) return notKnown('the records of processing activities');
    const entry = flow.processingRecords.find((record) => record.orgId === orgId);
    const name = nameOf(flow, orgId);
    if (entry === undefined) return fault(`${name} has no entry`);
    const held = together(
      holds(entry.entryExists, `${name} has no entry`),
      paragraph41(matter, entry.para41Details, name),
    );
    return untilLinked(held, isLinkedWithDay(matter, entry.evidenceId), `that ${name} has an entry`);
  },
});

function paragraph41(matter: ControllerMatter, details: Truth | undefined, name: string): Verdict {
  const needed = needsDocument(matter);
  if (needed === false || details === true) return shown;
  return needed === null
    ? notKnown(`whether a condition that ${name} relies on needs a policy document`)
    : holds(details, `the entry of ${name} lacks what Schedule 1 para 41 asks for`);
}

function needsDocument({ eachAssertion, orgId }: ControllerMatter): Truth {
  return anyOf(
    false,
    ...eachAssertion
      .filter((one) => one.assertion.controllerOrgId === orgId && isUkGdpr(one) !== false)
      .map((one) =>
        needsPolicyDocument(one, [
          ...(one.assertion.sch1Paras ?? []),
          ...(one.assertion.art10Sch1Paras ?? []),
        ]),
      ),
  );
}
