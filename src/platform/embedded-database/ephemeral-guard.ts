import { rmSync } from 'node:fs';
import { halt } from './running/halt.js';

/**
 * A program of its own: `ephemeral-guard PG_CTL DATA FOLDER…`. It waits until its standard input closes, which
 * happens when its parent asks for it and also when the parent is killed; then it stops the server on DATA and removes
 * the folders. So a throwaway database never outlives the run that made it.
 */
const [pgCtl = '', data = '', ...folders] = process.argv.slice(2);

process.stdin.resume();
process.stdin.once('close', () => {
  void removeAll();
});

async function removeAll(): Promise<void> {
  await halt(data, { pgCtl, initdb: '', postgres: '' });
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}
