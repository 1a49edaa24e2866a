import type { Source } from '../../../evidence/sources/source-schema.js';
import { STANDS } from '../../../evidence/mending/standing.js';
import { newId, type Uuid } from '../../../kernel/identifiers.js';
import type { FileClaim, DeploymentFile, NationalClaim } from '../files/deployment-file-schema.js';
import { factsOfBody } from '../../../organisations/importing/facts-from-files.js';
import { Organisation } from '../../../organisations/organisation.entity.js';
import { Claim, type CitedSource } from '../../claims/claim.entity.js';
import { DeploymentAgency } from '../../deployment-agency.entity.js';
import { DeploymentName } from '../../deployment-name.entity.js';
import { DeploymentPlace } from '../../deployment-place.entity.js';
import { Deployment, NOT_YET_SAID } from '../../deployment.entity.js';
import { partFields, type PartFields } from '../../part-of-deployment.entity.js';
import { made, type Stored, type RecordedEntity } from '../../../platform/database/recorded.js';
import type { RegisterFiles } from '../files/register-files.js';

/** A record that the files describe, and what they say of it. */
export interface Wanted<T extends RecordedEntity> {
  /** The whole that is added where nothing is there yet. */
  readonly record: T;
  /** Whatever the files say nothing of stays as it is in a record that is there. */
  readonly facts: Partial<Stored<T>>;
}

/** The ids of organisations by key, of those that are there and those that the same files add. */
export type OrganisationIds = ReadonlyMap<string, Uuid>;

/** The bodies that the files hold. What no file of bodies says of an organisation is left as it is. */
export function wantedBodies({ bodies }: RegisterFiles): Wanted<Organisation>[] {
  return bodies.map((body) => {
    const facts = factsOfBody(body);
    const { name, type, otherNames, openedOn, closedOn, source, confidence } = facts;
    return {
      record: made(Organisation, { ...facts, formerNames: null, id: newId() }),
      facts: { name, type, otherNames, openedOn, closedOn, source, confidence },
    };
  });
}

/** The schemes that the files describe. */
export function wantedDeployments(
  files: RegisterFiles,
  organisations: OrganisationIds,
): Wanted<Deployment>[] {
  return files.deployments.map((file) => deploymentOf(file, organisations));
}

/** The parts of schemes and the claims that the files describe, each belonging to the scheme as it will stand. */
export function wantedParts(
  files: RegisterFiles,
  organisations: OrganisationIds,
  schemes: ReadonlyMap<string, Deployment>,
): {
  readonly names: Wanted<DeploymentName>[];
  readonly agencies: Wanted<DeploymentAgency>[];
  readonly places: Wanted<DeploymentPlace>[];
  readonly claims: Wanted<Claim>[];
} {
  const each = <T>(make: (file: DeploymentFile, part: PartFields) => readonly T[]): T[] =>
    files.deployments.flatMap((file) => {
      const scheme = schemes.get(file.key);
      return scheme ? make(file, partFields(scheme)) : [];
    });
  return {
    names: each((file, part) => file.aliases.map((alias) => nameOf(alias, part))),
    agencies: each((file, part) => file.partners.map((partner) => agencyOf(partner, part, organisations))),
    places: each((file, part) => file.places.map((place) => placeOf(place, part))),
    claims: [
      ...each((file, part) => file.claims.map((claim) => claimOf(claim, part, files.sources))),
      ...files.nationalClaims.map((claim) => nationalClaimOf(claim, files.sources)),
    ],
  };
}

function deploymentOf(file: DeploymentFile, organisations: OrganisationIds): Wanted<Deployment> {
  const facts = {
    key: file.key,
    title: file.title,
    area: file.area,
    leadOrganisationId: file.lead ? organisationIn(organisations, file.lead.ods) : null,
    stateCode: file.state.code,
    stateAt: file.state.at?.value ?? null,
    stateClaims: file.state.supportedBy,
    stateConfidence: file.state.confidence,
    stateNote: file.state.note,
    overlays: file.state.overlays,
    registeredBy: 'sources',
    takenUp: false,
    fictional: false,
    published: true,
  } as const;
  return { record: made(Deployment, { ...NOT_YET_SAID, ...facts, id: newId() }), facts };
}

