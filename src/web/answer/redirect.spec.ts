import { Redirect, isLocalPath } from './redirect.js';

describe('a redirect', () => {
  it('leads to a path of this service', () => {
    expect(new Redirect('/deployments/1?page=2#claims').path).toBe('/deployments/1?page=2#claims');
  });

  it.each([
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    '\\/example.org',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x=1',
    '/a b',
    '/caf\u00e9',
    '',
    'relative',
    undefined,
    ['/'],
  ])('refuses %p, which could lead elsewhere or split a header', (path) => {
    expect(isLocalPath(path)).toBe(false);
    expect(() => new Redirect(path as string)).toThrow(TypeError);
  });
});
