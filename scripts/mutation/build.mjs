/** Makes StrykerJS' copy of the project runnable: the packages of the project itself, and the compiled code. */
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';

const [, , packages] = process.argv;
symlinkSync(packages, 'node_modules');
process.exitCode =
  spawnSync(process.execPath, ['scripts/ensure.mjs', '--quiet'], { stdio: 'inherit' }).status ?? 1;
