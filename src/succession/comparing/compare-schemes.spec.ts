import fc from 'fast-check';
import { compareSchemes, FEATURES_NEEDED, type ComparedScheme } from './compare-schemes.js';
import { countsAs, FEATURE_SORT_CODES, type FeatureSort, type NotedFeature } from './feature.js';

function feature(sort: FeatureSort, value: string, different: Partial<NotedFeature> = {}): NotedFeature {
  return {
    ...{ sort, value, words: value, saidIn: 'deployment-agency', claimKey: null },
    ...{ notedOn: '2026-01-01', goneOn: null },
    ...different,
  };
}

const POLICE = feature('POLICE', 'police of the vale');
const TRUST = feature('TRUST', 'trust of the vale');
const AREA = feature('AREA', 'vale');

function scheme(id: string, different: Partial<ComparedScheme> = {}): ComparedScheme {
  return {
    ...{ id, key: id, succeedsId: null, stateCode: 'LIVE', stateAt: '2025-06' },
    ...{ steps: [], halts: [], dated: [], features: [], lineage: [] },
    ...different,
  };
}

const closed = (features: readonly NotedFeature[], different: Partial<ComparedScheme> = {}): ComparedScheme =>
  scheme('1', { stateCode: 'CLOSED', stateAt: '2025-03', features, ...different });
const running = (
  features: readonly NotedFeature[],
  different: Partial<ComparedScheme> = {},
): ComparedScheme => scheme('2', { features, ...different });

type ClaimOfLineage = ComparedScheme['lineage'][number];

function claim(different: Partial<ClaimOfLineage> = {}): ClaimOfLineage {
  return {
    ...{ id: 'c', key: 'c', registeredBy: 'sources', topic: 'LINEAGE', statement: 'It became it.' },
    ...{ value: null, figures: null, dated: null, planned: false, asOf: null, sources: [], confidence: 'A' },
    ...{ contradicts: [], cautions: [], scope: null, about: [], bodies: null },
    ...{ withdrawnOn: null, withdrawnBecause: null },
    ...different,
  };
}

