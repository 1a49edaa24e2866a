import type { Uuid } from '../../../kernel/identifiers.js';
import { Claim } from '../../claims/claim.entity.js';
import { AGENCY_PARTS, DeploymentAgency } from '../../deployment-agency.entity.js';
import { DeploymentName } from '../../deployment-name.entity.js';
import { DeploymentPlace } from '../../deployment-place.entity.js';
import { Deployment } from '../../deployment.entity.js';
import type { LoadDirection, LoadJudgement } from './load-direction.js';
import type { RegisterFiles } from '../files/register-files.js';
import { planOf, type KindPlan } from './load-plan.js';
import type { HeldRecords } from '../loading.queries.js';
import { wantedDeployments, wantedParts } from './wanted-records.js';

/** What the plans of schemes need: the direction of time, organisations by key, and the reason that the log keeps. */
export interface SchemeTerms {
  readonly direction: LoadDirection;
  readonly ids: ReadonlyMap<string, Uuid>;
  readonly reason: string;
}

type OfScheme = Deployment | DeploymentName | DeploymentAgency | DeploymentPlace | Claim;

const KEPT: LoadJudgement = { correct: false, because: 'Its trust keeps this itself.' };

/** What loading would do with schemes, and with their names, agencies and claims. */
export function plannedSchemes(
  files: RegisterFiles,
  held: HeldRecords,
  terms: SchemeTerms,
): KindPlan<OfScheme>[] {
  const { direction, ids, reason } = terms;
  const schemes = planOf<Deployment>(
    {
      ...{ kind: Deployment, what: 'Scheme', verb: 'load', reason },
      keyOf: ({ key }) => key,
      called: ({ title }) => title,
      judge: (there, wanted) => (there.takenUp ? KEPT : direction.judge(there.stateAt, wanted.stateAt)),
    },
    wantedDeployments(files, ids),
    held.deployments,
  );
  const byKey = new Map(schemes.standing.map((scheme) => [scheme.key, scheme]));
  const titles = new Map(schemes.standing.map(({ id, title }) => [id, title]));
  const parts = wantedParts(files, ids, byKey);
  const claims = planOf<Claim>(
    {
      ...{ kind: Claim, what: 'Claim', verb: 'load', reason },
      keyOf: ({ key }) => key,
      called: ({ key }) => key,
      judge: (there, wanted) => direction.judge(there.asOf, wanted.asOf),
    },
    parts.claims,
    held.claims,
  );
  return [
    schemes,
    plannedNames(parts.names, held, { ...terms, titles }),
    plannedAgencies(parts.agencies, held, { ...terms, titles }),
    plannedPlaces(parts.places, held, { ...terms, titles }),
    claims,
  ];
}

type PartTerms = SchemeTerms & { readonly titles: ReadonlyMap<Uuid, string> };

function plannedNames(
  wanted: ReturnType<typeof wantedParts>['names'],
  { names }: HeldRecords,
  { direction, reason, titles }: PartTerms,
): KindPlan<DeploymentName> {
  return planOf<DeploymentName>(
    {
      ...{ kind: DeploymentName, what: 'Name', verb: 'load', reason },
      keyOf: ({ deploymentId, name }) => `${deploymentId} ${name.toLowerCase()}`,
      called: ({ name, deploymentId }) => `${name}, of ${titles.get(deploymentId) ?? ''}`,
      judge: ({ claimKey }) => (claimKey === null ? KEPT : direction.judge(null, null)),
    },
    wanted,
    names,
  );
}

function plannedPlaces(
  wanted: ReturnType<typeof wantedParts>['places'],
  { places }: HeldRecords,
  { direction, reason, titles }: PartTerms,
): KindPlan<DeploymentPlace> {
  return planOf<DeploymentPlace>(
    {
      ...{ kind: DeploymentPlace, what: 'Place', verb: 'load', reason },
      keyOf: ({ deploymentId, kind, name }) => `${deploymentId} ${kind} ${name.toLowerCase()}`,
      called: ({ name, deploymentId }) => `${name}, of ${titles.get(deploymentId) ?? ''}`,
      judge: ({ claimKey }) => (claimKey === null ? KEPT : direction.judge(null, null)),
    },
    wanted,
    places,
  );
}

function plannedAgencies(
  wanted: ReturnType<typeof wantedParts>['agencies'],
  { agencies, organisations }: HeldRecords,
  { direction, ids, reason, titles }: PartTerms,
): KindPlan<DeploymentAgency> {
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const nameOf = (id: Uuid | null): string => {
    const key = keys.get(id ?? '') ?? '';
    return organisations.get(key)?.name ?? key;
  };
  return planOf<DeploymentAgency>(
    {
      ...{ kind: DeploymentAgency, what: 'Agency', verb: 'load', reason },
      keyOf: ({ deploymentId, part, organisationId, name }) =>
        [deploymentId, part, organisationId, name].join(' '),
      called: ({ part, organisationId, deploymentId }) =>
        `${nameOf(organisationId)} (${AGENCY_PARTS[part]}), of ${titles.get(deploymentId) ?? ''}`,
      judge: ({ claimKey }) => (claimKey === null ? KEPT : direction.judge(null, null)),
    },
    wanted,
    agencies,
  );
}
