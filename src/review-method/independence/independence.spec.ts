import fc from 'fast-check';
import { type DeclarationAnswer, declarationFaults } from './declaration-faults.js';
import { DECLARATION_QUESTIONS } from './declaration-questions.js';
import { panelFaults } from './panel-faults.js';
import { mayScore, type PanelMember } from './panel-member.js';

function member(reviewer: string, change: Partial<PanelMember> = {}): PanelMember {
  return {
    reviewer,
    outsideNhsEngland: false,
    livedExperience: false,
    outcome: 'NONE',
    decidedBy: 'the lead reviewer',
    restrictedFrom: [],
    ...change,
  };
}

const INSIDE = member('reviewer A');
const LIVED = member('reviewer B', { outsideNhsEngland: true, livedExperience: true });
const CRITERIA = ['SIM-POL-01', 'SIM-PUN-01'];

function codes(...panel: readonly PanelMember[]): string[] {
  return panelFaults(panel, CRITERIA).map(({ code }) => code);
}

describe('A review may begin only with an independent panel', () => {
  it('of two, one from outside and one with lived experience, who may be the same person', () => {
    expect(codes(INSIDE, LIVED)).toEqual([]);
    expect(codes(INSIDE, { ...LIVED, outcome: 'CONTINUE' })).toEqual([]);
  });

  it.each([
    ['alone', [LIVED], ['TOO_FEW']],
    ['all from NHS England', [INSIDE, member('C', { livedExperience: true })], ['NOBODY_OUTSIDE']],
    [
      'nobody with lived experience',
      [INSIDE, member('C', { outsideNhsEngland: true })],
      ['NO_LIVED_EXPERIENCE'],
    ],
    ['nobody', [], ['TOO_FEW', 'NOBODY_OUTSIDE', 'NO_LIVED_EXPERIENCE']],
    ['somebody conflicted', [INSIDE, LIVED, member('C', { outcome: 'EXCLUDE' })], ['CONFLICTED']],
    ['somebody who has not declared', [INSIDE, LIVED, member('C', { outcome: null })], ['NOT_DECLARED']],
    [
      'somebody whom nobody decided about',
      [INSIDE, LIVED, member('C', { decidedBy: null })],
      ['NOT_DECLARED'],
    ],
    [
      'somebody who decided for themselves',
      [INSIDE, LIVED, member('C', { decidedBy: 'C' })],
      ['DECIDED_BY_THEMSELVES'],
    ],
  ])('%s', (_what, panel, expected) => {
    expect(codes(...panel)).toEqual(expected);
    for (const { sentence } of panelFaults(panel, CRITERIA)) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  it('names the reviewer it speaks of', () => {
    const sentences = panelFaults(
      [
        INSIDE,
        LIVED,
        member('Cleo', { outcome: null }),
        member('Dora', { decidedBy: 'Dora' }),
        member('Emil', { outcome: 'EXCLUDE' }),
      ],
      CRITERIA,
    ).map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      expect.stringContaining('Cleo has not declared'),
      expect.stringContaining('other than Dora'),
      expect.stringContaining('Emil has a conflict'),
    ]);
  });

  it('lets only clear reviewers score, and says nothing of criteria while there are too few of them', () => {
    expect(mayScore(INSIDE, 'SIM-POL-01')).toBe(true);
    expect(mayScore({ ...INSIDE, restrictedFrom: ['SIM-POL-01'] }, 'SIM-POL-01')).toBe(true);
    for (const change of [{ outcome: null }, { outcome: 'EXCLUDE' as const }, { decidedBy: null }])
      expect(mayScore({ ...INSIDE, ...change }, 'SIM-POL-01')).toBe(false);
    expect(codes(LIVED)).toEqual(['TOO_FEW']);
  });

  it('never lets a conflicted person fill the seat for lived experience', () => {
    expect(codes(INSIDE, { ...LIVED, outcome: 'EXCLUDE' })).toEqual(
      expect.arrayContaining(['NO_LIVED_EXPERIENCE', 'NOBODY_OUTSIDE', 'TOO_FEW', 'CONFLICTED']),
    );
  });

  it('never counts somebody who decided about their own interests', () => {
    const own = { ...LIVED, decidedBy: LIVED.reviewer };
    expect(codes(INSIDE, own)).toEqual(expect.arrayContaining(['TOO_FEW', 'DECIDED_BY_THEMSELVES']));
    expect(mayScore(own, 'SIM-POL-01')).toBe(false);
  });

  it('keeps two scorers for every criterion when somebody is restricted', () => {
    const restricted = { ...INSIDE, outcome: 'RESTRICT' as const, restrictedFrom: ['SIM-PUN-01'] };
    expect(panelFaults([restricted, LIVED], CRITERIA)).toEqual([
      { code: 'TOO_FEW_FOR_CRITERION', sentence: 'Fewer than two reviewers may score SIM-PUN-01.' },
    ]);
    expect(codes(restricted, LIVED, member('C'))).toEqual([]);
    expect([mayScore(restricted, 'SIM-POL-01'), mayScore(restricted, 'SIM-PUN-01')]).toEqual([true, false]);
  });

  it('stays independent when another clear reviewer joins', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (outsideNhsEngland, livedExperience) => {
        expect(codes(INSIDE, LIVED, member('C', { outsideNhsEngland, livedExperience }))).toEqual([]);
      }),
    );
  });
});

