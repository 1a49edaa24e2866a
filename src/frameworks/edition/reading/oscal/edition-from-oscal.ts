import type { z } from 'zod';
import type { FactPath } from '../../../../kernel/fact-files/yaml-file.js';
import { issueInWords } from '../../../../kernel/words/issue-in-words.js';
import { CRITERION_ID } from '../../edition-schema.js';
import { Origins } from '../origins.js';
import {
  oscalCatalog,
  propertyOf,
  type OscalCatalog,
  type OscalControl,
  type OscalProperty,
} from './oscal-catalog.js';
import { inTheirPlaces } from './oscal-places.js';
import { proseOf } from './oscal-prose.js';
import { walkCatalog, type WalkedCatalog } from './oscal-walk.js';

/** The file that a catalog stands in, where the catalog names nothing else that it was made from. */
export interface FileOfCatalog {
  readonly file: string;
  readonly sha256: string;
}

/** Something of a catalog that is not as OSCAL has it, and where. */
export interface CatalogFault {
  readonly path: FactPath;
  readonly text: string;
}

/** What an OSCAL catalog is as an edition, not yet checked, and where each part of it stands in the catalog. */
export interface EditionFromOscal {
  readonly edition: unknown;
  readonly origins: Origins<FactPath>;
  /** What is not as OSCAL has it; nothing of the edition can be relied on then. */
  readonly faults: readonly CatalogFault[];
}

const ROOT: FactPath = ['catalog'];
const CATALOG_ITSELF = 'CATALOG';

/**
 * Reads an OSCAL 1.2 catalog as an edition: groups are domains, controls are criteria, whatever their depth; statements are
 * what is required, assessment parts the evidence expected, referenced resources the sources. What only Candour knows stands
 * in properties; where it is missing, a control stops nothing and applies from the day of the catalog.
 */
export function editionFromOscal(given: unknown, madeFrom: FileOfCatalog): EditionFromOscal {
  const origins = new Origins<FactPath>(ROOT);
  const read = oscalCatalog.safeParse(given);
  if (!read.success) return { edition: null, origins, faults: faultsOf(read.error, ROOT) };
  const catalog = read.data;
  const walked = inTheirPlaces(walkCatalog(catalog, ROOT));
  const faults = walked.unreadable.flatMap(({ path, error }) => faultsOf(error, path));
  if (faults.length > 0) return { edition: null, origins, faults };
  const codes = walked.groups.map(({ thing, path }) => codeOf(thing.id ?? numbered(path)));
  const asAt = propertyOf(catalog.metadata.props, 'as-at') ?? catalog.metadata['last-modified'].slice(0, 10);
  const edition = {
    ...headOf(catalog, { asAt, madeFrom, origins }),
    domains: domainsOf({ catalog, walked, codes }, origins),
    guidelines: guidelinesOf(catalog, asAt, origins),
    criteria: criteriaOfCatalog({ catalog, walked, codes }, asAt, origins),
  };
  return { edition, origins, faults };
}

function numbered(path: FactPath): string {
  return `G-${path.filter((part) => typeof part === 'number').join('-')}`;
}

function faultsOf(error: z.ZodError, at: FactPath): CatalogFault[] {
  return error.issues.map((issue) => {
    const name = String(issue.path.at(-1) ?? at.at(-1));
    return { path: [...at, ...issue.path], text: `${name}: ${issueInWords(issue)}` };
  });
}

interface Head {
  readonly asAt: string;
  readonly madeFrom: FileOfCatalog;
  readonly origins: Origins<FactPath>;
}

function headOf({ metadata }: OscalCatalog, { asAt, madeFrom, origins }: Head): object {
  const { props, title, version } = metadata;
  const place: FactPath = [...ROOT, 'metadata'];
  for (const name of ['id', 'asAt', 'source']) origins.from([name], [...place, 'props']);
  origins.from(['title'], [...place, 'title']);
  origins.from(['version'], [...place, 'version']);
  const number = /^(?:v|rev\.?)?(\d+)/i.exec(version.trim())?.[1];
  return {
    id:
      propertyOf(props, 'edition') ??
      `${/[a-z]+/.exec(title.toLowerCase())?.[0] ?? 'catalog'}-${asAt.slice(0, 7)}`,
    version: number === undefined ? version : Math.max(1, Number(number)),
    ...{ title, asAt },
    source: {
      title: propertyOf(props, 'made-from') ?? title,
      file: propertyOf(props, 'made-from-file') ?? madeFrom.file,
      sha256: propertyOf(props, 'made-from-sha256') ?? madeFrom.sha256,
    },
    confidence: {
      A: propertyOf(props, 'confidence-a') ?? 'seen in a stored source',
      B: propertyOf(props, 'confidence-b') ?? 'as the catalog says, verify before display',
    },
    elements: props
      .filter(({ name }) => name === 'element')
      .map(({ value }) => ({ number: Number(value.split(':')[0]), text: value.replace(/^\d+:\s*/, '') })),
    letterConcerns: props
      .filter(({ name }) => name === 'concern')
      .map(({ value }) => ({ code: value.split(':')[0] ?? '', text: value.replace(/^[^:]*:\s*/, '') })),
    ...methodIn(props),
  };
}

/** The method that a property holds as JSON; what is no JSON stays a text, which is no method. */
function methodIn(props: readonly OscalProperty[]): object {
  const method = propertyOf(props, 'method');
  if (method === undefined) return {};
  try {
    return { method: JSON.parse(method) as unknown };
  } catch {
    return { method };
  }
}

interface Walked {
  readonly catalog: OscalCatalog;
  readonly walked: WalkedCatalog;
  /** The code of each group, in the order of the walk. */
  readonly codes: readonly string[];
}

