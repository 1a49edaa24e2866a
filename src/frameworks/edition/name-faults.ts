import { z } from 'zod';
import { CRITERION_ID, ELEMENTS } from './edition-schema.js';
import { namesUsedTwice, type FactPath } from '../../kernel/fact-files/yaml-file.js';

/** A name that leads nowhere, or a period that ends before it begins, and where it stands. */
export interface NameFault {
  readonly path: FactPath;
  readonly text: string;
}

const word = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
/** What does not look like the code of a domain or of a criterion is told as that, and not looked for. */
const domainCode = z.string().length(3).nullish().catch(null);
const criterionId = z.string().regex(CRITERION_ID).nullish().catch(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);

const criterionNames = z.object({
  ...{ id: criterionId, domain: domainCode, appliesFrom: word, appliesTo: word },
  knockOut: z
    .object({ from: word, element: z.literal(ELEMENTS).nullish().catch(null) })
    .nullish()
    .catch(null),
  sources: list(z.object({ guideline: word }).catch({})),
  letterConcerns: list(word),
});

/** What the names of an edition are, whatever else is wrong with it: so that everything is told at once. */
const editionNames = z
  .object({
    domains: list(z.object({ code: word }).catch({})),
    elements: list(z.object({ number }).catch({})),
    letterConcerns: list(z.object({ code: word }).catch({})),
    guidelines: list(z.object({ key: word, inForceFrom: word, inForceTo: word }).catch({})),
    criteria: list(criterionNames.catch({ sources: [], letterConcerns: [] })),
  })
  .catch({ domains: [], elements: [], letterConcerns: [], guidelines: [], criteria: [] });

type Names = z.output<typeof editionNames>;
type CriterionNames = Names['criteria'][number];

/** Every name in an edition that leads nowhere or stands twice, and every period that ends before it begins. */
export function nameFaults(content: unknown): NameFault[] {
  const names = editionNames.parse(content);
  return [
    ...repeated(
      'criterion',
      'criteria',
      names.criteria.map(({ id }) => id),
    ),
    ...repeated(
      'guideline',
      'guidelines',
      names.guidelines.map(({ key }) => key),
    ),
    ...repeated(
      'domain',
      'domains',
      names.domains.map(({ code }) => code),
    ),
    ...repeated(
      'letter concern',
      'letterConcerns',
      names.letterConcerns.map(({ code }) => code),
    ),
    ...names.guidelines.flatMap((guideline, at) =>
      guidelineFaults(guideline).map((text) => ({ path: ['guidelines', at], text })),
    ),
    ...names.criteria.flatMap((criterion, at) =>
      criterionFaults(criterion, names).map(({ path, text }) => ({ path: ['criteria', at, ...path], text })),
    ),
  ];
}

function repeated(what: string, place: string, names: readonly (string | null | undefined)[]): NameFault[] {
  const known = names.map((name, at) => name ?? `nameless ${String(at)}`);
  return namesUsedTwice(known).map(({ name, at }) => ({
    path: [place, at],
    text: `${what} ${name}: is used twice. Give one of the two another name.`,
  }));
}

function guidelineFaults({ key, inForceFrom, inForceTo }: Names['guidelines'][number]): string[] {
  return inForceFrom && inForceTo && inForceTo < inForceFrom
    ? [`guideline ${key ?? ''}: ends before it is in force. Mend one of the days.`]
    : [];
}

function criterionFaults(criterion: CriterionNames, names: Names): NameFault[] {
  const { domain, sources, letterConcerns } = criterion;
  const id = criterion.id ?? 'criterion';
  const missing = (what: string, path: FactPath, name: string): NameFault => ({
    path,
    text: `${id}: there is no ${what} ${name}. Mend the name, or add what it names.`,
  });
  return [
    ...(domain && !names.domains.some(({ code }) => code === domain)
      ? [missing('domain', ['domain'], domain)]
      : []),
    ...(domain && criterion.id && criterion.id.slice(4, 7) !== domain
      ? [{ path: ['id'], text: `${id}: its id names another domain than ${domain}. Mend one of the two.` }]
      : []),
    ...sources.flatMap(({ guideline }, at) =>
      guideline && !names.guidelines.some(({ key }) => key === guideline)
        ? [missing('guideline', ['sources', at], guideline)]
        : [],
    ),
    ...letterConcerns.flatMap((concern, at) =>
      concern && !names.letterConcerns.some(({ code }) => code === concern)
        ? [missing('concern', ['letterConcerns', at], concern)]
        : [],
    ),
    ...periodFaults(criterion, names),
  ];
}

function periodFaults(
  { id, appliesFrom, appliesTo, knockOut }: CriterionNames,
  { elements }: Names,
): NameFault[] {
  const called = id ?? 'criterion';
  const element = knockOut?.element;
  return [
    ...(appliesFrom && appliesTo && appliesTo <= appliesFrom
      ? [{ path: ['appliesTo'], text: `${called}: ends before it applies. Mend one of the days.` }]
      : []),
    ...(knockOut?.from && appliesFrom && knockOut.from < appliesFrom
      ? [{ path: ['knockOut'], text: `${called}: knocks out before it applies. Mend one of the days.` }]
      : []),
    ...(element && !elements.some(({ number: known }) => known === element)
      ? [
          {
            path: ['knockOut', 'element'],
            text: `${called}: there is no element ${element}. Mend it, or add it.`,
          },
        ]
      : []),
  ];
}
