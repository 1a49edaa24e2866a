import type { CalendarDay } from '../../kernel/days/calendar-day.js';

/** The stages of a scheme at which people can have had a say, in order. */
export const STAGES = ['START', 'DURING', 'EVALUATION', 'STOP_OR_CHANGE'] as const;

/** One stage of a scheme. */
export type Stage = (typeof STAGES)[number];

/** What people can have lived through; self-reported, optional, never tied to a name. */
export const EXPERIENCES = [
  'been_on_sim',
  'pd_diagnosis',
  'self_harm',
  'suicidal_crisis',
  'police_contact_mh',
  'carer',
  'bereaved',
  'racialised',
  'lgbtq',
  'disabled_other',
  'other_mh',
] as const;

/** One of the things lived through. */
export type Experience = (typeof EXPERIENCES)[number];

/** How many people took part together, in bands so that nobody can be found by them. */
export const GROUP_SIZES = ['0', '1-4', '5-9', '10+'] as const;

/** How people who took part were found. */
export const RECRUITMENTS = ['open_call', 'user_led_group', 'service', 'success_story', 'not_known'] as const;

/** What becomes of proposals. */
export const PROPOSAL_DECISIONS = ['accepted', 'partly', 'rejected'] as const;

/** `declined` is a choice the person made; `unpaid` means that pay was due and did not come. */
export const PAYMENT_OUTCOMES = ['paid', 'declined', 'not_due', 'unpaid'] as const;

/** Whether police were in the room. */
export const POLICE_PRESENCES = ['no', 'partly', 'throughout'] as const;

/** What a group may say of a trust's account; declining and disagreeing stand like any other answer. */
export const ATTESTATION_STATEMENTS = ['agree', 'agree_with_reservations', 'disagree', 'decline'] as const;

/** One of the things a group may say. */
export type AttestationStatement = (typeof ATTESTATION_STATEMENTS)[number];

/**
 * What can be said of a stage and cannot be worked out from its activities. A stage that has not come yet, for example
 * because no decision to stop has been taken, is not `reached`.
 */
export const STAGE_FACTS = [
  'reached',
  'peopleWereTold',
  'feedbackSummary',
  'sharedDecisionRights',
  'twoOrMoreLivedExperienceMembers',
  'agendaSetJointly',
  'accessNeedsMet',
  'disagreementPublished',
  'livedExperienceHoldsBudget',
  'livedExperienceChairs',
  'livedExperienceCanStopService',
  'livedExperienceOwnsEvaluation',
  'onlyQuotedInPromotion',
] as const;

/** One of the things that can be said of a stage. */
export type StageFact = (typeof STAGE_FACTS)[number];

/** People who took part together. */
export interface GroupFacts {
  readonly experience: readonly Experience[];
  readonly count: (typeof GROUP_SIZES)[number];
  readonly recruitedVia: (typeof RECRUITMENTS)[number];
  readonly countedAsLivedExperience: boolean;
  readonly includesFounder: boolean;
}

/** A proposal that came out of an activity and what became of it. The hashes are of the document before and after. */
export interface InfluenceFacts {
  readonly decision: (typeof PROPOSAL_DECISIONS)[number];
  readonly answeredInWriting: boolean;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
}

/** One occasion on which people took part. */
export interface ActivityFacts {
  readonly id: string;
  readonly stage: Stage;
  readonly fromDay: CalendarDay;
  /** The day of the decision that this activity is said to have shaped, where one is named. */
  readonly decidedOn: CalendarDay | null;
  /** Keys that stand for the people named in the record, never their names. */
  readonly namedPeople: readonly string[];
  readonly groups: readonly GroupFacts[];
  readonly payment: (typeof PAYMENT_OUTCOMES)[number];
  readonly accessBudget: boolean;
  readonly policePresent: (typeof POLICE_PRESENCES)[number];
  readonly influences: readonly InfluenceFacts[];
}

/** What a user-led group said when asked whether the account of a stage is true. */
export interface AttestationFacts {
  readonly group: string;
  readonly stage: Stage;
  readonly independent: boolean;
  readonly statement: AttestationStatement | null;
  readonly askedOn: CalendarDay;
  readonly replyBy: CalendarDay;
  readonly fundedByTrustOrForce: boolean;
  readonly fundingDeclared: boolean;
}

/** What is recorded of a stage: each fact holds, or does not. */
export interface StageFacts extends Readonly<Record<StageFact, boolean>> {
  readonly stage: Stage;
}

/** Everything recorded about how people were involved in one deployment. */
export interface CoProductionRecord {
  readonly goLiveOn: CalendarDay | null;
  readonly stages: readonly StageFacts[];
  readonly activities: readonly ActivityFacts[];
  readonly attestations: readonly AttestationFacts[];
  readonly wordsReusedWithoutConsent: boolean;
}

/** What is recorded of a stage, from whether each fact holds. */
export function stageFacts(stage: Stage, holds: (fact: StageFact) => boolean): StageFacts {
  const facts = STAGE_FACTS.map((fact) => [fact, holds(fact)] as const);
  return { stage, ...(Object.fromEntries(facts) as Record<StageFact, boolean>) };
}
