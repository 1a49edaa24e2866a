import { join } from 'node:path';
import { keyFileFaults } from '../concerns/key-exchange/key-file-faults.js';
import { KeyExchangeService } from '../concerns/key-exchange/key-exchange.service.js';
import { exchangeReaderKeyFiles, makeReaderKeyFiles } from '../concerns/envelopes/keys/key-files.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { processVariables, readSettings } from '../platform/settings/read-settings.js';
import { plural } from '../web/words.js';
import { withCandour } from './candour-context.js';
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

/** `candour keys rotate`: new key pairs take the place of those in use, which stay for reading; a job seals to the new ones. */
export async function keysRotateCommand(): Promise<CommandResult> {
  const folder = join(readSettings(processVariables()).folder, 'keys');
  await refuseBroken(folder);
  return withCandour(async (candour) => {
    const exchanged = await exchangeReaderKeyFiles(folder);
    const texts = await candour.get(KeyExchangeService).ask(exchanged.map(({ now }) => now));
    const lines = [
      ...exchanged.map(({ group, before, now }) => `reader-${group}: ${now} took the place of ${before}.`),
      `From now on everything is sealed to the new keys, which are in ${folder}. Keep the new files reader-….key safe and apart from the database, and copy them to every machine that serves.`,
      `${plural(texts, 'text is', 'texts are')} sealed to the new keys by a job. The old keys stay for reading, as reader-….….key: take them away when candour doctor says that nothing needs them, and no backup does.`,
    ];
    return succeeded(lines, { folder, texts, keys: exchanged.map((key) => ({ ...key })) });
  });
}

/** What is put aside must open what it is put aside for, so that nobody takes a damaged file for the key. */
async function refuseBroken(folder: string): Promise<void> {
  const faults = await keyFileFaults(folder);
  if (faults.length > 0)
    throw new OutOfTurn(
      `Nothing was exchanged. ${faults.join('; ')}. Put the right files into ${folder}, then exchange keys where all of them are; where there are none yet, use candour keys make.`,
    );
}
