import type { Policy, SubjectClass } from '../access/policy.js';
import type { Uuid } from '../kernel/identifiers.js';
import { Claim } from './claims/claim.entity.js';
import { DeploymentAgency } from './deployment-agency.entity.js';
import { DeploymentName } from './deployment-name.entity.js';
import { Deployment } from './deployment.entity.js';
import { Halt } from './life-cycle/halt.entity.js';
import { Screening } from './screening/screening.entity.js';
import { Transition } from './life-cycle/transition.entity.js';

/** A deployment, or a part of one: a part is as open as its deployment. */
interface OfDeployment {
  readonly leadOrganisationId: Uuid | null;
  readonly published: boolean;
}

const KINDS: readonly SubjectClass<OfDeployment>[] = [
  Deployment,
  DeploymentName,
  DeploymentAgency,
  Claim,
  Screening,
  Transition,
  Halt,
];

/** Everyone reads what is published. Only the trust that leads a deployment adds to it; the operator loads what sources say. */
export const deploymentPolicy: Policy = (actor, { allow }) => {
  const ours = {
    leadOrganisationId: actor.organisationsAs(
      'TRUST_SUBMITTER',
      'CALDICOTT_GUARDIAN',
      'DATA_PROTECTION_OFFICER',
      'EXECUTIVE_APPROVER',
    ),
  };
  const answersFor = { leadOrganisationId: actor.organisationsAs('TRUST_SUBMITTER') };
  const readsAll = actor.holds('AUDITOR') || actor.standing === 'operator';
  for (const kind of KINDS) {
    allow('read', kind, { published: true });
    if (ours.leadOrganisationId.length > 0) allow('read', kind, ours);
    if (readsAll) allow('read', kind);
    if (answersFor.leadOrganisationId.length > 0) allow('publish', kind, answersFor);
    if (actor.standing === 'operator') allow(['load', 'correct'], kind);
  }
  if (answersFor.leadOrganisationId.length === 0) return;
  allow('register', Deployment, { ...answersFor, published: false, registeredBy: 'trust' });
  allow(['correct', 'step', 'describe'], Deployment, answersFor);
  allow('name', DeploymentName, answersFor);
  allow('involve', DeploymentAgency, answersFor);
  allow('state', Claim, { ...answersFor, registeredBy: 'trust' });
  allow('screen', Screening, answersFor);
  allow('step', Transition, answersFor);
  allow('halt', Halt, answersFor);
};
