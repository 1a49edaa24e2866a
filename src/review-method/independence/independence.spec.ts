import { type DeclarationAnswer, declarationFaults } from './declaration-faults.js';
import { DECLARATION_QUESTIONS } from './declaration-questions.js';

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
