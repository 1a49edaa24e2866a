/** How the running application reaches PostgreSQL: as its own login, and as the owner for migrations only. */
export class Connection {
  constructor(
    readonly ownerUrl: string,
    readonly appUrl: string,
    readonly appPassword: string,
  ) {}
}
