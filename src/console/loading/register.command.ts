import { stat } from 'node:fs/promises';
import { readRegisterFiles } from '../../deployments/loading/files/read-register.js';
import { registerFolder } from '../../deployments/loading/files/register-folder.js';
import { loadInWords } from '../../deployments/loading/load-in-words.js';
import type { PlannedFact } from '../../deployments/loading/planning/load-plan.js';
import { loadOutcome, SourceLoading, type LoadOutcome } from '../../deployments/loading/source-loading.js';
import { OPERATOR } from '../../identity/actor.js';
import { SystemClock } from '../../kernel/clock.js';
import { refusingFaults } from '../../kernel/fact-files/fact-file-fault.js';
import { day, plural } from '../../web/words.js';
import { succeeded, unusable, type CommandResult } from '../command-result.js';
import { withCandour } from '../candour-context.js';

const MOST_LISTED = 50;

/** `candour register load`: loads the sourced schemes, claims and bodies of a folder, or shows what that would do. */
export async function registerLoadCommand(
  folder: string,
  { preview }: { readonly preview?: boolean },
): Promise<CommandResult> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true)
    return unusable([`The folder ${folder} cannot be read. Name the folder that holds sources.yaml.`]);
  const handedOver = await registerFolder(folder);
  const files = refusingFaults(() => readRegisterFiles(handedOver, new SystemClock().today()));
  const { plan, outcome } = await withCandour(async (candour) => {
    const loading = candour.get(SourceLoading);
    const shown = await loading.preview(OPERATOR, files);
    const done = preview === true ? loadOutcome(shown) : await loading.load(OPERATOR, files, shown.mark);
    return { plan: shown, outcome: done };
  });
  const told = plan.facts.filter(({ does }) => does !== 'add');
  const lines = [
    `Read ${plural(files.names.length, 'file')}, of the edition of ${day(files.edition)}.`,
    ...told.slice(0, MOST_LISTED).map(inWords),
    ...(told.length > MOST_LISTED ? [`  and ${String(told.length - MOST_LISTED)} more`] : []),
    preview === true ? `Nothing was loaded. ${wouldBe(outcome)}` : `${loadInWords(outcome)}.`,
  ];
  return succeeded(lines, { edition: files.edition, loaded: preview !== true, ...outcome });
}

function inWords({ what, called, does, because, differences }: PlannedFact): string {
  const names = differences.map(({ name }) => name).join(', ');
  const done = does === 'leave' ? 'left as it is' : 'corrected';
  return `  ${what}: ${called}: ${done} (${names}).${because === null ? '' : ` ${because}`}`;
}

function wouldBe({ added, corrected, leftAlone, unchanged }: LoadOutcome): string {
  return `Loading would add ${String(added)}, correct ${String(corrected)}, and leave ${String(leftAlone)} that are said otherwise; ${String(unchanged)} are the same already.`;
}
