import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf } from '../../record/answers/not-known.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import { caution, notKnown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { controllersOf, nameOf, PARTY_FIELDS } from '../reading/parties.js';

/** R-DPIA-08: where several controllers share, each has assessed, or has joined the assessment of another. */
export const rDpia08 = flowRule({
  id: 'R-DPIA-08',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an impact assessment where there are two or more controllers',
  fields: [
    'dpia.controllerOrgIds',
    'dpia.exists',
    'parties[].name',
    ...DPIA_DOCUMENT_FIELDS,
    ...PARTY_FIELDS,
  ],
  citation: beingChecked('UK GDPR Article 35'),
  message: 'This record does not show that each controller made or joined an impact assessment',
  whatToDo: 'Ask each controller for its assessment, or for the record that it joined this one.',
  applies: ({ flow }) => allOf(flow.dpia?.exists ?? null, controllersOf(flow).length >= 2),
  evaluate: (matter) => {
    const { flow } = matter;
    const makers = flow.dpia?.controllerOrgIds;
    if (!makers) return notKnown('which controllers made or joined it');
    const missing = controllersOf(flow).filter((id) => !makers.includes(id));
    const joined = missing.map((id) =>
      caution(`${nameOf(flow, id)} has not made or joined an impact assessment.`),
    );
    return ofDpia(matter, together(...joined), 'that each controller made or joined it');
  },
});