function nameOf(alias: DeploymentFile['aliases'][number], part: PartFields): Wanted<DeploymentName> {
  const facts = { ...part, name: alias.name, kind: 'REPORTED', claimKey: alias.supportedBy } as const;
  return { record: made(DeploymentName, { ...facts, ...STANDS, id: newId() }), facts };
}

function agencyOf(
  partner: DeploymentFile['partners'][number],
  part: PartFields,
  organisations: OrganisationIds,
): Wanted<DeploymentAgency> {
  const facts = {
    ...part,
    organisationId: organisationIn(organisations, partner.ods ?? partner.body ?? ''),
    name: null,
    part: partner.role,
    claimKey: partner.supportedBy,
  };
  return { record: made(DeploymentAgency, { ...facts, ...STANDS, id: newId() }), facts };
}

function placeOf(place: DeploymentFile['places'][number], part: PartFields): Wanted<DeploymentPlace> {
  const facts = { ...part, name: place.name, kind: place.kind, claimKey: place.supportedBy };
  return { record: made(DeploymentPlace, { ...facts, ...STANDS, id: newId() }), facts };
}

/** Where a claim belongs, how open it is, and what it is about when it is about more than one scheme. */
type ClaimPlace = Pick<
  Claim,
  'deploymentId' | 'leadOrganisationId' | 'published' | 'scope' | 'about' | 'bodies'
>;

function claimOf(claim: FileClaim, part: PartFields, sources: RegisterFiles['sources']): Wanted<Claim> {
  return claimIn(claim, { ...part, scope: null, about: [], bodies: null }, sources);
}

function nationalClaimOf(claim: NationalClaim, sources: RegisterFiles['sources']): Wanted<Claim> {
  const { scope, deployments: about, bodies } = claim;
  const place = { scope, about, bodies: bodies.length > 0 ? bodies : null };
  const nobodys = { deploymentId: null, leadOrganisationId: null, published: true };
  return claimIn(claim, { ...nobodys, ...place }, sources);
}

function claimIn(claim: FileClaim, place: ClaimPlace, sources: RegisterFiles['sources']): Wanted<Claim> {
  const facts = {
    ...place,
    key: claim.key,
    registeredBy: 'sources',
    topic: claim.topic,
    statement: claim.statement,
    value: claim.value ?? null,
    figures: claim.figures ?? null,
    dated: claim.date?.value ?? null,
    planned: claim.planned,
    asOf: claim.asOf?.value ?? null,
    sources: claim.sources.map((ref) => citedSource(ref, sources)),
    confidence: claim.confidence,
    contradicts: claim.contradicts,
    cautions: claim.cautions,
  } as const;
  return { record: made(Claim, { ...facts, ...STANDS, id: newId() }), facts };
}

/** The source under this number, whole, as records cite it. @throws Error for one that is not listed, which faults tell of before. */
export function citedSource(ref: string, sources: RegisterFiles['sources']): CitedSource {
  const source: Source | undefined = sources.get(ref);
  if (!source) throw new Error(`Source ${ref} is cited, and is not in register/sources.yaml.`);
  return {
    ref,
    title: source.title,
    publisher: source.publisher,
    published: source.published?.value ?? null,
    publishedConfidence: source.publishedConfidence,
    urls: source.urls,
  };
}

function organisationIn(organisations: OrganisationIds, name: string): Uuid {
  const id = organisations.get(name.toLowerCase());
  if (id === undefined)
    throw new Error(`${name} is not an organisation of the register. Import organisations first.`);
  return id;
}
