import { catalogueOf, differencesOf } from '../../platform/database/schema/catalogue.js';
import { madeByMigrations } from '../../platform/database/schema/made-by-migrations.js';
import type { Connection } from '../../platform/database/reaching/connection.js';
import { plural } from '../../web/words.js';
import { check, onConnection, type Check } from './check.js';

/** Compares the database piece by piece with what the migrations make: a restore that lost policies is named, each of them. */
export function catalogueCheck({ ownerUrl, appUrl, roles }: Connection): Promise<Check> {
  return check('Catalogue', async () => {
    const made = madeByMigrations();
    const { missing, changed, added } = differencesOf(
      made,
      await onConnection(ownerUrl ?? appUrl, (client) => catalogueOf(client, roles)),
    );
    const pieces = [
      ...missing.map((piece) => `missing: ${piece}`),
      ...changed.map((piece) => `not as it was made: ${piece}`),
      ...added.map((piece) => `made by no migration: ${piece}`),
    ];
    if (pieces.length === 0)
      return { well: true, note: `all ${Object.keys(made).length} pieces are as the migrations make them` };
    const note = `${plural(pieces.length, 'piece is', 'pieces are')} not as the migrations make them: ${missing.length} missing, ${changed.length} changed, ${added.length} added. Restore a backup into an empty database`;
    return { well: false, note, pieces };
  });
}
