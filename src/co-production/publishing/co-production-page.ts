import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { ACCOUNT_FACTS, STAGE_LABELS } from '../accounts/account-facts.js';
import type { AttestationStatement } from '../attestations/attestation.entity.js';
import { goLiveDay, isIndependent, judgeCoProduction } from './co-production-judgement.js';
import type { AttestationView, CoProductionView, InvolvementView } from '../co-production-view.js';
import { MATURITY_LEVELS } from '../maturity/maturity-level.js';
import type { StageMaturity } from '../maturity/stage-maturity.js';

const STATEMENTS: Readonly<Record<AttestationStatement, { readonly label: string; readonly tone: string }>> =
  {
    agree: { label: 'Agrees', tone: 'good' },
    agree_with_reservations: { label: 'Agrees, with reservations', tone: 'attention' },
    disagree: { label: 'Disagrees', tone: 'stop' },
    decline: { label: 'Declines to answer', tone: 'quiet' },
  };

const LED_BY = {
  service: 'the service',
  shared: 'the service and people with lived experience together',
  user_led: 'people with lived experience',
} as const;

const POLICE = { no: 'no', partly: 'for part of it', throughout: 'throughout' } as const;

const PAYMENT = {
  paid: 'People were paid',
  declined: 'Payment was offered, and people chose not to be paid',
  not_due: 'No payment was due',
  unpaid: 'People were not paid, although it was due',
} as const;

const DECISIONS = { accepted: 'Accepted', partly: 'Partly accepted', rejected: 'Rejected' } as const;

/** How people were involved in a deployment, as its page shows it: the level with its working, and what it rests on. */
export function coProductionPage(detail: DeploymentDetail, view: CoProductionView) {
  const { maturity, flags } = judgeCoProduction(view, goLiveDay(detail));
  return {
    isEmpty: view.accounts.length === 0 && view.involvements.length === 0 && view.attestations.length === 0,
    sentence: maturity.sentence,
    stages: maturity.stages.map((stage) => stageShown(stage, view)),
    notReached: maturity.notReached.map((stage) => STAGE_LABELS[stage]),
    flags: flags.map(({ sentence }) => sentence),
    involvements: view.involvements.map(involvementShown),
    attestations: view.attestations.map(attestationShown),
  };
}

/** The level of a scheme in a few words, for a link to its page; null when nothing is recorded. */
export function levelInWords(detail: DeploymentDetail, view: CoProductionView): string | null {
  if (view.accounts.length === 0 && view.involvements.length === 0) return null;
  const { level } = judgeCoProduction(view, goLiveDay(detail)).maturity;
  return `level ${String(level)}, ${levelName(level)}`;
}

/** What a group says, as pages show it. */
export function attestationShown(said: AttestationView) {
  return {
    ...said,
    stageLabel: STAGE_LABELS[said.stage],
    answer: said.statement === null ? null : STATEMENTS[said.statement],
    independent: said.statement === null ? null : isIndependent(said),
    declared: declaredBy(said),
  };
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
    facts: account?.facts.map((fact) => ACCOUNT_FACTS[fact]) ?? [],
    anchors: anchors.map(({ level: of, text, shown }) => ({ text: `Level ${String(of)}: ${text}`, shown })),
    caps: caps.map(({ highest, sentence }) => `At most level ${String(highest)}: ${sentence}`),
  };
}

function involvementShown(one: InvolvementView) {
  return {
    ...one,
    stageLabel: STAGE_LABELS[one.stage],
    ledBy: LED_BY[one.ledBy],
    police: POLICE[one.policePresent],
    late: one.decidedOn !== null && one.fromDay > one.decidedOn,
    paymentWords:
      one.payment === null
        ? 'This record does not show whether people were paid'
        : PAYMENT[one.payment.outcome],
    groups: one.groups.map((group) => ({
      ...group,
      experience: group.experience.map((code) => EXPERIENCE[code]),
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

function declaredBy({ funded, conflict, paidBy, userControlled }: AttestationView): readonly string[] {
  return [
    ...(userControlled === false
      ? ['People with lived experience do not have the majority in running it.']
      : []),
    ...(funded === true
      ? ['It had money from the trust, police, NHS England or an innovation network.']
      : []),
    ...(conflict === null ? [] : [`It declares: ${conflict}`]),
    ...(paidBy === 'trust' ? ['The trust pays for this answer.'] : []),
    ...(paidBy === 'nobody' ? ['Nobody pays for this answer.'] : []),
  ];
}

function levelName(level: number): string {
  return MATURITY_LEVELS.find((one) => one.level === level)?.name ?? '';
}

const EXPERIENCE = {
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
} as const;
