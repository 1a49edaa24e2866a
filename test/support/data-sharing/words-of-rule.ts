import { signOffRoles } from '../../../src/legal-basis/record/safeguards/sign-off.js';
import { kindInWords, type Rule } from '../../../src/legal-basis/rules/engine/rule.js';
import { sources } from '../../../src/legal-basis/rules/engine/sources.js';
import { currentSettings } from '../../../src/legal-basis/rules/matter/settings.js';
import { fieldExists } from './field-exists.js';

/** Makes the tests that hold for every rule, whatever it is about: what it says, what it looks at and what it cites. */
export function wordsOfRule(rule: Rule): void {
  it('says whose signatures settle it, where it looks at signatures', () => {
    const looks = rule.fields.some((field) => field.startsWith('signoffs'));
    expect((rule.settledBy ?? []).length > 0).toBe(looks);
    expect(signOffRoles.map(({ code }) => code)).toEqual(expect.arrayContaining([...(rule.settledBy ?? [])]));
  });

  it('is of a kind that people can read, by thresholds and sources that there are', () => {
    expect(kindInWords(rule.kind)).toMatch(/^(law|code or guidance|platform policy)/);
    expect(Object.keys(currentSettings)).toEqual(expect.arrayContaining([...(rule.thresholds ?? [])]));
    for (const ref of rule.citation.refs) expect(sources[ref]).toMatch(/^\S/);
  });

  it('speaks of the record and accuses nobody', () => {
    const words = [rule.message, rule.positive, rule.whatToDo, rule.appliesTo].join(' ');
    expect(words).not.toMatch(/illegal|broke the law|breach(?:ed)? the law|guilty/i);
    expect(rule.message).toMatch(/^This record does not show [^.]+$/);
    expect(rule.positive ?? 'The one of the message').toMatch(/^Th(?:is|e) [^.]+$/);
    expect(rule.whatToDo).toMatch(/\S\.$/);
    expect(rule.appliesTo).toMatch(/^\S.*[^.]$/);
  });

  it('looks at fields that a record or the register has', () => {
    expect(rule.fields.filter((field) => !fieldExists(field))).toEqual([]);
  });

  it('names a stored source exactly where its reference has been seen in one; platform policy cites none', () => {
    const cites = rule.citation.text !== 'Platform policy';
    expect(rule.citation.refs.length > 0).toBe(cites && rule.citation.confidence === 'A');
    expect(cites || rule.kind.includes('P')).toBe(true);
    expect(rule.citation.text).toMatch(/\S/);
  });
}
