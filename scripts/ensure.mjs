/**
 * Makes a checkout runnable with nothing but Node: the right Node, the locked dependencies, the compiled code.
 * Runs before `npm start`, `npm test` and every console command, so a fresh run must cost next to nothing.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCompiled } from './ensure/compiled.mjs';
import { ensureDependencies } from './ensure/dependencies.mjs';
import { ensureNodeVersion } from './ensure/node-version.mjs';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const quiet = process.argv.includes('--quiet');
const say = quiet ? () => undefined : (line) => console.log(line);

try {
  ensureNodeVersion(process.versions.node);
  ensureDependencies(root, say);
  ensureCompiled(root, say);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
