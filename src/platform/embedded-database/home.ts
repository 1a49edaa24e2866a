import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { StartFault } from '../start-fault.js';
import { isReachable } from './running/reachable.js';
import { serverAccount, type ServerAccount } from './server-account.js';

const OPEN_TO_PASS = 0o711;
const OWNER_ONLY = 0o600;
const SIGNPOST = 'location';

/**
 * Where one embedded database lives: its data, password, port and log. This is the folder that was asked for,
 * unless root asked for one inside a private folder (a home of mode 0700): the server's own account could not reach
 * it, so the data then lives outside and a signpost in the asked folder remembers where.
 */
export class Home {
  private constructor(
    readonly asked: string,
    readonly folder: string,
    readonly account: ServerAccount | undefined,
  ) {}

  /** @throws StartFault when the folder cannot be made or written. */
  static open(asked: string): Home {
    const folder = resolve(asked);
    try {
      mkdirSync(folder, { recursive: true, mode: OPEN_TO_PASS });
      const place = placeOf(folder);
      return new Home(folder, place, serverAccount(join(place, 'data')));
    } catch (fault) {
      if (fault instanceof StartFault) throw fault;
      throw noRights(folder, fault);
    }
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  get log(): string {
    return join(this.folder, 'server.log');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The text of a small file of this home, or undefined when there is none. */
  read(name: string): string | undefined {
    const path = this.path(name);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  }

  /** Writes a small file that only the server's account and root may read. */
  write(name: string, text: string): void {
    const path = this.path(name);
    writeFileSync(path, text, { mode: OWNER_ONLY });
    chmodSync(path, OWNER_ONLY);
    this.giveToServer(path);
  }

  giveToServer(path: string): void {
    if (this.account) chownSync(path, this.account.uid, this.account.gid);
  }

  /** Every folder that would have to go for this database to be gone. */
  get folders(): readonly string[] {
    return [...new Set([this.folder, this.asked])];
  }
}

function placeOf(folder: string): string {
  const account = serverAccount(join(folder, 'data'));
  if (!account) return folder;
  const signpost = join(folder, SIGNPOST);
  const remembered = existsSync(signpost) ? readFileSync(signpost, 'utf8').trim() : undefined;
  if (remembered !== undefined && existsSync(remembered)) return remembered;
  if (isReachable(folder, account)) return folder;
  if (existsSync(join(folder, 'data'))) throw outOfReach(folder);
  const place = mkdtempSync(join(openParent(account), 'candour-database-'));
  chmodSync(place, OPEN_TO_PASS);
  writeFileSync(signpost, `${place}\n`);
  return place;
}

/** A folder outside every private one, where root keeps lasting state and the account can pass. */
export function openParent(account: ServerAccount): string {
  const found = ['/var/lib', '/var/tmp', tmpdir()].find(
    (path) => existsSync(path) && isReachable(path, account),
  );
  if (found === undefined) throw outOfReach('/var/lib');
  return found;
}

function outOfReach(folder: string): StartFault {
  return new StartFault(
    `The database's own account cannot reach ${folder}, because a folder above it is closed to others: ` +
      'open the way with chmod o+x, or set CANDOUR_FOLDER to a folder that is not private.',
  );
}

function noRights(folder: string, fault: unknown): StartFault {
  const why = fault instanceof Error ? fault.message : String(fault);
  return new StartFault(
    `Candour may not keep its database in ${folder} (${why}): give yourself the right to write there, ` +
      'or set CANDOUR_FOLDER to a folder of your own.',
  );
}
