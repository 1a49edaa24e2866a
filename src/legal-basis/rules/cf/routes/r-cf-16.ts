import { allOf, known } from '../../../record/answers/not-known.js';
import { consentGivers } from '../../../record/safeguards/confidentiality.js';
import { beingChecked } from '../../engine/citation.js';
import { flowRule } from '../../engine/flow-rule.js';
import { fault, holds, holdsOnRecord } from '../../matter/verdict.js';
import { isAnythingAsserted } from '../../reading/codes.js';
import { hasRoute } from '../../reading/confidentiality.js';

/** R-CF-16: consent for somebody else is given by somebody whom the law lets decide. */
export const rCf16 = flowRule({
  id: 'R-CF-16',
  version: 1,
  kind: 'L',
  appliesTo: 'consent to a disclosure of which the record says who gave it',
  fields: [
    'confidentiality.consent.givenBy',
    'confidentiality.consent.authorityRecorded',
    'confidentiality.consent.capacity',
    'confidentiality.route',
  ],
  citation: beingChecked(
    'Mental Capacity Act 2005 ss1 to 3, 9 and 16; Gillick v West Norfolk and Wisbech AHA [1986] AC 112; Children Act 1989 s3',
  ),
  message: 'This record does not show consent by somebody who may decide',
  whatToDo:
    'Record the person’s own consent and capacity. For a child say how competence was judged or who has parental responsibility; for an adult without capacity name the attorney or deputy, or take another route.',
  applies: ({ flow }) =>
    allOf(hasRoute(flow, 'EXPLICIT_CONSENT'), isAnythingAsserted(flow.confidentiality?.consent?.givenBy)),
  evaluate: ({ flow }) => {
    const { givenBy, capacity, authorityRecorded } = flow.confidentiality?.consent ?? {};
    const giver = consentGivers.find(({ code }) => code === known(givenBy));
    if (giver?.may === false) return fault(`${giver.label.toLowerCase()} cannot consent for a person`);
    return giver?.code === 'PERSON'
      ? holds(capacity, 'it does not say that the person had capacity')
      : holdsOnRecord(authorityRecorded, 'nothing shows what lets them decide');
  },
});
