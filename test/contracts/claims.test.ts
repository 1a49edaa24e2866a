import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { welcome } from '../../src/demo-world/welcome.js';
import { testSettings } from '../support/settings.js';

/** Words that promise what only a signed receipt or a published checkpoint could keep. */
const TOO_MUCH =
  /\b(?:prove[sn]?|proving|proofs?|tamper\w*|impossible to (?:rewrite|change)|nothing was (?:ever )?changed|cannot be (?:rewritten|forged|denied|said that \w+ never))\b/i;
const SAYS_NO = /\b(?:not|no|never|nobody|cannot|without)\b/i;

describe('What is said of the log and of receipts', () => {
  it.each([
    ['the receipt that proves you said it', ['the receipt that proves you said it']],
    ['It does not prove what you wrote. It proves that it came.', ['It proves that it came.']],
    ['Nobody approves it alone; check that nothing was changed', ['check that nothing was changed']],
  ])('is looked for sentence by sentence: %s', (text, found) => {
    expect(tooMuchIn(text)).toEqual(found);
  });

  it('promises nothing on a page, at the start or in the README that nothing keeps yet', () => {
    const sources = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
    const pages = sources.filter((name) => name.endsWith('.njk'));
    expect(pages.length).toBeGreaterThan(100);
    const commands = sources.filter((name) => name.startsWith('console/program/'));
    expect(commands.length).toBeGreaterThan(5);
    const texts = [
      ...['README.md', 'SECURITY.md', ...[...commands, ...pages].map((name) => `src/${name}`)].map(
        (file) => [file, readFileSync(join(projectRoot, file), 'utf8')] as const,
      ),
      ['welcome', welcome(testSettings(), 'http://127.0.0.1:3000')] as const,
    ];
    expect(texts.flatMap(([file, text]) => tooMuchIn(text).map((found) => `${file}: ${found}`))).toEqual([]);
  });
});

/** The sentences of a text that promise too much; one that says no is no promise. */
function tooMuchIn(text: string): readonly string[] {
  const words = text.replaceAll(/<[^>]*>|\{[{%#][^}]*[}%#]\}/g, ' ').replaceAll(/\s+/g, ' ');
  return words
    .split(/(?<=[.:;!?]) /)
    .filter((sentence) => TOO_MUCH.test(sentence) && !SAYS_NO.test(sentence));
}
