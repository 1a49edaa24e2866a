import { nextInQueue, queueOf, redLinesFirst } from './scoring-queue.js';

const a = {
  criterion: { id: 'SIM-AAA-01', requirement: 'No officer is on the ward.' },
  gravity: 'ORDINARY',
} as const;
const b = {
  criterion: { id: 'SIM-BBB-01', requirement: 'Nobody is threatened.' },
  gravity: 'RED_LINE',
} as const;
const c = {
  criterion: { id: 'SIM-CCC-01', requirement: 'The officer has no record.' },
  gravity: 'STATUTORY',
} as const;
const d = {
  criterion: { id: 'SIM-DDD-01', requirement: 'Consent is asked for.' },
  gravity: 'RED_LINE',
} as const;
const criteria = [b, d, c, a];
const sure = (criterion: string) => ({ criterion, confidence: 'high' }) as const;
const unsure = (criterion: string) => ({ criterion, confidence: 'low' }) as const;
const codes = (found: readonly { readonly criterion: { readonly id: string } }[]): string[] =>
  found.map(({ criterion }) => criterion.id.slice(4, 5));

describe('What a reviewer has before them', () => {
  it('begins with the red lines, and keeps the order of the reviewer within them and after', () => {
    expect(codes(redLinesFirst([c, b, a, d]))).toEqual(['B', 'D', 'C', 'A']);
  });

  it.each([
    ['what has no score', { show: 'unscored', q: '' }, ['D', 'A']],
    ['what they were not sure of', { show: 'not-sure', q: '' }, ['C']],
    ['the red lines', { show: 'red-lines', q: '' }, ['B', 'D']],
    ['words of the wording, in any order and case', { show: undefined, q: 'RECORD officer' }, ['C']],
    ['words of the code', { show: undefined, q: 'bbb' }, ['B']],
    ['nothing', { show: undefined, q: '' }, ['B', 'D', 'C', 'A']],
  ] as const)('is narrowed to %s', (_, narrowed, found) => {
    const scores = [sure('SIM-BBB-01'), unsure('SIM-CCC-01')];
    expect(codes(queueOf(criteria, scores, narrowed))).toEqual(found);
  });

  it('goes on after a saved score with the next that has none, and comes back to those passed over', () => {
    const all = { show: undefined, q: '' };
    expect(nextInQueue(criteria, [], { code: 'SIM-BBB-01', narrowed: all })).toBe('SIM-DDD-01');
    expect(nextInQueue(criteria, [sure('SIM-DDD-01')], { code: 'SIM-BBB-01', narrowed: all })).toBe(
      'SIM-CCC-01',
    );
    expect(nextInQueue(criteria, [sure('SIM-CCC-01')], { code: 'SIM-AAA-01', narrowed: all })).toBe(
      'SIM-BBB-01',
    );
    const scored = [sure('SIM-BBB-01'), sure('SIM-CCC-01'), sure('SIM-DDD-01')];
    expect(nextInQueue(criteria, scored, { code: 'SIM-AAA-01', narrowed: all })).toBeNull();
  });

  it('stays within what the list is narrowed to', () => {
    const redLines = { show: 'red-lines', q: '' } as const;
    expect(nextInQueue(criteria, [], { code: 'SIM-BBB-01', narrowed: redLines })).toBe('SIM-DDD-01');
    expect(
      nextInQueue(criteria, [sure('SIM-BBB-01')], { code: 'SIM-DDD-01', narrowed: redLines }),
    ).toBeNull();
    const again = { show: 'not-sure', q: '' } as const;
    const scores = [unsure('SIM-BBB-01'), sure('SIM-DDD-01'), unsure('SIM-AAA-01')];
    expect(nextInQueue(criteria, scores, { code: 'SIM-BBB-01', narrowed: again })).toBe('SIM-AAA-01');
    expect(nextInQueue(criteria, scores, { code: 'SIM-AAA-01', narrowed: again })).toBeNull();
  });
});
