import type { Source } from '../../evidence/sources/source-schema.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import type { FileClaim, DeploymentFile, NationalClaim } from './deployment-file-schema.js';
import { Claim, type CitedSource } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { Deployment, NOT_YET_SAID } from '../deployment.entity.js';
import { partFields, type PartFields } from '../part-of-deployment.entity.js';
import { made, type Stored, type RecordedEntity } from '../../platform/database/recorded.js';
import type { RegisterFiles } from './read-register-files.js';

/** A record that the files describe: what they say of it, and the whole that is added where nothing is there yet. */
export interface Wanted<T extends RecordedEntity> {
  readonly record: T;
  /** Whatever the files say nothing of stays as it is in a record that is there. */
  readonly facts: Partial<Stored<T>>;
}

/** The records that the files describe, each with an id of its own until it is matched with one that is there. */
export interface WantedRecords {
  readonly deployments: readonly Wanted<Deployment>[];
  readonly names: readonly Wanted<DeploymentName>[];
  readonly agencies: readonly Wanted<DeploymentAgency>[];
  readonly claims: readonly Wanted<Claim>[];
}

/** What the files need of the register that is there: organisations by key, and the ids of deployments by key. */
export interface KnownRecords {
  readonly organisations: ReadonlyMap<string, Uuid>;
  readonly deployments: ReadonlyMap<string, Deployment>;
}

/** The keys of every organisation that the files name. */
export function organisationKeys({ deployments }: RegisterFiles): string[] {
  return deployments.flatMap(({ lead, partners }) => [
    ...(lead ? [lead.ods.toLowerCase()] : []),
    ...partners.map(({ ods, body }) => (ods ?? body ?? '').toLowerCase()),
  ]);
}

/** Every record that the files describe. Names and claims belong to the deployment that is there, where there is one. */
export function wantedRecords(files: RegisterFiles, known: KnownRecords): WantedRecords {
  const deployments = files.deployments.map((file) => deploymentOf(file, known));
  const owner = new Map(deployments.map(({ record }) => [record.key, record]));
  const each = <T>(make: (file: DeploymentFile, part: PartFields) => readonly T[]): T[] =>
    files.deployments.flatMap((file) => {
      const deployment = owner.get(file.key);
      return deployment ? make(file, partFields(deployment)) : [];
    });
  return {
    deployments,
    names: each((file, part) => file.aliases.map((alias) => nameOf(alias, part))),
    agencies: each((file, part) => file.partners.map((partner) => agencyOf(partner, part, known))),
    claims: [
      ...each((file, part) => file.claims.map((claim) => claimOf(claim, part, files.sources))),
      ...files.nationalClaims.map((claim) => nationalClaimOf(claim, files.sources)),
    ],
  };
}

function deploymentOf(
  file: DeploymentFile,
  { organisations, deployments }: KnownRecords,
): Wanted<Deployment> {
  const held = deployments.get(file.key);
  if (held?.takenUp === true) return { record: held, facts: {} };
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
  return { record: made(Deployment, { ...NOT_YET_SAID, ...facts, id: held?.id ?? newId() }), facts };
}

function nameOf(alias: DeploymentFile['aliases'][number], part: PartFields): Wanted<DeploymentName> {
  const facts = { ...part, name: alias.name, kind: 'REPORTED', claimKey: alias.supportedBy } as const;
  return { record: made(DeploymentName, { ...facts, id: newId() }), facts };
}

function agencyOf(
  partner: DeploymentFile['partners'][number],
  part: PartFields,
  { organisations }: KnownRecords,
): Wanted<DeploymentAgency> {
  const facts = {
    ...part,
    organisationId: organisationIn(organisations, partner.ods ?? partner.body ?? ''),
    name: null,
    part: partner.role,
    claimKey: partner.supportedBy,
  };
  return { record: made(DeploymentAgency, { ...facts, id: newId() }), facts };
}

/** Where a claim belongs, how open it is, and what it is about when it is about more than one scheme. */
type ClaimPlace = Pick<Claim, 'deploymentId' | 'leadOrganisationId' | 'published' | 'scope' | 'about'>;

function claimOf(claim: FileClaim, part: PartFields, sources: RegisterFiles['sources']): Wanted<Claim> {
  return claimIn(claim, { ...part, scope: null, about: [] }, sources);
}

function nationalClaimOf(claim: NationalClaim, sources: RegisterFiles['sources']): Wanted<Claim> {
  const nobodys = { deploymentId: null, leadOrganisationId: null, published: true };
  return claimIn(claim, { ...nobodys, scope: claim.scope, about: claim.deployments }, sources);
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
  return { record: made(Claim, { ...facts, id: newId() }), facts };
}

function citedSource(ref: string, sources: RegisterFiles['sources']): CitedSource {
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

function organisationIn(organisations: KnownRecords['organisations'], name: string): Uuid {
  const id = organisations.get(name.toLowerCase());
  if (id === undefined)
    throw new Error(`${name} is not an organisation of the register. Import organisations first.`);
  return id;
}
