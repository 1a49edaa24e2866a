import { canonicalJson } from '../../../kernel/canonical-json.js';
import { sha256 } from '../../../kernel/sha256.js';
import { editionHash } from '../edition-hash.js';
import type { Criterion, Edition, Guideline } from '../edition-schema.js';

interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
  readonly group?: string;
}

interface Group {
  readonly id: string;
  readonly title: string;
  readonly props: readonly Property[];
  readonly groups: Group[];
  readonly controls: object[];
}

const OURS = 'urn:candour:edition';
const TITLE_LENGTH = 120;

/**
 * An edition as an OSCAL 1.2 catalog: groups are its domains, controls its criteria, resources of the back matter its sources.
 * What OSCAL has no place for stands in properties of our namespace, so that it is read again as the same edition.
 */
export function catalogOfEdition(edition: Edition): object {
  return {
    catalog: {
      uuid: idOf(editionHash(edition)),
      metadata: metadataOf(edition),
      groups: groupsOf(edition),
      'back-matter': { resources: edition.guidelines.map(resourceOf) },
    },
  };
}

function metadataOf({ title, asAt, version, ...edition }: Edition): object {
  const { id, source, confidence, elements, letterConcerns, method } = edition;
  return {
    ...{ title, 'last-modified': `${asAt}T00:00:00Z`, version: String(version), 'oscal-version': '1.2.2' },
    props: [
      ...properties({ edition: id, 'as-at': asAt, 'nothing-added': 'yes' }),
      ...properties({
        'made-from': source.title,
        'made-from-file': source.file,
        'made-from-sha256': source.sha256,
      }),
      ...properties({ 'confidence-a': confidence.A, 'confidence-b': confidence.B }),
      ...elements.flatMap(({ number, text }) => properties({ element: `${String(number)}: ${text}` })),
      ...letterConcerns.flatMap(({ code, text }) => properties({ concern: `${code}: ${text}` })),
      ...(method ? properties({ method: canonicalJson(method) }) : []),
    ],
  };
}

/** Domains within each other to any depth, each with its criteria; the place in the edition stands where the tree has another order. */
function groupsOf({ domains, criteria }: Edition): readonly Group[] {
  const groups = new Map<string, Group>();
  domains.forEach(({ code, name }, place) => {
    groups.set(code, {
      ...{ id: code.toLowerCase(), title: name, groups: [], controls: [] },
      props: properties({ label: code, place: String(place + 1) }),
    });
  });
  criteria.forEach((criterion, place) => {
    groups.get(criterion.domain)?.controls.push(controlOf(criterion, place + 1));
  });
  const top: Group[] = [];
  for (const { code, within } of domains) {
    const group = groups.get(code);
    const around = within === undefined ? top : groups.get(within)?.groups;
    if (group) around?.push(group);
  }
  return top;
}

function controlOf(criterion: Criterion, place: number): object {
  const {
    id,
    within,
    requirement,
    derivation,
    appliesFrom,
    appliesTo,
    knockOut,
    formerly,
    letterConcerns,
    sources,
  } = criterion;
  const oscalId = id.toLowerCase();
  return {
    id: oscalId,
    title: requirement.split('\n', 1).join('').slice(0, TITLE_LENGTH).trim(),
    props: [
      ...properties({ label: id, place: String(place), within, derivation }),
      ...properties({ 'applies-from': appliesFrom, 'applies-to': appliesTo, 'stops-from': knockOut?.from }),
      ...properties({ element: knockOut?.element === undefined ? null : knockOut.element?.toString() }),
      ...(formerly ?? []).flatMap((code) => properties({ formerly: code })),
      ...letterConcerns.flatMap((code) => properties({ concern: code })),
      ...sources.map(({ guideline, confidence }) => ({
        ...{ name: 'confidence', ns: OURS, value: confidence, group: idOf(guideline) },
      })),
    ],
    links: sources.map(({ guideline, ref }) => ({
      ...{ href: `#${idOf(guideline)}`, rel: 'reference' },
      ...(ref !== null && { text: ref }),
    })),
    parts: [
      { id: `${oscalId}_smt`, name: 'statement', prose: requirement },
      { id: `${oscalId}_obj`, name: 'assessment-objective', prose: criterion.evidenceExpected },
    ],
  };
}

function resourceOf(guideline: Guideline): object {
  const { key, title, owner, kind, inForceFrom, inForceTo, supersededBy, confidence, note } = guideline;
  return {
    uuid: idOf(key),
    title,
    props: [
      ...properties({ key, owner, kind, 'in-force-from': inForceFrom, 'in-force-to': inForceTo }),
      ...properties({ 'superseded-by': supersededBy, confidence, note: note === '' ? null : note }),
    ],
  };
}

function properties(given: Readonly<Record<string, string | null | undefined>>): readonly Property[] {
  return Object.entries(given).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [{ name, ns: OURS, value }],
  );
}

/** A UUID of the eighth version that follows from a text alone, so that the same edition is always the same catalog. */
function idOf(text: string): string {
  const hash = sha256(text);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
