import { type CalendarDay, addDays } from '../../kernel/days/calendar-day.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import type {
  AttestationView,
  CoProductionView,
  InvolvementView,
  AccountView,
} from '../co-production-view.js';
import {
  stageFacts,
  type ActivityFacts,
  type AttestationFacts,
  type CoProductionRecord,
  type StageFacts,
} from '../maturity/co-production-record.js';
import { overallMaturity, type OverallMaturity } from '../maturity/overall-maturity.js';
import type { RedFlag } from '../maturity/red-flags/red-flag.js';
import { redFlags } from '../maturity/red-flags/red-flags.js';
import { isIndependent } from '../record/attestation.entity.js';

/** How far people had a say, with its working, and what asks a reviewer to look. */
export interface CoProductionJudgement {
  readonly maturity: OverallMaturity;
  readonly flags: readonly RedFlag[];
}

const DAYS_OF_ONE_UNASKED = 60;

/** Judges what this reader can see: an attestation that is not public lifts nobody's level in public. */
export function judgeCoProduction(
  view: CoProductionView,
  goLiveOn: CalendarDay | null,
): CoProductionJudgement {
  const record = recordOf(view, goLiveOn);
  return { maturity: overallMaturity(record), flags: isTold(view) ? redFlags(record) : [] };
}

/** True when the trust itself tells something. What groups say alone speaks against nobody: silence is nothing recorded. */
export function isTold({ accounts, involvements }: CoProductionView): boolean {
  return accounts.length > 0 || involvements.some(({ withdrawnOn }) => withdrawnOn === null);
}

/**
 * The latest day on which the scheme can have gone live, from its recorded steps or else from what is claimed of its
 * start; null when nothing says. A planned start is not a start.
 */
export function goLiveDay({
  transitions,
  claims,
}: Pick<DeploymentDetail, 'transitions' | 'claims'>): CalendarDay | null {
  const steps = transitions.filter(({ toState }) => toState === 'LIVE').map(({ happened }) => happened);
  const starts = claims.flatMap(({ topic, planned, dated }) =>
    topic === 'START' && !planned && dated !== null ? [dated] : [],
  );
  const days = (steps.length > 0 ? steps : starts).map((dated) => PartialDate.from(dated).latestDay).sort();
  return days[0] ?? null;
}

function recordOf(view: CoProductionView, goLiveOn: CalendarDay | null): CoProductionRecord {
  return {
    goLiveOn,
    stages: view.accounts.map(factsOf),
    activities: view.involvements.filter(({ withdrawnOn }) => withdrawnOn === null).map(activityOf),
    attestations: view.attestations.filter(({ withdrawnOn }) => withdrawnOn === null).map(attestationFacts),
    wordsReusedWithoutConsent: view.accounts.some(({ facts }) => facts.includes('wordsReusedWithoutConsent')),
  };
}

function factsOf({ stage, facts }: AccountView): StageFacts {
  return stageFacts(stage, (fact) => facts.includes(fact));
}

/** Payment that nothing is recorded of counts as unpaid: the record does not show it. */
function activityOf(one: InvolvementView): ActivityFacts {
  return { ...one, payment: one.payment?.outcome ?? 'unpaid' };
}

/** A group that spoke unasked took its own time, so the time it was given is not judged. */
function attestationFacts(said: AttestationView): AttestationFacts {
  const askedOn = said.askedOn ?? said.signedOn ?? '';
  return {
    group: said.groupName,
    stage: said.stage,
    independent: isIndependent(said),
    statement: said.statement,
    askedOn,
    replyBy: said.replyBy ?? addDays(askedOn, DAYS_OF_ONE_UNASKED),
    fundedByTrustOrForce: said.funded === true,
    fundingDeclared: said.funded !== null,
  };
}
