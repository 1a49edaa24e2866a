import { readFile } from 'node:fs/promises';
import { checkRelease, type CheckedRelease } from '../../publication/checking/check-release.js';
import { foundFaults, succeeded, unusable, type CommandResult } from '../command-result.js';

/**
 * `candour release check FILE`: computes a release again from its public file, without a database. Exit code 1 when
 * something comes out otherwise than the file says, 2 when the file is no release.
 */
export async function releaseCheckCommand(path: string): Promise<CommandResult> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null)
    return unusable([`${path}: The file cannot be read. Check its name and that you may read it.`]);
  const checked = checkRelease(text);
  if ('fault' in checked) return unusable([`${path}: ${checked.fault}`]);
  const faults = checked.checks.filter(({ holds }) => !holds);
  const json = {
    contentHash: checked.contentHash,
    faults: faults.length,
    checks: checked.checks.map((check) => ({ ...check })),
    notComputed: [...checked.notComputed],
  };
  return faults.length > 0
    ? foundFaults(linesOf(checked, faults.length), json)
    : succeeded(linesOf(checked, 0), json);
}

const COMPUTED =
  'the locks of all who scored, what counts on each criterion and why they met, the ratings, the agreement, and the words, lists and days that follow. Of single criteria and reasons only those that differ have a line above.';

function linesOf({ contentHash, checks, notComputed }: CheckedRelease, faults: number): string[] {
  return [
    `SHA-256 of the file: ${contentHash}`,
    'Compare it with the fingerprint on the page of the result.',
    ...checks.map(({ about, holds, sentence }) => `${holds ? 'holds ' : 'DIFFERS'} ${about}: ${sentence}.`),
    faults === 0
      ? 'Everything that can be computed from this file comes out as it says.'
      : `${faults} of these come out otherwise than the file says.`,
    `Computed again: ${COMPUTED}`,
    'Not computed, because nobody in this file is named. These are taken on trust from whoever published it:',
    ...notComputed.map((sentence) => `- ${sentence}`),
  ];
}
