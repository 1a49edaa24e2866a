import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './running/running-process.js';

/**
 * The processes that use one embedded database, each with a file of its own, so that the application and a console
 * command share a server and the last to leave stops it. The file of a process that was killed counts for nothing.
 */
export class Users {
  private readonly own = `${process.pid}-${randomUUID()}`;

  constructor(private readonly folder: string) {}

  join(): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, this.own), processIdentity(process.pid) ?? '');
  }

  /** Takes this user off the list and says whether somebody else is still on it. */
  leave(): { othersRemain: boolean } {
    rmSync(join(this.folder, this.own), { force: true });
    const others = readdirSync(this.folder);
    const living = others.filter((name) => this.isLiving(name));
    for (const name of others) if (!living.includes(name)) rmSync(join(this.folder, name), { force: true });
    return { othersRemain: living.length > 0 };
  }

  private isLiving(name: string): boolean {
    const identity = processIdentity(Number.parseInt(name, 10));
    return identity !== undefined && identity === readFileSync(join(this.folder, name), 'utf8');
  }
}
