import { z } from 'zod';
import { calendarDay, citation, count, reference, statement, yesOrNo } from '../answers/answers.js';

/** How long data are kept and what happens afterwards (legal-basis.md §3.2). */
export const retentionSchema = z
  .strictObject({
    periods: z
      .array(
        z.strictObject({
          orgId: reference('The controller'),
          period: citation('How long it keeps the data'),
        }),
      )
      .nullish()
      .describe('Retention period of each controller'),
    trustRecordYearsAfterTreatment: count('Years a mental health record is kept after treatment ends'),
    trustRecordYearsAfterDeath: count('Years a mental health record is kept after death'),
    screenedNotSelectedDays: count('Days for which data of people who were not selected are kept'),
    screenedNotSelectedReason: statement('Why they are kept that long'),
    withdrawals: z
      .array(
        z.strictObject({
          orgId: reference('The partner'),
          confirmedOn: calendarDay('The day it confirmed that markers and plans are withdrawn'),
        }),
      )
      .nullish()
      .describe('Withdrawal of markers and plans from each partner’s systems'),
    openReviewOrRequest: yesOrNo('A review, inquiry or freedom-of-information request is open'),
    deletionExecuted: yesOrNo('Data were deleted while it was open'),
  })
  .nullish()
  .describe('Retention and withdrawal');
