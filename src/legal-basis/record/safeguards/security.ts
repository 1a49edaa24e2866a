import { z } from 'zod';
import { calendarDay, yesOrNo } from '../answers/answers.js';

/** How access is limited and watched (legal-basis.md §3.2). */
export const securitySchema = z
  .strictObject({
    policeAccounts: yesOrNo('Police officers or staff have accounts on a clinical system'),
    sharedLogin: yesOrNo('People share a login'),
    roleLimits: yesOrNo('Access is limited by role'),
    accessLog: yesOrNo('Access is logged'),
    confidentialityAgreement: yesOrNo('Account holders signed a confidentiality agreement'),
    vetting: yesOrNo('Account holders are vetted'),
    training: yesOrNo('Account holders are trained'),
    lastAccessReview: calendarDay('The day of the last access review'),
    automatedPart3System: yesOrNo('Part 3 processing uses an automated system'),
    s62Logging: yesOrNo('That system keeps the logs of s62'),
    s38Categories: yesOrNo('It tells suspects, convicted people, victims and witnesses apart (s38(3))'),
  })
  .nullish()
  .describe('Security of processing');
