import { type DeclarationAnswer, declarationFaults } from './declaration-faults.js';
import { DECLARATION_QUESTIONS } from './declaration-questions.js';
import { faultsToDeclare, independenceFaults } from './independence-faults.js';
import type { KnownStanding } from './known-standing.js';

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

describe('An exclusion from another review of the same trust', () => {
  const excluded: KnownStanding = {
    ...{ assignedOn: '2026-11-02', reviewStartedOn: '2026-11-01', endedOn: null, outsideNhsEngland: false },
    facts: [{ kind: 'excluded', since: '2026-11-10', until: null, question: null }],
    ...{ declared: ['OTHER'], declaredOn: '2026-11-10', mayContinue: true },
  };
  const codes = (different: Partial<KnownStanding>): readonly string[] =>
    independenceFaults({ ...excluded, ...different }).map(({ code, since }) => `${code} ${since}`);
  const stands = ['EXCLUDED_ELSEWHERE 2026-11-10'];

  it('stands until it was declared here and somebody else let the person continue', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ declared: null, declaredOn: null, mayContinue: false })).toEqual(stands);
    expect(codes({ declared: ['FAMILY'] })).toEqual(stands);
    expect(codes({ mayContinue: false })).toEqual(stands);
    expect(faultsToDeclare({ ...excluded, declared: [] }).map(({ toDeclare }) => toDeclare)).toEqual([
      'OTHER',
    ]);
    expect(faultsToDeclare({ ...excluded, mayContinue: false })).toEqual([]);
  });

  it('was not declared by what was said here before the day on which it took effect', () => {
    expect(codes({ declaredOn: '2026-11-09' })).toEqual(stands);
    expect(codes({ declaredOn: '2026-11-11' })).toEqual([]);
  });

  it('is about what was done before the person left, whenever it is found', () => {
    for (const endedOn of ['2026-11-09', '2026-11-10', '2026-11-11'])
      expect(codes({ endedOn, declared: [] })).toEqual(stands);
  });
});
