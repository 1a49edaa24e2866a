import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from '../binaries.js';
import { livePostmaster } from './postmaster-file.js';
import { processIdentity } from './running-process.js';

const POLL_MS = 10;
const GENTLE_FOR_MS = 30_000;
const FIRM_FOR_MS = 10_000;

/** Asks the server on this data folder to stop at once and cleanly: open transactions are undone. Does not wait. */
export function askToHalt(data: string, binaries: Binaries): void {
  const server = livePostmaster(data);
  if (!server) return;
  if (process.platform === 'win32') execFileSync(binaries.pgCtl, ['stop', '-m', 'fast', '-W', '-D', data]);
  else signal(server.pid, 'SIGINT');
}

/** Stops the server on this data folder and returns when its process is gone; by force only when it will not go. */
export async function halt(data: string, binaries: Binaries): Promise<void> {
  const server = livePostmaster(data);
  if (!server) return;
  askToHalt(data, binaries);
  if (await isGone(server.pid, GENTLE_FOR_MS)) return;
  signal(server.pid, 'SIGQUIT');
  if (await isGone(server.pid, FIRM_FOR_MS)) return;
  signal(server.pid, 'SIGKILL');
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const before = processIdentity(pid);
  const patience = Date.now() + withinMs;
  while (Date.now() < patience) {
    const now = processIdentity(pid);
    if (now === undefined || now !== before) return true;
    await pause(POLL_MS);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself meanwhile, which is what was wanted.
  }
}
