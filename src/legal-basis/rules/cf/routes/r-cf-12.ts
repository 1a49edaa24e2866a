import { flowRule } from '../../engine/flow-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { cautionUnless, chosen, holdsOnRecord, together } from '../../matter/verdict.js';
import { hasRoute, NOBODY_DECIDES_FIELDS } from '../../reading/confidentiality.js';
import { isOneOf, partyOf } from '../../reading/parties.js';
import { decidedEachTime } from './decided-each-time.js';

/** R-CF-12: safeguarding is an enquiry about one person and a decision each time, never a label for a caseload. */
export const rCf12 = flowRule({
  id: 'R-CF-12',
  version: 2,
  kind: 'L/C',
  appliesTo: 'reliance on a safeguarding enquiry',
  fields: [
    'confidentiality.safeguarding.perPerson',
    'confidentiality.safeguarding.decidedEachTime',
    'confidentiality.safeguarding.deciderRecorded',
    'confidentiality.safeguarding.testMet',
    'confidentiality.safeguarding.enquiryByOrgId',
    ...NOBODY_DECIDES_FIELDS,
    'confidentiality.route',
    'parties[].orgId',
    'parties[].orgType',
  ],
  citation: beingChecked('Care Act 2014 ss42 to 45; Children Act 1989 s47'),
  message: 'This record does not show a safeguarding enquiry about each person and a decision each time',
  whatToDo:
    'Name the body whose enquiry it is, and record for each person why the test is met, who decided to disclose, and when. Routine sharing about a caseload needs another route.',
  applies: ({ flow }) => hasRoute(flow, 'SAFEGUARDING'),
  evaluate: ({ flow }) => {
    const enquiry = flow.confidentiality?.safeguarding;
    return together(
      chosen(enquiry?.enquiryByOrgId, 'it names no body whose enquiry it is'),
      holdsOnRecord(enquiry?.perPerson, 'no enquiry about each person is recorded'),
      holdsOnRecord(enquiry?.decidedEachTime, 'it is not decided each time'),
      holdsOnRecord(enquiry?.deciderRecorded, 'it does not say who decided'),
      holdsOnRecord(enquiry?.testMet, 'it does not say why each person is a child or an adult at risk'),
      decidedEachTime(flow),
      cautionUnless(
        enquiry?.enquiryByOrgId
          ? isOneOf(partyOf(flow, enquiry.enquiryByOrgId), 'LOCAL_AUTHORITY', 'SAB')
          : true,
        'The duty to make safeguarding enquiries is a local authority’s, and this record names another body.',
      ),
    );
  },
});
