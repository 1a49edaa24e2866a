import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Binaries } from './binaries.js';
import type { Home } from './home.js';

/**
 * Sets a guard over a throwaway database before its server starts.
 * @returns what stops the server and removes its folders; the guard does the same by itself when this process dies.
 */
export function setGuard(home: Home, binaries: Binaries): () => Promise<void> {
  const program = fileURLToPath(new URL('./ephemeral-guard.js', import.meta.url));
  const guard = spawn(process.execPath, [program, binaries.pgCtl, home.data, ...home.folders], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  });
  guard.unref();
  return async () => {
    if (guard.exitCode !== null) return;
    guard.ref();
    const ended = once(guard, 'exit');
    guard.stdin.end();
    await ended;
  };
}
