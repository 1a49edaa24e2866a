import { rememberingReturn, returnPath } from './return-path.js';

describe('Where people are led after signing in', () => {
  it('is the page they asked for', () => {
    expect(returnPath('/people?after=abc#list')).toBe('/people?after=abc#list');
    expect(rememberingReturn('/sign-in/code', '/people?q=a b'.replace(' ', '%20'))).toBe(
      '/sign-in/code?return=%2Fpeople%3Fq%3Da%2520b',
    );
  });

  it.each([
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    'javascript:alert(1)',
    '/sign-in?return=/people',
    '/sign-out',
    '/join',
    `/${'a'.repeat(3000)}`,
    ['/people', '//example.org'],
    undefined,
  ])('is one’s home for anything that could lead elsewhere or round in a circle: %s', (asked) => {
    expect(returnPath(asked)).toBe('/home');
    expect(rememberingReturn('/sign-in', asked)).toBe('/sign-in');
  });

  it('may be a page whose name only begins alike', () => {
    expect(returnPath('/joining-instructions')).toBe('/joining-instructions');
  });
});
