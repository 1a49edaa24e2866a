import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The native compiler, which judges the whole tree in a few seconds; see docs/decisions/0022-the-second-floor-of-the-house.md. */
const COMPILER = join('node_modules', 'typescript-native', 'bin', 'tsc');

/** Begins to check the types of the whole tree; `words` is empty when they hold, and `stop` ends it early. */
export function checkTypes(root) {
  const wanted = [COMPILER, '--noEmit', '--project', '.'];
  const child = spawn(process.execPath, process.stdout.isTTY ? [...wanted, '--pretty'] : wanted, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const words = new Promise((resolve) => {
    child.once('close', (code) => resolve(code === 0 || child.killed ? '' : said.trim()));
  });
  return { words, stop: () => child.kill() };
}
