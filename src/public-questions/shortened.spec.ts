import fc from 'fast-check';
import { shortened } from './shortened.js';

const seen = (text: string): string[] =>
  Array.from(
    new Intl.Segmenter('en-GB', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );

describe('What was asked, in one line', () => {
  it('stays as it is where it fits', () => {
    expect(shortened('Has it\n stopped?')).toBe('Has it stopped?');
    expect(shortened('x'.repeat(100))).toBe('x'.repeat(100));
    expect(shortened('x'.repeat(101))).toBe(`${'x'.repeat(100)}…`);
  });

  it('is cut beside an emoji, a flag, a family or an accent, never within', () => {
    const one = fc.constantFrom('a', 'e\u0301', '👩🏽‍⚕️', '👨‍👩‍👧‍👦', '🇬🇧', 'ä', '😀', ' ', 'क्षि');
    fc.assert(
      fc.property(fc.array(one, { minLength: 60, maxLength: 200 }), (parts) => {
        const line = parts.join('').replaceAll(/\s+/g, ' ');
        const shown = shortened(line);
        const kept = shown.replace(/…$/, '');
        expect(shown.length).toBeLessThanOrEqual(101);
        expect(seen(kept)).toEqual(seen(line).slice(0, seen(kept).length));
      }),
    );
  });
});
