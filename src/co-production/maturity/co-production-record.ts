import type { CalendarDay } from '../../kernel/calendar-day.js';

/** The stages of a scheme at which people can have had a say, in order. */
export const STAGES = ['START', 'DURING', 'EVALUATION', 'STOP_OR_CHANGE'] as const;

/** One stage of a scheme. */
export type Stage = (typeof STAGES)[number];

/** What the people in the room had lived through; self-reported, optional, never tied to a name. */
export type Experience =
  | 'pd_diagnosis'
  | 'self_harm'
  | 'suicidal_crisis'
  | 'been_on_sim'
  | 'police_contact_mh'
  | 'carer'
  | 'bereaved'
  | 'racialised'
  | 'lgbtq'
  | 'disabled_other'
  | 'other_mh';

/** People who took part together. Counts are bands so that nobody can be found by them. */
export interface GroupFacts {
  readonly experience: readonly Experience[];
  readonly count: '0' | '1-4' | '5-9' | '10+';
  readonly recruitedVia: 'open_call' | 'user_led_group' | 'service' | 'success_story' | 'not_known';
  readonly countedAsLivedExperience: boolean;
  readonly includesFounder: boolean;
}

/** A proposal that came out of an activity and what became of it. The hashes are of the document before and after. */
export interface InfluenceFacts {
  readonly decision: 'accepted' | 'partly' | 'rejected';
  readonly answeredInWriting: boolean;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
}

/** One occasion on which people took part. */
export interface ActivityFacts {
  readonly id: string;
  readonly stage: Stage;
  readonly from: CalendarDay;
  /** The day of the decision that this activity is said to have shaped, where one is named. */
  readonly decidedOn: CalendarDay | null;
  /** Keys that stand for the people named in the record, never their names. */
  readonly namedPeople: readonly string[];
  readonly groups: readonly GroupFacts[];
  /** `declined` is a choice the person made; `unpaid` means that pay was due and did not come. */
  readonly payment: 'paid' | 'declined' | 'not_due' | 'unpaid';
  readonly accessBudget: boolean;
  readonly policePresent: 'no' | 'partly' | 'throughout';
  readonly influences: readonly InfluenceFacts[];
}

/** What a user-led group said when asked whether the account of a stage is true. */
export interface AttestationFacts {
  readonly group: string;
  readonly stage: Stage;
  readonly independent: boolean;
  readonly statement: 'agree' | 'agree_with_reservations' | 'disagree' | 'decline' | null;
  readonly askedOn: CalendarDay;
  readonly replyBy: CalendarDay;
  readonly fundedByTrustOrForce: boolean;
  readonly fundingDeclared: boolean;
}

/** What is recorded of a stage and cannot be worked out from its activities. */
export interface StageFacts {
  readonly stage: Stage;
  /** False only where the stage has not come yet, for example no decision to stop has been taken. */
  readonly reached: boolean;
  readonly onlyQuotedInPromotion: boolean;
  readonly peopleWereTold: boolean;
  readonly feedbackSummary: boolean;
  readonly sharedDecisionRights: boolean;
  readonly twoOrMoreLivedExperienceMembers: boolean;
  readonly agendaSetJointly: boolean;
  readonly accessNeedsMet: boolean;
  readonly disagreementPublished: boolean;
  readonly livedExperienceHoldsBudget: boolean;
  readonly livedExperienceChairs: boolean;
  readonly livedExperienceCanStopService: boolean;
  readonly livedExperienceOwnsEvaluation: boolean;
}

/** Everything recorded about how people were involved in one deployment. */
export interface CoProductionRecord {
  readonly goLiveOn: CalendarDay | null;
  readonly stages: readonly StageFacts[];
  readonly activities: readonly ActivityFacts[];
  readonly attestations: readonly AttestationFacts[];
  readonly wordsReusedWithoutConsent: boolean;
}
