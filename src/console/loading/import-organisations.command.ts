import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OPERATOR } from '../../identity/actor.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { sectionsOf, changeInWords } from '../../organisations/importing/trusts/trust-changes-in-words.js';
import { TrustsService, type TrustsPreview } from '../../organisations/importing/trusts/trusts.service.js';
import { day } from '../../web/words.js';
import { succeeded, unusable, type CommandResult } from '../command-result.js';
import { withCandour } from '../candour-context.js';

/** What the operator says beside the file. */
export interface TrustsToImport {
  readonly edition?: string;
  readonly allow?: readonly string[];
  readonly apply?: boolean;
}

/** `candour import-organisations FILE`: says what an edition of the published ODS file would change; `--apply` does it. */
export async function importOrganisationsCommand(
  path: string,
  { edition, allow = [], apply = false }: TrustsToImport,
): Promise<CommandResult> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return unusable([`The file ${path} cannot be read. Check its name and that you may read it.`]);
  const file = { name: basename(path), bytes, edition: edition ?? null };
  try {
    return await withCandour(async (candour) => {
      const trusts = candour.get(TrustsService);
      const preview = await trusts.preview(OPERATOR, file);
      if (!apply)
        return succeeded([...linesOf(preview), 'Nothing was changed. Say it again with --apply to import.'], {
          ...asJson(preview),
          applied: false,
        });
      const outcome = await trusts.import(OPERATOR, file, { allowed: allow, seen: preview.seen });
      const { added, renamed, closed, reopened, corrected, unchanged, heldBack } = outcome;
      const done = `Added ${added}, renamed ${renamed}, closed ${closed}, reopened ${reopened}, otherwise corrected ${corrected}, left ${unchanged} as they were, held back ${heldBack}.`;
      return succeeded([...linesOf(preview), done], { ...outcome, applied: true });
    });
  } catch (refusal) {
    if (refusal instanceof Unprocessable)
      return unusable([refusal.detail, ...refusal.issues.map(({ text }) => `  ${text}`)]);
    throw refusal;
  }
}

function linesOf({ edition, changes, heldBack, unchanged, notInFile }: TrustsPreview): string[] {
  const held = heldBack.map((change) => `  ${changeInWords(change)}`);
  return [
    `The edition of ${day(edition)}.`,
    ...sectionsOf(changes).flatMap(({ heading, sentences }) => [
      heading,
      ...sentences.map((sentence) => `  ${sentence}`),
    ]),
    ...(held.length === 0
      ? []
      : ['Held back unless --allow names the code, because an older file does this', ...held]),
    `As they are: ${unchanged} of the file, and ${notInFile} that it does not name.`,
  ];
}

function asJson({ edition, changes, heldBack, unchanged, notInFile }: TrustsPreview) {
  return {
    edition,
    changes: changes.map((change) => ({ ...change })),
    heldBack: heldBack.map((change) => ({ ...change })),
    unchanged,
    notInFile,
  };
}