function domainsOf({ catalog, walked, codes }: Walked, origins: Origins<FactPath>): object[] {
  const own = walked.controls.some(({ group }) => group === null)
    ? [{ code: CATALOG_ITSELF, name: catalog.metadata.title }]
    : [];
  const groups = walked.groups.map(({ thing, path, group }, at) => {
    origins.from(['domains', own.length + at], path);
    const within = group === null ? {} : { within: codes[group] };
    return { code: codes[at], name: thing.title, ...within };
  });
  return [...own, ...groups];
}

function guidelinesOf(catalog: OscalCatalog, asAt: string, origins: Origins<FactPath>): object[] {
  const { metadata, 'back-matter': back } = catalog;
  const addsNothing = propertyOf(metadata.props, 'nothing-added') === 'yes';
  const owner = metadata.parties.find(({ name }) => name !== undefined)?.name ?? metadata.title;
  const itself = { key: CATALOG_ITSELF, title: metadata.title, owner, kind: 'catalog', inForceFrom: asAt };
  const nothing = { inForceTo: null, supersededBy: null, confidence: 'B', note: '' };
  const resources = (back?.resources ?? []).map(({ uuid, title, props, citation }, at) => {
    origins.from(['guidelines', at + (addsNothing ? 0 : 1)], [...ROOT, 'back-matter', 'resources', at]);
    return {
      key: propertyOf(props, 'key') ?? uuid,
      title: title ?? citation?.text ?? uuid,
      owner: propertyOf(props, 'owner') ?? owner,
      kind: propertyOf(props, 'kind') ?? 'reference',
      inForceFrom: propertyOf(props, 'in-force-from') ?? asAt,
      inForceTo: propertyOf(props, 'in-force-to') ?? null,
      supersededBy: propertyOf(props, 'superseded-by') ?? null,
      confidence: propertyOf(props, 'confidence') ?? 'B',
      note: propertyOf(props, 'note') ?? '',
    };
  });
  return addsNothing ? resources : [{ ...itself, ...nothing }, ...resources];
}

function criteriaOfCatalog(
  { catalog, walked, codes }: Walked,
  asAt: string,
  origins: Origins<FactPath>,
): object[] {
  const codeOfId = new Map(walked.controls.map(({ thing }) => [thing.id, codeOfControl(thing)]));
  const keys = new Map(
    (catalog['back-matter']?.resources ?? []).map(({ uuid, props }) => [
      uuid,
      propertyOf(props, 'key') ?? uuid,
    ]),
  );
  return walked.controls.map(({ thing, path, group, within }, at) => {
    origins.from(['criteria', at], path);
    origins.from(['criteria', at, 'id'], [...path, 'id']);
    origins.from(['criteria', at, 'requirement'], [...path, 'title']);
    const domain = group === null ? CATALOG_ITSELF : codes[group];
    const said =
      propertyOf(thing.props, 'within') ?? (within === null ? undefined : (codeOfId.get(within) ?? within));
    const around = said === undefined ? {} : { within: said };
    return {
      id: codeOfControl(thing),
      domain,
      ...around,
      ...criterionOf(thing, asAt),
      sources: sourcesOf(thing, keys),
    };
  });
}

function criterionOf(control: OscalControl, asAt: string): object {
  const { props, title } = control;
  const statement = proseOf(control, ['statement']);
  const said = statement.startsWith(title) ? statement : `${title}\n${statement}`;
  const from = propertyOf(props, 'stops-from');
  const element = propertyOf(props, 'element');
  const formerly = props.filter(({ name }) => name === 'formerly').map(({ value }) => value);
  return {
    ...(formerly.length > 0 && { formerly }),
    requirement: statement === '' ? title : said,
    derivation: propertyOf(props, 'derivation') ?? 'direct',
    appliesFrom: propertyOf(props, 'applies-from') ?? asAt,
    appliesTo: propertyOf(props, 'applies-to') ?? null,
    knockOut: from === undefined ? null : { from, element: element === undefined ? null : Number(element) },
    letterConcerns: props.filter(({ name }) => name === 'concern').map(({ value }) => value),
    evidenceExpected: proseOf(control, ASSESSING) || 'The catalog does not say which.',
  };
}

const ASSESSING = ['assessment-objective', 'assessment-method', 'objective', 'assessment'];

function sourcesOf({ links, props }: OscalControl, keys: ReadonlyMap<string, string>): object[] {
  const references = links.filter(({ rel, href }) => rel === 'reference' && href.startsWith('#'));
  const named = references.map(({ href, text }, at) => ({
    guideline: keys.get(href.slice(1)) ?? href,
    ref: text ?? null,
    confidence: confidenceOf(props, {
      resource: href.slice(1),
      nth: references.slice(0, at).filter((before) => before.href === href).length,
    }),
  }));
  return named.length > 0 ? named : [{ guideline: CATALOG_ITSELF, ref: null, confidence: 'B' }];
}

/** How sure the reference is: the property of its resource, the second where the same is referred to a second time. */
function confidenceOf(
  props: readonly OscalProperty[],
  { resource, nth }: { readonly resource: string; readonly nth: number },
): string {
  const said = props.filter(({ name, group }) => name === 'confidence' && group === resource);
  return (said[nth] ?? said[0])?.value ?? 'B';
}

function codeOfControl({ id, props }: OscalControl): string {
  const label = propertyOf(props, 'label');
  return label !== undefined && CRITERION_ID.test(label) ? label : codeOf(id);
}

function codeOf(id: string): string {
  return id.toUpperCase().replaceAll('_', '-');
}
