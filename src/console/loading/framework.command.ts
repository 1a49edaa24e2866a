import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FactFileFault, faultInWords } from '../../kernel/fact-files/fact-file-fault.js';
import { editionDifference } from '../../frameworks/edition/comparing/edition-difference.js';
import { editionHash } from '../../frameworks/edition/edition-hash.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { parseEdition } from '../../frameworks/edition/parse-edition.js';
import { EDITION_FORMATS, writtenEdition } from '../../frameworks/edition/writing/written-edition.js';
import { EDITION_RULES } from '../../frameworks/edition/reading/edition-rules.js';
import { bySort, DIFFERENCE_WORDS } from '../../frameworks/editions/difference-words.js';
import { FrameworksService, type HandedOverEdition } from '../../frameworks/publishing/frameworks.service.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import { OPERATOR } from '../../identity/actor.js';
import { day, plural } from '../../web/words.js';
import { foundFaults, succeeded, unusable, type CommandResult } from '../command-result.js';
import { withCandour } from '../candour-context.js';

/** `candour framework check`: says everything that is wrong with the file of an edition, without a database. */
export async function frameworkCheckCommand(path: string): Promise<CommandResult> {
  const read = await editionAt(path);
  if ('unusable' in read) return unusable([read.unusable]);
  if ('faults' in read) return faultsFound(read.faults);
  const contentHash = editionHash(read.edition);
  return succeeded(
    [`${inShort(read.edition)} Nothing is wrong with it.`, `The SHA-256 of its content is ${contentHash}.`],
    { ...asJson(read.edition, contentHash), faults: [] },
  );
}

/**
 * `candour framework diff`: says what changed from the edition in one file to that in another, without a database. Exit code
 * 0 when they differ in nothing, 1 when they do, 2 when either cannot be used.
 */
export async function frameworkDiffCommand(from: string, to: string): Promise<CommandResult> {
  const [earlier, later] = [await editionAt(from), await editionAt(to)];
  for (const read of [earlier, later]) {
    if ('unusable' in read) return unusable([read.unusable]);
    if ('faults' in read) return unusable(read.faults.faults.map(faultInWords));
  }
  if (!('edition' in earlier) || !('edition' in later)) return unusable([]);
  const differences = editionDifference(earlier.edition, later.edition);
  const json = {
    ...{ from: asJson(earlier.edition, editionHash(earlier.edition)) },
    ...{
      to: asJson(later.edition, editionHash(later.edition)),
      differences: differences.map((one) => ({ ...one })),
    },
  };
  if (differences.length === 0)
    return succeeded(['Nothing of what is asked, how it is scored or what it rests on differs.'], json);
  const lines = bySort(differences).flatMap(({ sort, differences: told }) => [
    `${DIFFERENCE_WORDS[sort].label} (${String(told.length)})`,
    ...told.flatMap(({ about, what, was, becomes }) => [
      `  ${about}: ${what}`,
      ...(was === null ? [] : [`    was: ${was}`]),
      ...(becomes === null ? [] : [`    now: ${becomes}`]),
    ]),
  ]);
  return foundFaults([...lines, `${plural(differences.length, 'difference')}.`], json);
}

/**
 * `candour framework export`: prints an edition as a table or as an OSCAL catalog, from a file, or by its id where it is
 * published. What is printed is read again as the same edition.
 */
export async function frameworkExportCommand(
  named: string,
  { format = 'csv' }: { readonly format?: string } = {},
): Promise<CommandResult> {
  const wanted = EDITION_FORMATS.find((one) => one.split('.', 1)[0] === format);
  if (wanted === undefined) return unusable([`There is no format ${format}. Say csv or oscal.`]);
  const edition = await editionNamed(named);
  if ('unusable' in edition) return unusable([edition.unusable]);
  if ('faults' in edition) return faultsFound(edition.faults);
  const { fileName, text } = writtenEdition(edition.edition, wanted);
  return succeeded([text.trimEnd()], { fileName, text });
}

