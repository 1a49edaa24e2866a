import type { Policy, Rules, SubjectClass } from '../access/policy.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { DeploymentAgency } from './deployment-agency.entity.js';
import { DeploymentName } from './deployment-name.entity.js';
import { DeploymentPlace } from './deployment-place.entity.js';
import { Deployment } from './deployment.entity.js';

/** A deployment, or a part of one: a part is as open as its deployment. */
interface OfDeployment {
  readonly leadOrganisationId: Uuid | null;
  readonly published: boolean;
}

/** Everyone reads what is published. Only the trust that leads a deployment adds to it; administrators and the operator load what sources say. */
export const deploymentPolicy: Policy = (actor, rules) => {
  for (const kind of [Deployment, DeploymentName, DeploymentAgency, DeploymentPlace])
    allowAsOpenAsItIs(actor, rules, kind);
  allowItsTrust(actor, (ours) => {
    rules.allow('register', Deployment, { ...ours, published: false, registeredBy: 'trust' });
    rules.allow(['correct', 'step', 'describe'], Deployment, ours);
    rules.allow('mend', Deployment, { ...ours, registeredBy: 'trust' });
    rules.allow('name', DeploymentName, ours);
    rules.allow('involve', DeploymentAgency, ours);
    rules.allow('place', DeploymentPlace, ours);
    rules.allow(['mend', 'withdraw'], DeploymentName, { ...ours, claimKey: null });
    rules.allow(['mend', 'withdraw'], DeploymentAgency, { ...ours, claimKey: null });
    rules.allow(['mend', 'withdraw'], DeploymentPlace, { ...ours, claimKey: null });
  });
};

/** Who reads a deployment or a part of one, who opens it, and who loads it from sources: the same for every kind of part. */
export function allowAsOpenAsItIs(actor: Actor, { allow }: Rules, kind: SubjectClass<OfDeployment>): void {
  const ours = {
    leadOrganisationId: actor.organisationsAs(
      'TRUST_SUBMITTER',
      'CALDICOTT_GUARDIAN',
      'DATA_PROTECTION_OFFICER',
      'EXECUTIVE_APPROVER',
    ),
  };
  allow('read', kind, { published: true });
  if (ours.leadOrganisationId.length > 0) allow('read', kind, ours);
  if (actor.holds('AUDITOR') || actor.standing === 'operator') allow('read', kind);
  allowItsTrust(actor, (answersFor) => allow('publish', kind, answersFor));
  if (actor.standing === 'operator') allow(['load', 'correct'], kind);
  if (actor.holds('ADMIN')) allow('load', kind, { published: true });
}

/** Says what a submitter may do with what belongs to the own trusts; nothing for anybody else. */
export function allowItsTrust(
  actor: Actor,
  say: (ours: { readonly leadOrganisationId: readonly Uuid[] }) => void,
): void {
  const leadOrganisationId = actor.organisationsAs('TRUST_SUBMITTER');
  if (leadOrganisationId.length > 0) say({ leadOrganisationId });
}
