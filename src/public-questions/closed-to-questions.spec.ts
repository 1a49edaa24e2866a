import { closedToQuestions } from './closed-to-questions.js';

const HALT = { effectiveOn: '2026-06-10', published: true, steps: [] };
const found = (
  side: 'TRUST' | 'REVIEWER' | 'COMMISSIONER',
  finding: 'in-effect' | 'not-in-effect' | 'cannot-tell',
) => ({ kind: 'checked', side, finding }) as const;

describe('Anybody may ask about a halt', () => {
  it.each(['2026-06-11', '2026-06-12', '2031-01-01'])('once its day has passed: on %s', (today) => {
    expect(closedToQuestions(HALT, today)).toBeNull();
  });

  it.each(['2026-06-09', '2026-06-10'])('not before, and is told from when: on %s', (today) => {
    expect(closedToQuestions(HALT, today)).toContain('from 11 June 2026');
  });

  it('nor about one that is not public', () => {
    expect(closedToQuestions({ ...HALT, published: false }, '2026-06-11')).toContain('not public');
  });

  it.each([
    ['nobody took a step', []],
    ['the trust acknowledged it', [{ kind: 'acknowledged', side: 'TRUST', finding: null }]],
    ['the trust says that it stopped', [{ kind: 'stopped', side: 'TRUST', finding: null }]],
    ['the trust found itself in effect', [found('TRUST', 'in-effect')]],
    ['somebody outside cannot tell', [found('REVIEWER', 'cannot-tell')]],
    ['somebody outside found it not in effect', [found('COMMISSIONER', 'not-in-effect')]],
    ['and the trust in effect after that', [found('REVIEWER', 'not-in-effect'), found('TRUST', 'in-effect')]],
    [
      'somebody outside in effect, and later not',
      [found('REVIEWER', 'in-effect'), found('COMMISSIONER', 'not-in-effect')],
    ],
  ] as const)('while nobody outside found it in effect: %s', (_, steps) => {
    expect(closedToQuestions({ ...HALT, steps }, '2026-06-11')).toBeNull();
  });

  it.each([
    ['somebody outside found it in effect', [found('REVIEWER', 'in-effect')], 'found this halt in effect'],
    [
      'whatever the trust found after',
      [found('REVIEWER', 'in-effect'), found('TRUST', 'not-in-effect')],
      'in effect',
    ],
    [
      'whoever cannot tell after',
      [found('REVIEWER', 'in-effect'), found('COMMISSIONER', 'cannot-tell')],
      'in effect',
    ],
    ['it was lifted', [{ kind: 'lifted', side: 'COMMISSIONER', finding: null }], 'was lifted'],
  ] as const)('no more once %s', (_, steps, why) => {
    expect(closedToQuestions({ ...HALT, steps }, '2026-06-11')).toContain(why);
  });
});
