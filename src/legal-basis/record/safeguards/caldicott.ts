import { z } from 'zod';
import { statement } from '../answers/answers.js';

/** The eight Caldicott principles with the first day of each (the seventh 26 April 2013, the eighth 8 December 2020). */
export const caldicottPrinciples = [
  { code: 'p1', label: '1 Justify the purpose', from: null },
  { code: 'p2', label: '2 Use confidential information only when it is necessary', from: null },
  { code: 'p3', label: '3 Use the minimum necessary', from: null },
  { code: 'p4', label: '4 Access on a strict need-to-know basis', from: null },
  { code: 'p5', label: '5 Everyone with access is aware of their duties', from: null },
  { code: 'p6', label: '6 Comply with the law', from: null },
  { code: 'p7', label: '7 The duty to share is as important as the duty to protect', from: '2013-04-26' },
  {
    code: 'p8',
    label: '8 Inform people about how their information is used: no surprises',
    from: '2020-12-08',
  },
] as const;

/** How each Caldicott principle is met, in the submitter's words. */
export const caldicottSchema = z
  .strictObject({
    p1: statement('How principle 1 is met'),
    p2: statement('How principle 2 is met'),
    p3: statement('How principle 3 is met'),
    p4: statement('How principle 4 is met'),
    p5: statement('How principle 5 is met'),
    p6: statement('How principle 6 is met'),
    p7: statement('How principle 7 is met'),
    p8: statement('How principle 8 is met'),
  })
  .nullish()
  .describe('The Caldicott principles');
