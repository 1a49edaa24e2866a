import type { Uuid } from '../../src/kernel/identifiers.js';
import { newId } from '../../src/kernel/identifiers.js';
import { registered } from '../support/deployments.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { anOrganisation } from '../support/organisations.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

const ASKED = { reason: 'Its officers are named in board papers.', dueOn: '2026-12-14', post: 'Director' };
const SAID = {
  tookPart: 'YES',
  since: '2018-09',
  staff: 'One constable, in visits.',
  records: 'Care plans, read on a screen of the trust.',
  basis: 'An agreement of 2018, signed by nobody.',
  people: 3,
  complaints: 12,
  stopped: 'Visits stopped; alerts go on.',
  searched: 'Command and control, and the rota.',
  post: 'Head of mental health',
};

interface Returned {
  readonly id: Uuid;
  readonly organisation: string;
  readonly standing: string;
  readonly daysLate: number;
  readonly said: Record<string, unknown> | null;
}

describe('What a partner agency says of a scheme', () => {
  let world: ServedReviewWorld;
  let [roundId, reviewId, scheme, trustKey]: [Uuid, Uuid, string, string] = ['', '', '', ''];
  let [policeId, signedId] = ['', ''];
  const parties = new Map<Part | null, InterestedParty>();

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId, reviewId } = await startedReview(world));
    const [police] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Vale Police', odsCode: 'RP1', type: 'POLICE_FORCE' }),
      anOrganisation({ name: 'Example Ambulance', odsCode: 'RA1', type: 'NHS_AMBULANCE' }),
    );
    policeId = police?.id ?? '';
    scheme = await value(
      `SELECT key AS value FROM deployments.deployment WHERE id = '${world.deploymentId}'`,
    );
    trustKey = await value(
      `SELECT key AS value FROM organisations.organisation WHERE id = '${world.trustId}'`,
    );
    await held('stranger', 'POLICE_PARTNER', policeId);
  });

  afterAll(() => world.close());

  async function value(sql: string): Promise<string> {
    return (await world.superuser.query<{ value: string }>(sql)).rows[0]?.value ?? '';
  }

  async function held(part: Part, role: string, organisation: Uuid): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
        VALUES ('${newId()}', 1, '${world.personId(part)}', '${role}', '${organisation}', '2026-01-01')`,
    );
  }

  function party(part: Part | null): InterestedParty {
    const known = parties.get(part) ?? interestedParty(world, part);
    parties.set(part, known);
    return known;
  }

  function asked(partner: string, by: Part = 'lead') {
    return party(by).post(`rounds/${roundId}/partner-returns`, { ...ASKED, scheme, partner });
  }

  async function returns(): Promise<readonly Returned[]> {
    const { body } = await party(null).get<{ returns: Returned[] }>(`rounds/${roundId}/partner-returns`);
    return body.returns;
  }

  it('is asked for by a lead, in public, of whoever is not the trust itself', async () => {
    const page = await party('lead').page(`/rounds/${roundId}/partner-returns`);
    await page.follow('Ask a partner agency');
    page.fill('About which scheme?', 'none-such').fill('Which agency is asked?', 'RP1');
    page.fill('Why is it asked?', ASKED.reason).fill('Which post answers for this?', ASKED.post);
    await page.fillDate('By when?', { day: '30', month: '11', year: '2026' }).press('Ask');
    expect(page.issues).toHaveLength(2);
    page.fill('About which scheme?', scheme);
    await page.fillDate('By when?', { day: '14', month: '12', year: '2026' }).press('Ask');
    expect(page.notice).toContain('The agency is asked');
    expect((await asked('RA1')).status).toBe(201);
    expect((await asked(trustKey)).text).toContain('no partner of it');
    for (const part of ['submitter', 'stranger', 'group', 'first'] as const)
      expect((await asked('RA1', part)).status).toBe(403);
    const visitor = await party(null).page(`/deployments/${scheme}`);
    expect(visitor.text).toContain('Return of Example Vale Police');
    signedId = (await returns()).find(({ organisation }) => organisation === 'Example Vale Police')?.id ?? '';
  });

  it('is signed by the agency alone, once, and not by whoever holds a post in the trust too', async () => {
    const path = `rounds/${roundId}/partner-returns/${signedId}/signature`;
    for (const part of ['submitter', 'executive', 'lead', 'group'] as const)
      expect((await party(part).post(path, SAID)).status).toBe(403);
    const bySql = (
      part: Part,
    ) => `INSERT INTO reviews.partner_return (id, revision, request_id, round_id, organisation_id,
        took_part, searched, post, signed_by, signed_on)
      VALUES (gen_random_uuid(), 1, '${signedId}', '${roundId}', '${policeId}', 'NO', 'S', 'P', '${world.personId(part)}', '2026-11-23')`;
    expect(await party('lead').sql(bySql('lead'))).toContain('row-level security');
    for (const part of ['submitter', 'executive'] as const)
      expect(await party(part).sql(bySql(part))).toContain('signs for no partner of it');
    await held('executive', 'POLICE_PARTNER', policeId);
    expect(await party('executive').sql(bySql('executive'))).toContain('signs for no partner of it');
    expect((await party('stranger').post(path, { ...SAID, stopped: undefined })).status).toBe(422);

    const page = await party('stranger').page(`/rounds/${roundId}/partner-returns/${signedId}`);
    await page.follow('Sign for your agency');
    page.choose('Yes').fillDate('Since when?', { month: '9', year: '2018' });
    page.fill('Which of your staff took part, and in what?', SAID.staff);
    page.fill('Which records of people were shared with you?', SAID.records);
    page.fill('On what basis were they shared?', SAID.basis).fill('About how many people was it?', '3');
    page.fill('How many complaints did you receive about it?', '12');
    page.fill('What has stopped, and what goes on?', SAID.stopped);
    page.fill('What did you look at to say so?', SAID.searched);
    await page.fill('Which post answers for this?', SAID.post).press('Sign');
    expect(page.notice).toContain('You have signed for your agency');
    expect((await party('stranger').post(path, SAID)).text).toContain('returns once');
  });

  it('stands beside the record of the trust, with what contradicts it, counts rounded, and merged with nothing', async () => {
    const visitor = await party(null).page(`/rounds/${roundId}/partner-returns/${signedId}`);
    expect(visitor.text).toContain('An agreement of 2018, signed by nobody.');
    expect(visitor.text).toContain('About 5 or fewer');
    expect(visitor.text).toContain('The record does not name it');
    expect(visitor.text).toContain('They contradict each other');
    expect((await party(null).page(`/deployments/${scheme}`)).text).not.toContain('One constable');
    const [ambulance, police] = await returns();
    expect(police).toMatchObject({ standing: 'SIGNED', said: { people: 5, complaints: 10, until: null } });
    expect(ambulance).toMatchObject({ standing: 'WAITING', said: null });
  });

  it('is silence in public the day after it was due, without anybody’s act', async () => {
    world.clock.setTo('2026-12-16');
    expect((await returns())[0]).toMatchObject({ standing: 'SILENT', daysLate: 2 });
    const csv = await (await fetch(`${world.address}/rounds/${roundId}/partner-returns.csv`)).text();
    expect(csv).toContain('Example Ambulance');
    expect(csv).toContain('SILENT,2');
    for (const table of ['partner_request', 'partner_return'])
      for (const part of ['lead', 'stranger', 'submitter'] as const)
        expect(await party(part).sql(`DELETE FROM reviews.${table}`)).toContain('permission denied');
  });

  it('keeps whoever signed it from reviewing the scheme', async () => {
    const { rows } = await world.superuser.query<{ words: string }>(
      'SELECT words FROM reviews.independence_faults($1, $2)',
      [world.personId('stranger'), reviewId],
    );
    expect(rows.map(({ words }) => words)).toContain(
      'the person signed the return of an agency about the scheme under review',
    );
  });

  it('can be read, asked for and signed on a narrow screen', async () => {
    const screen = await NarrowScreen.open();
    const lead = await world.reader('lead');
    for (const path of ['partner-returns', 'partner-returns/ask', `partner-returns/${signedId}`])
      expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/${path}`, lead)).toEqual([]);
    await screen.close();
  });
});
