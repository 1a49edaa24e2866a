import type { CoProductionRecord, ActivityFacts, StageFacts } from './co-production-record.js';
import type { MaturityLevel } from './maturity-level.js';
import { attestationState } from './attestation-state.js';

/** One observable thing that a level needs, and whether the record shows it. */
export interface Anchor {
  readonly level: MaturityLevel;
  readonly text: string;
  readonly shown: boolean;
}

/** Every anchor of levels 1 to 5 for one stage, in the order of the scale. A level needs all of its own and all below. */
export function anchorsOf(record: CoProductionRecord, facts: StageFacts): readonly Anchor[] {
  const activities = record.activities.filter(({ stage }) => stage === facts.stage);
  return [
    anchor(1, 'People were told', facts.peopleWereTold || activities.length > 0),
    anchor(2, 'People were asked before the decision', activities.some(isBeforeItsDecision)),
    anchor(2, 'A summary of what they said exists', facts.feedbackSummary),
    ...anchorsOfInvolved(activities),
    anchor(4, 'Shared decision rights are recorded', facts.sharedDecisionRights),
    anchor(4, 'Two or more members have lived experience', facts.twoOrMoreLivedExperienceMembers),
    anchor(4, 'The agenda was set jointly', facts.agendaSetJointly),
    anchor(4, 'Access needs were met', facts.accessNeedsMet),
    anchor(4, 'Disagreement is published', facts.disagreementPublished),
    anchor(
      4,
      'An independent user-led group attests the account',
      attestationState(record, facts.stage) === 'attested',
    ),
    anchor(5, 'A lived-experience group holds the budget', facts.livedExperienceHoldsBudget),
    anchor(5, 'A lived-experience group chairs', facts.livedExperienceChairs),
    anchor(5, 'A lived-experience group can stop the service', facts.livedExperienceCanStopService),
    anchor(5, 'A lived-experience group owns the evaluation', facts.livedExperienceOwnsEvaluation),
  ];
}

function anchorsOfInvolved(activities: readonly ActivityFacts[]): Anchor[] {
  const groups = activities.flatMap((activity) => activity.groups).filter(({ count }) => count !== '0');
  const influences = activities.flatMap((activity) => activity.influences);
  return [
    anchor(
      3,
      'People with experience of the scheme or of a personality disorder diagnosis were present',
      groups.some(
        ({ experience }) => experience.includes('been_on_sim') || experience.includes('pd_diagnosis'),
      ),
    ),
    anchor(
      3,
      'They were paid, or chose not to be',
      activities.some(isSettled) && activities.every(isSettled),
    ),
    anchor(
      3,
      'Every proposal was answered in writing',
      influences.length > 0 && influences.every(({ answeredInWriting }) => answeredInWriting),
    ),
    anchor(
      3,
      'At least one change can be traced to them',
      influences.some(
        ({ decision, beforeHash, afterHash }) =>
          decision !== 'rejected' && beforeHash !== null && afterHash !== null && beforeHash !== afterHash,
      ),
    ),
  ];
}

function anchor(level: MaturityLevel, text: string, shown: boolean): Anchor {
  return { level, text, shown };
}

function isBeforeItsDecision({ fromDay, decidedOn }: ActivityFacts): boolean {
  return decidedOn !== null && fromDay <= decidedOn;
}

function isSettled({ payment }: ActivityFacts): boolean {
  return payment !== 'unpaid';
}
