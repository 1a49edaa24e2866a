import { STANDS } from '../../evidence/mending/standing.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { isToCome } from '../../kernel/days/dates-fit.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import { made } from '../../platform/database/recorded.js';
import { claimByTrust, type TrustAsSource } from '../claims/claim-by-trust.js';
import type { Claim } from '../claims/claim.entity.js';
import { stateClaim, stateNoteOf } from '../claims/state-claim.js';
import { DeploymentAgency, type AgencyPart } from '../deployment-agency.entity.js';
import { DeploymentName, type NameKind } from '../deployment-name.entity.js';
import { DeploymentPlace, type PlaceKind } from '../deployment-place.entity.js';
import { Deployment, NOT_YET_SAID, type DeploymentDetails } from '../deployment.entity.js';
import type { LifeCycleState } from '../life-cycle-state.js';
import type { PartFields } from '../part-of-deployment.entity.js';

type Unsaid = keyof DeploymentDetails & keyof typeof NOT_YET_SAID;

/** An agency that a trust names: one that the register holds, or one by its name. */
export interface NewAgency {
  readonly organisationId?: Uuid | null | undefined;
  readonly name?: string | null | undefined;
  /** Its key in the register, or that the register lacks it. */
  readonly pick?: string | undefined;
  readonly part: AgencyPart;
}

/** What a trust gives when it registers a scheme. */
export interface NewDeployment
  extends Omit<DeploymentDetails, Unsaid>, Partial<Pick<DeploymentDetails, Unsaid>> {
  /** A token of the sender's: sent twice, it is the same act. */
  readonly once?: Uuid | undefined;
  /** The trust that answers for it: its id, key or ODS code. */
  readonly organisationId: string;
  /** Every name that it has gone by. */
  readonly names: readonly string[];
  readonly agencies: readonly NewAgency[];
  readonly state: LifeCycleState;
  /** When that state began, as closely as known; null when the trust does not know. */
  readonly stateAt: string | null;
  /** When it started or was to start, as closely as known; null when the trust does not know. */
  readonly started: string | null;
  /** Whether that start is a plan, or happened; null when the trust does not know. */
  readonly startPlanned: boolean | null;
  /** The earlier scheme that it follows, where there is one. */
  readonly succeedsId?: Uuid | null | undefined;
}

/** A deployment with everything that is named in it and the claims that support it. */
export interface DraftDeployment {
  readonly deployment: Deployment;
  readonly names: readonly DeploymentName[];
  readonly agencies: readonly DeploymentAgency[];
  readonly claims: readonly Claim[];
}

/** The draft of a deployment as its trust registers it. */
export function draftDeployment(given: NewDeployment, trust: TrustAsSource): DraftDeployment {
  const { once, organisationId: _, names, agencies, state, stateAt, succeedsId, ...rest } = given;
  const { started, startPlanned, ...details } = rest;
  const id = once ?? newId();
  const key = `${slugOf(given.title)}-${id.slice(-6)}`;
  const part = { deploymentId: id, leadOrganisationId: trust.organisation.id, published: false };
  const states = stateClaim({ stateCode: state, stateAt }, { key: `${key}-state`, trust, part });
  const deployment = made(Deployment, {
    ...NOT_YET_SAID,
    ...details,
    id,
    key,
    leadOrganisationId: trust.organisation.id,
    stateCode: state,
    stateAt,
    stateClaims: [states.key],
    stateConfidence: 'A',
    stateNote: stateNoteOf(trust.organisation.name),
    overlays: [],
    succeedsId: succeedsId ?? null,
    registeredBy: 'trust',
    takenUp: true,
    fictional: trust.organisation.fictional,
    published: false,
  });
  return {
    deployment,
    names: distinct(names).map((name) => newName({ name, kind: 'LOCAL' }, part)),
    agencies: agencies.map((agency) => newAgency(agency, part)),
    claims: [states, ...startClaims({ started, startPlanned }, { trust, key, part })],
  };
}

/** A name as its trust gives it. */
export function newName(
  given: { readonly name: string; readonly kind: NameKind },
  part: PartFields,
): DeploymentName {
  const { name, kind } = given;
  return made(DeploymentName, { ...part, ...STANDS, id: newId(), name, kind, claimKey: null });
}

/** A place as its trust gives it. */
export function newPlace(
  given: { readonly name: string; readonly kind: PlaceKind },
  part: PartFields,
): DeploymentPlace {
  const { name, kind } = given;
  return made(DeploymentPlace, { ...part, ...STANDS, id: newId(), name: name.trim(), kind, claimKey: null });
}

/** An agency as its trust gives it. */
export function newAgency(
  { organisationId, name, part: role }: NewAgency,
  part: PartFields,
): DeploymentAgency {
  const known = organisationId ?? null;
  return made(DeploymentAgency, {
    ...part,
    ...STANDS,
    id: newId(),
    organisationId: known,
    name: known === null ? (name ?? null) : null,
    part: role,
    claimKey: null,
  });
}

/** Where a claim of a draft belongs, and who makes it. */
interface Belonging {
  readonly trust: TrustAsSource;
  readonly key: string;
  readonly part: PartFields;
}

function startClaims(
  { started, startPlanned }: Pick<NewDeployment, 'started' | 'startPlanned'>,
  { trust, key, part }: Belonging,
): Claim[] {
  if (started === null) return [];
  const verb =
    startPlanned === null ? 'started, or was to start,' : startPlanned ? 'was planned to start' : 'started';
  const statement = `${trust.organisation.name} says that this scheme ${verb} in ${PartialDate.from(started).toString()}.`;
  return [
    claimByTrust(
      {
        key: `${key}-start`,
        topic: 'START',
        statement,
        dated: started,
        planned: startPlanned ?? isToCome(started, trust.today),
      },
      trust,
      part,
    ),
  ];
}

function distinct(names: readonly string[]): string[] {
  const seen = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...seen.values()];
}

function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 60).replace(/^-+|-+$/g, '') || 'deployment';
}
