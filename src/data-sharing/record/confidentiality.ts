import { z } from 'zod';
import { day, oneOf, reference, statement, yesNo } from './answers.js';
import { confidentialityRoutes } from './confidentiality-route.js';

/** The route through the common-law duty of confidentiality, kept apart from data-protection law (§3.2, §3.6). */
export const confidentialitySchema = z
  .strictObject({
    route: oneOf(confidentialityRoutes, 'The route'),
    routeCitation: statement('The authority for the route'),
    expectationEvidence: statement('Why the person would expect this sharing'),
    perCaseDecisionLog: yesNo('Each decision is logged'),
    decisionFields: z
      .strictObject({
        decider: yesNo('The log says who decided'),
        harmAverted: yesNo('The log says what serious harm is averted'),
        proportionality: yesNo('The log says why it is proportionate'),
        consentSought: yesNo('The log says whether consent was sought'),
        told: yesNo('The log says whether the person was told'),
      })
      .nullish()
      .describe('What the decision log holds'),
    consent: z
      .strictObject({
        informed: yesNo('The person was informed'),
        voluntary: yesNo('The person was free to refuse'),
        capacity: yesNo('The person had capacity for this decision'),
        scope: statement('To what, and to whom, the person consented'),
        obtainedOn: day('The day of the consent'),
      })
      .nullish()
      .describe('Consent under the duty of confidentiality'),
    consentProfileId: reference('The consent profile relied on'),
    cagRef: statement('Confidentiality Advisory Group reference'),
    cagExpiry: day('Last day of section 251 support'),
    medicalPurpose: yesNo('The purpose is a medical purpose under section 251'),
    decisionSpecificCapacityAssessment: yesNo('Capacity was assessed for this decision'),
    capacityProcess: statement('How capacity is assessed'),
    refusalHandling: statement('What happens when a person refuses'),
    refusalRecorded: yesNo('A refusal is recorded'),
    sharedDespiteRefusal: yesNo('Sharing went ahead after a refusal'),
    refusalCaseRecord: yesNo('A record for that case gives the reason'),
    toldOrNotReason: statement('How people are told, or why not'),
  })
  .nullish()
  .describe('The common-law duty of confidentiality');
