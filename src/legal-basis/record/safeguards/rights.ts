import { z } from 'zod';
import { calendarDay, citation, count, oneOf, statement, yesOrNo } from '../answers/answers.js';

/** How far people are selected by machine. */
const automatedScorings = [
  { code: 'NONE', label: 'Not at all' },
  { code: 'PARTLY', label: 'Partly: a person decides with the help of a score' },
  { code: 'SOLELY', label: 'Solely: a score decides' },
] as const;

/** How the national data opt-out is dealt with. */
const optOutPositions = [
  { code: 'APPLIED', label: 'Opt-outs are applied' },
  { code: 'EXEMPT', label: 'An exemption is relied on' },
  { code: 'NOT_APPLICABLE_DIRECT_CARE', label: 'Not applicable: direct care' },
  { code: 'NOT_APPLICABLE_OTHER', label: 'Not applicable for another reason' },
] as const;

/** People's rights over the data (legal-basis.md §3.2; UK GDPR Articles 12 to 22, national data opt-out). */
export const rightsSchema = z
  .strictObject({
    objectionRoute: citation('How a person objects'),
    objections: z
      .array(
        z.strictObject({
          receivedOn: calendarDay('The day of the objection'),
          processingContinued: yesOrNo('Processing went on'),
          compellingGrounds: statement('The compelling grounds'),
        }),
      )
      .nullish()
      .describe('Objections received; an empty list says that there was none'),
    markerCorrectionRoute: citation('How a marker on a partner’s system is corrected or removed'),
    complaintRoute: citation('How a person complains about data protection'),
    complaintAcknowledgementDays: count('Days within which a complaint is acknowledged'),
    automatedScoring: oneOf(automatedScorings, 'How far people are selected by machine'),
    significantEffect: yesOrNo('Selection has a legal or similarly significant effect'),
    automatedSafeguardsMet: yesOrNo('The special-category rules for automated decisions are met'),
    optOutPosition: oneOf(optOutPositions, 'The national data opt-out'),
    optOutExemption: citation('The exemption from the national data opt-out'),
  })
  .nullish()
  .describe('Rights of the people concerned');
