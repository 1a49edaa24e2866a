import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../start-fault.js';
import { processIdentity } from './running/running-process.js';

const PATIENCE_MS = 180_000;
const PAUSE_MS = 25;

/**
 * Runs the work while no other process holds the same lock file. A lock left by a process that was killed is
 * taken over.
 * @throws StartFault when a living process keeps the lock for three minutes.
 */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const mine = `${lock}.${randomUUID()}`;
  writeFileSync(mine, `${process.pid}\n${processIdentity(process.pid) ?? ''}`);
  try {
    await take(lock, mine);
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link appears complete or not at all, so a lock is never seen without its holder. */
async function take(lock: string, mine: string): Promise<void> {
  const patience = Date.now() + PATIENCE_MS;
  while (!linked(mine, lock)) {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else if (Date.now() > patience)
      throw new StartFault(`Another process has kept ${lock} for minutes: end it first.`);
    else await pause(PAUSE_MS);
  }
}

function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}

function isAbandoned(lock: string): boolean {
  try {
    const [pid, identity] = readFileSync(lock, 'utf8').split('\n');
    return processIdentity(Number(pid)) !== identity;
  } catch {
    return false;
  }
}
