import type { FlowContent } from '../../../legal-basis/record/flow-content.js';
import { nextStretchOf, withNextStretch } from './next-stretch.js';

const TASK = { functionCitation: 'A law that gives the task', controllerOrgId: 'trust' } as const;
const OF_1998 = {
  ...TASK,
  regime: 'DPA1998',
  validFrom: '2016-10-01',
  validTo: '2018-05-24',
  dpa1998Sch2: 'Paragraph 5',
} as const;
const OF_2021 = {
  ...TASK,
  regime: 'UKGDPR',
  validFrom: '2021-01-01',
  validTo: '2026-02-04',
  art6: '6_1_e',
  art9: ['9_2_h'],
  sch1Paras: ['P1.2'],
  atRiskTest: { careNeeds: true },
} satisfies NonNullable<FlowContent['assertions']>[number];

describe('A legal basis that ends with its law goes on under the next', () => {
  it('with the days of that law, the same codes, and what is asked anew left open', () => {
    const next = nextStretchOf({ assertions: [OF_2021] }, 0);
    expect(next?.copy).toEqual({
      ...OF_2021,
      regime: 'UKGDPR_DUAA',
      validFrom: '2026-02-05',
      validTo: undefined,
    });
    expect(next?.copy).not.toHaveProperty('validTo');
    expect(next).toMatchObject({ isCutShort: false, ended: OF_2021 });
    expect(next?.leftOpen.map(({ path }) => path)).toEqual([
      'annex1Condition',
      'annex1RequestStatesTaskNeed',
    ]);
  });

  it('from 1998 to 2018 without the conditions of 1998, and every article open', () => {
    const next = nextStretchOf({ assertions: [OF_1998] }, 0);
    expect(next?.copy).toEqual({
      ...TASK,
      regime: 'GDPR2018',
      validFrom: '2018-05-25',
      validTo: '2020-12-31',
    });
    expect(next?.leftOpen.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['art6', 'art9', 'sch1Paras', 'apdId', 'offenceData']),
    );
    expect(next?.leftOpen.map(({ path }) => path)).not.toContain('functionCitation');
  });

  it('and one that runs past its law is ended with it, so that no day stands under two laws', () => {
    const { validTo: _, ...open } = OF_2021;
    for (const [item, lasts] of [
      [open, undefined],
      [{ ...OF_2021, validTo: '2026-06-30' }, '2026-06-30'],
    ] as const) {
      const next = nextStretchOf({ assertions: [item] }, 0);
      expect(next).toMatchObject({ isCutShort: true, ended: { validTo: '2026-02-04' } });
      expect((next?.copy as { validTo?: string }).validTo).toBe(lasts);
    }
  });

  it('no longer than the flow itself', () => {
    const next = nextStretchOf({ endDate: '2019-03-31', assertions: [OF_1998] }, 0);
    expect(next?.copy).toMatchObject({ validTo: '2019-03-31' });
  });

  it.each([
    ['ended before its law did', { assertions: [{ ...OF_1998, validTo: '2018-05-23' }] }],
    ['belongs to a flow that ended with its law', { endDate: '2018-05-24', assertions: [OF_1998] }],
    ['is under the law that still applies', { assertions: [{ ...OF_2021, regime: 'UKGDPR_DUAA' as const }] }],
    [
      'is under Part 3, which runs beside the others',
      { assertions: [{ ...OF_1998, regime: 'DPA_PART3' as const }] },
    ],
    ['has no law chosen', { assertions: [TASK] }],
    ['goes on already', { assertions: [OF_1998, { ...TASK, regime: 'GDPR2018' as const }] }],
  ])('but not one that %s', (_, content) => {
    expect(nextStretchOf(content, 0)).toBeNull();
  });

  it('while another controller, or the same one for other purposes, goes on by itself', () => {
    const others = [
      { controllerOrgId: 'police', regime: 'GDPR2018' as const },
      { ...TASK, regime: 'GDPR2018' as const, purposeCodes: ['RESEARCH' as const] },
    ];
    expect(nextStretchOf({ assertions: [OF_1998, ...others] }, 0)).not.toBeNull();
  });

  it('and stands after the one it was copied from', () => {
    const content: FlowContent = { title: 'Kept', assertions: [OF_1998, { controllerOrgId: 'police' }] };
    const next = nextStretchOf(content, 0);
    if (!next) throw new Error('It does not go on.');
    const { validTo: _, ...open } = OF_1998;
    const endless = { assertions: [open] };
    const cut = nextStretchOf(endless, 0);
    expect(cut && withNextStretch(endless, 0, cut)).toEqual({ assertions: [OF_1998, next.copy] });
    expect(withNextStretch(content, 0, next)).toEqual({
      title: 'Kept',
      assertions: [OF_1998, next.copy, { controllerOrgId: 'police' }],
    });
  });
});
