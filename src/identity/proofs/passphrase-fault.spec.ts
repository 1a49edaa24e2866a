import { passphraseFault } from './passphrase-fault.js';

describe('A new passphrase', () => {
  it.each([
    'lamp river seven teapot',
    'æøå på norsk er fint',
    '私は毎朝コーヒーを飲みながら新聞を読む',
    'no digits no capitals here',
    'x'.padEnd(15, 'qj4 '),
    'a longer line that somebody once read in a book and has not forgotten since',
  ])('may be anything long that is not easily guessed: %s', (passphrase) => {
    expect(passphraseFault(passphrase)).toBeUndefined();
  });

  it('has at least 15 characters, however many bytes they are', () => {
    expect(passphraseFault('fourteen chars')).toContain('at least 15 characters');
    expect(passphraseFault('🦊🦉🐝🦋🐌')).toContain('at least 15 characters');
  });

  it.each([
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345',
    'zyxwvutsrqponmlkj',
    '1111222233334444',
  ])('does not repeat itself or count: %s', (passphrase) => {
    expect(passphraseFault(passphrase)).toContain('does not repeat itself');
  });

  it.each([
    'Correct Horse Battery Staple',
    'correct-horse-battery-staple!',
    '1Qaz2Wsx3Edc4Rfv',
    'This is my password 2026',
    'You’ll never walk alone',
  ])('is not one that everybody uses: %s', (passphrase) => {
    expect(passphraseFault(passphrase)).toContain('many people use');
  });

  it('is not made of what others know of its owner', () => {
    const known = ['Alexandra Fairweather', 'alexandra.fairweather@example.org'];
    expect(passphraseFault('AlexandraFairweather1', known)).toContain('your name');
    expect(passphraseFault('fairweather brings soup', known)).toBeUndefined();
  });
});
