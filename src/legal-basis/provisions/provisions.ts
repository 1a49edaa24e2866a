import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FactFileFault } from '../../kernel/fact-files/fact-file-fault.js';
import { projectRoot } from '../../kernel/project-root.js';
import { issueInWords } from '../../kernel/words/issue-in-words.js';
import { isPickable, provisionSchema, type Provision } from './provision.js';

const FOLDER = 'src/legal-basis/provisions/entries';

/** The files of the list, in the order in which it is read; every file of the folder is one of them. */
export const PROVISION_FILES = [
  'uk-gdpr',
  'data-protection-act-2018',
  'data-protection-act-2018-schedule-1',
  'data-protection-act-1998',
  'data-use-and-access-act-2025',
  'police-and-courts',
  'children',
  'adults-and-capacity',
  'mental-health',
  'health-service',
  'confidentiality',
  'caldicott-and-codes',
  'rights-and-inquiries',
  'wales',
  'scotland',
  'northern-ireland',
  'offences',
] as const;

const fileSchema = z.strictObject({
  source: z.string().regex(/\S/),
  provisions: z.array(provisionSchema).min(1),
});

/**
 * Reads files of provisions, given by name and text.
 * @throws FactFileFault with everything that is wrong, a name that stands twice among it.
 */
export function readProvisions(files: Iterable<readonly [file: string, text: string]>): Provision[] {
  const found = new Map<string, Provision>();
  for (const [file, text] of files)
    for (const provision of provisionsOf(file, text)) {
      if (found.has(provision.id)) throw faultIn(file, `${provision.id} stands in the list twice.`);
      found.set(provision.id, provision);
    }
  return [...found.values()];
}

/**
 * Every provision of law that a record may name. It is read once, when the code that judges is loaded; rules look at
 * what was read and at no file.
 */
export const provisions: readonly Provision[] = readProvisions(
  PROVISION_FILES.map((name) => {
    const file = `${FOLDER}/${name}.json`;
    return [file, readFileSync(join(projectRoot, file), 'utf8')];
  }),
);

const byId = new Map(provisions.map((provision) => [provision.id, provision]));

/** The provision with this id; undefined for any other text. */
export function provisionById(id: string | null | undefined): Provision | undefined {
  return byId.get(id ?? '');
}

/** Why a pick is refused, and what to write in its place; each a sentence without its end. */
export interface RefusedPick {
  readonly wrong: string;
  readonly instead: string;
}

/** Why a record may not rest on what an id names; undefined where it may. */
export function refusalOfPick(id: string): RefusedPick | undefined {
  const provision = provisionById(id);
  if (provision === undefined)
    return {
      wrong: `“${id.slice(0, 80)}” is not on the list of provisions`,
      instead: 'Write the id that the list gives the provision, such as care-s42',
    };
  return isPickable(provision)
    ? undefined
    : {
        wrong: `${provision.short} cannot be picked as a basis: it only dates or changes other law, or is not law yet`,
        instead: 'Write the id of the law itself, such as care-s42',
      };
}

function provisionsOf(file: string, text: string): Provision[] {
  const reading = fileSchema.safeParse(contentOf(file, text));
  if (reading.success) return reading.data.provisions;
  throw new FactFileFault(
    reading.error.issues.map((issue) => ({
      file,
      line: null,
      text: `${issue.path.map(String).join('.') || 'file'}: ${issueInWords(issue)}`,
    })),
  );
}

function contentOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw faultIn(file, 'is not JSON. Mend it.');
  }
}

function faultIn(file: string, text: string): FactFileFault {
  return new FactFileFault([{ file, line: null, text }]);
}
