import { z } from 'zod';
import { calendarDay, oneOf, unjudgedText, reference, references, yesOrNo } from './answers/answers.js';
import { flowStatuses } from './transfer/progress.js';

/** Life cycle of a deployment as the cross-record rules read it (sim.md §4.3). */
const deploymentStates = [
  { code: 'PROPOSED', label: 'Proposed' },
  { code: 'PLANNED', label: 'Planned' },
  { code: 'TRAINING', label: 'Training' },
  { code: 'LIVE', label: 'Live' },
  { code: 'PAUSED', label: 'Paused' },
  { code: 'HALT_ORDERED', label: 'Halt ordered' },
  { code: 'STEPPING_DOWN', label: 'Stepping down' },
  { code: 'CLOSED', label: 'Closed' },
  { code: 'DISBANDED', label: 'Disbanded' },
  { code: 'NOT_ADOPTED', label: 'Not adopted' },
  { code: 'ALTERNATIVE_ADOPTED', label: 'Alternative adopted' },
  { code: 'UNKNOWN', label: 'Not known' },
] as const;

/** Answers to a screening question (sim.md §2.0). */
const screeningAnswers = [
  { code: 'YES', label: 'Yes' },
  { code: 'NO', label: 'No' },
] as const;

/** What the cross-record rules need to know about a deployment. */
export const deploymentViewSchema = z.strictObject({
  id: reference('The identifier of the deployment'),
  state: oneOf(deploymentStates, 'Where it is in its life'),
  liveFrom: calendarDay('First day live'),
  liveTo: calendarDay('Last day live'),
  closedOn: calendarDay('The day it closed'),
  policeInvolvement: yesOrNo('The deployment says that police are involved'),
  cohortWithoutOffenceHistory: yesOrNo('The deployment says that its people have no offence history'),
  scr01: oneOf(screeningAnswers, 'SCR-01: police are named in the team'),
  scr02: oneOf(screeningAnswers, 'SCR-02: police take part in planned contact'),
  scr03: oneOf(screeningAnswers, 'SCR-03: police write, approve or veto plans'),
  scr04: oneOf(screeningAnswers, 'SCR-04: a plan tells services to withhold a response'),
  scr05: oneOf(screeningAnswers, 'SCR-05: sanctions because of distress or contact'),
  scr06: oneOf(screeningAnswers, 'SCR-06: people are selected by use or cost of services'),
  scr08: oneOf(screeningAnswers, 'SCR-08: a panel sees data before the person knows'),
  scr09: oneOf(screeningAnswers, 'SCR-09: training, licence, portal or papers of the SIM network were used'),
  scr10: oneOf(screeningAnswers, 'SCR-10: plans or markers on emergency-service systems'),
  scr11: oneOf(screeningAnswers, 'SCR-11: it replaced a scheme that came from SIM, or shares much with one'),
  area: unjudgedText('Area'),
  forceOrgId: reference('Police force'),
  managerId: reference('Manager'),
  protocolHash: unjudgedText('SHA-256 of its protocol'),
});

/** What the cross-record rules need to know about another flow. */
export const siblingFlowSchema = z.strictObject({
  id: reference('The identifier of the flow'),
  deploymentId: reference('Its deployment'),
  status: oneOf(flowStatuses, 'Where the flow is in its life'),
  necessityText: unjudgedText('Why it is necessary'),
  lessIntrusiveAlternativesText: unjudgedText('Which less intrusive ways were considered'),
  dpiaFileHash: unjudgedText('SHA-256 of its DPIA'),
});

/** The part of the register that the cross-record rules may look at, given beside the record. */
export const registerViewSchema = z.strictObject({
  deployments: z.array(deploymentViewSchema).nullish().describe('Deployments'),
  flows: z.array(siblingFlowSchema).nullish().describe('Flows of the register'),
  vendorPackHashes: references('SHA-256 of documents of suppliers’ information-governance packs'),
  documents: references(
    'The documents that are kept, each by its id and by its SHA-256; left out where nobody knows which are',
  ),
  datedDocuments: references('Those of them that bear a date of their own, in the same way'),
});

/** A deployment as the rules see it. */
export type DeploymentView = z.infer<typeof deploymentViewSchema>;

/** A flow of the register as the rules see it. */
export type SiblingFlow = z.infer<typeof siblingFlowSchema>;

/** The part of the register that the cross-record rules may look at. */
export type RegisterView = z.infer<typeof registerViewSchema>;