describe('Two schemes of which one may go on in the other', () => {
  it.each<[string, readonly NotedFeature[], boolean]>([
    ['only the same police force', [POLICE], false],
    ['only the same trust and area', [TRUST, AREA], false],
    ['the same trust and police force', [TRUST, POLICE], true],
    ['the same area and police force', [AREA, POLICE], true],
    ['a police force and a voluntary organisation', [POLICE, feature('VOLUNTARY', 'turning')], true],
    ['a police force and a national trainer', [POLICE, feature('NETWORK', 'trainer')], false],
    ['a name and the trust', [TRUST, feature('NAME', 'steady steps')], true],
    [
      'a police force and one post of that force',
      [POLICE, feature('POST', 'a', { words: 'OFFICER: Police' })],
      false,
    ],
    [
      'posts of two agencies, and the force',
      [
        POLICE,
        feature('POST', 'a', { words: 'OFFICER: Police' }),
        feature('POST', 'b', { words: 'NURSE: Trust' }),
      ],
      true,
    ],
    ['a funder and a hub', [feature('FUNDER', 'pcc'), feature('HUB', 'vale hub')], true],
  ])('share %s', (_, features, suggested) => {
    const found = compareSchemes(closed(features), running(features));
    expect(found !== null).toBe(suggested);
    if (found) expect(found.shared).toHaveLength(features.length);
  });

  it('still share what was withdrawn or renamed, and say since when it is not said any more', () => {
    const gone = { ...POLICE, goneOn: '2026-04-01' };
    const found = compareSchemes(closed([TRUST, POLICE]), running([TRUST, gone]));
    expect(found?.shared.find(({ sort }) => sort === 'POLICE')?.inLater[0]?.goneOn).toBe('2026-04-01');
  });

  it('share enough since the day on which the second thing was public in both', () => {
    const late = { ...POLICE, notedOn: '2026-05-05' };
    expect(compareSchemes(closed([TRUST, AREA, POLICE]), running([TRUST, AREA, late]))?.since).toBe(
      '2026-05-05',
    );
  });

  const both = [TRUST, POLICE];
  const start = (dated: string) =>
    ({ topic: 'START', value: null, dated, asOf: null, planned: false }) as const;
  it.each<[string, Partial<ComparedScheme>, Partial<ComparedScheme>, string | null]>([
    ['one closed and the other goes on', {}, {}, '1 2'],
    [
      'one closed and the other began after',
      {},
      { stateCode: 'CLOSED', stateAt: '2026', dated: [start('2025-04')] },
      '1 2',
    ],
    [
      'one closed in the month in which the other began',
      {},
      { stateCode: 'UNKNOWN', dated: [start('2025-03')] },
      '1 2',
    ],
    ['both go on', { stateCode: 'LIVE' }, {}, null],
    ['one closed long after the other', { stateAt: '2026' }, { stateCode: 'CLOSED', stateAt: '2024' }, '2 1'],
    ['both closed in the same month', {}, { stateCode: 'CLOSED', stateAt: '2025-03' }, null],
    ['nobody knows whether one ended', { stateCode: 'UNKNOWN', stateAt: null }, {}, '1 2'],
    ['nobody knows anything of either', { stateCode: 'UNKNOWN' }, { stateCode: 'UNKNOWN' }, null],
    ['one is paused', { stateCode: 'PAUSED', stateAt: '2020' }, {}, '1 2'],
    [
      'one is ordered to halt from outside, and its trust says that it goes on',
      { stateCode: 'LIVE', halts: [{ effectiveOn: '2026-01-01' }] },
      { dated: [start('2026-02')] },
      '1 2',
    ],
    ['one is halted', { stateCode: 'HALT_ORDERED', stateAt: '2026-01' }, {}, '1 2'],
    [
      'a planned start shows nothing',
      {},
      { stateCode: 'UNKNOWN', dated: [{ ...start('2025-09'), planned: true }] },
      null,
    ],
    [
      'one was paused once and goes on, as the other does',
      {
        stateCode: 'LIVE',
        dated: [
          start('2016-10'),
          { topic: 'STATE', value: 'PAUSED', dated: null, asOf: '2020', planned: false },
        ],
      },
      { dated: [start('2021')] },
      '1 2',
    ],
  ])('follow each other where %s', (_, one, other, order) => {
    for (const pair of [
      [closed(both, one), running(both, other)],
      [running(both, other), closed(both, one)],
    ] as const) {
      const found = compareSchemes(...pair);
      expect(found && `${found.earlier.id} ${found.later.id}`).toBe(order);
    }
  });

  it('are joined by a claim about both, or about one that names the other, with nothing shared', () => {
    const about = claim({ about: ['1', '2'], scope: 'both' });
    expect(
      compareSchemes(closed([], { lineage: [about] }), running([], { lineage: [about] }))?.lineage,
    ).toEqual([about]);
    const naming = claim({ key: 'n', value: 'PAVE, FERN' });
    const named = running([feature('NAME', 'fern', { words: 'FERN' })]);
    expect(compareSchemes(closed([], { lineage: [naming] }), named)?.lineage).toEqual([naming]);
    expect(compareSchemes(closed([], { lineage: [naming] }), running([]))).toBeNull();
  });

  it('and by what is recorded to follow', () => {
    expect(compareSchemes(closed([]), running([], { succeedsId: '1' }))).toMatchObject({
      recorded: true,
      since: null,
    });
  });

  const features = fc.array(
    fc.record({
      sort: fc.constantFrom(...FEATURE_SORT_CODES),
      value: fc.constantFrom('a', 'b'),
      goneOn: fc.option(fc.constant('2026-02-02')),
    }),
    { maxLength: 8 },
  );

  it('hold for everything that two may say: the order given means nothing, and two sorts at least are shared', () => {
    fc.assert(
      fc.property(features, features, (one, other) => {
        const said = (list: typeof one) =>
          list.map(({ sort, value, goneOn }) => feature(sort, value, { goneOn, words: `POST: ${value}` }));
        const [earlier, later] = [closed(said(one)), running(said(other))];
        const found = compareSchemes(earlier, later);
        expect(compareSchemes(later, earlier)).toEqual(found);
        const alike = one.filter(({ sort, value }) =>
          other.some((it) => it.sort === sort && it.value === value),
        );
        const posts = new Set(alike.filter(({ sort }) => sort === 'POST').map(({ value }) => value)).size;
        const sorts = new Set(
          alike.flatMap(({ sort }) => (sort === 'POST' && posts < 2 ? [] : (countsAs(sort) ?? []))),
        );
        expect(found !== null).toBe(sorts.size >= FEATURES_NEEDED);
        const without = compareSchemes(closed(said(one.map((it) => ({ ...it, goneOn: null })))), later);
        expect(without === null).toBe(found === null);
      }),
    );
  });
});
