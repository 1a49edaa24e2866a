import { positionOf2023 } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { caution, fault, shown, together, type Verdict } from '../matter/verdict.js';
import { deploymentOf, isLikeOneThatClosed, LIKENESS_FIELDS } from '../matter/deployments.js';
import {
  choosesWhomToTreat,
  MENTORING_FIELDS,
  PLAN_FIELDS,
  POLICE_DATA_FIELDS,
  passesOnPlan,
  policeDataReachCare,
  policeManageCases,
} from '../matter/patterns.js';
import { allOf, type Truth } from '../../record/answers/not-known.js';
import { includesAny, isCode } from '../reading/codes.js';
import { carriesHealth } from '../reading/health.js';
import { marksEmergencySystems } from '../reading/markers.js';
import type { DeploymentView } from '../../record/register-view.js';
import type { FlowRecord } from '../../record/flow-record.js';

/** An answer of the screening, and what a flow shows where the answer cannot be no. */
interface Claim {
  readonly answer: keyof DeploymentView & `scr${number}`;
  readonly question: string;
  readonly shownBy: (flow: FlowRecord, matter: Matter) => Truth;
  /** What is seen only speaks against the answer, so that people have to look. */
  readonly mayBe?: boolean;
}

const CLAIMS: readonly Claim[] = [
  { answer: 'scr01', question: 'police in the team (SCR-01)', shownBy: policeManageCases },
  {
    answer: 'scr02',
    question: 'police in planned contact (SCR-02)',
    shownBy: (flow) => allOf(policeManageCases(flow), includesAny(flow.purposeCodes, 'MENTORING')),
  },
  {
    answer: 'scr03',
    question: 'police part in plans (SCR-03)',
    shownBy: (flow) => allOf(policeManageCases(flow), includesAny(flow.purposeCodes, 'CRISIS_PLAN_CREATION')),
  },
  {
    answer: 'scr04',
    question: 'withholding of response (SCR-04)',
    shownBy: (flow) => allOf(passesOnPlan(flow), flow.dpia?.serviceDenialEffect ?? null),
  },
  {
    answer: 'scr05',
    question: 'sanctions because of distress or contact (SCR-05)',
    shownBy: (flow) =>
      allOf(includesAny(flow.purposeCodes, 'ENFORCEMENT'), includesAny(flow.reuse?.gatheredFor, 'CARE')),
  },
  {
    answer: 'scr06',
    question: 'selection by use of services (SCR-06)',
    shownBy: (flow) =>
      allOf(
        policeDataReachCare(flow),
        choosesWhomToTreat(flow),
        includesAny(flow.purposeCodes, 'DEMAND_REDUCTION', 'COST_EVALUATION'),
      ),
  },
  {
    answer: 'scr08',
    question: 'a panel that sees data before the person knows (SCR-08)',
    shownBy: (flow) =>
      allOf(
        isCode(flow.stage, 'PANEL', 'SCREENING'),
        isCode(flow.identifiability, 'IDENTIFIABLE', 'PSEUDONYMISED'),
        carriesHealth(flow),
        flow.transparency?.toldIndividually === false,
      ),
  },
  {
    answer: 'scr10',
    question: 'plans or markers on emergency systems (SCR-10)',
    shownBy: marksEmergencySystems,
  },
  {
    answer: 'scr09',
    question: 'material of the SIM network (SCR-09)',
    shownBy: (flow) => includesAny(flow.purposeCodes, 'VENDOR_PORTAL'),
    mayBe: true,
  },
  {
    answer: 'scr11',
    question: 'an earlier scheme that it follows (SCR-11)',
    shownBy: (_flow, matter) => isLikeOneThatClosed(matter),
    mayBe: true,
  },
];

/** R-PAT-05: a scheme's screening does not deny what its flows show. */
export const rPat05 = flowRule({
  id: 'R-PAT-05',
  version: 2,
  kind: 'P',
  countsToo: true,
  appliesTo: 'a scheme whose screening answers no to what a flow can show',
  fields: [
    ...CLAIMS.map(({ answer }) => `register.deployments[].${answer}`),
    ...new Set([...POLICE_DATA_FIELDS, ...PLAN_FIELDS, ...MENTORING_FIELDS]),
    'dpia.serviceDenialEffect',
    'reuse.gatheredFor',
    'transparency.toldIndividually',
    'identifiability',
    ...LIKENESS_FIELDS,
  ],
  thresholds: ['successorLikenesses'],
  citation: positionOf2023(),
  message: 'This record does not show what the screening of its scheme says',
  positive: 'This record names nothing that the screening of its scheme denies',
  whatToDo: 'Correct the screening answer or the flow, whichever is wrong, and say why on the other page.',
  applies: (matter) => denied(matter).length > 0,
  evaluate: (matter) => together(...denied(matter).map((claim) => agrees(claim, matter))),
});

function denied(matter: Matter): Claim[] {
  const deployment = deploymentOf(matter);
  return CLAIMS.filter(({ answer }) => deployment?.[answer] === 'NO');
}

function agrees({ question, shownBy, mayBe }: Claim, matter: Matter): Verdict {
  if (shownBy(matter.flow, matter) !== true) return shown;
  return mayBe === true
    ? caution(`The scheme answers no to ${question}, and this flow speaks against it: check which is right.`)
    : fault(`the scheme answers no to ${question}, and this flow shows it`);
}
