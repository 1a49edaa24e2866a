import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OPERATOR } from '../identity/actor.js';
import { Unprocessable } from '../kernel/refusal.js';
import { OrganisationsService } from '../organisations/importing/organisations.service.js';
import { succeeded, unusable, type CommandResult } from './command-result.js';
import { withCandour } from './candour-context.js';

/** `candour import-organisations FILE`: imports an edition of the published ODS file, whole or not at all. */
export async function importOrganisationsCommand(path: string): Promise<CommandResult> {
  const file = await readFile(path).catch(() => null);
  if (!file) return unusable([`The file ${path} cannot be read. Check its name and that you may read it.`]);
  try {
    const outcome = await withCandour((candour) =>
      candour.get(OrganisationsService).importTrusts(OPERATOR, file, `ODS file ${basename(path)}`),
    );
    const { added, corrected, unchanged } = outcome;
    return succeeded([`Added ${added}, corrected ${corrected}, left ${unchanged} as they were.`], {
      added,
      corrected,
      unchanged,
    });
  } catch (refusal) {
    if (refusal instanceof Unprocessable)
      return unusable([refusal.detail, ...refusal.issues.map(({ text }) => `  ${text}`)]);
    throw refusal;
  }
}
