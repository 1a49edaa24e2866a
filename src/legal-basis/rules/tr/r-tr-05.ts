import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { DATED_DOCUMENT_FIELDS, isLinkedWithDay, untilLinked } from '../matter/documents/linked.js';
import { caution, cautionUnless, notKnown, together } from '../matter/verdict.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-TR-05: notices come in Easy Read or another format. */
export const rTr05 = flowRule({
  id: 'R-TR-05',
  version: 4,
  kind: 'L/P',
  inForceFrom: GDPR_DAY,
  appliesTo: 'any flow of data on people',
  fields: [
    'transparency.notices[].alternativeFormats',
    'transparency.notices[].evidenceId',
    ...DATED_DOCUMENT_FIELDS,
  ],
  citation: beingChecked('UK GDPR Article 12(1); Equality Act 2010 s20'),
  message: 'This record does not show privacy notices in formats that everyone can use',
  whatToDo: 'Offer Easy Read, large print and spoken forms, and say so.',
  applies: () => true,
  evaluate: (matter) => {
    const notices = matter.flow.transparency?.notices;
    if (!notices) return notKnown('the privacy notices');
    if (notices.length === 0) return caution(ONE_FORMAT);
    return together(
      ...notices.map(({ alternativeFormats, evidenceId }) =>
        untilLinked(
          cautionUnless(alternativeFormats, ONE_FORMAT),
          isLinkedWithDay(matter, evidenceId),
          'that privacy notices come in other formats',
        ),
      ),
    );
  },
});

const ONE_FORMAT = 'A privacy notice does not come in Easy Read or another format.';
