import { request as ask, type IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';

/** An answer to an address that no well-behaved client would send. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Ways in which this path can be spelled: letters as their codes, capitals, blanks between slashes, what follows a
 * semicolon or a question mark, dots that lead nowhere, the whole address. Some lead to the same route, some nowhere.
 */
export function spellingsOf(path: string): fc.Arbitrary<string> {
  const letters = fc.tuple(...[...path].map((letter) => fc.constantFrom(...spellingsOfLetter(letter))));
  const before = fc.constantFrom('', '', '', '/', '/.', '/x/..', 'http://elsewhere.example');
  const after = fc.constantFrom(
    '',
    '',
    '/',
    '//',
    ';x',
    ';/x',
    '?x=1',
    '/?x=%2e',
    '%20',
    '/.',
    '#x',
    '.html',
  );
  return fc
    .tuple(before, letters, after)
    .map(([start, spelled, end]) => start + spelled.join('') + end)
    .filter((address) => /^[/h]/.test(address));
}

/** Asks for exactly these characters. */
export function rawAnswer(
  site: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, path, method, headers, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Mostly the letter itself, so that most spellings differ in one or two places. */
function spellingsOfLetter(letter: string): readonly string[] {
  const code = letter.charCodeAt(0).toString(16).padStart(2, '0');
  const itself = Array.from({ length: 12 }, () => letter);
  if (letter === '/') return [...itself, '//', '%2f', '/./'];
  return [...itself, `%${code}`, `%${code.toUpperCase()}`, letter.toUpperCase(), `%25${code}`];
}
