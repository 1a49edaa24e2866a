import { z } from 'zod';
import { calendarDay, citation, count, manyOf, reference, statement, yesOrNo } from '../answers/answers.js';

/** What may be open over the data; `law` says by what they have to be kept meanwhile, and is null where policy alone asks it. */
export const openMatters = [
  {
    code: 'FOI_REQUEST',
    label: 'A request under the Freedom of Information Act 2000',
    law: 'Freedom of Information Act 2000 s77',
  },
  {
    code: 'FOI_SCOTLAND_REQUEST',
    label: 'A request under the Freedom of Information (Scotland) Act 2002',
    law: 'Freedom of Information (Scotland) Act 2002 s65',
  },
  {
    code: 'SUBJECT_ACCESS_REQUEST',
    label: 'A person’s request for their own data',
    law: 'Data Protection Act 2018 s173',
  },
  {
    code: 'STATUTORY_INQUIRY',
    label: 'An inquiry under the Inquiries Act 2005',
    law: 'Inquiries Act 2005 s35(3)',
  },
  { code: 'REVIEW', label: 'A review, or an inquiry of another kind', law: null },
] as const;

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
    openMatters: manyOf(openMatters, 'Which of them is open'),
    deletionExecuted: yesOrNo('Data were deleted while it was open'),
  })
  .nullish()
  .describe('Retention and withdrawal');
