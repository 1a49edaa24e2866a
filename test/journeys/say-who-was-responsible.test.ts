import type { Uuid } from '../../src/kernel/identifiers.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { schemeToRecord } from '../support/scheme-to-record.js';
import { type SignedIn } from '../support/signed-in.js';

describe('Who decided, endorsed and assessed a scheme, and what happened to people, has an answer or shows as unanswered', () => {
  let world: RunningCandour;
  let submitter: SignedIn;
  let scheme: { readonly id: Uuid; readonly key: string };

  beforeAll(async () => {
    world = await runningCandour();
    ({ submitter, scheme } = await schemeToRecord(world, 'Steady Steps', true));
  });

  afterAll(() => world.close());

  const at = (path: string): string => `/deployments/${scheme.key}/${path}`;
  const read = async (path: string): Promise<string> =>
    (await new PageReader(world.address).open(at(path))).text;

  async function send(path: string, body: object): Promise<{ status: number; said: string }> {
    const response = await fetch(`${world.address}/api/v1/deployments/${scheme.key}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${submitter.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, said: await response.text() };
  }

  it('before anybody has said anything', async () => {
    expect(await read('decisions')).toContain('Nobody has said who decided to start this.');
    expect(await read('endorsements')).toContain('Nobody has said who endorsed it, or that nobody did.');
    expect(await read('assessments')).toContain('Nobody has said that this was assessed: equality impact.');
    expect(await read('incidents')).toContain(
      'Nobody has said whether people died while on the scheme or after it.',
    );
    expect(await read('complaints-figures')).toContain(
      'Nobody has said how many complaints there were about it.',
    );
  });

  it('and a decision is told with its body, its money and what it was relied on', async () => {
    const page = submitter.page;
    await page.open(at('decisions/new'));
    page.choose('To start it').fill('Which body decided?', 'Board of the trust');
    page.fillDate('When was it decided?', { month: '6', year: '2018' });
    page.fill('For how much money?', '84,000');
    await page.press('Save');
    const told = await read('decisions');
    expect(told).toContain('The trust says that Board of the trust decided to start it (June 2018).');
    expect(told).toContain('Money decided on, as far as it is said: £84,000.');
    expect(told).toContain('Nobody has said which post answers for starting it.');
    expect(told).toContain('Nobody has said what the decision of June 2018 (to start it) was relied on.');
    expect(told).not.toContain('Nobody has said who decided to start this.');
  });

  it.each(['TBC', 'see DPIA', 'n/a', '...'])('and %j is no answer to what was relied on', async (words) => {
    const said = { decision: 'EXTEND', body: 'The board', decided: '2020', reliedOn: words };
    const refused = await send('decisions', said);
    expect([refused.status, refused.said]).toEqual([422, expect.stringContaining('This says nothing.')]);
  });

  it('and an assessment that came after the decision is told to be late, and one before it is not', async () => {
    const said = { sort: 'EQUALITY_IMPACT', body: 'The trust', considered: 'NO', outcome: 'Most are women.' };
    await send('assessments', { ...said, done: '2018-06' });
    expect(await read('assessments')).not.toContain('after it was decided');
    await send('assessments', { ...said, sort: 'QUALITY_IMPACT', done: '2018-07' });
    expect(await read('assessments')).toContain(
      'Quality impact was assessed after it was decided to start the scheme (July 2018).',
    );
  });

  it('and what the page shows on the day: a review before its decision and a report without a reference are refused', async () => {
    const decision = { decision: 'EXTEND', body: 'The board', decided: '2020-01', reviewDue: '2019' };
    expect(await send('decisions', decision)).toMatchObject({ status: 422 });
    const report = {
      sort: 'DEATH',
      happened: 1,
      periodFrom: '2019',
      periodTo: '2019',
      process: 'PREVENTION_OF_FUTURE_DEATHS',
    };
    const refused = await send('incidents', report);
    expect(refused.said).toContain('Enter the reference of the published report.');
  });

  it('and no exact small number is kept anywhere: not in the table, the log, the API or the CSV', async () => {
    await send('incidents', {
      sort: 'DEATH',
      happened: 3,
      periodFrom: '2019',
      periodTo: '2019',
      process: 'NONE',
    });
    await send('complaints-figures', {
      periodFrom: '2019-04',
      periodTo: '2020-03',
      received: 13,
      aboutPolice: 6,
      upheld: 3,
    });
    expect(await read('incidents')).toContain('About 5 or fewer');
    expect(await read('complaints-figures')).toContain('about 15 (from April 2019 to March 2020)');
    const { rows } = await world.superuser.query<{ leaf: { record: Record<string, unknown> } }>(
      `SELECT leaf::jsonb AS leaf FROM ledger.event WHERE subject_kind IN ('incident-count', 'complaints-figure') ORDER BY subject_kind`,
    );
    const kept = rows.map(({ leaf: { record } }) => [
      record['happened'],
      record['received'],
      record['aboutPolice'],
      record['upheld'],
    ]);
    expect(kept).toEqual([
      [undefined, 15, 5, 5],
      [5, undefined, undefined, undefined],
    ]);
    const csv = await (await fetch(`${world.address}${at('incidents.csv')}`)).text();
    expect(csv).toContain('DEATH,5,2019,2019,NONE');
    await expect(world.superuser.query('UPDATE incidents.incident_count SET happened = 3')).rejects.toThrow(
      'happened is rounded',
    );
  });

  it('and one period of complaints is counted once, even in part', async () => {
    const twice = await send('complaints-figures', {
      periodFrom: '2020-03',
      periodTo: '2020-12',
      received: 20,
    });
    expect(twice).toMatchObject({ status: 422 });
    expect(twice.said).toContain('are recorded already');
    expect(
      await send('complaints-figures', {
        periodFrom: '2020-04',
        periodTo: '2021-03',
        received: 2,
        upheld: 30,
      }),
    ).toMatchObject({ status: 422 });
    expect(
      await send('complaints-figures', {
        periodFrom: '2020-04',
        periodTo: '2021-03',
        received: 2,
        toldHow: 'A leaflet',
      }),
    ).toMatchObject({ status: 201 });
  });
});
