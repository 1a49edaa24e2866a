import { VISITOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { Database } from '../../src/platform/database/database.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';

describe('A connection that breaks', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
  });

  afterAll(() => world.close());

  it('fails the reads and writes that were on it, and nothing else: the next ones are answered', async () => {
    const database = world.candour.get(Database);
    const scope = scopeOf(VISITOR);
    const underWay = [
      database.rows(scope, { text: 'SELECT pg_sleep(20)' }),
      database.write(scope, (manager) => manager.query('SELECT pg_sleep(20)')),
    ].map((work) => work.then(() => 'answered').catch(() => 'failed'));
    await untilSleeping(2);
    await world.superuser.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'candour_app' AND datname = current_database()",
    );
    expect(await Promise.all(underWay)).toEqual(['failed', 'failed']);
    expect(await database.rows(scope, { text: 'SELECT 1 AS one' })).toEqual([{ one: 1 }]);
    expect(await database.write(scope, (manager) => manager.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });

  async function untilSleeping(count: number): Promise<void> {
    for (let sleeping = 0; sleeping < count;) {
      const { rows } = await world.superuser.query<{ count: number }>(
        "SELECT count(*)::int FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(20)' AND datname = current_database()",
      );
      sleeping = rows[0]?.count ?? 0;
    }
  }
});
