import { mendable, type MendableKind } from '../evidence/mending/mendable.js';
import { isToCome } from '../kernel/days/dates-fit.js';
import { askedAnswers } from '../web/form/stored-answers.js';
import { defineForm } from '../web/form/form.js';
import { knownDate, NOT_SURE, partialDate } from '../web/form/kinds/partial-date.js';
import { dropDown, radios } from '../web/form/kinds/choices.js';
import { longText } from '../web/form/kinds/text.js';
import { CLAIM_TOPICS, TOPIC_HEADINGS } from './claims/claim-topics.js';
import { Claim } from './claims/claim.entity.js';
import { AGENCY_PARTS, AGENCY_PART_CODES, DeploymentAgency } from './deployment-agency.entity.js';
import { DeploymentName } from './deployment-name.entity.js';
import { DeploymentPlace } from './deployment-place.entity.js';
import { Deployment } from './deployment.entity.js';
import { LIFE_CYCLE_LABELS, LIFE_CYCLE_STATES } from './life-cycle-state.js';
import { Transition } from './life-cycle/steps/transition.entity.js';
import { claimOfState, claimsThatFit, stateOfStep } from './life-cycle/what-follows.js';
import { AddName, AddPlace } from './recording/deployment.forms.js';
import { mustHaveCome } from './recording/fitting-dates.js';
import { reasonText } from '../web/form/kinds/reason.js';

const MendState = defineForm({
  id: 'MendDeploymentState',
  fields: {
    state: dropDown({
      label: 'Where does it stand now?',
      called: 'Where it stands',
      choices: LIFE_CYCLE_STATES.map((value) => ({ value, label: LIFE_CYCLE_LABELS[value] })),
    }),
    stateAt: partialDate({ label: 'Since when?', called: 'The date of the state' }),
  },
});

const MendAgency = defineForm({
  id: 'MendDeploymentAgency',
  fields: {
    part: radios({
      label: 'What part does it play?',
      missing: 'Select what part it plays',
      choices: AGENCY_PART_CODES.map((value) => ({ value, label: AGENCY_PARTS[value] })),
    }),
  },
});

const MendClaim = defineForm({
  id: 'MendDeploymentClaim',
  fields: {
    topic: dropDown({
      label: 'What is it about?',
      missing: 'Select what it is about',
      choices: CLAIM_TOPICS.map((value) => ({ value, label: TOPIC_HEADINGS[value] })),
    }),
    statement: longText({ label: 'What do you want to say?', called: 'What you want to say', max: 1000 }),
    dated: partialDate({ label: 'When was that?', called: 'The date' }),
  },
});

const MendStep = defineForm({
  id: 'MendDeploymentStep',
  fields: {
    happened: partialDate({ label: 'When did this happen?', called: 'When it happened', notSure: false }),
    because: reasonText({ label: 'Why did it happen?', called: 'Why it happened', max: 2000 }),
  },
});

/** How the entries of a scheme are mended by its trust, where the trust recorded them itself. */
export const MENDABLE_PARTS: readonly MendableKind[] = [
  mendable(Deployment, {
    form: MendState,
    withdrawable: false,
    asked: ({ stateCode, stateAt }) => ({ state: stateCode, stateAt: stateAt ?? NOT_SURE }),
    mend: (scheme, { state, stateAt }, today) => {
      mustHaveCome('stateAt', knownDate(stateAt), today);
      Object.assign(scheme, { stateCode: state, stateAt: knownDate(stateAt) });
    },
    followedBy: claimOfState,
  }),
  mendable(DeploymentName, {
    form: AddName,
    withdrawable: true,
    asked: (name) => askedAnswers(name, ['name', 'kind']),
    mend: (one, { name, kind }) => {
      Object.assign(one, { name, kind });
    },
  }),
  mendable(DeploymentAgency, {
    form: MendAgency,
    withdrawable: true,
    asked: (agency) => askedAnswers(agency, ['part']),
    mend: (agency, { part }) => {
      Object.assign(agency, { part });
    },
  }),
  mendable(DeploymentPlace, {
    form: AddPlace,
    withdrawable: true,
    asked: (place) => askedAnswers(place, ['name', 'kind']),
    mend: (place, { name, kind }) => {
      Object.assign(place, { name, kind });
    },
  }),
  mendable(Claim, {
    form: MendClaim,
    withdrawable: true,
    asked: ({ topic, statement, dated }) => ({ topic, statement, dated: dated ?? NOT_SURE }),
    mend: (claim, { topic, statement, dated }, today) => {
      const known = knownDate(dated);
      const planned = known !== null && (isToCome(known, today) || (claim.planned && known === claim.dated));
      const value = statement === claim.statement ? claim.value : null;
      Object.assign(claim, { topic, statement, value, dated: known, planned });
    },
    followedBy: claimsThatFit,
    afterWithdrawal: claimsThatFit,
  }),
  mendable(Transition, {
    form: MendStep,
    withdrawable: false,
    asked: ({ happened, reason }) => ({ happened, because: reason }),
    mend: (step, { happened, because }, today) => {
      mustHaveCome('happened', happened, today);
      Object.assign(step, { happened, reason: because });
    },
    followedBy: stateOfStep,
  }),
];
