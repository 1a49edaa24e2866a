import { newTimeSecret, stepOfCode, timeCode, timeSecretAddress, timeStep } from './time-code.js';

const AT = new Date('2026-11-22T10:00:00Z');
const laterBy = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000);

describe('Codes of a code generator', () => {
  it('are those of RFC 6238 appendix B, in six digits', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(timeCode(secret, new Date(59_000))).toBe('287082');
    expect(timeCode(secret, new Date(1_111_111_109_000))).toBe('081804');
    expect(timeCode(secret, new Date(20_000_000_000_000))).toBe('353130');
  });

  it('are good for the step they belong to and one to either side, and tell which', () => {
    const secret = newTimeSecret();
    const code = timeCode(secret, AT);
    for (const seconds of [-30, 0, 29, 30, 59])
      expect(stepOfCode(secret, code, laterBy(seconds))).toBe(timeStep(AT));
    for (const seconds of [-31, 60]) expect(stepOfCode(secret, code, laterBy(seconds))).toBeNull();
    expect(timeCode(secret, AT, 1)).toBe(timeCode(secret, laterBy(30)));
  });

  it('are six digits and nothing else', () => {
    const secret = newTimeSecret();
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
      expect(stepOfCode(secret, typed, AT)).toBeNull();
  });

  it('come with an address that phones understand', () => {
    expect(timeSecretAddress('JBSWY3DPEHPK3PXP', 'a@example.org')).toBe(
      'otpauth://totp/Candour:a%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Candour',
    );
  });
});
