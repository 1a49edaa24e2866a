import { z } from 'zod';
import {
  calendarDay,
  calendarDaySchema,
  citation,
  oneOf,
  references,
  statement,
  yesOrNo,
} from '../answers/answers.js';
import { documentHash } from '../answers/document-links.js';

/** The risk that is left after the measures. */
const residualRisks = [
  { code: 'LOW', label: 'Low' },
  { code: 'MEDIUM', label: 'Medium' },
  { code: 'HIGH', label: 'High' },
] as const;

/** The data protection impact assessment (legal-basis.md §3.2; UK GDPR Article 35, DPA 2018 s64). */
export const dpiaSchema = z
  .strictObject({
    exists: yesOrNo('There is a DPIA for this flow'),
    controllerOrgIds: references('The controllers that made it or joined it'),
    coversPart3: yesOrNo('It also answers DPA 2018 s64'),
    approvedAt: calendarDay('The day it was approved'),
    fileHash: documentHash('SHA-256 of the document'),
    description: yesOrNo('It describes the processing'),
    necessityAndProportionality: yesOrNo('It assesses necessity and proportionality'),
    risks: yesOrNo('It assesses the risks to people'),
    measures: yesOrNo('It says which measures address them'),
    dpoAdvice: yesOrNo('The data protection officer gave advice'),
    dpoAdviceFollowed: yesOrNo('The advice was followed'),
    dpoAdviceNotFollowedReason: statement('Why the advice was not followed'),
    viewsSought: yesOrNo('The views of the people concerned were sought'),
    viewsNotSoughtReason: statement('Why their views were not sought'),
    residualRisk: oneOf(residualRisks, 'The risk that is left'),
    icoConsultationRef: citation('Reference of the consultation of the Information Commissioner'),
    reviewedOn: z.array(calendarDaySchema).nullish().describe('The days on which it was reviewed'),
    dataMatching: yesOrNo('Data from several sources are matched'),
    vulnerableSubjects: yesOrNo('The people concerned are vulnerable'),
    serviceDenialEffect: yesOrNo('The processing can lead to a service being refused'),
  })
  .nullish()
  .describe('The data protection impact assessment');
