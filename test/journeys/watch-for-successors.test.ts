import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { screeningAnswers, somebody } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { DENIAL, FORCE, worldOfSuccessors, type WorldOfSuccessors } from '../support/successors.js';

const KINDS = ['deployment', 'succession-answer'];
const MAY_FOLLOW = '“Steady Support” may follow “Calm Response Team”';

describe('A scheme that may go on under another name is seen by everyone, and its trust answers', () => {
  let world: WorldOfSuccessors;
  let later: Uuid;

  beforeAll(async () => {
    world = await worldOfSuccessors();
    await world.register({
      title: 'Far away',
      area: 'Elsewhere',
      agencies: [],
      state: 'LIVE',
      stateAt: '2026-01',
    });
    later = await world.register({
      title: 'Steady Support',
      area: 'Vale and Moor',
      state: 'LIVE',
      stateAt: '2026-02',
    });
  }, 60_000);

  afterAll(() => world.close());

  const reader = (): PageReader => new PageReader(world.address);
  const answering = (): string => `/deployments/${later}/successors/${world.closed}/answer`;

  it('as computed, inferred and never as a fact, with what is alike and where it is recorded', async () => {
    const page = await reader().open('/successors');
    expect(page.text).toContain(MAY_FOLLOW);
    expect(page.text).toContain('Inferred: no source says it');
    expect(page.text).toContain(`The same police force: ${FORCE}`);
    expect(page.text).toContain('The same trust: Example Vale Trust');
    expect(page.text).toContain('That shows a likeness, and not that one follows the other.');
    expect(page.text).not.toMatch(/is the successor of “|Far away/);
    expect(page.text).toContain('Example Vale Trust was asked on 2 February 2026, and has not answered.');
    const [pair, ...others] = await world.pairs();
    expect(others).toEqual([]);
    expect(pair).toMatchObject({
      joinedBy: 'Inferred: no source says it',
      recorded: false,
      since: '2026-02-02',
    });
    expect(pair?.shared.map(({ sort }) => sort)).toEqual(['POLICE', 'TRUST']);
  });

  it('on the pages of both, as JSON and as a table', async () => {
    for (const [id, words] of [
      [world.closed, 'It may go on in “Steady Support”: 2 things alike. Inferred: no source says it.'],
      [later, 'It may come from “Calm Response Team”: 2 things alike. Inferred: no source says it.'],
    ] as const) {
      const page = await reader().open(`/deployments/${id}`);
      expect(page.text).toContain(words);
      await page.follow('What may go on under another name');
      expect(page.text).toContain(MAY_FOLLOW);
      expect(await world.pairs(`deployments/${id}/successors`)).toHaveLength(1);
    }
    const csv = await (await fetch(`${world.address}/successors.csv`)).text();
    expect(csv).toContain('earlier,earlier_title,later,later_title,joined_by');
    expect(csv).toContain('Calm Response Team');
    expect(csv).toContain('Inferred: no source says it');
  });

  it('and waits among the tasks of the trust, which answers with no words that say nothing', async () => {
    const page = await world.submitter.page.open(`/deployments/${later}`);
    expect(page.text).toContain('Say whether it follows, or is followed by: Calm Response Team.');
    await page.open(`/deployments/${later}/successors`);
    await page.follow('Answer');
    page.choose('It does not follow').fill('If it does not follow, what ended?', 'N/A');
    page.fill('If it does not follow, what is different now?', DENIAL.different);
    await page.press('Save the answer');
    expect(page.status).toBe(422);
    expect(page.issues).toEqual([
      'This says nothing. Write it in a sentence',
      'Enter what became of the people',
    ]);
    page.fill('If it does not follow, what ended?', DENIAL.ended);
    page.fill('If it does not follow, what became of the people of the earlier scheme?', DENIAL.people);
    await page.press('Save the answer');
    expect(page.notice).toBe('Your answer was saved');
    expect((await page.open(`/deployments/${later}`)).text).not.toContain('Say whether it follows');
  });

  it('by nobody but the trust of either', async () => {
    expect((await world.stranger.page.open(answering())).status).toBe(403);
    const refused = await world.answer(`${later}/successors/${world.closed}`, DENIAL, world.stranger.token);
    expect(refused.status).toBe(403);
    expect((await world.answer(`${later}/successors/none`, DENIAL)).status).toBe(404);
  });

  it('beside what was computed, which no answer takes away', async () => {
    expect(await world.pairs()).toMatchObject([{ recorded: false }]);
    const page = await reader().open('/successors');
    expect(page.text).toContain(MAY_FOLLOW);
    expect(page.text).toContain('Inferred: no source says it');
    expect(page.text).toContain('Example Vale Trust said on 2 February 2026 that it does not follow.');
    expect(page.text).toContain(DENIAL.people);
    expect(page.text).toContain('Said by the trust on 2 February 2026, checked by nobody else.');
  });

  it('is asked again when more is shared than it answered to', async () => {
    world.clock.setTo('2026-03-03');
    for (const scheme of [world.closed, later]) {
      await world.post(scheme, 'Example Vale Trust', 'CLINICIAN');
      await world.post(scheme, FORCE, 'POLICE_OFFICER');
    }
    const page = await reader().open('/successors');
    expect(page.text).toContain('Since 3 March 2026 more is shared (2), to which it has not answered.');
    expect(page.text).toContain(
      'Shared since: Mental health clinician, Example Vale Trust; Police officer, Exampleshire Police',
    );
    const [pair] = await world.pairs();
    expect(pair?.trusts[0]).toMatchObject({ standing: 'OPEN_AGAIN', since: '2026-03-03' });
  });

  it('and confirms, which records the lineage; what it answered before stays', async () => {
    const response = await world.answer(`${later}/successors/${world.closed}`, { says: 'FOLLOWS' });
    expect(response.status).toBe(201);
    const [pair] = await world.pairs();
    expect(pair).toMatchObject({ recorded: true, joinedBy: 'Inferred: no source says it' });
    expect(pair?.trusts[0]?.answers.map(({ says }) => says)).toEqual(['FOLLOWS', 'DOES_NOT_FOLLOW']);
    expect((await reader().open('/successors')).text).toContain(
      'The trust recorded that the later scheme follows',
    );
    const scheme = (await reader().open(`/deployments/${later}`)).text;
    expect(scheme).toContain('scheme that it follows');
    expect(scheme).not.toContain(world.closed);
    expect(scheme).toMatch(/Follows\s*Calm Response Team/);
    const { discrepancies } = await world.app.get(Verification).run();
    expect(discrepancies.filter(({ about }) => KINDS.includes(about.kind))).toEqual([]);
  });

  it('and what is there now is screened again after six and twelve months, or is seen to be missed', async () => {
    const said = async (day: string): Promise<string> => {
      world.clock.setTo(day);
      return (await reader().open('/successors/re-screening')).text;
    };
    expect(await said('2026-07-15')).toContain(
      'The screening at six months is due by 15 July 2026 and is not answered yet.',
    );
    const missed =
      'The screening at six months was due by 15 July 2026. It has been missing since 16 July 2026.';
    expect(await said('2026-07-16')).toContain(missed);
    expect((await reader().open(`/deployments/${world.closed}`)).text).toContain(missed);
    world.clock.setTo('2027-01-10');
    await world.app.get(ScreeningService).screen(somebody('TRUST_SUBMITTER', world.trust), later, {
      answers: screeningAnswers({ 'SCR-01': 'yes' }),
      evidence: {},
    });
    expect(await said('2027-02-01')).toContain(
      'The screening at twelve months was answered on 10 January 2027.',
    );
    const csv = await (await fetch(`${world.address}/successors/re-screening.csv`)).text();
    expect(csv).toContain('Calm Response Team,2026-01-15,CLOSED,6,MISSED,2026-06-15,2026-07-15,,2026-07-16');
    const api = await (await fetch(`${world.address}/api/v1/successors/re-screenings`)).json();
    expect(api).toMatchObject({
      items: [
        {
          ended: '2026-01-15',
          screenings: [{ standing: 'MISSED' }, { standing: 'DONE', doneOn: '2027-01-10' }],
        },
      ],
    });
  });
});
