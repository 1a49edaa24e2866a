import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { caution, notKnown, shown } from '../matter/verdict.js';
import { isDeployment, isLikeOneThatClosed, LIKENESS_FIELDS } from '../matter/deployments.js';

/** R-CN-05: a new scheme that shares much with a closed one may be its successor. */
export const rCn05 = flowRule({
  id: 'R-CN-05',
  version: 2,
  kind: 'P',
  countsToo: true,
  appliesTo: 'a deployment that is not closed',
  fields: [...LIKENESS_FIELDS],
  thresholds: ['successorLikenesses'],
  citation: seenIn('StopSIM Coalition, 18 May 2023: elements kept under another name', 'S40'),
  message: 'This record does not show a scheme that is new',
  positive:
    'This scheme has little in common with any that closed here, by area, force, manager and protocol',
  whatToDo: 'Check whether this scheme follows the closed one, and record the answer with its evidence.',
  applies: (matter) => isDeployment(matter, 'PROPOSED', 'PLANNED', 'TRAINING', 'LIVE', 'PAUSED'),
  evaluate: (matter) => {
    const isLikely = isLikeOneThatClosed(matter);
    if (isLikely === null) return notKnown('area, force, manager or protocol');
    const limit = matter.settings.successorLikenesses;
    return isLikely
      ? caution(
          `This scheme shares ${limit} or more of area, force, manager and protocol with one that closed: successor check.`,
        )
      : shown;
  },
});
