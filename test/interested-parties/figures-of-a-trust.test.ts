import { Client } from 'pg';
import { ACTIVITY_FIGURES } from '../../src/activity/figures/activity-figures.js';
import { readPeriod } from '../../src/activity/series/activity-period.js';
import { EntriesService } from '../../src/deployments/entries/telling/entries.service.js';
import { MendingService } from '../../src/evidence/mending/mending.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { somebody } from '../support/deployments.js';
import { PageReader } from '../support/page-reader.js';
import { TestClock } from '../support/reviews.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { schemeToRecord } from '../support/scheme-to-record.js';

const FALL = 'A count of everybody since the beginning cannot fall.';
const OF = { counted: 'EVER', unit: 'PEOPLE', areas: 'Derbyshire', source: 'Board paper' };

/** A row as a trust writes it past the application. */
interface Row {
  readonly period: string;
  readonly value: number | null;
  readonly counted?: string;
  readonly areas?: readonly string[];
  readonly withdrawn?: boolean;
}

describe('A trust whose figures would rather only rise', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let scheme: { readonly id: Uuid; readonly key: string };
  const clock = new TestClock();

  beforeAll(async () => {
    clock.setTo('2026-11-30');
    world = await runningCandour({ clock });
    ({ trust, scheme } = await schemeToRecord(world, 'Counted'));
  });

  afterAll(() => world.close());

  describe('writes rows into PostgreSQL by its own role', () => {
    it.each<[string, readonly Row[], string | null]>([
      [
        'and 26, 31, 28, 68 is refused where it falls, in the words of the form',
        unstated(26, 31, 28, 68),
        `The figures fall from period not stated (figure 2) to period not stated (figure 3). ${FALL}`,
      ],
      ['and 103, 133, 167, paused is taken', unstated(103, 133, 167, null), null],
      ['and so is what is counted anew in each period', unstated(26, 31, 28).map(asNew), null],
      [
        'and what was withdrawn is not counted',
        [at('2019-01', 26), { ...at('2019-02', 31), withdrawn: true }, at('2019-03', 28)],
        null,
      ],
      [
        'and a month is seen to end before the quarter that it is in',
        [at('2018/19', 38), at('2019-05', 41), at('2019-Q2', 39)],
        `The figures fall from May 2019 to April 2019 to June 2019. ${FALL}`,
      ],
      [
        'and two periods that end together say nothing of each other',
        [at('2018/19', 40), at('2019-Q1', 39)],
        null,
      ],
      [
        'and the order of areas and capitals make no other series',
        [
          { ...at('2019', 40), areas: ['Derbyshire', 'Leicestershire'] },
          { ...at('2020', 39), areas: ['leicestershire', 'DERBYSHIRE'] },
        ],
        `The figures fall from 2019 to 2020. ${FALL}`,
      ],
      [
        'and another area is another series',
        [at('2019', 40), { ...at('2020', 39), areas: ['Rutland'] }],
        null,
      ],
      [
        'and the order in which they are written is nothing',
        [at('2020', 39), at('2019', 40)],
        `The figures fall from 2019 to 2020. ${FALL}`,
      ],
    ])('%s', async (_, rows, refusal) => {
      expect(await written(rows)).toBe(refusal);
    });

    it.each([
      ['a figure is made larger than a later one', `value = 29, published_value = 30 WHERE period = '2019'`],
      [
        'a figure is made smaller than an earlier one',
        `value = 24, published_value = 25 WHERE period = '2020'`,
      ],
      ['a figure is moved behind a larger one', `period = '2022' WHERE period = '2019'`],
      ['what was counted otherwise is called a total', `counted = 'EVER' WHERE counted = 'NEW'`],
      ['a figure joins another series', `areas = '{Derbyshire}' WHERE areas = '{Rutland}'`],
    ])('and it is refused when %s', async (_, change) => {
      const rows = [at('2019', 25), at('2020', 26), at('2021', 27)];
      const beside = [asNew(at('2022', 1)), { ...at('2022', 2), areas: ['Rutland'] }];
      expect(await written([...rows, ...beside])).toBeNull();
      expect(await written([...rows, ...beside], change)).toContain(FALL);
    });

    it('and changes of one transaction are looked at as a whole', async () => {
      const rows = [at('2019', 25), at('2020', 26)];
      const [first, second] = [
        `value = 30, published_value = 30 WHERE period = '2019'`,
        `value = 40, published_value = 40 WHERE period = '2020'`,
      ];
      expect(await written(rows, first)).toContain(FALL);
      expect(await written(rows, first, second)).toBeNull();
    });

    it('and a period is one that the form would take', async () => {
      expect(await written([at('2018/20', 4)])).toContain('a year runs into the next one');
    });
  });

  it('is held to the same days and words by PostgreSQL as by the form', async () => {
    const written = [
      '2019',
      '2018/19',
      '1999/00',
      '2019-Q1',
      '2019-Q4',
      '2019/20-Q4',
      '2020-02',
      '2019-12',
      'UNSPECIFIED_12',
    ];
    const { rows } = await world.superuser.query(
      `SELECT p AS written, activity.first_day(p)::text AS "from", activity.last_day(p)::text AS "to",
        activity.period_in_words(p) AS words, activity.closeness_of(p) AS closeness FROM unnest($1::text[]) p`,
      [written],
    );
    expect(rows).toEqual(
      written.map((one) => {
        const { days, words, closeness } = readPeriod(one) ?? { days: null };
        return { written: one, from: days?.from ?? null, to: days?.to ?? null, words, closeness };
      }),
    );
  });

  it('changes an estimate into what was counted when the period is over, with a reason once it is public', async () => {
    const actor = somebody('TRUST_SUBMITTER', trust);
    await world.app.get(PublishingService).publish(actor, scheme.id);
    const said = (status: string, value: number) => ({
      ...OF,
      period: '2026-Q4',
      status,
      value,
    });
    const tell = (answers: object): Promise<Uuid> =>
      world.app.get(EntriesService).tell(actor, ACTIVITY_FIGURES, scheme.id, { answers });
    await expect(tell(said('ACTUAL', 40))).rejects.toMatchObject({ issues: [{ field: 'period' }] });
    const id = await tell(said('ESTIMATE', 40));
    const mend = (reason: string | null): Promise<void> =>
      world.app
        .get(MendingService)
        .mend(actor, { kind: 'activity-figure', id }, { answers: said('ACTUAL', 52), reason, expected: 1 });
    await expect(mend('Counted.')).rejects.toMatchObject({ issues: [{ field: 'period' }] });
    clock.setTo('2027-01-04');
    await expect(tell(said('ACTUAL', 52))).rejects.toMatchObject({
      issues: [{ text: expect.stringContaining('Change it into what was counted') as string }],
    });
    await expect(mend(null)).rejects.toMatchObject({ status: 422 });
    await mend('The quarter is over, and we counted.');
    const page = await new PageReader(world.address).open(`/deployments/${scheme.key}/activity`);
    expect(page.text).toContain('about 50');
    const record = await new PageReader(world.address).open(`/deployments/${scheme.key}`);
    expect(record.text).toMatch(
      /Before: Estimated\s+Since then: Counted\s+Why: The quarter is over, and we counted\./,
    );
  });

  /** Writes rows as the trust's own submitter and says what PostgreSQL refuses; nothing stays. */
  async function written(rows: readonly Row[], ...changes: readonly string[]): Promise<string | null> {
    const client = new Client({ connectionString: world.database.appUrl });
    await client.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE candour_member');
      await client.query(
        "SELECT set_config('candour.person', $1, true), set_config('candour.memberships', $2, true)",
        [newId(), `TRUST_SUBMITTER@${trust}`],
      );
      for (const row of rows) await client.query(INSERT, valuesOf(row, scheme.id, trust));
      for (const change of changes)
        await client.query(`UPDATE activity.figure SET ${change} AND deployment_id = $1`, [scheme.id]);
      await client.query('SET CONSTRAINTS activity."a count from the beginning does not fall" IMMEDIATE');
      return null;
    } catch (refused) {
      return refused instanceof Error ? refused.message : String(refused);
    } finally {
      await client.end();
    }
  }
});

