import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { StartFault } from '../start-fault.js';
import type { Binaries } from './binaries.js';
import { childEnvironment } from './child-environment.js';
import { freePort } from './free-port.js';
import type { Home } from './home.js';
import { readPostmasterFile } from './running/postmaster-file.js';

const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const THROWAWAY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
};
const PORT_FILE = 'port';
const POLL_MS = 10;
const READY_WITHIN_MS = 120_000;
const ATTEMPTS = 40;
const ATTEMPT_PAUSE_MS = 250;

/** How one server is to run: `ephemeral` gives up durability for speed. */
export interface Launch {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly ephemeral: boolean;
}

/**
 * Starts the server and waits until it takes connections, recovery after a crash included. A port taken meanwhile
 * is exchanged for another, and the last processes of a killed server are waited for.
 * @returns the port, which is remembered for the next start.
 * @throws StartFault with the server's own reason when it does not start.
 */
export async function launch(wanted: Launch): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(Number(wanted.home.read(PORT_FILE)) || undefined);
    const failure = await launchOn(port, wanted);
    if (failure === undefined) {
      wanted.home.write(PORT_FILE, String(port));
      return port;
    }
    if (attempt === ATTEMPTS || !isPassing(failure)) throw didNotStart(wanted.home, failure);
    await pause(ATTEMPT_PAUSE_MS);
  }
}

async function launchOn(port: number, { home, binaries, ephemeral }: Launch): Promise<string | undefined> {
  const settings = { ...ALWAYS, ...(ephemeral ? THROWAWAY : {}), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(home);
  try {
    const server = spawn(binaries.postgres, ['-D', home.data, ...flags], {
      ...home.account,
      cwd: home.folder,
      env: childEnvironment(),
      stdio: ['ignore', log, log],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    server.unref();
    return await outcome(server, home);
  } finally {
    closeSync(log);
  }
}

/** Its own process group, so that Ctrl-C in a terminal lets the application finish before its database goes. */
async function outcome(server: ChildProcess, home: Home): Promise<string | undefined> {
  let ended: string | undefined;
  const couldNotBegin = (fault: Error): void => void (ended = fault.message);
  const wentAway = (): void => void (ended ??= lastReason(home));
  server.once('error', couldNotBegin).once('exit', wentAway);
  const patience = Date.now() + READY_WITHIN_MS;
  while (ended === undefined && Date.now() < patience) {
    const written = readPostmasterFile(home.data);
    if (written?.pid === server.pid && written?.status === 'ready') {
      server.off('exit', wentAway);
      return undefined;
    }
    await pause(POLL_MS);
  }
  return ended ?? 'it was not ready within two minutes';
}

function openLog(home: Home): number {
  if (existsSync(home.log)) renameSync(home.log, home.path('server.previous.log'));
  const log = openSync(home.log, 'w', 0o600);
  home.giveToServer(home.log);
  return log;
}

function lastReason(home: Home): string {
  const lines = readFileSync(home.log, 'utf8').trim().split('\n');
  const reason = lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ?? lines.at(-1) ?? '';
  return reason.replace(/^.*?(FATAL|PANIC):\s*/, '') || 'it gave no reason';
}

function isPassing(failure: string): boolean {
  return /could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists|pre-existing shared memory block|being started|starting up/.test(
    failure,
  );
}

function didNotStart(home: Home, reason: string): StartFault {
  return new StartFault(
    `The embedded database in ${home.folder} did not start: ${reason}. The whole story is in ${home.log}.`,
  );
}
