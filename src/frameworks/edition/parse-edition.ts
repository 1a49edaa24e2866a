import { parse } from 'yaml';
import { type Criterion, type Edition, editionSchema } from './edition-schema.js';

/** An edition file is unusable; `faults` lists everything that is wrong with it, each with its place. */
export class EditionFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`This framework edition cannot be used:\n- ${faults.join('\n- ')}`);
    this.name = 'EditionFault';
  }
}

/**
 * Reads an edition from YAML and guarantees that every name in it leads somewhere: each criterion to its domain,
 * guidelines and letter concerns, each id used once.
 * @throws EditionFault listing all faults at once.
 */
export function parseEdition(yaml: string): Edition {
  const shape = editionSchema.safeParse(readYaml(yaml));
  if (!shape.success) {
    throw new EditionFault(
      shape.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`),
    );
  }
  const faults = [
    ...duplicates(shape.data),
    ...shape.data.criteria.flatMap((c) => danglingNames(c, shape.data)),
  ];
  if (faults.length > 0) throw new EditionFault(faults);
  return shape.data;
}

function readYaml(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (fault) {
    throw new EditionFault([fault instanceof Error ? fault.message : 'file: is not YAML']);
  }
}

function duplicates({ criteria, guidelines, domains, letterConcerns }: Edition): string[] {
  const names = [
    ...criteria.map(({ id }) => `criterion ${id}`),
    ...guidelines.map(({ key }) => `guideline ${key}`),
    ...domains.map(({ code }) => `domain ${code}`),
    ...letterConcerns.map(({ code }) => `letter concern ${code}`),
  ];
  return names.filter((name, place) => names.indexOf(name) !== place).map((name) => `${name}: is used twice`);
}

function danglingNames(criterion: Criterion, edition: Edition): string[] {
  const faults: string[] = [];
  const { id, domain, knockOut, appliesFrom } = criterion;
  if (!edition.domains.some(({ code }) => code === domain))
    faults.push(`${id}: there is no domain ${domain}`);
  if (id.slice(4, 7) !== domain) faults.push(`${id}: its id names another domain than ${domain}`);
  for (const { guideline } of criterion.sources) {
    if (!edition.guidelines.some(({ key }) => key === guideline))
      faults.push(`${id}: there is no guideline ${guideline}`);
  }
  for (const concern of criterion.letterConcerns) {
    if (!edition.letterConcerns.some(({ code }) => code === concern))
      faults.push(`${id}: there is no concern ${concern}`);
  }
  if (knockOut !== null && knockOut.from < appliesFrom) faults.push(`${id}: knocks out before it applies`);
  if (knockOut?.element && !edition.elements.some(({ number }) => number === knockOut.element)) {
    faults.push(`${id}: there is no element ${knockOut.element}`);
  }
  return faults;
}
