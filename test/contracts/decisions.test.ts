import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';

const FOLDER = join(projectRoot, 'docs', 'decisions');
const SECTIONS = ['## Decision', '## Context', '## What we refused', '## Consequences', '## Checked by'];

describe('Decisions are written down', () => {
  const files = readdirSync(FOLDER).sort();

  it('under numbers that nobody uses twice and none is missing', () => {
    const numbers = files.map((file) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
    expect(numbers).toEqual(files.map((_, at) => at + 1));
  });

  it.each(files)('%s is dated and says what was refused and how it is checked', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect(text).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. `));
    expect(text).toMatch(/^Date: \d{4}-\d{2}-\d{2}$/m);
    for (const section of SECTIONS) expect(text).toContain(section);
  });

  it.each(files)('%s names only files and folders that are there', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const inBackticks = [
      ...text.matchAll(/`((?:\.ci|src|test|migrations|scripts|bench|docs|register|frameworks)\/[^`\s]*)`/g),
    ];
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)];
    const places = [
      ...inBackticks.map(([, path = '']) => join(projectRoot, path)),
      ...linked.map(([, path = '']) => join(FOLDER, path)),
    ].filter((place) => !/[*…<{]/.test(place));
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });
});
