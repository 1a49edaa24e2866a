import { documentNamed } from '../../record/answers/document-links.js';
import { readLeniently } from '../../record/read-leniently.js';
import {
  registerViewSchema,
  type DeploymentView,
  type RegisterView,
  type SiblingFlow,
} from '../../record/register-view.js';
import { sameWords } from '../reading/words/texts.js';

/** The register beside a record, read once and indexed, so that ten thousand flows can be judged beside it. */
export interface IndexedRegister {
  readonly deployments: ReadonlyMap<string, DeploymentView>;
  readonly flowIds: ReadonlySet<string>;
  /** The flows that use a text, by the text's words. */
  readonly flowsByText: ReadonlyMap<string, ReadonlySet<string>>;
  readonly deploymentsByDpia: ReadonlyMap<string, ReadonlySet<string>>;
  readonly vendorPackHashes: ReadonlySet<string>;
  /** Ids and SHA-256 of the documents that are kept; null where nobody knows which are. */
  readonly documents: ReadonlySet<string> | null;
  /** Those of the documents that bear a date of their own; null where nobody knows which do. */
  readonly datedDocuments: ReadonlySet<string> | null;
  /** Closed deployments by a feature that a successor may share, for example `area:…`. */
  readonly closedByFeature: ReadonlyMap<string, ReadonlySet<string>>;
}

const CLOSED = ['CLOSED', 'DISBANDED'];

/** Reads and indexes the part of the register that the cross-record rules may look at. Never throws. */
export function readRegister(view: unknown): IndexedRegister {
  const read: RegisterView = readLeniently(registerViewSchema, view, {});
  const deployments = read.deployments ?? [];
  const flows = (read.flows ?? []).map((flow, index) => ({ ...flow, id: flow.id ?? `#${index}` }));
  return {
    deployments: new Map(deployments.map((deployment) => [deployment.id ?? '', deployment])),
    flowIds: new Set((read.flows ?? []).flatMap(({ id }) => id ?? [])),
    flowsByText: indexed(flows.flatMap(textsOf)),
    deploymentsByDpia: indexed(
      flows.flatMap(({ dpiaFileHash, deploymentId }) =>
        pair(documentNamed(dpiaFileHash, 'hash'), deploymentId),
      ),
    ),
    vendorPackHashes: new Set(
      (read.vendorPackHashes ?? []).flatMap((hash) => documentNamed(hash, 'hash') ?? []),
    ),
    documents: namedIn(read.documents),
    datedDocuments: namedIn(read.datedDocuments),
    closedByFeature: indexed(
      deployments
        .filter((deployment) => CLOSED.includes(deployment.state ?? ''))
        .flatMap((deployment) =>
          featuresOf(deployment).map((feature) => [feature, deployment.id ?? ''] as const),
        ),
    ),
  };
}

function namedIn(documents: readonly string[] | null | undefined): ReadonlySet<string> | null {
  return documents ? new Set(documents.flatMap((one) => documentNamed(one) ?? [])) : null;
}

/** What a deployment may share with its predecessor: area, force, manager, protocol (rule R-CN-05). */
export function featuresOf(deployment: DeploymentView): string[] {
  return [
    ...named('area', sameWords(deployment.area)),
    ...named('force', deployment.forceOrgId),
    ...named('manager', deployment.managerId),
    ...named('protocol', deployment.protocolHash),
  ];
}

function textsOf(flow: SiblingFlow & { id: string }): (readonly [string, string])[] {
  const texts = new Set([sameWords(flow.necessityText), sameWords(flow.lessIntrusiveAlternativesText)]);
  return [...texts].flatMap((text) => pair(text, flow.id));
}

function pair(
  key: string | null | undefined,
  value: string | null | undefined,
): (readonly [string, string])[] {
  return key && value ? [[key, value]] : [];
}

function named(feature: string, value: string | null | undefined): string[] {
  return value ? [`${feature}:${value}`] : [];
}

function indexed(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const [key, value] of pairs) {
    const values = index.get(key) ?? new Set();
    index.set(key, values.add(value));
  }
  return index;
}
