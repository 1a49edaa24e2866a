import { readFileSync, statSync } from 'node:fs';
import { StartFault } from '../start-fault.js';

/** The operating-system account that PostgreSQL runs as when Candour itself runs as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = ['postgres', '_postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. For root this names the owner of the data that is already there, else the
 * account `postgres`, else `nobody`; for anybody else it names no one, and the server runs as they do.
 * @throws StartFault when root has no ordinary account to run the server as.
 */
export function serverAccount(dataFolder: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = readFileSync('/etc/passwd', 'utf8').split('\n').map(asAccount);
  for (const name of PREFERRED) {
    const found = known.find((account) => account.name === name && account.uid > 0);
    if (found) return { uid: found.uid, gid: found.gid };
  }
  throw new StartFault(
    'PostgreSQL refuses to run as root and this machine has neither an account "postgres" nor "nobody": ' +
      'start Candour as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  );
}

function asAccount(line: string): ServerAccount & { name: string } {
  const [name = '', , uid = '', gid = ''] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}
