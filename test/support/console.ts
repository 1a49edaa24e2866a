import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';

/** What a command of the console printed with --json, and how it ended. */
export interface Ran {
  readonly exitCode: number | null;
  readonly json: Readonly<Record<string, unknown>>;
  /** What it said to whoever sits before it, when it could not read its options at all. */
  readonly complaint: string;
}

/** Runs a command of the real console in a process of its own, with these variables and the path. */
export async function runConsole(
  variables: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Ran> {
  const program = join(projectRoot, process.env['CANDOUR_DIST'] || 'dist', 'src/console/candour.js');
  const env = { PATH: process.env['PATH'], ...variables };
  const child = spawn(process.execPath, [program, ...words, '--json'], { env });
  let [printed, complaint] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { exitCode, json: JSON.parse(printed || '{}') as Record<string, unknown>, complaint };
}