describe('A declaration of interests', () => {
  const no: DeclarationAnswer = { answer: 'no', detail: '' };
  const allNo = new Map(DECLARATION_QUESTIONS.map(({ code }) => [code, no]));

  it('asks about the vendor, the networks, approval, employment, treatment, statements and family', () => {
    expect(DECLARATION_QUESTIONS.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'VENDOR',
        'INNOVATION_NETWORK',
        'COMMISSIONED',
        'EMPLOYED',
        'TREATED',
        'PUBLIC_STATEMENT',
        'FAMILY',
      ]),
    );
    expect(allNo.size).toBe(DECLARATION_QUESTIONS.length);
    expect(DECLARATION_QUESTIONS).toHaveLength(9);
    for (const { question } of DECLARATION_QUESTIONS) expect(question).toMatch(/^[A-Z].+\?/);
  });

  it('asks about every kind of interest, and for no detail only about treatment', () => {
    const kinds = new Map<string, string[]>();
    for (const { category, code } of DECLARATION_QUESTIONS)
      kinds.set(category, [...(kinds.get(category) ?? []), code]);
    expect(Object.fromEntries(kinds)).toEqual({
      financial: ['VENDOR', 'EMPLOYED', 'OTHER_FINANCIAL'],
      'non-financial professional': ['INNOVATION_NETWORK', 'COMMISSIONED', 'PUBLIC_STATEMENT'],
      'non-financial personal': ['TREATED'],
      indirect: ['FAMILY', 'OTHER'],
    });
    const enough = DECLARATION_QUESTIONS.filter(({ detailNeeded }) => !detailNeeded);
    expect(enough.map(({ code }) => code)).toEqual(['TREATED']);
  });

  it('counts when every question is answered', () => {
    expect(declarationFaults(allNo)).toEqual([]);
    expect(declarationFaults(new Map())).toHaveLength(9);
    const open = new Map<string, DeclarationAnswer>([...allNo, ['FAMILY', { answer: null, detail: 'x' }]]);
    expect(declarationFaults(open)).toEqual([{ field: 'FAMILY', text: 'Choose yes or no' }]);
  });

  it('asks what a yes means', () => {
    const declared = new Map<string, DeclarationAnswer>([
      ...allNo,
      ['VENDOR', { answer: 'yes', detail: ' ' }],
    ]);
    expect(declarationFaults(declared)).toEqual([
      { field: 'VENDORDetail', text: 'Say what the interest is, and when' },
    ]);
    declared.set('VENDOR', { answer: 'yes', detail: 'Trained in 2019' });
    expect(declarationFaults(declared)).toEqual([]);
  });

  it('never asks a reviewer what they were treated for', () => {
    const declared = new Map<string, DeclarationAnswer>([
      ...allNo,
      ['TREATED', { answer: 'yes', detail: '' }],
    ]);
    expect(declarationFaults(declared)).toEqual([]);
  });
});
