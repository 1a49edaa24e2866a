import { statementState } from '../../record/answers/not-known.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, notKnown, shown } from '../matter/verdict.js';
import { DPIA_DOCUMENT_FIELDS, ofDpia } from '../matter/documents/linked.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-DPIA-09: an impact assessment is about this deployment and not a copy of another's. */
export const rDpia09 = flowRule({
  id: 'R-DPIA-09',
  version: 3,
  kind: 'P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'the document of an impact assessment',
  fields: [
    ...DPIA_DOCUMENT_FIELDS,
    'dpia.exists',
    'deploymentId',
    'register.flows[].dpiaFileHash',
    'register.flows[].deploymentId',
    'register.vendorPackHashes',
  ],
  citation: seenIn('Platform policy; the supplier’s information-governance pack', 'S17'),
  message: 'This record does not show an impact assessment of its own',
  positive:
    'The assessment that this record names is no other scheme’s here, and is in no supplier’s pack that is kept here',
  whatToDo:
    'Assess this deployment. A copy from another place or from a supplier’s pack says nothing about it.',
  applies: ({ flow }) => flow.dpia?.exists ?? null,
  evaluate: (matter) => {
    const { flow, register } = matter;
    const hash = flow.dpia?.fileHash;
    if (!hash || statementState(hash) !== 'STATED') return notKnown('the document');
    const others = [...(register.deploymentsByDpia.get(hash) ?? [])].filter((id) => id !== flow.deploymentId);
    if (others.length > 0)
      return caution('The same document is the impact assessment of another deployment: generic.');
    return register.vendorPackHashes.has(hash)
      ? caution('The document is part of a supplier’s information-governance pack: generic.')
      : ofDpia(matter, shown, 'that it has an impact assessment, and links none that is kept');
  },
});
