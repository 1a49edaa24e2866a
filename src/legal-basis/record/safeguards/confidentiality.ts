import { z } from 'zod';
import { safeguardingEnquirySchema } from './safeguarding-enquiry.js';
import { calendarDay, citation, oneOf, reference, statement, yesOrNo } from '../answers/answers.js';
import { lawPicks } from '../answers/law-picks.js';

/** Routes through the common-law duty of confidentiality (legal-basis.md §3.6). */
const confidentialityRoutes = [
  { code: 'IMPLIED_CONSENT_DIRECT_CARE', label: 'Implied consent for direct care' },
  { code: 'EXPLICIT_CONSENT', label: 'Explicit consent' },
  { code: 'OVERRIDING_PUBLIC_INTEREST', label: 'Overriding public interest, case by case' },
  { code: 'STATUTORY_DUTY_OR_ORDER', label: 'A duty in statute, or a court order' },
  { code: 'S251', label: 'Section 251 support (NHS Act 2006)' },
  { code: 'BEST_INTERESTS', label: 'Best interests (Mental Capacity Act 2005)' },
  { code: 'SAFEGUARDING', label: 'Safeguarding enquiry (Care Act 2014)' },
] as const;

/** Who consents to a disclosure; `may` is false where the law lets nobody of that kind consent for a person. */
export const consentGivers = [
  { code: 'PERSON', label: 'The person, an adult', may: true },
  { code: 'COMPETENT_CHILD', label: 'A child who is Gillick competent, or is 16 or 17', may: true },
  { code: 'PARENTAL_RESPONSIBILITY', label: 'Somebody with parental responsibility', may: true },
  { code: 'ATTORNEY_OR_DEPUTY', label: 'An attorney or a deputy for health and welfare', may: true },
  { code: 'PERSONAL_REPRESENTATIVE', label: 'The personal representative of somebody who died', may: true },
  { code: 'FAMILY_OR_CARER', label: 'Family or a carer, without such authority', may: false },
  { code: 'STAFF', label: 'Staff, for the person', may: false },
] as const;

/** The route through the common-law duty of confidentiality, kept apart from data-protection law (§3.2, §3.6). */
export const confidentialitySchema = z
  .strictObject({
    route: oneOf(confidentialityRoutes, 'The route'),
    routeCitation: citation('The authority for the route'),
    routeLaw: lawPicks('The law that opens the route, picked from the list'),
    expectationEvidence: statement('Why the person would expect this sharing'),
    perCaseDecisionLog: yesOrNo('Each decision is logged'),
    decisionFields: z
      .strictObject({
        decider: yesOrNo('The log says who decided'),
        harmAverted: yesOrNo('The log says what serious harm is averted'),
        proportionality: yesOrNo('The log says why it is proportionate'),
        consentSought: yesOrNo('The log says whether consent was sought'),
        told: yesOrNo('The log says whether the person was told'),
      })
      .nullish()
      .describe('What the decision log holds'),
    consent: z
      .strictObject({
        informed: yesOrNo('The person was informed'),
        voluntary: yesOrNo('The person was free to refuse'),
        capacity: yesOrNo('The person had capacity for this decision'),
        scope: statement('To what, and to whom, the person consented'),
        obtainedOn: calendarDay('The day of the consent'),
        givenBy: oneOf(consentGivers, 'Who consented'),
        authorityRecorded: yesOrNo(
          'The record shows what lets them decide: competence, parental responsibility, a power of attorney',
        ),
      })
      .nullish()
      .describe('Consent under the duty of confidentiality'),
    consentProfileId: reference('The consent profile relied on'),
    cagRef: citation('Confidentiality Advisory Group reference'),
    cagExpiry: calendarDay('Last day of section 251 support'),
    medicalPurpose: yesOrNo('The purpose is a medical purpose under section 251'),
    decisionSpecificCapacityAssessment: yesOrNo('Capacity was assessed for this decision'),
    capacityProcess: statement('How capacity is assessed'),
    safeguarding: safeguardingEnquirySchema,
    refusalHandling: statement('What happens when a person refuses'),
    refusalRecorded: yesOrNo('A refusal is recorded'),
    sharedDespiteRefusal: yesOrNo('Sharing went ahead after a refusal'),
    refusalCaseRecord: yesOrNo('A record for that case gives the reason'),
    toldOrNotReason: statement('How people are told, or why not'),
  })
  .nullish()
  .describe('The common-law duty of confidentiality');
