import { attestationState } from './attestation-state.js';
import type { CoProductionRecord, ActivityFacts, StageFacts } from './co-production-record.js';
import type { MaturityLevel } from './maturity-level.js';

/** A reason why a stage cannot be above a level, whatever else is shown. */
export interface Cap {
  readonly highest: MaturityLevel;
  readonly sentence: string;
}

/** Every cap that holds for one stage, lowest first. Any activity that came after its decision caps the stage. */
export function capsOf(record: CoProductionRecord, facts: StageFacts): readonly Cap[] {
  const activities = record.activities.filter(({ stage }) => stage === facts.stage);
  const attestation = attestationState(record, facts.stage);
  const caps: (Cap | false)[] = [
    facts.onlyQuotedInPromotion && cap(0, 'Patients were only quoted in promotion.'),
    activities.some(isAfterItsDecision) &&
      cap(1, 'An activity came after the decision that it is said to have shaped.'),
    activities.some(({ payment }) => payment === 'unpaid') &&
      cap(2, 'Somebody was not paid where pay was due.'),
    !activities.some(includesExperienceOfSim) &&
      cap(2, 'Nobody who had been on the scheme, or one like it, took part.'),
    attestation === 'disputed' && cap(3, 'An independent user-led group disputes this account.'),
    attestation === 'unattested' && cap(3, 'No independent user-led group attests this account.'),
  ];
  return caps.filter((each) => each !== false);
}

function cap(highest: MaturityLevel, sentence: string): Cap {
  return { highest, sentence };
}

function isAfterItsDecision({ fromDay, decidedOn }: ActivityFacts): boolean {
  return decidedOn !== null && fromDay > decidedOn;
}

function includesExperienceOfSim({ groups }: ActivityFacts): boolean {
  return groups.some(({ experience, count }) => count !== '0' && experience.includes('been_on_sim'));
}
