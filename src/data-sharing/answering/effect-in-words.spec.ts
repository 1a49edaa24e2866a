import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';
import { effectInWords } from './effect-in-words.js';

describe('What a save did for the rules is said in one line', () => {
  it('with the number of rules that say something else now', () => {
    const before = said('UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'FAIL', 'PASS');
    expect(effectInWords(before, said('PASS', 'PASS', 'PASS', 'UNKNOWN', 'PASS'))).toBe(
      '3 more shown, 1 now not known',
    );
  });

  it('also where as many came as left, because what one rule gains does not make up for another', () => {
    expect(effectInWords(said('PASS', 'FAIL'), said('FAIL', 'PASS'))).toBe('1 now shown, 1 now not shown');
  });

  it('in words for every outcome', () => {
    const before = said('PASS', 'PASS', 'PASS', 'PASS', 'PASS');
    expect(effectInWords(before, said('WARN', 'WARN', 'DOES_NOT_APPLY', 'FAIL', 'STATED'))).toBe(
      '1 more does not apply, 1 more stated, 2 more ask for care, 1 more not shown',
    );
  });

  it('and that nothing changed, where nothing did', () => {
    expect(effectInWords(said('PASS', 'FAIL'), said('PASS', 'FAIL'))).toBe('none says anything else');
  });
});

function said(...found: readonly Outcome[]) {
  return found.map((outcome, index) => ({ rule: `R-X-${String(index)}`, outcome }));
}
