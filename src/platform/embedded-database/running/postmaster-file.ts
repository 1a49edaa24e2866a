import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, processIdentity } from './running-process.js';

/** What postmaster.pid says of the server that wrote it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping` or `standby`. */
  readonly status: string;
}

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

/** The server that runs on this data folder now, or undefined when none does. */
export function livePostmaster(data: string): Postmaster | undefined {
  const written = readPostmasterFile(data);
  return written && processIdentity(written.pid) !== undefined && isServerOf(written.pid, data)
    ? written
    : undefined;
}

/**
 * Removes a postmaster.pid whose number now belongs to another program: PostgreSQL refuses to start beside it.
 * One whose number belongs to nobody is left to PostgreSQL, which checks its shared memory before it goes on.
 */
export function removeStalePostmasterFile(data: string): void {
  const written = readPostmasterFile(data);
  const belongsToAnother =
    written && processIdentity(written.pid) !== undefined && !isServerOf(written.pid, data);
  if (belongsToAnother) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Undefined when there is no such file, or it is only half written. */
export function readPostmasterFile(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[PID_LINE]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[PORT_LINE] ?? 0), status: (lines[STATUS_LINE] ?? 'starting').trim() };
  } catch {
    return undefined;
  }
}

/** Windows shows no command line without extra programs, so there the number alone decides. */
function isServerOf(pid: number, data: string): boolean {
  if (process.platform === 'win32') return true;
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(data);
}
