import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf } from '../../record/answers/not-known.js';
import { caution, notKnown, shown } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { controllersOf, PARTY_FIELDS } from '../reading/parties.js';

/** R-DPIA-08: where several controllers share, more than one has assessed. */
export const rDpia08 = flowRule({
  id: 'R-DPIA-08',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an impact assessment where there are two or more controllers',
  fields: ['dpia.controllerOrgIds', 'dpia.exists', ...PARTY_FIELDS],
  citation: beingChecked('UK GDPR Article 35'),
  message: 'This record does not show that the other controllers made or joined an impact assessment',
  whatToDo: 'Ask each controller for its assessment, or for the record that it joined this one.',
  applies: ({ flow }) => allOf(flow.dpia?.exists ?? null, controllersOf(flow).length >= 2),
  evaluate: ({ flow }) => {
    const makers = flow.dpia?.controllerOrgIds;
    if (!makers) return notKnown('which controllers made or joined it');
    const joined = controllersOf(flow).filter((id) => makers.includes(id));
    return joined.length < 2
      ? caution('Only one of the controllers has made or joined an impact assessment.')
      : shown;
  },
});
