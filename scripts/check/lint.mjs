/** Lints the tree, and remembers what it found of each file for as long as nothing else that decides it changes. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beyondOneFile, KNOWN } from './known.mjs';

const folder = join(KNOWN, 'lint');
const known = beyondOneFile();
const outdated = existsSync(folder) ? readdirSync(folder).filter((name) => name !== known) : [];
for (const name of outdated) rmSync(join(folder, name), { recursive: true, force: true });

const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', join(folder, known)];
const wanted = ['node_modules/eslint/bin/eslint.js', ...cache, '.'];
process.exitCode = spawnSync(process.execPath, wanted, { stdio: 'inherit' }).status ?? 1;
