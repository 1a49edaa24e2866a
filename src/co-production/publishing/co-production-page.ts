import { withdrawnInWords } from '../../evidence/mending/standing.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { ACCOUNT_FACT_LABELS, STAGE_LABELS } from '../record/stages-in-words.js';
import type { ActivityFacts, Experience, InfluenceFacts } from '../maturity/co-production-record.js';
import { attestationShown } from '../attestations/attestation-shown.js';
import type { LedBy } from '../record/involvement.entity.js';
import { goLiveDay, isTold, judgeCoProduction } from './co-production-judgement.js';
import type { CoProductionView, InvolvementView } from '../co-production-view.js';
import { MATURITY_LEVELS } from '../maturity/maturity-level.js';
import type { StageMaturity } from '../maturity/stage-maturity.js';

const LEADERS: Readonly<Record<LedBy, string>> = {
  service: 'the service',
  shared: 'the service and people with lived experience together',
  user_led: 'people with lived experience',
};

const POLICE: Readonly<Record<ActivityFacts['policePresent'], string>> = {
  no: 'no',
  partly: 'for part of it',
  throughout: 'throughout',
};

const PAYMENTS: Readonly<Record<ActivityFacts['payment'], string>> = {
  paid: 'People were paid',
  declined: 'Payment was offered, and people chose not to be paid',
  not_due: 'No payment was due',
  unpaid: 'People were not paid, although it was due',
};

const DECISIONS: Readonly<Record<InfluenceFacts['decision'], string>> = {
  accepted: 'Accepted',
  partly: 'Partly accepted',
  rejected: 'Rejected',
};

const EXPERIENCES: Readonly<Record<Experience, string>> = {
  been_on_sim: 'having been on SIM or a scheme like it',
  pd_diagnosis: 'a personality disorder diagnosis',
  self_harm: 'self-harm',
  suicidal_crisis: 'suicidal crisis',
  police_contact_mh: 'contact with police in a crisis',
  carer: 'caring for somebody',
  bereaved: 'bereavement',
  racialised: 'being racialised',
  lgbtq: 'being LGBTQ+',
  disabled_other: 'being disabled in another way',
  other_mh: 'other mental health experience',
};

/** How people were involved in a deployment, as its page shows it: the level with its working, and what it rests on. */
export function coProductionPage(detail: DeploymentDetail, view: CoProductionView) {
  const { maturity, flags } = judgeCoProduction(view, goLiveDay(detail));
  return {
    isEmpty: view.accounts.length + view.involvements.length + view.attestations.length === 0,
    isTold: isTold(view),
    sentence: maturity.sentence,
    stages: maturity.stages.map((stage) => stageShown(stage, view)),
    untold: maturity.untold.map((stage) => STAGE_LABELS[stage]),
    notReached: maturity.notReached.map((stage) => STAGE_LABELS[stage]),
    flags: flags.map(({ sentence }) => sentence),
    involvements: view.involvements.map(involvementShown),
    attestations: view.attestations.map(attestationShown),
  };
}

/** The level of a scheme in a few words, for a link to its page; null where the trust tells nothing. */
export function levelInWords(detail: DeploymentDetail, view: CoProductionView): string | null {
  if (!isTold(view)) return null;
  const { level } = judgeCoProduction(view, goLiveDay(detail)).maturity;
  return level === null ? 'told in part' : `level ${String(level)}, ${levelName(level)}`;
}

function stageShown({ stage, level, anchors, caps }: StageMaturity, view: CoProductionView) {
  const account = view.accounts.find((one) => one.stage === stage);
  return {
    stage,
    label: STAGE_LABELS[stage],
    level,
    name: levelName(level),
    told: account?.told ?? null,
    draft: account ? !account.published : false,
    facts: account?.facts.map((fact) => ACCOUNT_FACT_LABELS[fact]) ?? [],
    anchors: anchors.map(({ level: of, text, shown }) => ({ text: `Level ${String(of)}: ${text}`, shown })),
    caps: caps.map(({ highest, sentence }) => `At most level ${String(highest)}: ${sentence}`),
  };
}

function involvementShown(one: InvolvementView) {
  return {
    ...one,
    withdrawn: withdrawnInWords(one),
    stageLabel: STAGE_LABELS[one.stage],
    ledBy: LEADERS[one.ledBy],
    police: POLICE[one.policePresent],
    late: one.decidedOn !== null && one.fromDay > one.decidedOn,
    paymentWords:
      one.payment === null
        ? 'This record does not show whether people were paid'
        : PAYMENTS[one.payment.outcome],
    groups: one.groups.map((group) => ({
      ...group,
      experience: group.experience.map((code) => EXPERIENCES[code]),
    })),
    influences: one.influences.map((influence) => ({
      ...influence,
      decision: DECISIONS[influence.decision],
      traced:
        influence.beforeHash !== null &&
        influence.afterHash !== null &&
        influence.beforeHash !== influence.afterHash,
    })),
  };
}

function levelName(level: number): string {
  return MATURITY_LEVELS.find((one) => one.level === level)?.name ?? '';
}
