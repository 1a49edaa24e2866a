import type { Uuid } from '../../src/kernel/identifiers.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { registered } from '../support/deployments.js';
import { agreedBy, servedReviewWorld, startedReview, type ServedReviewWorld } from '../support/reviews.js';
import { VoidingService } from '../../src/reviews/rounds/voiding.service.js';

const SAID = { reason: 'Every trust was asked in 2021.', post: 'Director' };

interface Scope {
  readonly decisions: readonly {
    readonly organisation: string;
    readonly decision: string;
    readonly reason: string;
    readonly turn: number;
    readonly isNewest: boolean;
  }[];
}

describe('Who owes an answer in a round', () => {
  let world: ServedReviewWorld;
  let lead: InterestedParty;
  let submitter: InterestedParty;
  let anyone: InterestedParty;
  let roundId: Uuid;
  let silentId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    const [silent] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Silent Trust', odsCode: 'RX1', nationalGrouping: 'Y56' }),
      anOrganisation({ name: 'Example Quiet Trust', odsCode: 'RX2', nationalGrouping: 'Y62' }),
      anOrganisation({ name: 'Example Closed Trust', odsCode: 'RX3', closedOn: '2024-11-01' }),
      anOrganisation({ name: 'Example Council', odsCode: 'RX4', type: 'LOCAL_AUTHORITY' }),
    );
    silentId = silent?.id ?? '';
    [lead, submitter, anyone] = [
      interestedParty(world, 'lead'),
      interestedParty(world, 'submitter'),
      interestedParty(world, null),
    ];
    ({ roundId } = await startedReview(world));
  });

  afterAll(() => world.close());

  async function scope(): Promise<readonly (readonly [string, string, string])[]> {
    const { body } = await anyone.get<Scope>(`rounds/${roundId}/scope`);
    return body.decisions.map(({ organisation, decision, reason }) => [organisation, decision, reason]);
  }

  it('is picked in one act after a look at it, whether or not a scheme is known', async () => {
    const page = await lead.page(`/rounds/${roundId}/scope`);
    await page.follow('Pick who owes an answer');
    page.choose('Every mental health trust in the register');
    page.fill('Who of them is left out, and why?', 'RX2, It was asked in another round.\nRX9, A slip');
    page.fill('Why are these asked?', SAID.reason).fill('Which post answers for this?', SAID.post);
    await page.press('Continue');
    expect(page.issues).toEqual(['Row 2: RX9 is not among those you picked']);
    page.fill('Who of them is left out, and why?', 'RX2, It was asked in another round.');
    await page.press('Continue');
    expect(page.heading).toContain('Check who would be asked');
    expect(page.text).toContain('2 organisations would be asked');
    expect(await scope()).toEqual([]);
    await page.press('Confirm');
    expect(page.notice).toContain('2 organisations asked, 2 left out');

    const closed = 'The register says that it closed: 1 November 2024.';
    expect(await scope()).toEqual([
      ['Example Closed Trust', 'LEFT_OUT', closed],
      ['Example Quiet Trust', 'LEFT_OUT', 'It was asked in another round.'],
      ['Example Silent Trust', 'ASKED', SAID.reason],
      ['Example Vale Trust', 'ASKED', SAID.reason],
    ]);
    const visitor = await new PageReader(world.address).open(`/rounds/${roundId}/scope`);
    expect(visitor.text).toContain('It was asked in another round.');
    expect(visitor.text).toContain('Director');
  });

  it('picked again undoes nothing, and by its code an organisation that was left out comes in', async () => {
    const again = await lead.post(`rounds/${roundId}/scope`, { ...SAID, pick: 'mental-health-trusts' });
    expect(again.body).toMatchObject({ asking: [], leavingOut: [] });
    const region = await lead.post(`rounds/${roundId}/scope/preview`, {
      ...{ ...SAID, pick: 'region', region: 'Y56' },
    });
    expect(region.body).toMatchObject({ asking: [], unchanged: [{ name: 'Example Silent Trust' }] });
    const codes = 'ods_code,left out because\nRX2,\nRX4,It gives no care\n';
    const asked = await lead.post(`rounds/${roundId}/scope`, { ...SAID, pick: 'codes', codes });
    expect(asked.body).toMatchObject({
      asking: [{ name: 'Example Quiet Trust' }],
      leavingOut: [{ organisation: { name: 'Example Council' }, reason: 'It gives no care' }],
    });
  });

  it('is handed over as a file too, with each fault by its line, and looked at before it is confirmed', async () => {
    const page = await lead.page(`/rounds/${roundId}/scope/add`);
    await page.follow('Hand over a CSV file of codes');
    page.attach('A CSV file of ODS codes', { name: 'codes.csv', content: 'ods_code\nRX1\n,no code\nRX1\n' });
    await page.press('Read the file');
    expect(page.issues).toEqual([
      'Row 3: there is no code. Write it in the first column',
      'Row 4: RX1 stands in row 2 already. Take one of the two away',
    ]);
    page.attach('A CSV file of ODS codes', {
      name: 'codes.csv',
      content: 'RX1\nRX4,"It gives, as it says, no care"\n',
    });
    await page.press('Read the file');
    expect(page.value('ODS codes')).toContain('RX4,"It gives, as it says, no care"');
    page.fill('Why are these asked?', SAID.reason).fill('Which post answers for this?', SAID.post);
    await page.press('Continue');
    expect(page.text).toContain('This pick records nothing new');
  });

  it('records nothing else than what was seen', async () => {
    const page = await lead.page(`/rounds/${roundId}/scope/add`);
    page.choose('The organisations with the codes below').fill('ODS codes', 'RX4');
    page.fill('Why are these asked?', SAID.reason).fill('Which post answers for this?', SAID.post);
    await page.press('Continue');
    await lead.post(`rounds/${roundId}/scope`, { ...SAID, pick: 'codes', codes: 'RX4' });
    await page.press('Confirm');
    expect(page.text).toContain('This pick records nothing new');
  });

  it('is said to have arrived by the organisation itself, and by nobody for it', async () => {
    const page = await submitter.page(`/rounds/${roundId}/scope`);
    await page.press('We have the request');
    expect(page.notice).toContain('has the request');
    expect((await submitter.page(`/rounds/${roundId}/scope`)).text).not.toContain('We have the request');
    expect((await submitter.post(`rounds/${roundId}/scope/acknowledgement`)).text).toContain('once');
    expect((await lead.post(`rounds/${roundId}/scope/acknowledgement`)).status).toBe(403);
    const forOthers = `INSERT INTO reviews.scope_acknowledgement (id, revision, round_id, organisation_id, acknowledged_on)
      VALUES (gen_random_uuid(), 1, '${roundId}', '${silentId}', '2026-11-23')`;
    expect(await submitter.sql(forOthers)).toContain('row-level security');
    expect(await lead.sql(forOthers)).toContain('row-level security');
  });

  it('lets nobody be removed in silence: not without a reason, not by a file, not by SQL', async () => {
    const path = `rounds/${roundId}/scope/${silentId}/removal`;
    expect((await lead.post(path, { reason: ' ', post: 'Director' })).status).toBe(422);
    expect((await submitter.post(path, SAID)).status).toBe(403);
    expect(await lead.sql(`DELETE FROM reviews.scope_decision`)).toContain('permission denied');
    expect(await lead.sql(`UPDATE reviews.scope_decision SET reason = 'Other'`)).toContain(
      'permission denied',
    );
    const page = await lead.page(`/rounds/${roundId}/scope/${silentId}/removal`);
    page.fill('Why is it removed?', 'It closed.').fill('Which post answers for this?', 'Director');
    await page.press('Propose');
    expect(page.notice).toContain('It waits for another lead reviewer to agree');
    expect((await scope()).filter(([name]) => name === 'Example Silent Trust')).toHaveLength(1);
    const { body } = await lead.get<{ items: { id: Uuid }[] }>('proposals');
    const proposalId = body.items[0]?.id ?? '';
    expect((await lead.post(`proposals/${proposalId}/agreement`)).text).toContain('another person');
    const alone = `INSERT INTO reviews.scope_decision
      (id, revision, round_id, organisation_id, turn, decision, reason, post, decided_on, proposal_id, proposed_by, decided_by)
      SELECT gen_random_uuid(), 1, '${roundId}', '${silentId}', 2, 'REMOVED', 'It closed.', 'Director', '2026-11-23'`;
    const me = `'${world.personId('lead')}'`;
    expect(await lead.sql(`${alone}, NULL, NULL, ${me}`)).toContain('one person proposed and another agreed');
    expect(await lead.sql(`${alone}, '${proposalId}', ${me}, ${me}`)).toContain('does not decide it');
    expect(await lead.sql(`${alone}, '${proposalId}', ${me}, '${world.personId('otherLead')}'`)).toContain(
      'row-level security',
    );
    const second = await interestedParty(world, 'otherLead').page(`/proposals/${proposalId}`);
    expect(second.text).toContain('Example Silent Trust');
    await second.press('Agree');
    expect((await scope()).filter(([name]) => name === 'Example Silent Trust')).toEqual([
      ['Example Silent Trust', 'ASKED', SAID.reason],
      ['Example Silent Trust', 'REMOVED', 'It closed.'],
    ]);
    expect((await lead.post(path, SAID)).status).toBe(404);
  });

  it.each([
    ['a second first decision', 1, 'ASKED', 'follow one another'],
    ['a gap', 9, 'ASKED', 'follow one another'],
    ['a removal of who was removed', 3, 'REMOVED', 'one person proposed and another agreed'],
    ['a leaving out afterwards', 3, 'LEFT_OUT', 'before anything else is decided'],
  ])('takes no %s by SQL', async (_, turn, decision, words) => {
    const inserted = `INSERT INTO reviews.scope_decision (id, revision, round_id, organisation_id, turn, decision, reason, post, decided_on, decided_by)
      VALUES (gen_random_uuid(), 1, '${roundId}', '${silentId}', ${String(turn)}, '${decision}', 'R', 'P', '2026-11-23', '${world.personId('lead')}')`;
    expect(await lead.sql(inserted)).toContain(words);
    expect(await submitter.sql(inserted)).toMatch(/row-level security|follow|asked|decided|agreed/);
  });

  it('is asked only while there is time to answer, and not in a round that was voided', async () => {
    const other = await startedReview(world);
    world.clock.setTo('2026-11-30');
    const pick = { ...SAID, pick: 'codes', codes: 'RX2' };
    const late = await lead.post(`rounds/${other.roundId}/scope`, pick);
    expect(late.text).toContain('It is too late to ask in this round');
    world.clock.setTo('2026-11-23');
    const voiding = world.service(VoidingService);
    const proposal = await voiding.propose(await world.as('lead'), other.roundId, SAID);
    await agreedBy(world, 'otherLead', proposal);
    expect((await lead.post(`rounds/${other.roundId}/scope`, pick)).text).toContain('voided');
  });

  it('can be read and decided on a narrow screen', async () => {
    const screen = await NarrowScreen.open();
    const reader = await world.reader('lead');
    for (const path of ['scope', 'scope/add'])
      expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/${path}`, reader)).toEqual([]);
    await screen.close();
  });
});
