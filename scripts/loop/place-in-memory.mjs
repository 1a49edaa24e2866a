/**
 * Where tests keep what lives no longer than they do. On a disk each copy of a database costs a third of a second, in
 * memory a thirtieth; so memory it is where there is room, and what the system offers otherwise.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const OURS = 'candour-tests-of-';
/** A whole run keeps less than 2 GB at a time; as much again is left to everybody else. */
const ROOM_BYTES = 4e9;
/** Databases of the tests end after this process and are removed by their own guard. */
const OF_A_GUARD = /^candour_tests_/;

/** The folder that this process and those it starts take for temporary files; removed when this process ends. */
export function placeForTests() {
  removeAbandoned();
  if (!hasRoom()) return tmpdir();
  const place = join(MEMORY, OURS + String(process.pid));
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o1777);
  if (!mayRunPrograms(place)) {
    rmSync(place, { recursive: true, force: true });
    return tmpdir();
  }
  process.once('exit', () => empty(place));
  return place;
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'));
    return Math.min(bavail * bsize, Number(available?.[1] ?? 0) * 1024) >= ROOM_BYTES;
  } catch {
    return false;
  }
}

function mayRunPrograms(place) {
  const program = join(place, 'may-run');
  try {
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(program);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(program, { force: true });
  }
}

function empty(place) {
  for (const name of readdirSync(place)) {
    if (!OF_A_GUARD.test(name)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

function removeAbandoned() {
  if (!existsSync(MEMORY)) return;
  for (const name of readdirSync(MEMORY).filter((each) => each.startsWith(OURS))) {
    if (isRunning(Number(name.slice(OURS.length)))) continue;
    rmSync(join(MEMORY, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}
