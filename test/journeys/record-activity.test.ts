import { ACTIVITY_FIGURES } from '../../src/activity/figures/activity-figures.js';
import { EntriesService } from '../../src/deployments/entries/telling/entries.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { MendingService } from '../../src/evidence/mending/mending.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { somebody } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { PictureShown } from '../support/picture-shown.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { schemeToRecord } from '../support/scheme-to-record.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const TOGETHER = 'Derbyshire; Leicestershire';
const HEADING = 'counted,unit,period,areas,source,status,value';

interface FigureOut {
  readonly period: string;
  readonly areas: readonly string[];
  readonly status: string;
  readonly value: number | null;
  readonly publishedValue: number | null;
}

describe('A trust records how many people were on its scheme, period by period', () => {
  let world: RunningCandour;
  let submitter: SignedIn;
  let trust: Uuid;
  let scheme: { readonly id: Uuid; readonly key: string };

  beforeAll(async () => {
    world = await runningCandour();
    ({ trust, submitter, scheme } = await schemeToRecord(world, 'Counted'));
  });

  afterAll(() => world.close());

  const at = (path = ''): string => `/deployments/${scheme.key}/activity${path}`;
  const reader = (): PageReader => new PageReader(world.address);

  const send = (period: string, value: number | null, more: object = {}): Promise<Response> =>
    fetch(`${world.address}/api/v1/deployments/${scheme.key}/activity`, {
      method: 'POST',
      headers: { authorization: `Bearer ${submitter.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ counted: 'EVER', unit: 'PEOPLE', areas: TOGETHER, source: 'Board paper', period },
        ...(value === null ? { status: 'PAUSED' } : { status: 'ACTUAL', value }),
        ...more,
      }),
    });

  async function figures(token?: string): Promise<readonly FigureOut[]> {
    const answer = await fetch(`${world.address}/api/v1/deployments/${scheme.key}/activity`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    return ((await answer.json()) as { readonly entries: readonly FigureOut[] }).entries;
  }

  async function handOver(...rows: readonly string[]): Promise<void> {
    const page = submitter.page;
    await page.open(at());
    await page.follow('Record many figures from a file (CSV)');
    page.attach('The file of figures', { name: 'figures.csv', content: [HEADING, ...rows].join('\r\n') });
    await page.press('Show what would be recorded');
  }

  it('on a form without scripts, and a paused quarter is a state without a figure', async () => {
    const page = submitter.page;
    await page.open(at());
    await page.follow('Record a figure of activity');
    page.choose('Ever on the scheme, counted from the beginning').choose('People').choose('Counted');
    page.fill('For which period?', '2018/19-Q1').fill('For which area or areas?', TOGETHER);
    page.fill('From where is the figure?', 'Board paper').fill('What is the figure?', '103');
    await page.press('Save');
    expect([page.path, page.notice]).toEqual([at(), 'Figure of activity was saved']);
    expect((await send('2018/19-Q2', 133)).status).toBe(201);
    expect((await send('2018/19-Q3', 167)).status).toBe(201);
    expect((await send('2018/19-Q4', null)).status).toBe(201);
    await page.open(at());
    expect(page.text).toContain('for Derbyshire and Leicestershire together');
    const [shown] = pictures(page.html);
    expect(shown?.faults()).toEqual([]);
    expect(shown?.rows.map(([, count]) => count)).toEqual(['103', '133', '167', 'No figure']);
  });

  it('but no total that falls, no period that is told already, and nothing of the future', async () => {
    const refused = async (sent: Promise<Response>): Promise<string> => {
      const answer = await sent;
      return `${String(answer.status)} ${await answer.text()}`;
    };
    expect(await refused(send('2019/20-Q1', 160))).toMatch(/^422 .*fall from 167 .* to 160/);
    expect(await refused(send('2018/19-Q2', 140))).toMatch(
      /^422 .*is recorded for July 2018 to September 2018/,
    );
    expect(await refused(send('2045', 200))).toMatch(/^422 .*Record it as an estimate/);
    expect(await figures(submitter.token)).toHaveLength(4);
  });

  it('from a file, of which every fault is told by its row and nothing is half written', async () => {
    const row = (period: string, value: string, counted = 'EVER'): string =>
      `${counted},PEOPLE,${period},East Midlands,Slides,ACTUAL,${value}`;
    const deck = [26, 31, 28, 68].map((value, index) =>
      row(`UNSPECIFIED_${String(index + 1)}`, String(value)),
    );
    await handOver(...deck);
    expect(submitter.page.text).toContain('Row 4');
    expect(submitter.page.text).toContain('to 28 (period not stated (figure 3)). A count of everybody');
    await handOver(row('spring', '4'), row('2019', '-1'), row('2018', ''));
    for (const words of ['Row 2', 'That is not a period.', 'Row 3', 'Row 4', 'Enter the figure.'])
      expect(submitter.page.text).toContain(words);
    expect(await figures(submitter.token)).toHaveLength(4);
    await handOver('DIED,PEOPLE,2019,TBC,Board paper,ACTUAL,2');
    expect(submitter.page.text).toContain('This says nothing.');
    await handOver(...deck.map((line) => line.replace('EVER', 'On the scheme at the end of the period')));
    expect(submitter.page.text).toContain('Nothing is recorded yet.');
    expect(await figures(submitter.token)).toHaveLength(4);
    await submitter.page.press('Record 4 figures');
    expect(submitter.page.notice).toBe('4 figures recorded');
    await handOver(...deck.map((line) => line.replace('EVER', 'OPEN_AT_END')));
    expect(submitter.page.text).toContain('There is nothing to record');
    expect(await figures(submitter.token)).toHaveLength(8);
  });

  it('opens rounded to everyone, in page, picture, JSON and CSV, and exactly to the trust alone', async () => {
    await send('2019', 3, { counted: 'DIED', areas: 'Derbyshire' });
    await world.app.get(PublishingService).publish(somebody('TRUST_SUBMITTER', trust), scheme.id);
    const other = await signedIn(world, 'TRUST_SUBMITTER');
    const auditor = await signedIn(world, 'AUDITOR');
    for (const token of [undefined, other.token]) {
      const told = await figures(token);
      expect(told.map(({ value }) => value)).toEqual(told.map(() => null));
      expect(told.map(({ publishedValue }) => publishedValue).join()).toBe('105,135,165,,25,30,30,70,5');
    }
    for (const token of [submitter.token, auditor.token])
      expect((await figures(token)).map(({ value }) => value).join()).toBe('103,133,167,,26,31,28,68,3');
    const page = await reader().open(at());
    expect(page.text).toContain('about 5 or fewer');
    expect(page.text).not.toMatch(/\b(103|133|167)\b/);
    for (const shown of pictures(page.html)) {
      expect(shown.faults()).toEqual([]);
      const file = await (await fetch(`${world.address}${shown.csv}`)).text();
      expect(shown.differencesFromFile(file)).toEqual([]);
    }
    const csv = await (await fetch(`${world.address}${at('.csv')}`)).text();
    expect(csv).toContain('DIED,PEOPLE,2019,YEAR,Derbyshire,Board paper,ACTUAL,,5');
  });

  it('which PostgreSQL holds too: no right to the column, no word of it in history, log, list or search', async () => {
    await expect(asPublic('SELECT value FROM activity.figure')).rejects.toThrow(
      'permission denied for table figure',
    );
    expect(await asPublic('SELECT published_value FROM activity.figure ORDER BY id LIMIT 1')).toHaveLength(1);
    const { rows } = await world.superuser.query<{ id: string }>(
      "SELECT id FROM activity.figure WHERE counted = 'DIED'",
    );
    const page = submitter.page;
    await page.open(`/mending/activity-figure/${rows[0]?.id ?? ''}`);
    page.fill('What is the figure?', '6').fill('Why do you change it?', 'Three more were found.');
    await page.press('Save the change');
    await page.open(`/mending/activity-figure/${rows[0]?.id ?? ''}`);
    page.fill('What is the figure?', '11').fill('Why do you change it?', 'Five more were found.');
    await page.press('Save the change');
    const kept = await asPublic(
      `SELECT field, before, after FROM ledger.change WHERE subject_kind = 'activity-figure' ORDER BY field`,
    );
    expect(kept).toEqual([{ field: 'publishedValue', before: 5, after: 10 }]);
    const listed = JSON.stringify(await asPublic('SELECT called, searched FROM deployments.entry'));
    expect(listed).not.toMatch(/\b(3|6|11|103|133|167)\b/);
    const { rows: leaves } = await world.superuser.query<{ value: string }>(
      `SELECT leaf::jsonb -> 'record' ->> 'value' AS value FROM ledger.event WHERE subject_kind = 'activity-figure'`,
    );
    expect(leaves.filter(({ value }) => !value.includes('commitment'))).toEqual([]);
    const { discrepancies } = await world.app.get(Verification).run();
    expect(discrepancies.filter(({ about }) => about.kind === 'activity-figure')).toEqual([]);
  });

  it('and two changes at once, each of which would fit alone, do not make a total fall', async () => {
    const of = {
      counted: 'EVER',
      unit: 'CONTACTS',
      areas: 'Somewhere',
      source: 'Board paper',
      status: 'ACTUAL',
    };
    const actor = somebody('TRUST_SUBMITTER', trust);
    const tell = (period: string, value: number): Promise<Uuid> =>
      world.app
        .get(EntriesService)
        .tell(actor, ACTIVITY_FIGURES, scheme.id, { answers: { ...of, period, value } });
    const first = await tell('2021/22-Q1', 10);
    const second = await tell('2021/22-Q2', 20);
    const kept = async (): Promise<readonly { readonly value: number; readonly revision: number }[]> => {
      const pair = 'SELECT value, revision FROM activity.figure WHERE id = ANY ($1) ORDER BY id';
      return (await world.superuser.query<{ value: number; revision: number }>(pair, [[first, second]])).rows;
    };
    const mend = (id: Uuid, period: string, value: number, expected = 0): Promise<void> =>
      world.app
        .get(MendingService)
        .mend(
          actor,
          { kind: 'activity-figure', id },
          { answers: { ...of, period, value }, reason: 'Counted anew.', expected },
        );
    for (let round = 0; round < 5; round += 1) {
      const [before, after] = await kept();
      await Promise.allSettled([
        mend(first, '2021/22-Q1', 15, before?.revision),
        mend(second, '2021/22-Q2', 12, after?.revision),
      ]);
      const [one, two] = await kept();
      expect(one?.value).toBeLessThanOrEqual(two?.value ?? 0);
      expect([one?.value, two?.value]).not.toEqual([10, 20]);
      if (two?.value !== 20) await mend(second, '2021/22-Q2', 20, two?.revision);
      if (one?.value !== 10) await mend(first, '2021/22-Q1', 10, one?.revision);
    }
  });

  it('and nobody but the trust says anything of it', async () => {
    const other = await signedIn(world, 'TRUST_SUBMITTER');
    for (const path of ['/new', '/file']) expect((await other.page.open(at(path))).status).toBe(403);
    expect((await reader().open(at('/file'))).text).not.toContain('The file of figures');
  });

  async function asPublic(text: string): Promise<readonly object[]> {
    await world.superuser.query('BEGIN; SET LOCAL ROLE candour_public');
    try {
      return (await world.superuser.query<object>(text)).rows;
    } finally {
      await world.superuser.query('ROLLBACK');
    }
  }
});

function pictures(html: string): readonly PictureShown[] {
  const ids = [...html.matchAll(/<figure class="candour-picture" id="([^"]+)"/g)].map(([, id]) => id ?? '');
  return ids.map((id) => new PictureShown(html, id));
}
