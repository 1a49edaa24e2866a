import { StartFault } from '../../start-fault.js';
import type { RoleNames } from '../roles/role-names.js';

/** Where the parts of an installation find PostgreSQL. */
export interface ConnectionValues {
  /** The owner's address, for migrations; undefined in a process that was given none. */
  readonly ownerUrl: string | undefined;
  /** The application's own login, perhaps through a pooler. */
  readonly appUrl: string;
  /** The same for work that listens, which no pooler of transactions can carry. */
  readonly workerUrl: string;
  readonly roles: RoleNames;
  /** True when the whole server is Candour's own, so that nobody else's login is on it. */
  readonly isOwnServer: boolean;
  /** Which part of Candour this is, as `pg_stat_activity` shows it; the part that serves unless said. */
  readonly part?: 'web' | 'console';
}

/** How this process reaches PostgreSQL: as the application's login, and as the owner for migrations only. */
export class Connection implements ConnectionValues {
  readonly ownerUrl: string | undefined;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly roles: RoleNames;
  readonly isOwnServer: boolean;

  constructor({ ownerUrl, appUrl, workerUrl, roles, isOwnServer, part = 'web' }: ConnectionValues) {
    this.ownerUrl = ownerUrl && named(ownerUrl, part === 'web' ? 'migrate' : part);
    this.appUrl = named(appUrl, part);
    this.workerUrl = named(workerUrl, 'worker');
    this.roles = roles;
    this.isOwnServer = isOwnServer;
  }

  /** The owner's address. @throws StartFault in a process that was given none. */
  owner(): string {
    if (this.ownerUrl !== undefined) return this.ownerUrl;
    throw new StartFault(
      'DATABASE_URL is missing. Set it to the address of the database as its owner: this command needs it.',
    );
  }
}

/** The address that tells PostgreSQL who is calling, unless whoever set it up has chosen a name. */
function named(address: string, part: string): string {
  const url = new URL(address);
  if (!url.searchParams.has('application_name')) url.searchParams.set('application_name', `candour-${part}`);
  return url.href;
}
