import { canonicalJson, type Json } from './canonical-json.js';

describe('Canonical JSON (RFC 8785)', () => {
  it('writes the example of RFC 8785 §3.2.3 in the order of UTF-16 code units', () => {
    const value = { '€': 'Euro', '\r': 'CR', '1': 'One', '\u0080': 'Control', ö: 'o', '': 'Empty' };
    expect(canonicalJson(value)).toBe(
      '{"":"Empty","\\r":"CR","1":"One","\u0080":"Control","ö":"o","€":"Euro"}',
    );
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 1e-27])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    );
  });

  it('refuses what is not JSON', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    const nothing: Json[] = [];
    expect(() => canonicalJson(nothing[0] as Json)).toThrow('Only JSON values have a canonical form.');
  });
});
