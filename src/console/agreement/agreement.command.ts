import { readFile } from 'node:fs/promises';
import { type TableAgreement, tableAgreement } from '../../review-method/agreement/table-agreement.js';
import { succeeded, unusable, type CommandResult } from '../command-result.js';
import { readLevels, readRatingsTable } from './ratings-table.js';

/**
 * `candour agreement FILE --levels LIST`: the agreement of a table of ratings, without a database. Exit code 2 when the
 * file or the levels cannot be used.
 */
export async function agreementCommand(path: string, list: string): Promise<CommandResult> {
  const levels = readLevels(list);
  if ('faults' in levels) return unusable(levels.faults);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null)
    return unusable([`${path}: The file cannot be read. Check its name and that you may read it.`]);
  const read = readRatingsTable(bytes, levels.levels);
  if ('faults' in read) return unusable(read.faults.map((fault) => `${path}: ${fault}`));
  const agreement = tableAgreement(read.table);
  return succeeded(linesOf(agreement), { ...agreement });
}

function linesOf({ n, raw, kappa, alpha }: TableAgreement): string[] {
  return [
    `Ratings that can be paired: ${n}`,
    `Raw agreement: ${inWords(raw)}`,
    ...(kappa === null
      ? ['Kappa: not defined, because it is for exactly two people']
      : Object.entries(kappa).map(([weight, value]) => `Kappa, weights ${weight}: ${inWords(value)}`)),
    ...Object.entries(alpha).map(([kind, value]) => `Alpha, ${kind}: ${inWords(value)}`),
  ];
}

const PLACES = 6;

function inWords(value: number | null): string {
  return value === null ? 'not defined' : value.toFixed(PLACES);
}
