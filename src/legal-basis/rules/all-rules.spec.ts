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

  it('counts what the model counts, 115 in all', () => {
    expect(allRules).toHaveLength(115);
    const counts = new Map<string, number>();
    for (const { id } of allRules) {
      const group = id.split('-')[1] ?? '';
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      GEN: 8,
      A6: 10,
      CON: 8,
      A9: 18,
      A10: 3,
      LE: 9,
      CF: 11,
      CAL: 4,
      DPIA: 9,
      AGR: 6,
      ROPA: 1,
      TR: 5,
      RT: 5,
      NDO: 2,
      RET: 5,
      SEC: 3,
      SO: 2,
      HR: 1,
      CN: 5,
    });
  });
});

/** Once more for all, so that a rule that no table tries is held to its words too. */
describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => wordsOfRule(rule));
