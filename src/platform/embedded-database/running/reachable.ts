import { statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { ServerAccount } from '../server-account.js';

const EXECUTE = 0o1;

/** Whether the account may pass through every folder on the way to this path, itself included when it exists. */
export function isReachable(path: string, account: ServerAccount): boolean {
  const folder = statSync(path, { throwIfNoEntry: false });
  const open = folder === undefined || mayPass(folder, account);
  const parent = dirname(path);
  return open && (parent === path || isReachable(parent, account));
}

function mayPass({ mode, uid, gid }: Stats, account: ServerAccount): boolean {
  if (uid === account.uid) return (mode & (EXECUTE << 6)) !== 0;
  if (gid === account.gid) return (mode & (EXECUTE << 3)) !== 0;
  return (mode & EXECUTE) !== 0;
}
