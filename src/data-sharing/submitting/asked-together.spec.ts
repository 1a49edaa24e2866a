import { needsExplanation, explanationFaults } from '../../legal-basis/explanations.js';
import { archetypes, flowFrom } from '../../legal-basis/record/archetypes.js';
import { currentRuleSet } from '../../legal-basis/rules/all-rules.js';
import { evaluate } from '../../legal-basis/rules/engine/evaluate.js';
import { readRegister } from '../../legal-basis/rules/matter/read-register.js';
import { askedTogether, spreadOut } from './asked-together.js';
import { explanationsForm } from './submit.form.js';

describe('Rules about which a record does not say enough', () => {
  const results = evaluate(draft(), readRegister({}), currentRuleSet, '2026-11-22');
  const together = askedTogether({ id: 'f', content: draft() }, results);
  const grouped = together.flatMap(({ rules }) => rules);

  it('may be explained page by page, and no result that is not shown is among them', () => {
    const outcomes = results.filter(({ rule }) => grouped.includes(rule)).map(({ outcome }) => outcome);
    expect([...new Set(outcomes)]).toEqual(['UNKNOWN']);
    expect(together.length).toBeGreaterThan(2);
    expect(together.filter(({ rules }) => rules.length < 2)).toEqual([]);
    expect(new Set(grouped).size).toBe(grouped.length);
  });

  it('and one explanation stands beside each rule of its page that has none of its own', () => {
    const [page] = together;
    const [first = '', second = ''] = page?.rules ?? [];
    const said = spreadOut(
      { [page?.name ?? '']: 'Nobody kept it.', [first]: 'Its own.', version: 1 },
      together,
    );
    expect(said[first]).toBe('Its own.');
    expect(said[second]).toBe('Nobody kept it.');
  });

  it('and with a word for each page and each rule that stands alone, the flow may be submitted', () => {
    const alone = results.filter(needsExplanation).filter(({ rule }) => !grouped.includes(rule));
    const answers = {
      ...Object.fromEntries(alone.map(({ rule }) => [rule, 'Said.'])),
      ...Object.fromEntries(together.map(({ name }) => [name, 'Said for the page.'])),
      version: '1',
    };
    const read = explanationsForm(results, together).read(answers);
    expect(read.ok).toBe(true);
    if (read.ok) expect(explanationFaults(results, spreadOut(read.values, together))).toEqual([]);
  });

  it('and a page without any word is one fault, which says which page it is', () => {
    const read = explanationsForm(results, together).read({ version: '1' });
    if (read.ok) throw new Error('Nothing was said.');
    const shared = read.issues.filter(({ field }) => field.startsWith('together-'));
    expect(read.issues.filter(({ field }) => grouped.includes(field))).toEqual([]);
    expect(read.issues.length).toBeGreaterThan(0);
    const alone = explanationsForm(results, together).read({
      ...Object.fromEntries(
        results
          .filter(needsExplanation)
          .filter(({ rule }) => !grouped.includes(rule))
          .map(({ rule }) => [rule, 'Said.']),
      ),
      version: '1',
    });
    expect(alone).toMatchObject({ ok: false });
    if (!alone.ok)
      expect(alone.issues.map(({ field }) => field).sort()).toEqual(together.map(({ name }) => name).sort());
    expect(shared.every(({ text }) => text.includes('“'))).toBe(true);
  });
});

/** A fresh draft of the flow to the officer in the team. */
function draft(): object {
  const archetype = archetypes.find(({ code }) => code === 'F3');
  if (!archetype) throw new Error('The archetype F3 is missing.');
  return flowFrom(archetype);
}
