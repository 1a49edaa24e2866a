import { migrate, pendingMigrations } from '../../src/platform/database/migrate.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

const PASSWORD = 'only-for-tests';
let database: TestDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(() => database.drop());

describe('Migrating', () => {
  it('brings an empty database to the newest schema, and then finds nothing to do', async () => {
    expect(await pendingMigrations(database.ownerUrl)).toBe(true);
    expect(await migrate(database.ownerUrl, PASSWORD)).not.toEqual([]);
    expect(await pendingMigrations(database.ownerUrl)).toBe(false);
    expect(await migrate(database.ownerUrl, PASSWORD)).toEqual([]);
  });

  it('is done once when two processes start at the same moment', async () => {
    const ran = await Promise.all([1, 2].map(() => migrate(database.ownerUrl, PASSWORD)));
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  });
});
