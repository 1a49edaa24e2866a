import { z } from 'zod';
import { day, yesNo } from './answers.js';

/** How access is limited and watched (legal-basis.md §3.2). */
export const securitySchema = z
  .strictObject({
    policeAccounts: yesNo('Police officers or staff have accounts on a clinical system'),
    sharedLogin: yesNo('People share a login'),
    roleLimits: yesNo('Access is limited by role'),
    accessLog: yesNo('Access is logged'),
    confidentialityAgreement: yesNo('Account holders signed a confidentiality agreement'),
    vetting: yesNo('Account holders are vetted'),
    training: yesNo('Account holders are trained'),
    lastAccessReview: day('The day of the last access review'),
    automatedPart3System: yesNo('Part 3 processing uses an automated system'),
    s62Logging: yesNo('That system keeps the logs of s62'),
    s38Categories: yesNo('It tells suspects, convicted people, victims and witnesses apart (s38(3))'),
  })
  .nullish()
  .describe('Security of processing');
