import type { Source } from '../../evidence/sources/source-schema.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import type { FileClaim, DeploymentFile, NationalClaim } from './deployment-file-schema.js';
import { Claim, type CitedSource } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { Deployment } from '../deployment.entity.js';
import type { RegisterFiles } from './read-register-files.js';

/** The records that the files describe, each with an id of its own until it is matched with one that is there. */
export interface WantedRecords {
  readonly deployments: readonly Deployment[];
  readonly names: readonly DeploymentName[];
  readonly agencies: readonly DeploymentAgency[];
  readonly claims: readonly Claim[];
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
  const owner = new Map(deployments.map((deployment) => [deployment.key, deployment]));
  const each = <T>(make: (file: DeploymentFile, part: PartOf) => readonly T[]): T[] =>
    files.deployments.flatMap((file) => {
      const deployment = owner.get(file.key);
      return deployment ? make(file, partOf(deployment)) : [];
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

interface PartOf {
  readonly deploymentId: Uuid | null;
  readonly leadOrganisationId: Uuid | null;
  readonly published: boolean;
}

function partOf({ id, leadOrganisationId, published }: Deployment): PartOf {
  return { deploymentId: id, leadOrganisationId, published };
}

function deploymentOf(file: DeploymentFile, { organisations, deployments }: KnownRecords): Deployment {
  const there = deployments.get(file.key);
  const wanted = Object.assign(new Deployment(), {
    id: there?.id ?? newId(),
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
    succeedsId: null,
    registeredBy: 'sources',
    takenUp: false,
    fictional: false,
    published: true,
    note: null,
    offenceHistory: null,
    offenceHistoryOn: null,
  });
  return there?.takenUp === true ? there : wanted;
}

function nameOf(alias: DeploymentFile['aliases'][number], part: PartOf): DeploymentName {
  const given = { id: newId(), name: alias.name, kind: 'REPORTED', claimKey: alias.supportedBy };
  return Object.assign(new DeploymentName(), part, given);
}

function agencyOf(
  partner: DeploymentFile['partners'][number],
  part: PartOf,
  { organisations }: KnownRecords,
): DeploymentAgency {
  return Object.assign(new DeploymentAgency(), part, {
    id: newId(),
    organisationId: organisationIn(organisations, partner.ods ?? partner.body ?? ''),
    name: null,
    part: partner.role,
    claimKey: partner.supportedBy,
  });
}

function claimOf(claim: FileClaim, part: PartOf, sources: RegisterFiles['sources']): Claim {
  return Object.assign(new Claim(), part, {
    id: newId(),
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
    scope: null,
    about: [],
  });
}

function nationalClaimOf(claim: NationalClaim, sources: RegisterFiles['sources']): Claim {
  const nobodys = { deploymentId: null, leadOrganisationId: null, published: true };
  return Object.assign(claimOf(claim, nobodys, sources), { scope: claim.scope, about: claim.deployments });
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
