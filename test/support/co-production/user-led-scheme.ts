import {
  type ActivityFacts,
  type AttestationFacts,
  type CoProductionRecord,
  type Stage,
  STAGES,
} from '../../../src/co-production/maturity/co-production-record.js';

/** A stage at which everything that can be shown is shown. */
export const FACTS_OF_USER_LED = {
  reached: true,
  onlyQuotedInPromotion: false,
  peopleWereTold: true,
  feedbackSummary: true,
  sharedDecisionRights: true,
  twoOrMoreLivedExperienceMembers: true,
  agendaSetJointly: true,
  accessNeedsMet: true,
  disagreementPublished: true,
  livedExperienceHoldsBudget: true,
  livedExperienceChairs: true,
  livedExperienceCanStopService: true,
  livedExperienceOwnsEvaluation: true,
};

/** An activity that nothing can be held against, but for what is changed. */
export function activity(stage: Stage, change: Partial<ActivityFacts> = {}): ActivityFacts {
  return {
    id: `activity ${stage}`,
    stage,
    fromDay: '2025-01-10',
    decidedOn: '2025-03-01',
    namedPeople: [],
    groups: [
      {
        experience: ['been_on_sim', 'pd_diagnosis'],
        count: '5-9',
        recruitedVia: 'open_call',
        countedAsLivedExperience: true,
        includesFounder: false,
      },
    ],
    payment: 'paid',
    accessBudget: true,
    policePresent: 'no',
    influences: [
      { decision: 'accepted', answeredInWriting: true, beforeHash: 'a', afterHash: 'b' },
      { decision: 'rejected', answeredInWriting: true, beforeHash: null, afterHash: null },
    ],
    ...change,
  };
}

/** An attestation that agrees and that nothing can be held against, but for what is changed. */
export function attestation(stage: Stage, change: Partial<AttestationFacts> = {}): AttestationFacts {
  return {
    group: `group ${stage}`,
    stage,
    independent: true,
    statement: 'agree',
    askedOn: '2025-01-06',
    replyBy: '2025-01-20',
    fundedByTrustOrForce: false,
    fundingDeclared: true,
    ...change,
  };
}

/** A scheme that does everything: level 5 at every stage and no red flag. */
export const USER_LED: CoProductionRecord = {
  goLiveOn: '2025-06-01',
  stages: STAGES.map((stage) => ({ ...FACTS_OF_USER_LED, stage })),
  activities: STAGES.map((stage) => activity(stage)),
  attestations: STAGES.map((stage) => attestation(stage)),
  wordsReusedWithoutConsent: false,
};

/** The scheme that does everything, but for what is changed in each of its activities. */
export function withActivities(change: Partial<ActivityFacts>): CoProductionRecord {
  return { ...USER_LED, activities: STAGES.map((stage) => activity(stage, change)) };
}
