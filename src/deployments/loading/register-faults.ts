import type { Source } from '../../evidence/sources/source-schema.js';
import type { LinkedBody } from '../../organisations/importing/bodies/parse-bodies.js';
import type { FileClaim, DeploymentFile, NationalClaim } from './deployment-file-schema.js';

/** Everything in the register's files, read. */
export interface WholeRegister {
  readonly sources: ReadonlyMap<string, Source>;
  readonly odsCodes: ReadonlySet<string>;
  readonly bodies: readonly LinkedBody[];
  readonly deployments: readonly DeploymentFile[];
  readonly nationalClaims: readonly NationalClaim[];
}

/**
 * What is wrong between the files, each a sentence; empty when nothing is. Checks that names lead somewhere, that sources are
 * listed, that contradictions are said from both sides, and that a claim's date is the date of a source it cites.
 */
export function registerFaults(register: WholeRegister): string[] {
  const { bodies, deployments, nationalClaims } = register;
  const claims: readonly FileClaim[] = [...deployments.flatMap((one) => one.claims), ...nationalClaims];
  return [
    ...repeated('deployment', deployments),
    ...repeated('claim', claims),
    ...bodies.flatMap((body) => bodyFaults(body, register)),
    ...deployments.flatMap((deployment) => partyFaults(deployment, register)),
    ...nationalClaims.flatMap((claim) => unknownDeployments(claim, deployments)),
    ...claims.flatMap((claim) => [...sourceFaults(claim, register), ...contradictionFaults(claim, claims)]),
  ];
}

function repeated(kind: string, things: readonly { readonly key: string }[]): string[] {
  const keys = things.map(({ key }) => key);
  return keys
    .filter((key, at) => keys.indexOf(key) !== at)
    .map((key) => `There are two ${kind}s named ${key}.`);
}

function bodyFaults(body: LinkedBody, { sources, odsCodes }: WholeRegister): string[] {
  const dated = [body.from, body.to].filter((fact) => fact !== null);
  const cited = [body, ...dated, ...body.successors].flatMap((fact) => fact.sources);
  return [
    ...cited
      .filter((ref) => !sources.has(ref))
      .map((ref) => `Body ${body.key} cites source ${ref}, which is not listed.`),
    ...body.successors
      .filter(({ ods }) => ods !== undefined && !odsCodes.has(ods))
      .map(({ ods }) => `Body ${body.key} is followed by ${ods}, which the ODS file does not hold.`),
  ];
}

function partyFaults({ key, lead, partners }: DeploymentFile, { odsCodes, bodies }: WholeRegister): string[] {
  const codes = [lead, ...partners].flatMap((party) => party?.ods ?? []);
  const named = partners.flatMap(({ body }) => body ?? []);
  return [
    ...codes
      .filter((code) => !odsCodes.has(code))
      .map((code) => `${key} names ${code}, which the ODS file does not hold.`),
    ...named
      .filter((name) => !bodies.some((body) => body.key === name))
      .map((name) => `${key} names the body ${name}, which is not listed.`),
  ];
}

function unknownDeployments(claim: NationalClaim, deployments: readonly DeploymentFile[]): string[] {
  return claim.deployments
    .filter((name) => !deployments.some(({ key }) => key === name))
    .map((name) => `${claim.key} is about the deployment ${name}, which has no file.`);
}

function sourceFaults({ key, sources: cited, asOf }: FileClaim, { sources }: WholeRegister): string[] {
  const missing = cited.filter((ref) => !sources.has(ref));
  const dates = cited.map((ref) => sources.get(ref)?.published?.value ?? null);
  return [
    ...missing.map((ref) => `${key} cites source ${ref}, which is not listed.`),
    ...(dates.includes(asOf?.value ?? null)
      ? []
      : [`${key} is as of ${asOf?.toString() ?? 'no date'}, unlike every source it cites.`]),
  ];
}

function contradictionFaults({ key, contradicts }: FileClaim, claims: readonly FileClaim[]): string[] {
  return contradicts.flatMap((otherKey) => {
    const other = claims.find((claim) => claim.key === otherKey);
    if (!other) return [`${key} contradicts ${otherKey}, which does not exist.`];
    return other.contradicts.includes(key) ? [] : [`${key} contradicts ${otherKey}, which does not say so.`];
  });
}
