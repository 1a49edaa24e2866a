import type { CalendarDay } from '../../kernel/calendar-day.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { PartialDate } from '../../kernel/partial-date.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency, type AgencyPart } from '../deployment-agency.entity.js';
import { DeploymentName, type NameKind } from '../deployment-name.entity.js';
import { Deployment } from '../deployment.entity.js';
import { LIFE_CYCLE_LABELS, type LifeCycleState } from '../life-cycle-state.js';

/** An agency that a trust names: one that the register holds, or one by its name. */
export interface NewAgency {
  readonly organisationId?: Uuid | null | undefined;
  readonly name?: string | null | undefined;
  readonly part: AgencyPart;
}

/** What a trust tells when it registers a scheme. */
export interface NewDeployment {
  /** A token of the sender's: sent twice, it is the same act. */
  readonly once?: Uuid | undefined;
  /** The trust that answers for it: its id, key or ODS code. */
  readonly organisationId: string;
  readonly title: string;
  readonly area: string;
  /** Every name that it has gone by. */
  readonly names: readonly string[];
  readonly agencies: readonly NewAgency[];
  readonly state: LifeCycleState;
  /** When that state began, as closely as known; null when the trust does not know. */
  readonly stateAt: string | null;
  /** When it started or was to start, as closely as known; null when the trust does not know. */
  readonly started: string | null;
  readonly startPlanned: boolean;
  /** The earlier scheme that it follows, where there is one. */
  readonly succeedsId?: Uuid | null | undefined;
  readonly note?: string | null | undefined;
}

/** What a trust itself claims of its scheme. */
export interface NewClaim {
  readonly topic: string;
  readonly statement: string;
  readonly dated?: string | null | undefined;
  readonly planned?: boolean | undefined;
  /** The keys of claims that it does not agree with. */
  readonly contradicts?: readonly string[] | undefined;
}

/** Who tells, and when; a trust's own word is a source like any other. */
export interface TrustAsSource {
  readonly organisation: { readonly id: Uuid; readonly name: string; readonly fictional: boolean };
  readonly today: CalendarDay;
}

/** Where a part of a deployment belongs, and how open it is. */
export interface PartFields {
  readonly deploymentId: Uuid;
  readonly leadOrganisationId: Uuid | null;
  readonly published: boolean;
}

/** What a new part of a deployment takes from it. */
export function partFields(deployment: {
  readonly id: Uuid;
  readonly leadOrganisationId: Uuid | null;
  readonly published: boolean;
}): PartFields {
  const { id, leadOrganisationId, published } = deployment;
  return { deploymentId: id, leadOrganisationId, published };
}

/** The draft of a deployment as its trust tells it, with the claims that support it and everything named in it. */
export function draftDeployment(
  told: NewDeployment,
  teller: TrustAsSource,
): {
  readonly deployment: Deployment;
  readonly parts: readonly (DeploymentName | DeploymentAgency | Claim)[];
} {
  const id = told.once ?? newId();
  const key = `${slugOf(told.title)}-${id.slice(-6)}`;
  const part = { deploymentId: id, leadOrganisationId: teller.organisation.id, published: false };
  const state = stateClaim(told, teller, key);
  const start = startClaim(told, teller, key);
  const claims = [state, ...(start ? [start] : [])].map((claim) => Object.assign(claim, part));
  const deployment = Object.assign(new Deployment(), {
    id,
    key,
    title: told.title,
    area: told.area,
    leadOrganisationId: teller.organisation.id,
    stateCode: told.state,
    stateAt: told.stateAt,
    stateClaims: [state.key],
    stateConfidence: 'A',
    stateNote: `As ${teller.organisation.name} told Candour.`,
    overlays: [],
    succeedsId: told.succeedsId ?? null,
    registeredBy: 'trust',
    takenUp: true,
    fictional: teller.organisation.fictional,
    published: false,
    note: told.note ?? null,
    offenceHistory: null,
    offenceHistoryOn: null,
  });
  const names = distinct(told.names).map((name) => newName({ name, kind: 'LOCAL' }, part));
  const agencies = told.agencies.map((agency) => newAgency(agency, part));
  return { deployment, parts: [...names, ...agencies, ...claims] };
}

/** A name as its trust tells it. */
export function newName(
  told: { readonly name: string; readonly kind: NameKind },
  part: PartFields,
): DeploymentName {
  return Object.assign(new DeploymentName(), part, { id: newId(), ...told, claimKey: null });
}

/** An agency as its trust tells it. */
export function newAgency(
  { organisationId, name, part: role }: NewAgency,
  part: PartFields,
): DeploymentAgency {
  const known = organisationId ?? null;
  return Object.assign(new DeploymentAgency(), part, {
    id: newId(),
    organisationId: known,
    name: known === null ? (name ?? null) : null,
    part: role,
    claimKey: null,
  });
}

/** A claim in the trust's own words, with the trust as its source. */
export function claimByTrust(told: NewClaim, teller: TrustAsSource, key: string): Claim {
  return Object.assign(new Claim(), {
    id: newId(),
    key,
    registeredBy: 'trust',
    topic: told.topic,
    statement: told.statement,
    value: null,
    figures: null,
    dated: told.dated ?? null,
    planned: told.planned ?? false,
    asOf: teller.today,
    sources: [
      {
        ref: null,
        title: 'What the trust told Candour',
        publisher: teller.organisation.name,
        published: teller.today,
        publishedConfidence: 'A',
        urls: [],
      },
    ],
    confidence: 'A',
    contradicts: [...(told.contradicts ?? [])],
    cautions: ['Told by the trust itself; not yet checked by anybody else.'],
    scope: null,
    about: [],
  });
}

function stateClaim(told: NewDeployment, teller: TrustAsSource, key: string): Claim {
  const statement = `${teller.organisation.name} says that the state of this scheme is: ${LIFE_CYCLE_LABELS[told.state].toLowerCase()}.`;
  const claim = claimByTrust({ topic: 'STATE', statement, dated: told.stateAt }, teller, `${key}-state`);
  return Object.assign(claim, { value: told.state });
}

function startClaim(told: NewDeployment, teller: TrustAsSource, key: string): Claim | null {
  if (told.started === null) return null;
  const verb = told.startPlanned ? 'was planned to start' : 'started';
  const statement = `${teller.organisation.name} says that this scheme ${verb} in ${PartialDate.from(told.started).toString()}.`;
  const fact = { topic: 'START', statement, dated: told.started, planned: told.startPlanned };
  return claimByTrust(fact, teller, `${key}-start`);
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
