import type { Stage } from '../maturity/co-production-record.js';
import type { AccountFact } from './stage-account.entity.js';

/** What a trust can say of a stage, as it is asked and shown. */
export const ACCOUNT_FACT_LABELS: Readonly<Record<AccountFact, string>> = {
  reached: 'This stage has come',
  peopleWereTold: 'People were told',
  feedbackSummary: 'A summary of what they said exists',
  sharedDecisionRights: 'They shared the decision, by votes or by signing off, and that is recorded',
  twoOrMoreLivedExperienceMembers: 'Two or more members of the deciding group have lived experience',
  agendaSetJointly: 'The agenda was set jointly',
  accessNeedsMet: 'Access needs were met',
  disagreementPublished: 'Disagreement is published',
  livedExperienceHoldsBudget: 'A lived-experience group holds the budget',
  livedExperienceChairs: 'A lived-experience group chairs',
  livedExperienceCanStopService: 'A lived-experience group can stop the service',
  livedExperienceOwnsEvaluation: 'A lived-experience group owns the evaluation',
  onlyQuotedInPromotion: 'Patients were only quoted in promotion',
  wordsReusedWithoutConsent: 'People’s words were reused without their consent',
};

/** The stages with the words a reader sees. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  START: 'From the start: commissioning and design',
  DURING: 'While it runs: delivery and governance',
  EVALUATION: 'Evaluation',
  STOP_OR_CHANGE: 'Stopping or changing it',
};

/** True when the text is the code of a stage. */
export function isStage(text: unknown): text is Stage {
  return typeof text === 'string' && Object.hasOwn(STAGE_LABELS, text);
}
