import { join } from 'node:path';
import { makeReaderKeyFiles } from '../concerns/envelopes/key-files.js';
import { processVariables, readSettings } from '../platform/settings/read-settings.js';
import { succeeded, type CommandResult } from './command-result.js';

/** `candour keys make`: makes the key pairs that concerns are sealed to, where there are none yet. */
export async function keysMakeCommand(): Promise<CommandResult> {
  const folder = join(readSettings(processVariables()).folder, 'keys');
  await makeReaderKeyFiles(folder);
  const lines = [
    `The keys are in ${folder}; those that were there before are unchanged.`,
    'Keep the files reader-….key safe and apart from the database: without them nobody can read a concern.',
  ];
  return succeeded(lines, { folder });
}
