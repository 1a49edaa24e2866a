import type { KindIntroduction } from '../evidence/register.js';
import { TOPIC_HEADINGS } from './claims/claim-topics.js';
import { Claim } from './claims/claim.entity.js';
import { AGENCY_PARTS, DeploymentAgency } from './deployment-agency.entity.js';
import { DeploymentName, NAME_KINDS } from './deployment-name.entity.js';
import { DeploymentPlace, PLACE_KINDS } from './deployment-place.entity.js';
import { DETAIL_LABELS, Deployment } from './deployment.entity.js';
import { HaltStep } from './life-cycle/halts/halt-step.entity.js';
import { Halt } from './life-cycle/steps/halt.entity.js';
import { Transition } from './life-cycle/steps/transition.entity.js';
import { LIFE_CYCLE_LABELS } from './life-cycle-state.js';
import { OFFENCE_HISTORY_WORDS } from './offence-history.js';
import { Screening } from './screening/classification/screening.entity.js';

/** The kinds of record that a scheme is made of, as they introduce themselves, with what their public fields are called. */
export const KINDS_OF_DEPLOYMENTS: readonly KindIntroduction[] = [
  {
    recorded: Deployment,
    singular: 'deployment',
    plural: 'deployments',
    pageOf: (id) => `/deployments/${id}`,
    fields: {
      ...DETAIL_LABELS,
      leadOrganisationId: 'Trust that answers for it',
      succeedsId: 'Scheme that it follows',
      stateCode: { label: 'Where it stands', words: LIFE_CYCLE_LABELS },
      stateAt: 'Since when it stands there',
      stateNote: 'What is said of where it stands',
      offenceHistory: {
        label: 'Convictions or cautions of the people on it',
        words: OFFENCE_HISTORY_WORDS,
      },
      offenceHistoryOn: 'Day on which the trust said so',
    },
  },
  {
    recorded: DeploymentName,
    singular: 'name of a deployment',
    plural: 'names of deployments',
    fields: { name: 'Name', kind: { label: 'Kind of name', words: NAME_KINDS } },
  },
  {
    recorded: DeploymentAgency,
    singular: 'agency of a deployment',
    plural: 'agencies of deployments',
    fields: {
      organisationId: 'Organisation',
      name: 'Name',
      part: { label: 'Part that it played', words: AGENCY_PARTS },
    },
  },
  {
    recorded: DeploymentPlace,
    singular: 'place of a deployment',
    plural: 'places of deployments',
    fields: { name: 'Place', kind: { label: 'Sort of place', words: PLACE_KINDS } },
  },
  {
    recorded: Claim,
    singular: 'claim',
    plural: 'claims',
    fields: {
      statement: 'Statement',
      value: { label: 'State, number or name claimed', words: LIFE_CYCLE_LABELS },
      dated: 'Date claimed',
      topic: { label: 'What it is about', words: TOPIC_HEADINGS },
    },
  },
  { recorded: Screening, singular: 'screening', plural: 'screenings' },
  {
    recorded: Transition,
    singular: 'step',
    plural: 'steps',
    fields: { happened: 'When it happened', reason: 'Why' },
  },
  { recorded: Halt, singular: 'halt', plural: 'halts', pageOf: (id) => `/halts/${id}` },
  { recorded: HaltStep, singular: 'step about a halt', plural: 'steps about halts' },
];
