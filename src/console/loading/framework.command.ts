import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FactFileFault, faultInWords } from '../../kernel/fact-files/fact-file-fault.js';
import { editionHash } from '../../frameworks/edition/edition-hash.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { parseEdition } from '../../frameworks/edition/parse-edition.js';
import { FrameworksService } from '../../frameworks/publishing/frameworks.service.js';
import { OPERATOR } from '../../identity/actor.js';
import { day, plural } from '../../web/words.js';
import { foundFaults, succeeded, unusable, type CommandResult } from '../command-result.js';
import { withCandour } from '../candour-context.js';

/** `candour framework check`: says everything that is wrong with the file of an edition, without a database. */
export async function frameworkCheckCommand(path: string): Promise<CommandResult> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return unusable([cannotBeRead(path)]);
  try {
    const edition = parseEdition(bytes, basename(path));
    const contentHash = editionHash(edition);
    return succeeded(
      [`${inShort(edition)} Nothing is wrong with it.`, `The SHA-256 of its content is ${contentHash}.`],
      { ...asJson(edition, contentHash), faults: [] },
    );
  } catch (fault) {
    if (!(fault instanceof FactFileFault)) throw fault;
    const faults = fault.faults.map(({ line, text }) => ({ line, text }));
    const summary = `${plural(faults.length, 'thing is', 'things are')} wrong. Put them right before it is published.`;
    return foundFaults([...fault.faults.map(faultInWords), summary], { edition: null, faults });
  }
}

/** `candour framework publish`: publishes the edition in a file, or says that it is there already. */
export async function frameworkPublishCommand(path: string): Promise<CommandResult> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return unusable([cannotBeRead(path)]);
  const file = { name: basename(path), bytes };
  const { content, contentHash, outcome } = await withCandour((candour) =>
    candour.get(FrameworksService).publish(OPERATOR, file),
  );
  const done =
    outcome === 'published' ? 'It is published.' : 'It was published already, with the same content.';
  return succeeded([`${inShort(content)} ${done}`], { ...asJson(content, contentHash), outcome });
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