const INSERT = `INSERT INTO activity.figure (id, revision, deployment_id, lead_organisation_id, published, said_on, withdrawn_on,
    withdrawn_because, counted, unit, period, closeness, areas, source, status, value, published_value)
  VALUES ($1, 1, $2, $3, false, '2026-11-30', $4, $5, $6, 'PEOPLE', $7,
    CASE WHEN $7 LIKE 'UNSPECIFIED%' THEN 'NOT_STATED' WHEN $7 LIKE '%Q_' THEN 'QUARTER' WHEN $7 ~ '-[0-9]{2}$' THEN 'MONTH' ELSE 'YEAR' END,
    $8, 'Slides', $9, $10, activity.rounded($10))`;

function valuesOf(row: Row, scheme: Uuid, trust: Uuid): unknown[] {
  const { period, value, counted = 'EVER', areas = ['Derbyshire'], withdrawn = false } = row;
  const gone = withdrawn ? ['2026-11-30', 'Counted twice.'] : [null, null];
  return [
    newId(),
    scheme,
    trust,
    ...gone,
    counted,
    period,
    areas,
    value === null ? 'PAUSED' : 'ACTUAL',
    value,
  ];
}

function unstated(...values: readonly (number | null)[]): readonly Row[] {
  return values.map((value, index) => at(`UNSPECIFIED_${String(index + 1)}`, value));
}

function at(period: string, value: number | null): Row {
  return { period, value };
}

function asNew(row: Row): Row {
  return { ...row, counted: 'NEW' };
}
