import { z } from 'zod';
import { reference, yesOrNo } from '../answers/answers.js';

/**
 * What the route of safeguarding rests on: an enquiry about one adult or child, by the body whose duty it is (in England
 * the local authority, Care Act 2014 s42 and Children Act 1989 s47), and a decision each time.
 */
export const safeguardingEnquirySchema = z
  .strictObject({
    enquiryByOrgId: reference('The body whose enquiry it is'),
    perPerson: yesOrNo('There is an enquiry about each person whose data are shared'),
    decidedEachTime: yesOrNo('Each disclosure is decided when the need for it arises'),
    deciderRecorded: yesOrNo('The record of the enquiry says who decided to disclose, and when'),
    testMet: yesOrNo('It says why the person is a child, or an adult at risk under the law relied on'),
  })
  .nullish()
  .describe('The safeguarding enquiry');
