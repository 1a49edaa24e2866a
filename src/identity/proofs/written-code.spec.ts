import { newWrittenCode, readWrittenCode } from './written-code.js';

describe('Codes for people to write down', () => {
  it('come in fours, without letters that look like digits, and never twice', () => {
    const codes = Array.from({ length: 200 }, newWrittenCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are read however they are typed', () => {
    expect(readWrittenCode(' ab12 cd34—ef56 gh78 ')).toBe('AB12CD34EF56GH78');
    expect(readWrittenCode('oil0-OIL0-1111-0000')).toBe('0110011011110000');
  });

  it('are not guessed at when something is missing or cannot be part of one', () => {
    for (const typed of ['', '123456', 'AB12-CD34-EF56-GH7', 'AB12-CD34-EF56-GH78-9', 'AB12-CD34-EF56-GHU8'])
      expect(readWrittenCode(typed)).toBeNull();
  });
});
