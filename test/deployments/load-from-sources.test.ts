import { join } from 'node:path';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { readRegisterFiles, type RegisterFiles } from '../../src/deployments/loading/read-register-files.js';
import { Deployment } from '../../src/deployments/deployment.entity.js';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { NotFound } from '../../src/kernel/refusal.js';
import { changing } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { registeredFor, somebody } from '../support/deployments.js';

describe('The register’s files are loaded as their sources say', () => {
  let world: CandourOnDatabase;
  let sources: SourceLoading;
  let deployments: DeploymentsService;
  let queries: DeploymentsQueries;
  let files: RegisterFiles;
  const firstPage = { limit: 100, after: null };

  beforeAll(async () => {
    world = await candourOnDatabase();
    sources = world.candour.get(SourceLoading);
    deployments = world.candour.get(DeploymentsService);
    queries = world.candour.get(DeploymentsQueries);
    files = await readRegisterFiles(join(projectRoot, 'register'));
  });

  afterAll(() => world.close());

  it('not at all while an organisation that they name is missing', async () => {
    await expect(sources.load(OPERATOR, files)).rejects.toThrow(/not an organisation of the register/);
    expect((await queries.list(VISITOR, {}, firstPage)).items).toEqual([]);
  });

  it('whole, and everyone can read them', async () => {
    await registeredFor(world.candour, files);
    const { added, corrected } = await sources.load(OPERATOR, files);
    expect(added).toBeGreaterThan(files.deployments.length);
    expect(corrected).toBe(0);
    const { items } = await queries.list(VISITOR, {}, firstPage);
    expect(items).toHaveLength(files.deployments.length);
  });

  it('and loading them again changes nothing', async () => {
    const loaded = await sources.load(OPERATOR, files);
    expect(loaded).toMatchObject({ added: 0, corrected: 0 });
    expect(loaded.unchanged).toBeGreaterThan(0);
  });

  it('so that a state names its claims, and claims that contradict each other stand side by side', async () => {
    const detail = await queries.one(VISITOR, 'gloucestershire');
    const keys = detail?.claims.map(({ key }) => key);
    for (const claim of detail?.stateClaims ?? []) expect(keys).toContain(claim);
    expect(detail?.stateClaims.length).toBeGreaterThan(0);
    const contradicted = detail?.claims.filter(({ contradicts }) => contradicts.length > 0) ?? [];
    expect(contradicted.length).toBeGreaterThan(1);
    for (const { contradicts } of contradicted) for (const key of contradicts) expect(keys).toContain(key);
  });

  it('and the two-person team stays in an area without a name', async () => {
    const detail = await queries.one(VISITOR, 'east-midlands-area-not-named');
    expect(detail).toMatchObject({ lead: null, agencies: [] });
  });

  it('and a claim that the files mend is corrected, with the rest left alone', async () => {
    const [first, ...rest] = files.deployments;
    const [claim, ...claims] = first?.claims ?? [];
    if (!first || !claim) throw new Error('there is a deployment with a claim');
    const mended = { ...claim, statement: 'The source says something else.' };
    const changed = { ...files, deployments: [{ ...first, claims: [mended, ...claims] }, ...rest] };
    expect(await sources.load(OPERATOR, changed)).toMatchObject({ added: 0, corrected: 1 });
    const detail = await queries.one(VISITOR, first.key);
    expect(detail?.claims.find(({ key }) => key === claim.key)?.statement).toBe(mended.statement);
  });

  it('and what the files say nothing of stays as it is, though the rest is corrected', async () => {
    const [, second, ...others] = files.deployments;
    const there = await queries.one(OPERATOR, second?.key ?? '');
    if (!second || !there) throw new Error('there are two deployments');
    const noting = changing('correct', Deployment, there.id, {
      change: (one) => {
        one.note = 'No file says this.';
      },
    });
    await world.candour.get(Ledger).perform(OPERATOR, noting);
    expect(await sources.load(OPERATOR, files)).toMatchObject({ added: 0 });
    const renamed = { ...files, deployments: [{ ...second, title: 'Renamed by its file' }, ...others] };
    expect(await sources.load(OPERATOR, renamed)).toMatchObject({ added: 0, corrected: 1 });
    const noted = { title: 'Renamed by its file', note: 'No file says this.', takenUp: false };
    expect(await queries.one(VISITOR, there.key)).toMatchObject(noted);
  });

  it('but what the trust took up stays as the trust keeps it', async () => {
    const led = files.deployments.find(({ lead }) => lead !== null);
    const there = await queries.one(OPERATOR, led?.key ?? '');
    if (!there) throw new Error('there is a deployment with a lead');
    const submitter = somebody('TRUST_SUBMITTER', there.leadOrganisationId);
    await deployments.correct(submitter, there.id, {
      title: 'As the trust names it',
      area: there.area,
      note: null,
    });
    await sources.load(OPERATOR, files);
    expect(await queries.one(VISITOR, there.key)).toMatchObject({
      title: 'As the trust names it',
      takenUp: true,
    });
  });

  it('by the operator alone', async () => {
    for (const actor of [somebody('ADMIN'), somebody('LEAD_REVIEWER')]) {
      const renamed = files.deployments.map((file) => ({ ...file, title: 'Changed' }));
      await expect(sources.load(actor, { ...files, deployments: renamed })).rejects.toThrow(NotFound);
    }
  });
});
