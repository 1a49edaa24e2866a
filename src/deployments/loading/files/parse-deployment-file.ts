import type { FactFault } from '../../../kernel/fact-files/fact-file-fault.js';
import { namesUsedTwice, type FactPath, type YamlText } from '../../../kernel/fact-files/yaml-file.js';
import {
  type FileClaim,
  type DeploymentFile,
  deploymentFileSchema,
  type NationalClaim,
  nationalClaimsFileSchema,
} from './deployment-file-schema.js';
import { isLifeCycleState } from '../../life-cycle-state.js';

/**
 * Reads one deployment file. Guarantees that whatever the file concludes (state, lead, partners, aliases) names the claim of
 * the same file that supports it.
 * @throws FactFileFault listing all faults at once.
 */
export function parseDeploymentFile(yaml: YamlText): DeploymentFile {
  const deployment = yaml.as(deploymentFileSchema);
  yaml.refuse([
    ...claimFaults(yaml, deployment.claims),
    ...supportFaults(yaml, deployment),
    ...partyFaults(yaml, deployment),
  ]);
  return deployment;
}

/**
 * Reads the claims that are about more than one scheme.
 * @throws FactFileFault listing all faults at once.
 */
export function parseNationalClaims(yaml: YamlText): NationalClaim[] {
  const { claims } = yaml.as(nationalClaimsFileSchema);
  yaml.refuse(claimFaults(yaml, claims));
  return claims;
}

function claimFaults(yaml: YamlText, claims: readonly FileClaim[]): FactFault[] {
  return [
    ...namesUsedTwice(claims.map(({ key }) => key)).map(({ name, at }) =>
      yaml.fault(['claims', at], `${name}: is used twice. Give it another key.`),
    ),
    ...claims.flatMap((claim, at) => ownFaults(claim).map((text) => yaml.fault(['claims', at], text))),
  ];
}

function ownFaults({ key, topic, value, planned, date, contradicts }: FileClaim): string[] {
  return [
    ...(topic === 'STATE' && !isLifeCycleState(value)
      ? [`${key}: claims a state that is none. Give one of the states of the life cycle.`]
      : []),
    ...(planned && !date ? [`${key}: is planned, and has no date. Add the date that was planned.`] : []),
    ...(contradicts.includes(key) ? [`${key}: contradicts itself. Name the other claim.`] : []),
  ];
}

interface Supported {
  readonly what: string;
  readonly supportedBy: string;
  readonly path: FactPath;
  readonly isName?: boolean;
}

function supportFaults(yaml: YamlText, deployment: DeploymentFile): FactFault[] {
  const { key, claims, aliases, lead, partners, state } = deployment;
  const named: readonly Supported[] = [
    ...aliases.map(({ name, supportedBy }, at) => ({
      ...{ what: `the name ${name}`, supportedBy, path: ['aliases', at], isName: true },
    })),
    ...(lead ? [{ what: 'the lead', supportedBy: lead.supportedBy, path: ['lead'] }] : []),
    ...partners.map(({ ods, body, supportedBy }, at) => ({
      ...{ what: `partner ${ods ?? body}`, supportedBy, path: ['partners', at] },
    })),
    ...state.supportedBy.map((supportedBy) => ({
      ...{ what: 'the state', supportedBy, path: ['state', 'supportedBy'] },
    })),
  ];
  return named.flatMap(({ what, supportedBy, path, isName }) => {
    const claim = claims.find((one) => one.key === supportedBy);
    if (!claim)
      return [
        yaml.fault(
          path,
          `${key}: there is no claim ${supportedBy} to support ${what}. Mend its key, or add it.`,
        ),
      ];
    if (isName !== true || claim.topic === 'ALIAS') return [];
    const text = `${key}: claim ${supportedBy} is not about a name, and cannot support ${what}. Name a claim whose topic is ALIAS.`;
    return [yaml.fault(path, text)];
  });
}

function partyFaults(yaml: YamlText, { key, lead, partners }: DeploymentFile): FactFault[] {
  return partners.flatMap(({ ods, body, supportedBy }, at) => [
    ...((ods === undefined) === (body === undefined)
      ? [
          yaml.fault(
            ['partners', at],
            `${key}: the partner of ${supportedBy} is either a body or an ODS code. Give one of the two.`,
          ),
        ]
      : []),
    ...(lead && ods === lead.ods
      ? [yaml.fault(['partners', at], `${key}: the lead is also a partner. Name it once.`)]
      : []),
  ]);
}