/** The edition in this file, or the published edition of this id. */
async function editionNamed(named: string): Promise<EditionRead> {
  const read = await editionAt(named);
  if (!('unusable' in read) || !EDITION_KEY.test(named)) return read;
  const found = await withCandour((candour) => candour.get(FrameworksQueries).one(OPERATOR, named));
  return found ?? { unusable: `There is no file ${named}, and no edition of this id is published.` };
}

const EDITION_KEY = /^[a-z]+-\d{4}-\d{2}$/;

/**
 * `candour framework publish`: proposes the edition in a file, or publishes it where an administrator proposed the very same;
 * with `--dry-run` it says what would be done and does nothing.
 */
export async function frameworkPublishCommand(
  path: string,
  { dryRun }: { readonly dryRun?: boolean } = {},
): Promise<CommandResult> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return unusable([cannotBeRead(path)]);
  const file = { name: basename(path), bytes };
  if (dryRun === true) {
    const { content, contentHash, standing } = await withCandour((candour) =>
      candour.get(FrameworksService).preview(OPERATOR, file),
    );
    const lines = [`${inShort(content)} ${STANDS[standing]} Nothing was done.`];
    const json = { ...asJson(content, contentHash), outcome: null, standing };
    return standing === 'other content' ? foundFaults(lines, json) : succeeded(lines, json);
  }
  const { content, contentHash, outcome } = await withCandour((candour) =>
    candour.get(FrameworksService).publish(OPERATOR, file),
  );
  return succeeded([`${inShort(content)} ${DONE[outcome]}`], { ...asJson(content, contentHash), outcome });
}

const DONE: Readonly<Record<HandedOverEdition['outcome'], string>> = {
  proposed: 'It is proposed, and waits until an administrator publishes it under Publish a framework.',
  waiting:
    'It was proposed already, and waits until an administrator publishes it under Publish a framework.',
  published: 'It is published: an administrator had proposed the very same.',
  there: 'It was published already, with the same content.',
};

const STANDS = {
  new: 'It is not published yet.',
  there: 'It is published already, with the same content.',
  'other content': 'Another edition is published under this id, and cannot change. Give it an id of its own.',
} as const;

type EditionRead =
  { readonly edition: Edition } | { readonly faults: FactFileFault } | { readonly unusable: string };

async function editionAt(path: string): Promise<EditionRead> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return { unusable: cannotBeRead(path) };
  try {
    return { edition: parseEdition(bytes, basename(path)) };
  } catch (fault) {
    if (!(fault instanceof FactFileFault)) throw fault;
    return { faults: fault };
  }
}

function faultsFound({ faults: found }: FactFileFault): CommandResult {
  const faults = found.map(({ line, column, rule, text }) => ({
    ...{ line, column: column ?? null, rule: rule ?? null, text },
  }));
  const broken = Object.entries(EDITION_RULES).filter(([name]) => faults.some(({ rule }) => rule === name));
  const summary = `${plural(faults.length, 'thing is', 'things are')} wrong. Put them right before it is published.`;
  return foundFaults(
    [
      ...found.map(faultInWords),
      ...broken.map(([name, demands]) => `The rule “${name}”: ${demands}`),
      summary,
    ],
    { edition: null, faults },
  );
}

function cannotBeRead(path: string): string {
  return `The file ${path} cannot be read. Check its name and that you may read it.`;
}

function inShort({ id, version, criteria, guidelines, asAt }: Edition): string {
  const asked = `${plural(criteria.length, 'criterion', 'criteria')}, ${plural(guidelines.length, 'source')}`;
  return `${id}, version ${String(version)}: ${asked}, as at ${day(asAt)}.`;
}

function asJson({ id, version, criteria }: Edition, contentHash: string) {
  return { edition: id, version, criteria: criteria.length, contentHash };
}
