import { z } from 'zod';
import { CRITERION_ID, DOMAIN_CODE, ELEMENTS } from './edition-schema.js';
import { namesUsedTwice, type FactPath } from '../../kernel/fact-files/yaml-file.js';
import type { EditionFault } from './reading/edition-fault.js';
import { treeFaults } from './reading/tree-faults.js';

const word = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
/** What does not look like the code of a domain or of a criterion is told as that, and not looked for. */
const domainCode = z.string().regex(DOMAIN_CODE).nullish().catch(null);
const criterionId = z.string().regex(CRITERION_ID).nullish().catch(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).catch([]);

const criterionNames = z.object({
  ...{ id: criterionId, domain: domainCode, within: word, appliesFrom: word, appliesTo: word },
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
    domains: list(z.object({ code: word, within: word }).catch({})),
    elements: list(z.object({ number }).catch({})),
    letterConcerns: list(z.object({ code: word }).catch({})),
    guidelines: list(z.object({ key: word, inForceFrom: word, inForceTo: word }).catch({})),
    criteria: list(criterionNames.catch({ sources: [], letterConcerns: [] })),
  })
  .catch({ domains: [], elements: [], letterConcerns: [], guidelines: [], criteria: [] });

type Names = z.output<typeof editionNames>;
type CriterionNames = Names['criteria'][number];

/** Every name in an edition that leads nowhere or stands twice, and every period that ends before it begins. */
export function nameFaults(content: unknown): EditionFault[] {
  const names = editionNames.parse(content);
  const known = knownNames(names);
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
      guidelineFaults(guideline).map((text): EditionFault => ({
        ...{ path: ['guidelines', at], rule: 'days-in-order', text },
      })),
    ),
    ...names.criteria.flatMap((criterion, at) =>
      criterionFaults(criterion, known).map((fault) => ({ ...fault, path: ['criteria', at, ...fault.path] })),
    ),
    ...treeFaults(
      'domain',
      'domains',
      names.domains.map(({ code, within }) => ({ name: code, within })),
    ),
    ...treeFaults(
      'criterion',
      'criteria',
      names.criteria.map(({ id, within }) => ({ name: id, within })),
    ),
  ];
}

/** The names that criteria lead to, each list looked up at once: an edition may have thousands of each. */
interface KnownNames {
  readonly domains: ReadonlySet<unknown>;
  readonly guidelines: ReadonlySet<unknown>;
  readonly letterConcerns: ReadonlySet<unknown>;
  readonly elements: ReadonlySet<unknown>;
}

function knownNames({ domains, guidelines, letterConcerns, elements }: Names): KnownNames {
  return {
    domains: new Set(domains.map(({ code }) => code)),
    guidelines: new Set(guidelines.map(({ key }) => key)),
    letterConcerns: new Set(letterConcerns.map(({ code }) => code)),
    elements: new Set(elements.map(({ number: known }) => known)),
  };
}

function repeated(
  what: string,
  place: string,
  names: readonly (string | null | undefined)[],
): EditionFault[] {
  const known = names.map((name, at) => name ?? `nameless ${String(at)}`);
  return namesUsedTwice(known).map(({ name, at }) => ({
    path: [place, at],
    rule: 'names-stand-once',
    text: `${what} ${name}: is used twice. Give one of the two another name.`,
  }));
}

function guidelineFaults({ key, inForceFrom, inForceTo }: Names['guidelines'][number]): string[] {
  return inForceFrom && inForceTo && inForceTo < inForceFrom
    ? [`guideline ${key ?? ''}: ends before it is in force. Mend one of the days.`]
    : [];
}

function criterionFaults(criterion: CriterionNames, known: KnownNames): EditionFault[] {
  const { domain, sources, letterConcerns } = criterion;
  const id = criterion.id ?? 'criterion';
  const missing = (what: string, path: FactPath, name: string): EditionFault => ({
    path,
    rule: 'names-lead-somewhere',
    text: `${id}: there is no ${what} ${name}. Mend the name, or add what it names.`,
  });
  return [
    ...(domain && !known.domains.has(domain) ? [missing('domain', ['domain'], domain)] : []),
    ...(domain && criterion.id && /^SIM-/.test(criterion.id) && criterion.id.split('-')[1] !== domain
      ? [
          {
            path: ['id'],
            rule: 'names-lead-somewhere' as const,
            text: `${id}: its id names another domain than ${domain}. Mend one of the two.`,
          },
        ]
      : []),
    ...sources.flatMap(({ guideline }, at) =>
      guideline && !known.guidelines.has(guideline) ? [missing('guideline', ['sources', at], guideline)] : [],
    ),
    ...letterConcerns.flatMap((concern, at) =>
      concern && !known.letterConcerns.has(concern)
        ? [missing('concern', ['letterConcerns', at], concern)]
        : [],
    ),
    ...periodFaults(criterion),
    ...elementFaults(criterion, known),
  ];
}

function periodFaults({ id, appliesFrom, appliesTo, knockOut }: CriterionNames): EditionFault[] {
  const called = id ?? 'criterion';
  const disordered = (place: string, text: string): EditionFault => ({
    ...{ path: [place], rule: 'days-in-order', text: `${called}: ${text} Mend one of the days.` },
  });
  return [
    ...(appliesFrom && appliesTo && appliesTo <= appliesFrom
      ? [disordered('appliesTo', 'ends before it applies.')]
      : []),
    ...(knockOut?.from && appliesFrom && knockOut.from < appliesFrom
      ? [disordered('knockOut', 'knocks out before it applies.')]
      : []),
  ];
}

function elementFaults({ id, knockOut }: CriterionNames, known: KnownNames): EditionFault[] {
  const element = knockOut?.element;
  if (!element || known.elements.has(element)) return [];
  const text = `${id ?? 'criterion'}: there is no element ${element}. Mend it, or add it.`;
  return [{ path: ['knockOut', 'element'], rule: 'names-lead-somewhere', text }];
}
