import { z } from 'zod';
import {
  calendarDay,
  citation,
  count,
  labelsOf,
  manyOf,
  oneOf,
  reference,
  statement,
  yesOrNo,
  type Term,
} from '../answers/answers.js';
import { lawPicks } from '../answers/law-picks.js';
import { annex1Conditions, article6Bases } from './article-6.js';
import { article9Conditions } from './article-9.js';
import { art8TextSchema } from './art-8-text.js';
import { atRiskTestSchema } from './at-risk-test.js';
import { lawEnforcementPurposes, s11Actors, s35Conditions, schedule8Paragraphs } from './law-enforcement.js';
import { purposes } from './purpose.js';
import { regimes } from './regime.js';
import { article9Paragraphs, noConsentReasons, offenceParagraphs, schedule1Pattern } from './schedule-1.js';
import { substantialPublicInterestSchema } from './substantial-public-interest.js';

/**
 * The legal basis that one controller asserts for one flow over one stretch of dates within one regime
 * (legal-basis.md §3.2, with the further answers that the rules of §3.7 ask for).
 */
export const assertionSchema = z.strictObject({
  controllerOrgId: reference('The controller that asserts this basis'),
  regime: oneOf(regimes, 'The regime of data-protection law'),
  validFrom: calendarDay('First day of this stretch'),
  validTo: calendarDay('Last day of this stretch; left open while it continues'),
  purposeCodes: manyOf(purposes, 'The purposes this basis serves, where that is not all of them'),
  dpa1998Sch2: citation('DPA 1998 Schedule 2 condition'),
  dpa1998Sch3: citation('DPA 1998 Schedule 3 condition'),
  dpa1998Law: lawPicks('The conditions of the DPA 1998 relied on, picked from the list'),
  art6: oneOf(article6Bases, 'Article 6(1) basis'),
  annex1Condition: oneOf(annex1Conditions, 'Annex 1 condition, for a recognised legitimate interest'),
  annex1RequestStatesTaskNeed: yesOrNo(
    'A written request says that the asker needs the data for its public task',
  ),
  functionCitation: citation('The law that gives the task, duty or function'),
  functionLaw: lawPicks('The law that gives the task, duty or function, picked from the list'),
  functionHolderOrgId: reference('The body whose task or function it is'),
  outsidePublicTasks: yesOrNo('A public authority acts outside its public tasks here'),
  outsidePublicTasksReason: statement('Why what the authority does here is none of its public tasks'),
  art9: manyOf(article9Conditions, 'Article 9(2) conditions'),
  sch1Paras: paragraphs(article9Paragraphs, 'DPA 2018 Schedule 1 paragraphs for the Article 9 conditions'),
  apdId: reference('The appropriate policy document'),
  s11Actor: oneOf(s11Actors, 'Who is responsible under s11(1)'),
  s11DutySource: citation('Where that duty of confidentiality comes from'),
  s11DutyLaw: lawPicks('The law that duty of confidentiality comes from, picked from the list'),
  subjectIncapable: yesOrNo('The person was physically or legally incapable of consent'),
  notForProfitAim: yesOrNo('The body has a political, philosophical, religious or trade-union aim'),
  membersOnly: yesOrNo('Only members, former members or regular contacts are concerned'),
  individualDecisions: yesOrNo('The output is used for decisions about the individual'),
  researchSafeguardsRef: citation('The safeguards for research'),
  claimRef: citation('The legal claim'),
  wholeCaseload: yesOrNo('The condition is used for a whole caseload'),
  perPersonRecord: yesOrNo('The test is recorded for each person'),
  sch1NoConsentReason: oneOf(noConsentReasons, 'Why there is no consent'),
  atRiskTest: atRiskTestSchema,
  unlawfulActText: citation('The specific unlawful act, for Schedule 1 para 10'),
  offences: lawPicks('The offences concerned, picked from the list; say of each what was done'),
  substantialPublicInterest: substantialPublicInterestSchema,
  offenceData: yesOrNo('Data about alleged or proven offences are included'),
  art10Sch1Paras: paragraphs(offenceParagraphs, 'DPA 2018 Schedule 1 paragraphs for offence data'),
  leaPurpose: oneOf(lawEnforcementPurposes, 'The law-enforcement purpose (Part 3)'),
  s35Condition: oneOf(s35Conditions, 'How s35 allows sensitive processing'),
  sch8Para: count('DPA 2018 Schedule 8 paragraph').meta({
    description: 'DPA 2018 Schedule 8 paragraph',
    'x-labels': labelsOf(schedule8Paragraphs),
  }),
  strictlyNecessaryText: statement('Why the processing is strictly necessary'),
  s42ApdId: reference('The policy document under s42'),
  consentProfileId: reference('The consent profile relied on'),
  art8Text: art8TextSchema,
});

/** The legal basis that one controller asserts for one stretch of dates. */
export type Assertion = z.infer<typeof assertionSchema>;

/** Any paragraph of the right form can be stored; a page offers these. */
function paragraphs(offered: readonly Term[], meaning: string) {
  return z
    .array(z.string().regex(schedule1Pattern))
    .nullish()
    .meta({ description: meaning, examples: [['P2.18']], 'x-labels': labelsOf(offered) });
}
