import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { wordsOfRule } from '../../../test/support/data-sharing/words-of-rule.js';
import { allRules } from './all-rules.js';
import type { Rule } from './engine/rule.js';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^r-[a-z0-9]+-\d\d\.js$/.test(basename(file)),
);

describe('the list of rules', () => {
  it.each(files)('holds the rule of the file %s, once', async (file) => {
    const exported: Record<string, Rule> = await import(join(import.meta.dirname, file));
    const id = basename(file, '.js').toUpperCase();
    expect(Object.values(exported).map((rule) => rule.id)).toEqual([id]);
    expect(allRules.filter((rule) => Object.values(exported).includes(rule))).toHaveLength(1);
  });

  it('holds nothing but the rules of those files, each under its own number', () => {
    expect(allRules).toHaveLength(files.length);
    expect(new Set(allRules.map((rule) => rule.id)).size).toBe(files.length);
  });

  it('holds every rule of the model, 115 in all, and those that came after', () => {
    const model = Object.entries({
      ...{ GEN: 8, A6: 10, CON: 8, A9: 18, A10: 3, LE: 9, CF: 11, CAL: 4, DPIA: 9, AGR: 6 },
      ...{ ROPA: 1, TR: 5, RT: 5, NDO: 2, RET: 5, SEC: 3, SO: 2, HR: 1, CN: 5 },
    }).flatMap(([group, count]) =>
      Array.from({ length: count }, (_rule, at) => `R-${group}-${String(at + 1).padStart(2, '0')}`),
    );
    expect(model).toHaveLength(115);
    const held = new Set(allRules.map(({ id }) => id));
    expect(model.filter((id) => !held.has(id))).toEqual([]);
    expect(held.size).toBeGreaterThan(model.length);
  });
});

/** Once more for all, so that a rule that no table tries is held to its words too. */
describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => wordsOfRule(rule));
