import { FactFileFault, namesUsedTwice, readYamlFile } from '../../kernel/yaml-file.js';
import {
  type FileClaim,
  type DeploymentFile,
  deploymentFileSchema,
  type NationalClaim,
  nationalClaimsFileSchema,
} from './deployment-file-schema.js';
import { isLifeCycleState } from '../life-cycle-state.js';

/**
 * Reads one deployment file. Guarantees that whatever the file concludes (state, lead, partners, aliases) names the claim of
 * the same file that supports it.
 * @throws FactFileFault listing all faults at once.
 */
export function parseDeploymentFile(file: string, yaml: string): DeploymentFile {
  const deployment = readYamlFile(file, yaml, deploymentFileSchema);
  const faults = [
    ...claimFaults(deployment.claims),
    ...supportFaults(deployment),
    ...partyFaults(deployment),
  ];
  if (faults.length > 0) throw new FactFileFault(file, faults);
  return deployment;
}

/**
 * Reads the claims that are about more than one scheme.
 * @throws FactFileFault listing all faults at once.
 */
export function parseNationalClaims(file: string, yaml: string): NationalClaim[] {
  const { claims } = readYamlFile(file, yaml, nationalClaimsFileSchema);
  const faults = claimFaults(claims);
  if (faults.length > 0) throw new FactFileFault(file, faults);
  return claims;
}

function claimFaults(claims: readonly FileClaim[]): string[] {
  return [
    ...namesUsedTwice(claims.map(({ key }) => key)).map((key) => `${key}: is used twice`),
    ...claims.flatMap(({ key, topic, value, planned, date, contradicts }) => [
      ...(topic === 'STATE' && !isLifeCycleState(value) ? [`${key}: claims a state that is none`] : []),
      ...(planned && !date ? [`${key}: is planned, and has no date`] : []),
      ...(contradicts.includes(key) ? [`${key}: contradicts itself`] : []),
    ]),
  ];
}

function supportFaults({ key, claims, aliases, lead, partners, state }: DeploymentFile): string[] {
  const named = [
    ...aliases.map(({ name, supportedBy }) => ({ what: `the name ${name}`, supportedBy, topic: 'ALIAS' })),
    ...(lead ? [{ what: 'the lead', supportedBy: lead.supportedBy }] : []),
    ...partners.map(({ ods, body, supportedBy }) => ({ what: `partner ${ods ?? body}`, supportedBy })),
    ...state.supportedBy.map((supportedBy) => ({ what: 'the state', supportedBy })),
  ];
  return named.flatMap(({ what, supportedBy, ...wanted }) => {
    const claim = claims.find((one) => one.key === supportedBy);
    if (!claim) return [`${key}: there is no claim ${supportedBy} to support ${what}`];
    const isOfTopic = !('topic' in wanted) || claim.topic === wanted.topic;
    return isOfTopic ? [] : [`${key}: claim ${supportedBy} is not about a name, and cannot support ${what}`];
  });
}

function partyFaults({ key, lead, partners }: DeploymentFile): string[] {
  return [
    ...partners
      .filter(({ ods, body }) => (ods === undefined) === (body === undefined))
      .map(({ supportedBy }) => `${key}: the partner of ${supportedBy} is either a body or an ODS code`),
    ...partners.filter(({ ods }) => lead && ods === lead.ods).map(() => `${key}: the lead is also a partner`),
  ];
}
