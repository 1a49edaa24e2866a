import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { VISITOR, type Actor } from '../../src/identity/actor.js';
import { cursorFrom } from '../../src/platform/database/keyset.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { registered, withTheRegister, somebody, newScheme } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';

describe('A scheme is found by any name it has gone by', () => {
  let world: CandourOnDatabase;
  let queries: DeploymentsQueries;

  beforeAll(async () => {
    world = await candourOnDatabase();
    queries = world.candour.get(DeploymentsQueries);
    await withTheRegister(world.candour);
  });

  afterAll(() => world.close());

  async function found(q: string, actor: Actor = VISITOR): Promise<string[]> {
    const { items } = await queries.list(actor, { q }, { limit: 100, after: null });
    return items.map(({ key }) => key);
  }

  it.each([
    ['PAVE', 'leicestershire'],
    ['pave', 'leicestershire'],
    ['SHIPP', 'surrey'],
    ['GHIN', 'gloucestershire'],
    ['SIM London', 'sim-london-south'],
    ['rutland', 'leicestershire'],
    ['leicestershire police', 'leicestershire'],
    ['vulnerability  proactive', 'leicestershire'],
  ])('%s leads to %s', async (q, key) => {
    expect(await found(q)).toContain(key);
  });

  it.each(['PAVE Surrey', '%', '_', "'; DROP TABLE x; --", '😀', '\u202eEVAP'])(
    '%s leads nowhere',
    async (q) => {
      expect(await found(q)).toEqual([]);
    },
  );

  it('and a page follows a page without gap or repetition', async () => {
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const after: ReturnType<typeof cursorFrom> = next === null ? null : cursorFrom(next);
      const page = await queries.list(VISITOR, {}, { limit: 3, after });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ key }) => key));
      next = page.next;
    } while (next !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await queries.list(VISITOR, {}, { limit: 100, after: null })).items.length);
  });

  it('but the name of a draft does not give it away', async () => {
    const [trust] = await registered(world.candour, anOrganisation({ name: 'Draft Trust' }));
    const submitter = somebody('TRUST_SUBMITTER', trust?.id ?? null);
    const told = newScheme(trust?.id ?? '', { names: ['Quietword'] });
    const { key } = await world.candour.get(DeploymentsService).register(submitter, told);
    expect(await found('quietword')).toEqual([]);
    expect(await found('Draft Trust')).toEqual([]);
    expect(await found('quietword', submitter)).toEqual([key]);
  });
});
