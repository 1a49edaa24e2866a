import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { VoidingService } from '../../src/reviews/rounds/voiding.service.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import {
  agreedBy,
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

const SAID = { reason: 'Board papers of 2019 name its crisis team.', post: 'Director' };
const SEARCHED = { names: 'SIM', places: 'Contract register', searchedBy: 'Head of services' };

describe('A scheme that only sources know', () => {
  let world: ServedReviewWorld;
  let [roundId, laterRoundId, voidedRoundId]: [Uuid, Uuid, Uuid] = ['', '', ''];
  let [namingId, ownKey, trustKey]: [Uuid, string, string] = ['', '', ''];
  const parties = new Map<Part | null, InterestedParty>();
  const orphans = { paged: newId(), unread: newId() };

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId } = await startedReview(world));
    ({ roundId: laterRoundId } = await startedReview(world));
    ({ roundId: voidedRoundId } = await startedReview(world));
    for (const [key, id] of Object.entries(orphans))
      await pastTheLedger(
        world.superuser,
        `INSERT INTO deployments.deployment (id, revision, key, title, area, state_code, state_claims, state_confidence,
          state_note, overlays, registered_by, fictional, published, taken_up)
        VALUES ('${id}', 1, 'sources-know-${key}', 'Example ${key} scheme', 'Exampleshire', 'UNKNOWN', '{}', 'B', '', '{}',
          'sources', true, true, false)`,
      );
    ownKey = await value(
      `SELECT key AS value FROM deployments.deployment WHERE id = '${world.deploymentId}'`,
    );
    trustKey = await value(
      `SELECT key AS value FROM organisations.organisation WHERE id = '${world.trustId}'`,
    );
  });

  afterAll(() => world.close());

  async function value(sql: string): Promise<string> {
    const { rows } = await world.superuser.query<{ value: string }>(sql);
    return rows[0]?.value ?? '';
  }

  function party(part: Part | null): InterestedParty {
    const known = parties.get(part) ?? interestedParty(world, part);
    parties.set(part, known);
    return known;
  }

  function named(scheme: keyof typeof orphans, round: Uuid, by: Part = 'lead') {
    return party(by).post(`rounds/${round}/named-schemes`, {
      ...SAID,
      scheme: `sources-know-${scheme}`,
      trust: trustKey,
    });
  }

  function nilReturn(round: Uuid, ...more: readonly string[]) {
    const notSchemes = [`${ownKey}, It is a helpline.`, ...more].join('\n');
    return party('submitter').post(`rounds/${round}/nil-returns`, { ...SEARCHED, notSchemes });
  }

  async function line(round = roundId): Promise<Record<string, unknown> | undefined> {
    const { body } = await party(null).get<{ lines: Record<string, unknown>[] }>(`rounds/${round}/table`);
    return body.lines.find(({ organisationId }) => organisationId === world.trustId);
  }

  it('is named for a trust with a reason, which asks the trust in the same act, and everyone reads it', async () => {
    const page = await party('lead').page(`/rounds/${roundId}/named-schemes`);
    await page.follow('Name a scheme for a trust');
    expect(page.text).toContain('sources-know-paged');
    page
      .fill('Which scheme?', ownKey)
      .fill('Whose is it taken to be?', 'RZZ')
      .fill('Why this trust?', 'none');
    await page.press('Name and ask');
    expect(page.issues).toHaveLength(2);
    page.fill('Why this trust?', SAID.reason).fill('Which post answers for this?', SAID.post);
    await page.press('Name and ask');
    expect(page.issues).toEqual([
      'Enter the last part of the address of a scheme in the register for which no trust answers',
      'Enter the ODS code of an organisation in the register',
    ]);
    page.fill('Which scheme?', 'sources-know-paged').fill('Whose is it taken to be?', trustKey);
    await page.press('Name and ask');
    expect(page.text).toContain('Not answered');
    const listed = await party(null).get<{ namings: { id: Uuid }[] }>(`rounds/${roundId}/named-schemes`);
    namingId = listed.body.namings[0]?.id ?? '';
    const { body } = await party(null).get<{ decisions: object[] }>(`rounds/${roundId}/scope`);
    expect(body.decisions).toMatchObject([
      { decision: 'ASKED', reason: `It is asked about “Example paged scheme”. ${SAID.reason}` },
    ]);
    for (const path of ['/deployments/sources-know-paged', `/trusts/${trustKey}`])
      expect((await party(null).page(path)).text).toContain('Not answered');
    const table = await party(null).page(`/rounds/${roundId}/table`);
    expect(table.text).toContain('Asked about “Example paged scheme” on 23 November 2026: not answered');
    const csv = await (await fetch(`${world.address}/rounds/${roundId}/named-schemes.csv`)).text();
    expect(csv).toContain(`UNANSWERED,2026-11-23,${SAID.reason}`);
  });

  it('is named by nobody else, not by its trust, and neither a scheme for which a trust answers', async () => {
    for (const part of ['submitter', 'executive', 'group', 'first', null] as const)
      expect([401, 403]).toContain((await named('unread', roundId, part ?? 'submitter')).status);
    const byLead = `INSERT INTO reviews.scheme_naming (id, revision, round_id, deployment_id, organisation_id, reason, post, named_by, named_on)
      SELECT gen_random_uuid(), 1, '${roundId}', '${world.deploymentId}', '${world.trustId}', 'R', 'P', '${world.personId('lead')}', '2026-11-23'`;
    expect(await party('lead').sql(byLead)).toContain('that no trust answers for');
    expect(await party('otherLead').sql(byLead)).toMatch(/row-level security|no trust answers for/);
    const unasked = byLead.replace(world.deploymentId, orphans.unread).replace(world.trustId, world.groupId);
    expect(await party('lead').sql(unasked)).toContain('is asked in the round');
    expect((await named('paged', roundId)).text).toContain('named for an organisation once');
  });

  it('is passed over by no nil return until the trust has answered: not by page, program or SQL', async () => {
    const refused = await nilReturn(roundId);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Example paged scheme');
    const page = await party('submitter').page(`/rounds/${roundId}/nil-return`);
    expect(page.text).toContain('sources-know-paged');
    const explained = JSON.stringify([{ deploymentId: world.deploymentId, why: 'None.' }]);
    expect(
      await party('submitter')
        .sql(`INSERT INTO reviews.nil_return (id, revision, round_id, organisation_id, names_searched,
          places_searched, searched_by, not_schemes, signed_by, signed_on)
        VALUES (gen_random_uuid(), 1, '${roundId}', '${world.trustId}', '{SIM}', '{Papers}', 'Somebody', '${explained}',
          '${world.personId('submitter')}', '2026-11-23')`),
    ).toContain('a scheme is named for this trust in this round');
  });

  it('is disputed by its trust with reasons, once, beside what the review said', async () => {
    const path = `rounds/${roundId}/named-schemes/${namingId}/answer`;
    const disputed = { says: 'DISPUTED', reason: 'The team was the council’s.', post: 'Chief executive' };
    expect((await party('submitter').post(path, { ...disputed, reason: 'n/a' })).status).toBe(422);
    for (const part of ['executive', 'lead', 'group'] as const)
      expect((await party(part).post(path, disputed)).status).toBe(403);
    const page = await party('submitter').page(`/rounds/${roundId}/named-schemes/${namingId}`);
    page.choose('No, we dispute it').fill('Say why', disputed.reason);
    await page.fill('Which post answers for this?', disputed.post).press('Answer');
    const visitor = await party(null).page(`/rounds/${roundId}/named-schemes/${namingId}`);
    expect(visitor.text).toContain(SAID.reason);
    expect(visitor.text).toContain(disputed.reason);
    expect((await party('submitter').post(path, { ...disputed, says: 'OURS' })).text).toContain('once');
    const { id } = (await nilReturn(roundId)).body;
    await party('executive').post(`rounds/${roundId}/nil-returns/${String(id)}/signature`);
    expect(await line()).toMatchObject({ standing: 'NIL', named: [{ says: 'DISPUTED', outcome: null }] });
  });

  it('is decided by a lead who did not name it, and a return that passes over it counts no more', async () => {
    const path = `rounds/${roundId}/named-schemes/${namingId}/decision`;
    const decided = { outcome: 'STANDS', reason: 'The trust paid for the team.', post: 'Chair' };
    expect((await party('lead').page(`/rounds/${roundId}/named-schemes/${namingId}`)).text).toContain(
      'You named it, so another lead reviewer does.',
    );
    expect((await party('lead').post(path, decided)).text).toContain('somebody who did not name the scheme');
    for (const part of ['submitter', 'executive', 'group', 'first'] as const)
      expect((await party(part).post(path, decided)).status).toBe(403);
    const bySql = (
      of: Part,
    ) => `INSERT INTO reviews.naming_decision (id, revision, naming_id, outcome, reason, post, decided_by, decided_on)
      VALUES (gen_random_uuid(), 1, '${namingId}', 'FALLS', 'R', 'P', '${world.personId(of)}', '2026-11-23')`;
    expect(await party('lead').sql(bySql('lead'))).toContain('somebody who did not name the scheme');
    expect(await party('lead').sql(bySql('otherLead'))).toContain('row-level security');
    const page = await party('otherLead').page(`/rounds/${roundId}/named-schemes/${namingId}`);
    page.choose('The naming stands: the trust answers for this scheme').fill('Why?', decided.reason);
    await page.fill('Which post answers for this?', decided.post).press('Decide');
    expect((await party(null).page(`/rounds/${roundId}/named-schemes/${namingId}`)).text).toContain(
      decided.reason,
    );
    expect(await line()).toMatchObject({
      standing: 'ACKNOWLEDGED',
      nil: null,
      named: [{ outcome: 'STANDS' }],
    });
    expect((await party('otherLead').post(path, decided)).text).toContain('decided once');
    const started = await party('lead').post(`rounds/${roundId}/reviews`, { deploymentId: orphans.paged });
    expect([started.status, started.text.includes('names the trust that leads')]).toEqual([201, false]);
  });

  it('named after a nil return was begun is answered before the executive signs', async () => {
    const { id } = (await nilReturn(laterRoundId)).body;
    const second = `rounds/${laterRoundId}/nil-returns/${String(id)}/signature`;
    const { body } = await named('unread', laterRoundId);
    expect((await party('executive').post(second)).text).toContain('named for this trust since');
    const path = `rounds/${laterRoundId}/named-schemes/${String(body['id'])}`;
    const said = { says: 'DISPUTED', reason: 'Its papers name the council.', post: 'Chief executive' };
    await party('submitter').post(`${path}/answer`, said);
    const fell = { outcome: 'FALLS', reason: 'The papers name another trust.', post: 'Chair' };
    await party('otherLead').post(`${path}/decision`, fell);
    expect((await party('executive').post(second)).text).toContain('executiveSignedOn');
    expect(await line(laterRoundId)).toMatchObject({ standing: 'NIL' });
  });

  it('and what was said of it are changed by nobody, and nothing of it goes further in a voided round', async () => {
    const { body } = await named('unread', voidedRoundId);
    const nil = (await nilReturn(voidedRoundId, 'sources-know-unread, It gave advice by phone.')).body;
    const nilId = String(nil['id']);
    const aside = await party('lead').post(
      `rounds/${voidedRoundId}/nil-returns/${nilId}/setting-aside`,
      SAID,
    );
    const proposal = await world.service(VoidingService).propose(await world.as('lead'), voidedRoundId, SAID);
    await agreedBy(world, 'otherLead', proposal);
    const agreeing = await party('otherLead').post(`proposals/${String(aside.body['id'])}/agreement`);
    expect(agreeing.text).toContain('the round was voided');
    const path = `rounds/${voidedRoundId}/named-schemes/${String(body['id'])}/answer`;
    const ours = { says: 'OURS', reason: 'It is ours.', post: 'Chief executive' };
    expect((await party('submitter').post(path, ours)).text).toContain('the round was voided');
    const shared = `gen_random_uuid(), 1, '${nilId}'`;
    for (const [part, into] of [
      [
        'executive',
        `nil_signature VALUES (${shared}, '${world.trustId}', '${world.personId('executive')}', '2026-11-23')`,
      ],
      ['group', `nil_challenge VALUES (${shared}, '${world.groupId}', 'S', '2026-11-23')`],
    ] as const)
      expect(await party(part).sql(`INSERT INTO reviews.${into}`)).toContain('the round was voided');
    for (const table of ['scheme_naming', 'naming_answer', 'naming_decision'])
      for (const part of ['submitter', 'lead', 'otherLead'] as const)
        expect(await party(part).sql(`DELETE FROM reviews.${table}`)).toContain('permission denied');
  });

  it('can be read, named, answered and decided on a narrow screen', async () => {
    const screen = await NarrowScreen.open();
    const lead = await world.reader('lead');
    for (const path of ['named-schemes', 'named-schemes/add', `named-schemes/${namingId}`, 'table'])
      expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/${path}`, lead)).toEqual([]);
    await screen.close();
  });
});
