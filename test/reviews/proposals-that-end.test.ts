import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Database } from '../../src/platform/database/database.js';
import { LapsingProposals } from '../../src/reviews/proposals/lapsing-proposals.js';
import { ProposalsQueries } from '../../src/reviews/proposals/proposals.queries.js';
import { ProposalsService } from '../../src/reviews/proposals/proposals.service.js';
import { MovingDatesService } from '../../src/reviews/rounds/moving-dates.service.js';
import { RoundsQueries } from '../../src/reviews/rounds/rounds.queries.js';
import { VoidingService } from '../../src/reviews/rounds/voiding.service.js';
import {
  agreedBy,
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

const WHY_NOT = 'The dates can be kept.';

describe('A proposal that takes two people ends', () => {
  let world: ServedReviewWorld;
  let roundId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId } = await startedReview(world));
  });

  beforeEach(() => {
    world.clock.setTo('2026-11-23');
  });

  afterAll(() => world.close());

  it('when another person declines it with a reason, on a page that says so to whoever made it', async () => {
    const id = await proposed('lead');
    const other = await (await world.reader('otherLead')).open(`/proposals/${id}`);
    expect(other.text).toContain('Waiting for somebody to agree until 21 December 2026');
    await other.follow('Decline this proposal');
    await other.press('Decline the proposal');
    expect(other.issues).toEqual(['Enter the reason']);
    await other.fill('Why?', WHY_NOT).press('Decline the proposal');
    expect(other.notice).toBe('You declined the proposal');
    await other.open(`/proposals/${id}/ending`);
    expect([other.path, other.text]).toEqual([`/proposals/${id}`, expect.stringContaining(WHY_NOT)]);
    const mine = await (await world.reader('lead')).open(`/proposals/${id}`);
    expect(mine.text).toContain('Declined on 23 November 2026');
    expect(mine.text).toContain(WHY_NOT);
    expect(mine.text).not.toContain('Take this proposal back');
    await mine.open(`/rounds/${roundId}`);
    expect(mine.text).not.toContain('Waiting for a second person');
    await expect(agreedBy(world, 'otherLead', id)).rejects.toThrow('Somebody declined this');
    expect(await unmoved()).toBe(true);
  });

  it('when whoever made it takes it back, and by nobody who could not agree to it', async () => {
    const id = await proposed('lead');
    for (const part of ['submitter', 'first', 'admin'] as const)
      await expect(ends(part, id)).rejects.toMatchObject({ status: 404 });
    await expect(ends('auditor', id)).rejects.toMatchObject({ status: 403 });
    const answer = await fetch(`${world.address}/api/v1/proposals/${id}/ending`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token('lead')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: WHY_NOT }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { state: 'taken-back', endedOn: '2026-11-23', endedBecause: WHY_NOT, openUntil: '2026-12-21' },
    ]);
    await expect(ends('otherLead', id)).rejects.toThrow('took it back');
    await expect(agreedBy(world, 'otherLead', id)).rejects.toThrow('took it back');
  });

  it('when whoever made it thinks better of it, on the page that says what waits', async () => {
    ({ roundId } = await startedReview(world));
    const id = await proposed('lead');
    const mine = await (await world.reader('lead')).open('/proposals');
    await mine.open(`/proposals/${id}`);
    expect(mine.text).toContain('Waiting for another person until 21 December 2026');
    expect(mine.find('main button')).toHaveLength(0);
    await mine.follow('Take this proposal back');
    expect(mine.find('h1').text()).toContain('Take a proposal back');
    await mine.press('Take the proposal back');
    expect(mine.issues).toEqual(['Enter the reason']);
    await mine.fill('Why?', WHY_NOT).press('Take the proposal back');
    expect([mine.path, mine.notice]).toEqual([`/proposals/${id}`, 'You took the proposal back']);
    expect(mine.text).toContain('Taken back on 23 November 2026');
    expect(mine.text).toContain(WHY_NOT);
    expect(mine.text).not.toContain('Take this proposal back');
    const other = await (await world.reader('otherLead')).open(`/proposals/${id}`);
    expect(other.text).toContain('Taken back on 23 November 2026');
    expect(other.find('main button')).toHaveLength(0);
    await other.open(`/rounds/${roundId}`);
    expect(other.text).not.toContain('Waiting for a second person');
    expect(await unmoved()).toBe(true);
  });

  it('when the date is moved by another: it says so, waits no more, and can be proposed anew', async () => {
    ({ roundId } = await startedReview(world));
    const [id, other] = [await proposed('lead'), await proposed('otherLead', '2027-05-03')];
    await agreedBy(world, 'lead', other);
    const page = await (await world.reader('otherLead')).open('/proposals');
    expect(page.text).toContain(
      'Overtaken on 23 November 2026: the date was moved to another day. Nobody can agree to it any more',
    );
    await page.open(`/proposals/${id}`);
    expect(page.text).toContain('Overtaken on 23 November 2026');
    expect(page.find('main button')).toHaveLength(0);
    expect(page.text).not.toContain('Decline this proposal');
    await page.open(`/rounds/${roundId}`);
    expect(page.text).not.toContain('Waiting for a second person');
    await expect(ends('otherLead', id)).rejects.toThrow(
      'This was overtaken on 23 November 2026: the date was moved',
    );
    await expect(agreedBy(world, 'otherLead', id)).rejects.toThrow('the date has moved since');
    world.clock.setTo('2027-01-04');
    await lapsed();
    expect(await stateOf(id)).toEqual([null, null]);
    world.clock.setTo('2026-11-23');
    expect(await waiting(await proposed('lead'))).toBe(true);
  });

  it('when 28 days have passed, the last of them included, whether the night has recorded it or not', async () => {
    ({ roundId } = await startedReview(world));
    const [id, agreedLast] = [await proposed('lead'), await proposedVoiding('otherLead')];
    world.clock.setTo('2026-12-21');
    await lapsed();
    expect(await stateOf(id)).toEqual([null, null]);
    await agreedBy(world, 'lead', agreedLast);
    world.clock.setTo('2026-12-22');
    await expect(agreedBy(world, 'otherLead', id)).rejects.toThrow(
      'Nobody agreed to this by 21 December 2026, 28 days after it was proposed, and it lapsed',
    );
    await expect(ends('otherLead', id)).rejects.toThrow('it lapsed');
    const page = await (await world.reader('otherLead')).open('/proposals');
    expect(page.text).toContain('Lapsed: nobody agreed by 21 December 2026');
    await lapsed();
    await lapsed();
    expect(await stateOf(id)).toEqual(['lapsed', '2026-12-22']);
    expect(await stateOf(agreedLast)).toEqual([null, null]);
  });

  it('when the round is voided: what else was proposed about it is overtaken too', async () => {
    ({ roundId } = await startedReview(world));
    const [id, voiding] = [await proposed('lead'), await proposedVoiding('otherLead', roundId)];
    expect(await waiting(id)).toBe(true);
    await agreedBy(world, 'lead', voiding);
    expect(await waiting(id)).toBe(false);
    const page = await (await world.reader('otherLead')).open(`/proposals/${id}`);
    expect(page.text).toContain('Overtaken on 23 November 2026: the round was voided');
    await page.open(`/proposals/${voiding}`);
    expect(page.text).toContain('Agreed on 23 November 2026');
  });

  it('for good: by SQL, too, nobody agrees to what has ended, ends what was agreed to, or another’s in their name', async () => {
    ({ roundId } = await startedReview(world));
    const id = await proposed('lead');
    expect(await endedBySql('otherLead', id, { outcome: 'taken-back' })).toContain(
      'takes it back, another declines',
    );
    expect(await endedBySql('lead', id, { outcome: 'declined' })).toContain(
      'takes it back, another declines',
    );
    expect(await endedBySql('submitter', id, { outcome: 'declined' })).toContain('row-level security');
    expect(await endedBySql('otherLead', id, { by: 'lead', outcome: 'taken-back' })).toContain(
      'row-level security',
    );
    expect(await endedBySql('otherLead', id, { outcome: 'lapsed', on: '2026-12-22' })).toContain(
      'row-level security',
    );
    expect(await endedBySql('operator', id, { outcome: 'lapsed', on: '2026-12-21' })).toContain(
      'and not before',
    );
    expect(await endedBySql('otherLead', id, { outcome: 'declined', on: '2026-12-22' })).toContain(
      'and not before',
    );
    expect(await movedBySql(id, '2026-12-22')).toContain('it has lapsed');
    expect(await movedBySql(id, '2026-11-22')).toContain('it has lapsed');
    await ends('otherLead', id);
    expect(await movedBySql(id, '2026-11-23')).toContain('this proposal has ended');
    for (const change of [
      'UPDATE reviews.proposal_end SET reason = NULL',
      'DELETE FROM reviews.proposal_end',
    ])
      expect(await sqlAs('otherLead', change)).toContain('permission denied');
    const done = await proposed('lead');
    await agreedBy(world, 'otherLead', done);
    expect(await endedBySql('otherLead', done, { outcome: 'declined' })).toContain(
      'somebody agreed to this before',
    );
    await expect(ends('otherLead', done)).rejects.toThrow('Somebody agreed to this before');
  });

  it('or is not made at all where nobody could ever agree: a round is not voided once a result was published in it', async () => {
    const { roundId: opened } = await startedReview(world);
    const before = await proposedVoiding('lead', opened);
    await pastTheLedger(
      world.superuser,
      `UPDATE reviews.review SET published_on = '2026-11-23' WHERE round_id = '${opened}'`,
    );
    await expect(proposedVoiding('otherLead', opened)).rejects.toThrow('scores were opened');
    await expect(agreedBy(world, 'otherLead', before)).rejects.toThrow('scores were opened');
    const past = `INSERT INTO reviews.proposal (id, revision, asks, subject_id, post, reason, proposed_by, proposed_on)
      VALUES ('${newId()}', 1, 'void-round', '${opened}', 'Director', 'So.', '${world.personId('otherLead')}', '2026-11-23')`;
    expect(await sqlAs('otherLead', past)).toContain('scores were opened');
    const page = await (await world.reader('otherLead')).open(`/rounds/${opened}`);
    expect(page.text).toContain('This round can be voided no more: scores were opened');
    expect(page.text).not.toContain('Propose to void');
    expect(page.text).toContain('Propose to move a date');
    await page.open(`/rounds/${opened}/void`);
    expect(page.text).toContain('This round can be voided no more');
    expect(page.find('main button')).toHaveLength(0);
    await page.open(`/rounds/${(await startedReview(world)).roundId}`);
    expect(page.text).toContain('Propose to void this round');
    await page.open(`/proposals/${before}`);
    expect(page.text).toContain('Overtaken on 23 November 2026: scores were opened');
  });

  it('once, whoever is quicker: of declining and agreeing at the same moment one is done', async () => {
    for (let round = 0; round < 4; round += 1) {
      ({ roundId } = await startedReview(world));
      const id = await proposed('lead');
      const outcomes = await Promise.allSettled([ends('otherLead', id), agreedBy(world, 'otherLead', id)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('with an event for each end, by which anybody can see that it was so', async () => {
    const { rows } = await world.superuser.query<{ action: string }>(
      "SELECT DISTINCT action FROM ledger.event WHERE subject_kind = 'proposal-end' ORDER BY 1",
    );
    expect(rows.map(({ action }) => action)).toEqual(['end', 'lapse']);
    const { discrepancies } = await world.service(Verification).run();
    expect(discrepancies.filter(({ about }) => about.kind.startsWith('proposal'))).toEqual([]);
  });

  async function proposed(part: Part, day = '2027-06-01'): Promise<Uuid> {
    const move = { which: 'publicationDate', day, reason: 'Two trusts merge.' } as const;
    return world.service(MovingDatesService).propose(await world.as(part), roundId, move);
  }

  async function proposedVoiding(part: Part, of?: Uuid): Promise<Uuid> {
    const another = of ?? (await startedReview(world)).roundId;
    const grounds = { post: 'Director', reason: 'Opened for the wrong year.' };
    return world.service(VoidingService).propose(await world.as(part), another, grounds);
  }

  async function waiting(id: Uuid): Promise<boolean> {
    const about = await world
      .service(ProposalsQueries)
      .waitingAbout(await world.as('lead'), world.clock.today(), roundId);
    return about.some((one) => one.id === id);
  }

  async function ends(part: Part, id: Uuid): Promise<void> {
    await world.service(ProposalsService).end(await world.as(part), id, WHY_NOT);
  }

  function lapsed(): Promise<void> {
    return world.service(LapsingProposals).lapseDue();
  }

  async function stateOf(id: Uuid): Promise<readonly unknown[]> {
    const found = await world.service(ProposalsQueries).one(await world.as('auditor'), id);
    return [found?.outcome, found?.endedOn];
  }

  async function unmoved(): Promise<boolean> {
    return (await world.service(RoundsQueries).one(VISITOR, roundId))?.publicationDate === '2027-03-01';
  }

  async function sqlAs(part: Part | 'operator', text: string): Promise<string> {
    const scope = scopeOf(part === 'operator' ? OPERATOR : await world.as(part));
    return world
      .service(Database)
      .write(scope, (manager) => manager.query(text))
      .then(
        () => 'done',
        (fault: unknown) => String(fault),
      );
  }

  function endedBySql(
    part: Part | 'operator',
    id: Uuid,
    {
      outcome,
      on = '2026-11-23',
      by,
    }: { readonly outcome: string; readonly on?: string; readonly by?: Part },
  ): Promise<string> {
    const who = part === 'operator' || outcome === 'lapsed' ? null : world.personId(by ?? part);
    const said = who === null ? 'NULL, NULL' : `'${WHY_NOT}', '${who}'`;
    return sqlAs(
      part,
      `INSERT INTO reviews.proposal_end (id, revision, proposal_id, subject_id, asks, outcome, reason, ended_by, proposed_by, ended_on)
       VALUES ('${newId()}', 1, '${id}', '${roundId}', 'move-date', '${outcome}', ${said}, '${world.personId('lead')}', '${on}')`,
    );
  }

  function movedBySql(id: Uuid, on: string): Promise<string> {
    return sqlAs(
      'otherLead',
      `INSERT INTO reviews.round_date_change
         (id, revision, round_id, which, was, becomes, reason, proposal_id, proposed_by, decided_by, decided_on)
       VALUES ('${newId()}', 1, '${roundId}', 'publication_date', '2027-03-01', '2027-06-01', 'Two trusts merge.', '${id}',
         '${world.personId('lead')}', '${world.personId('otherLead')}', '${on}')`,
    );
  }
});
