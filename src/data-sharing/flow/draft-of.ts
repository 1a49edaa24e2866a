import { newId, type Uuid } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import { DataFlow } from './data-flow.entity.js';
import { titleOf, type FlowContent } from '../../legal-basis/record/flow-content.js';

/** What every version has in common when it begins. */
export const UNSUBMITTED = {
  explanations: {},
  submitted: false,
  submittedOn: null,
  submittedBy: null,
  putAsideOn: null,
  putAsideReason: null,
};

/** The first version of a flow of a deployment, as the draft of the trust that leads it. */
export function draftOf(
  deploymentId: Uuid,
  organisationId: Uuid,
  content: FlowContent,
  id: Uuid = newId(),
): DataFlow {
  return made(DataFlow, {
    id,
    deploymentId,
    organisationId,
    seriesId: id,
    version: 1,
    title: titleOf(content),
    content,
    replacesId: null,
    replacesReason: null,
    ...UNSUBMITTED,
  });
}
