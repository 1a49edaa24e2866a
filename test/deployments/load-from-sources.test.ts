import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import type { RegisterFiles } from '../../src/deployments/loading/files/register-files.js';
import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { Deployment } from '../../src/deployments/deployment.entity.js';
import { Transition } from '../../src/deployments/life-cycle/steps/transition.entity.js';
import { partFields } from '../../src/deployments/part-of-deployment.entity.js';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { ChangedMeanwhile, NotPermitted, Unprocessable } from '../../src/kernel/refusal.js';
import { PartialDate } from '../../src/kernel/days/partial-date.js';
import { adding, changing } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { made } from '../../src/platform/database/recorded.js';
import { OrganisationsQueries } from '../../src/organisations/organisations.queries.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { filesOfTheRegister, somebody } from '../support/deployments.js';

const NEXT_DAY = '2026-11-22';
const DAY_BEFORE = '2026-11-20';

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
    files = { ...(await filesOfTheRegister()), edition: '2026-11-21' };
  });

  afterAll(() => world.close());

  it('not at all while an organisation that they name is missing, each named with its line', async () => {
    const refused = sources.load(OPERATOR, { ...files, trusts: null });
    await expect(refused).rejects.toThrow(Unprocessable);
    await expect(refused).rejects.toMatchObject({
      issues: expect.arrayContaining([
        {
          field: 'file',
          text: 'deployments/surrey.yaml, line 1: surrey names RXX, which neither the file of trusts nor the register holds. Mend the code, or import the trusts first.',
        },
      ]) as unknown,
    });
    expect((await queries.list(VISITOR, {}, firstPage)).items).toEqual([]);
    expect(await loads()).toEqual([]);
  });

  it('whole, after a preview that writes nothing, and everyone can read them', async () => {
    const { facts, isNewEdition } = await sources.preview(OPERATOR, files);
    expect(isNewEdition).toBe(true);
    expect(new Set(facts.map(({ what }) => what))).toEqual(
      new Set([
        ...['Source', 'NHS trust', 'Body', 'Succession', 'Scheme', 'Name', 'Agency', 'Place', 'Claim'],
        ...['Past request', 'What is said of an answer', 'Trust on a list'],
      ]),
    );
    expect((await queries.list(VISITOR, {}, firstPage)).items).toEqual([]);
    const { added, corrected, leftAlone } = await sources.load(OPERATOR, files);
    expect([added, corrected, leftAlone]).toEqual([facts.length, 0, 0]);
    const { items } = await queries.list(VISITOR, {}, firstPage);
    expect(items).toHaveLength(files.deployments.length);
    expect(await loads()).toEqual([['2026-11-21', added, 0, 0]]);
  });

  it('and loading them again changes nothing, at once by two either', async () => {
    const again = await Promise.all([sources.load(OPERATOR, files), sources.load(somebody('ADMIN'), files)]);
    for (const loaded of again) {
      expect(loaded).toMatchObject({ added: 0, corrected: 0, leftAlone: 0 });
      expect(loaded.unchanged).toBeGreaterThan(400);
    }
    expect(await loads()).toHaveLength(1);
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
    const mended = withClaim({ statement: 'The source says something else.' });
    expect(await sources.load(OPERATOR, mended)).toMatchObject({ added: 0, corrected: 1 });
    expect(await statement()).toBe('The source says something else.');
    await sources.load(OPERATOR, files);
  });

  it('and an older file never overwrites what a newer one said, but still says what is new', async () => {
    const newer = withClaim({ statement: 'A newer edition says this.' }, NEXT_DAY);
    expect(await sources.load(OPERATOR, newer)).toMatchObject({ corrected: 1 });
    const [first, ...rest] = files.deployments;
    if (!first) throw new Error('there are deployments');
    const [claim] = first.claims;
    const more = {
      ...claim,
      key: 'said-by-the-older-edition',
      contradicts: [],
    } as (typeof first.claims)[number];
    const older = {
      ...files,
      edition: DAY_BEFORE,
      deployments: [{ ...first, title: 'As it was called before', claims: [...first.claims, more] }, ...rest],
      bodies: files.bodies.map((body) => ({ ...body, name: `${body.name} before` })),
    };
    const { facts } = await sources.preview(OPERATOR, older);
    const left = facts.filter(({ does }) => does === 'leave');
    expect(left).toHaveLength(2 + files.bodies.length);
    expect(new Set(left.map(({ because }) => because))).toEqual(
      new Set(['The register was loaded from the newer edition of 22 November 2026.']),
    );
    expect(await sources.load(OPERATOR, older)).toMatchObject({
      ...{ added: 1, corrected: 0, leftAlone: left.length },
    });
    expect(await statement()).toBe('A newer edition says this.');
    expect((await queries.one(VISITOR, first.key))?.title).toBe(first.title);
    expect(await sources.load(OPERATOR, files)).toMatchObject({ added: 0, corrected: 0, leftAlone: 1 });
    expect((await loads()).map(([edition]) => edition)).toEqual([
      '2026-11-21',
      '2026-11-21',
      '2026-11-21',
      NEXT_DAY,
      DAY_BEFORE,
    ]);
  });

  it('and within one edition what rests on an older source is left, while a newer edition may say so', async () => {
    const dated = files.deployments.find(({ claims }) => claims.some(({ asOf }) => asOf !== null));
    const claim = dated?.claims.find(({ asOf }) => asOf !== null);
    if (!dated || !claim) throw new Error('there is a dated claim');
    const older = { asOf: PartialDate.from('2001'), statement: 'An older source says this.' };
    const spoken = (edition: string): RegisterFiles => ({
      ...{ ...files, edition, nationalClaims: [] },
      sources: new Map([...files.sources].map(([ref, one]) => [ref, { ...one, published: older.asOf }])),
      deployments: [
        {
          ...dated,
          claims: dated.claims.map((one) =>
            one === claim ? { ...one, ...older } : { ...one, asOf: older.asOf },
          ),
        },
      ],
    });
    const { facts } = await sources.preview(OPERATOR, spoken(NEXT_DAY));
    expect(facts.find(({ called }) => called === claim.key)).toMatchObject({
      does: 'leave',
      because: expect.stringMatching(/^What the register says is newer: its source is dated /) as string,
    });
    const later = await sources.preview(OPERATOR, spoken('2026-11-23'));
    expect(later.facts.find(({ called }) => called === claim.key)).toMatchObject({
      does: 'correct',
      because: expect.stringMatching(/^It rests on an older source than what it replaces/) as string,
    });
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
    const edition = '2026-11-24';
    const renamed = {
      ...files,
      edition,
      deployments: [{ ...second, title: 'Renamed by its file' }, ...others],
    };
    expect(await sources.load(OPERATOR, renamed)).toMatchObject({ added: 0, corrected: 1 });
    const noted = { title: 'Renamed by its file', note: 'No file says this.', takenUp: false };
    expect(await queries.one(VISITOR, there.key)).toMatchObject(noted);
  });

  it('but what the trust took up or said itself stays as the trust keeps it', async () => {
    const led = files.deployments.find(({ lead }) => lead !== null);
    const there = await queries.one(OPERATOR, led?.key ?? '');
    if (!led || !there) throw new Error('there is a deployment with a lead');
    const submitter = somebody('TRUST_SUBMITTER', there.leadOrganisationId);
    const note = 'As the trust says where it stands.';
    const stepping = changing('step', Deployment, there.id, {
      change: (one) => one.enter({ state: 'LIVE', at: '2026-11', note }),
      reason: note,
    });
    const recorded = made(Transition, {
      ...{ id: newId(), ...partFields(there), fromState: there.stateCode, toState: 'LIVE' },
      ...{ happened: '2026-11', reason: note, answers: {}, raises: [] },
    });
    await world.candour.get(Ledger).perform(submitter, stepping, adding('step', Transition, recorded));
    await deployments.addName(submitter, there.id, { name: 'The trust’s own name', kind: 'LOCAL' });
    const [alias] = led.aliases;
    const supportedBy = alias?.supportedBy ?? led.claims[0]?.key ?? '';
    const named = { ...led, aliases: [{ name: 'THE TRUST’S OWN NAME', supportedBy }] };
    const edition = '2026-11-25';
    const { facts } = await sources.preview(OPERATOR, { ...files, edition, deployments: [named] });
    expect(facts.filter(({ does }) => does === 'leave').map(({ what, because }) => [what, because])).toEqual([
      ['Scheme', 'Its trust keeps this itself.'],
      ['Name', 'Its trust keeps this itself.'],
    ]);
    await sources.load(OPERATOR, { ...files, edition, deployments: [named] });
    expect(await queries.one(VISITOR, there.key)).toMatchObject({
      stateNote: note,
      takenUp: true,
    });
    const [own] = await claimsByTrusts();
    const taken = {
      ...led,
      claims: led.claims.map((one, at) => (at === 0 ? { ...one, key: own ?? '' } : one)),
    };
    await expect(sources.load(OPERATOR, { ...files, deployments: [taken] })).rejects.toMatchObject({
      issues: expect.arrayContaining([
        { field: 'file', text: expect.stringContaining('is what a trust said itself') as string },
      ]) as unknown,
    });
  });

  it('by administrators and the operator alone, and never otherwise than they were shown', async () => {
    for (const actor of [somebody('LEAD_REVIEWER'), somebody('TRUST_SUBMITTER'), somebody('AUDITOR')])
      await expect(sources.load(actor, files)).rejects.toThrow(NotPermitted);
    const admin = somebody('ADMIN');
    const said = withClaim({ statement: 'An administrator loads this.' }, '2026-11-26');
    const { mark } = await sources.preview(admin, said);
    await sources.load(OPERATOR, withClaim({ statement: 'Somebody was quicker.' }, '2026-11-26'));
    await expect(sources.load(admin, said, mark)).rejects.toThrow(ChangedMeanwhile);
    const now = await sources.preview(admin, said);
    expect(await sources.load(admin, said, now.mark)).toMatchObject({ corrected: 1 });
    expect(await statement()).toBe('An administrator loads this.');
    const renamed = files.deployments.map((file) => ({ ...file, title: `${file.title} (renamed)` }));
    const whole = { ...files, edition: '2026-11-27', deployments: renamed };
    expect((await sources.load(admin, whole)).corrected).toBeGreaterThanOrEqual(renamed.length - 2);
    expect((await world.candour.get(Verification).run()).discrepancies).toEqual([]);
  });

  it('and whoever is no administrator rewrites nothing that was said, past the services either', async () => {
    const named = files.deployments.find(({ lead, aliases }) => lead !== null && aliases.length > 0);
    const there = await queries.one(OPERATOR, named?.key ?? '');
    const settings = `SET LOCAL ROLE candour_member; SET LOCAL "candour.person" = '${there?.id ?? ''}'`;
    const rewriting = async (memberships: string, table: string, change: string): Promise<string> => {
      await world.superuser.query(`BEGIN; ${settings}; SET LOCAL "candour.memberships" = '${memberships}'`);
      const done = world.superuser.query(
        `UPDATE deployments.${table} SET ${change} WHERE lead_organisation_id = '${there?.leadOrganisationId ?? ''}'`,
      );
      const outcome = await done.then(
        ({ rowCount }) => String((rowCount ?? 0) > 0),
        (fault: unknown) => (fault instanceof Error ? fault.message : ''),
      );
      await world.superuser.query('ROLLBACK');
      return outcome;
    };
    const trust = `TRUST_SUBMITTER@${there?.leadOrganisationId ?? ''}`;
    expect(await rewriting(trust, 'claim', "statement = 'Rewritten.'")).toBe(
      'what was said is not rewritten',
    );
    expect(await rewriting(trust, 'deployment_name', "name = 'Rewritten ' || name")).toBe(
      'what was said is not rewritten',
    );
    expect(await rewriting('ADMIN@', 'claim', "statement = 'Rewritten.' || key")).toBe('true');
    expect(await rewriting('LEAD_REVIEWER@', 'claim', "statement = 'Rewritten.'")).toBe('false');
  });

  /** The files with the first claim of the first scheme changed. */
  function withClaim(change: object, edition = files.edition): RegisterFiles {
    const [first, ...rest] = files.deployments;
    const [claim, ...claims] = first?.claims ?? [];
    if (!first || !claim) throw new Error('there is a deployment with a claim');
    return {
      ...files,
      edition,
      deployments: [{ ...first, claims: [{ ...claim, ...change }, ...claims] }, ...rest],
    };
  }

  async function statement(): Promise<string | undefined> {
    const [first] = files.deployments;
    const detail = await queries.one(VISITOR, first?.key ?? '');
    return detail?.claims.find(({ key }) => key === first?.claims[0]?.key)?.statement;
  }

  async function loads(): Promise<(string | number)[][]> {
    const { rows } = await world.superuser.query<{ load: (string | number)[] }>(
      'SELECT jsonb_build_array(edition, added, corrected, left_alone) AS load FROM deployments.register_load ORDER BY id',
    );
    return rows.map(({ load }) => load);
  }

  async function claimsByTrusts(): Promise<string[]> {
    const [organisation] = (
      await world.candour.get(OrganisationsQueries).list(OPERATOR, { type: 'NHS_TRUST' }, firstPage)
    ).items;
    await deployments.register(somebody('TRUST_SUBMITTER', organisation?.id ?? ''), {
      ...{
        organisationId: organisation?.id ?? '',
        title: 'A trust’s own',
        area: 'Here',
        names: [],
        agencies: [],
      },
      ...{ state: 'PLANNED', stateAt: '2026', started: null, startPlanned: false },
    });
    const { rows } = await world.superuser.query<{ key: string }>(
      "SELECT key FROM deployments.claim WHERE registered_by = 'trust'",
    );
    return rows.map(({ key }) => key);
  }
});
