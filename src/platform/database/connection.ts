import { StartFault } from '../start-fault.js';
import type { RoleNames } from './roles/role-names.js';

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
}

/** How this process reaches PostgreSQL: as the application's login, and as the owner for migrations only. */
export class Connection implements ConnectionValues {
  readonly ownerUrl: string | undefined;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly roles: RoleNames;
  readonly isOwnServer: boolean;

  constructor({ ownerUrl, appUrl, workerUrl, roles, isOwnServer }: ConnectionValues) {
    this.ownerUrl = ownerUrl;
    this.appUrl = appUrl;
    this.workerUrl = workerUrl;
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
