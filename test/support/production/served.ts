import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../src/platform/embedded-database/free-port.js';
import type { Variables } from '../../../src/platform/settings/read-settings.js';

const MAIN = fileURLToPath(new URL('../../../src/main.js', import.meta.url));
const DAYS_AHEAD = fileURLToPath(new URL('days-ahead.js', import.meta.url));

/** Programs that a test starts have its clock, so many days ahead. */
export function ahead(days: number): Variables {
  return { TEST_DAYS_AHEAD: String(days), NODE_OPTIONS: `--import=${DAYS_AHEAD}` };
}

/** One process of Candour, started as `npm start` starts it. */
export class Served {
  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
    private readonly said: string[],
  ) {}

  /** Starts it with these variables and waits until it says that it is ready. */
  static async with(variables: Variables): Promise<Served> {
    const port = await freePort(undefined);
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], ...variables, PORT: String(port) },
      cwd: join(MAIN, '..'),
    });
    const said: string[] = [];
    const ready = new Promise<void>((resolve, reject) => {
      const listen = (text: Buffer): void => {
        said.push(text.toString());
        if (said.join('').includes('Candour is ready')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => {
        reject(new Error(`Candour did not start: ${said.join('')}`));
      });
    });
    await ready;
    return new Served(`http://127.0.0.1:${String(port)}`, child, said);
  }

  /** Everything it printed. */
  get printed(): string {
    return this.said.join('');
  }

  /** Ends it: as a supervisor asks, or at once, as a power cut does. */
  async end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    await ended;
  }
}
