/**
 * Checks the types of the whole tree with the native compiler, and leaves the declarations of every file behind: what
 * one file can know of another, from which `lint.mjs` sees whether what it remembers still holds.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { DECLARATIONS } from './known.mjs';

rmSync(DECLARATIONS, { recursive: true, force: true });
const emitted = [
  '--declaration',
  '--emitDeclarationOnly',
  '--sourceMap',
  'false',
  '--inlineSources',
  'false',
];
const wanted = [
  'node_modules/typescript-native/bin/tsc',
  '--project',
  '.',
  ...emitted,
  '--outDir',
  DECLARATIONS,
];
process.exitCode = spawnSync(process.execPath, wanted, { stdio: 'inherit' }).status ?? 1;
