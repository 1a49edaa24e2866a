import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { fault, holds, notKnown, shown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { nameOf } from '../reading/parties.js';

/** R-ROPA-01: each controller's record of processing holds the flow, with the condition it relies on. */
export const rRopa01 = controllerRule({
  id: 'R-ROPA-01',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'any controller of data on people',
  fields: [
    'processingRecords[].entryExists',
    'processingRecords[].para41Details',
    'processingRecords[].orgId',
    'assertions[].sch1Paras',
    'assertions[].controllerOrgId',
  ],
  citation: beingChecked('UK GDPR Article 30; Data Protection Act 2018 s61 and Schedule 1 para 41'),
  message: 'This record does not show the flow in each controller’s record of processing activities',
  whatToDo:
    'Add the entry, with the condition relied on, the Article 6 basis, and whether the retention policy was followed.',
  applies: () => true,
  evaluate: ({ flow, orgId, asserted }) => {
    if (!flow.processingRecords) return notKnown('the records of processing activities');
    const entry = flow.processingRecords.find((record) => record.orgId === orgId);
    const usesSchedule1 = asserted.some((assertion) => (assertion.sch1Paras ?? []).length > 0);
    if (entry === undefined) return fault(`${nameOf(flow, orgId)} has no entry`);
    return together(
      holds(entry.entryExists, `${nameOf(flow, orgId)} has no entry`),
      usesSchedule1
        ? holds(
            entry.para41Details,
            `the entry of ${nameOf(flow, orgId)} lacks what Schedule 1 para 41 asks for`,
          )
        : shown,
    );
  },
});
