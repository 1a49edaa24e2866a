import type { FactFault } from '../../../kernel/fact-files/fact-file-fault.js';
import { PartialDate } from '../../../kernel/days/partial-date.js';
import type { LinkedBody } from '../../../organisations/importing/bodies/parse-bodies.js';
import type { FileClaim, DeploymentFile, NationalClaim } from './deployment-file-schema.js';
import { claimsIn, type RegisterFiles } from './register-files.js';

/** A claim that the register holds already, as far as the files may have to do with it. */
export interface KnownClaim {
  readonly key: string;
  readonly contradicts: readonly string[];
  readonly registeredBy: 'sources' | 'trust';
}

/** What the register holds already, by key: files may lead there as well as to each other. */
export interface KnownNames {
  readonly organisations: ReadonlySet<string>;
  readonly deployments: ReadonlySet<string>;
  readonly claims: readonly KnownClaim[];
}

/**
 * What is wrong between the files, and between them and the register; empty when nothing is. Checks that names lead
 * somewhere, that sources are listed, that contradictions are said from both sides, that a claim's date is the date of a
 * source it cites, and that nothing is said in the place of what a trust said itself.
 */
export function registerFaults(files: RegisterFiles, known: KnownNames): FactFault[] {
  const { bodies, deployments, nationalClaims } = files;
  const claims = claimsIn(files);
  return [
    ...repeated('deployment', deployments, files),
    ...repeated('claim', claims, files),
    ...bodies.flatMap((body) => placed(files, body, bodyFaults(body, files, known))),
    ...deployments.flatMap((one) => placed(files, one, partyFaults(one, files, known))),
    ...deployments.flatMap((one) => placed(files, one, placeFaults(one, claims, known))),
    ...nationalClaims.flatMap((claim) =>
      placed(files, claim, [
        ...unknownDeployments(claim, files, known),
        ...unknownBodies(claim, files, known),
      ]),
    ),
    ...claims.flatMap((claim) =>
      placed(files, claim, [
        ...sourceFaults(claim, files),
        ...contradictionFaults(claim, claims, known),
        ...takenFaults(claim, known),
      ]),
    ),
  ];
}

function placed({ places }: RegisterFiles, fact: object, texts: readonly string[]): FactFault[] {
  return texts.map((text) => places.fault(fact, text));
}

function repeated(
  kind: string,
  things: readonly { readonly key: string }[],
  files: RegisterFiles,
): FactFault[] {
  const keys = things.map(({ key }) => key);
  return things
    .filter(({ key }, at) => keys.indexOf(key) !== at)
    .map((thing) =>
      files.places.fault(thing, `There are two ${kind}s named ${thing.key}. Give one of them another key.`),
    );
}

function bodyFaults(body: LinkedBody, { sources, trusts }: RegisterFiles, known: KnownNames): string[] {
  const dated = [body.from, body.to].filter((fact) => fact !== null);
  const cited = [body, ...dated, ...body.successors].flatMap((fact) => fact.sources);
  return [
    ...cited
      .filter((ref) => !sources.has(ref))
      .map((ref) => `Body ${body.key} cites source ${ref}, which is not listed. ${LIST_IT}`),
    ...body.successors
      .flatMap(({ ods }) => ods ?? [])
      .filter((code) => !isTrust(code, trusts, known))
      .map((code) => `Body ${body.key} is followed by ${code}, ${WHICH_NOBODY_HOLDS}`),
  ];
}

function partyFaults(
  { key, lead, partners }: DeploymentFile,
  { trusts, bodies }: RegisterFiles,
  known: KnownNames,
): string[] {
  const codes = [lead, ...partners].flatMap((party) => party?.ods ?? []);
  const named = partners.flatMap(({ body }) => body ?? []);
  return [
    ...codes
      .filter((code) => !isTrust(code, trusts, known))
      .map((code) => `${key} names ${code}, ${WHICH_NOBODY_HOLDS}`),
    ...named
      .filter((name) => !bodies.some((body) => body.key === name) && !known.organisations.has(name))
      .map(
        (name) => `${key} names the body ${name}, which is not listed. Add it to the file of other bodies.`,
      ),
  ];
}

function placeFaults(
  { key, places }: DeploymentFile,
  claims: readonly FileClaim[],
  known: KnownNames,
): string[] {
  return places
    .filter(({ supportedBy }) => ![...claims, ...known.claims].some((claim) => claim.key === supportedBy))
    .map(
      ({ name, supportedBy }) =>
        `${key}: there is no claim ${supportedBy} to support the place ${name}. Mend its key, or add it.`,
    );
}

function isTrust(code: string, trusts: RegisterFiles['trusts'], { organisations }: KnownNames): boolean {
  const isInFile = trusts?.rows.some((trust) => trust.code === code) === true;
  return isInFile || organisations.has(code.toLowerCase());
}

function unknownDeployments(
  claim: NationalClaim,
  { deployments }: RegisterFiles,
  known: KnownNames,
): string[] {
  return claim.deployments
    .filter((name) => !deployments.some(({ key }) => key === name) && !known.deployments.has(name))
    .map(
      (name) =>
        `${claim.key} is about the deployment ${name}, which has no file. Mend its key, or add the file.`,
    );
}

function unknownBodies(
  { key, bodies: named }: NationalClaim,
  files: RegisterFiles,
  known: KnownNames,
): string[] {
  return named
    .filter(
      (name) =>
        !files.bodies.some((body) => body.key === name) && !isTrust(name.toUpperCase(), files.trusts, known),
    )
    .map(
      (name) =>
        `${key} concerns ${name}, which nobody holds. Mend its key, or add it to the file of other bodies.`,
    );
}

function sourceFaults({ key, sources: cited, asOf }: FileClaim, { sources }: RegisterFiles): string[] {
  const missing = cited.filter((ref) => !sources.has(ref));
  const dates = cited.map((ref) => sources.get(ref)?.published?.value ?? null);
  return [
    ...missing.map((ref) => `${key} cites source ${ref}, which is not listed. ${LIST_IT}`),
    ...(dates.includes(asOf?.value ?? null)
      ? []
      : [
          `${key} is as of ${asOf?.toString() ?? 'no date'}, unlike every source it cites (${dates.map(inWords).join(', ')}). Give the date of one of them.`,
        ]),
  ];
}

function contradictionFaults(
  { key, contradicts }: FileClaim,
  claims: readonly FileClaim[],
  known: KnownNames,
): string[] {
  return contradicts.flatMap((otherKey) => {
    const other =
      claims.find((claim) => claim.key === otherKey) ?? known.claims.find((claim) => claim.key === otherKey);
    if (!other) return [`${key} contradicts ${otherKey}, which does not exist. Mend its key.`];
    return other.contradicts.includes(key)
      ? []
      : [`${key} contradicts ${otherKey}, which does not say so. Say it on both sides.`];
  });
}

function takenFaults({ key }: FileClaim, { claims }: KnownNames): string[] {
  const isTaken = claims.some((claim) => claim.key === key && claim.registeredBy === 'trust');
  return isTaken
    ? [`${key} is what a trust said itself, and no source speaks in its place. Give it another key.`]
    : [];
}

function inWords(date: string | null): string {
  return date === null ? 'no date' : PartialDate.from(date).toString();
}

const LIST_IT = 'List it in sources.yaml, or mend the number.';
const WHICH_NOBODY_HOLDS =
  'which neither the file of trusts nor the register holds. Mend the code, or import the trusts first.';
