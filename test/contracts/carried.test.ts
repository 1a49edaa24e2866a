import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';

/** What is short, and somebody may see: marks of what was looked at, and ids that make sending twice harmless. */
const SHORT = ['mark', 'seen', 'once'];

describe('What a page carries for itself', () => {
  it('is called so in every template, because an error page shows again what was typed and nothing else', () => {
    const fields = hiddenFields();
    expect(fields.length).toBeGreaterThan(5);
    const others = fields.filter(({ name }) => !SHORT.includes(name) && !name.startsWith('carried'));
    expect(others).toEqual([]);
  });
});

/** The hidden fields that templates write by themselves; those of forms and of the error page have any name. */
function hiddenFields(): readonly { readonly file: string; readonly name: string }[] {
  return readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.njk'))
    .flatMap((file) => {
      const text = readFileSync(join(projectRoot, 'src', file), 'utf8');
      const found = text.matchAll(/<input type="hidden" name="(?<name>[^"{]+)"/g);
      return [...found].map(({ groups }) => ({ file, name: groups?.['name'] ?? '' }));
    });
}
