import { asDescribed, closedScheme } from '../../../test/support/data-sharing/scheme-as-described.js';
import { currentRuleSet } from '../rules/all-rules.js';
import { evaluate } from '../rules/engine/evaluate.js';
import { readRegister } from '../rules/matter/read-register.js';
import { archetypes, flowFrom } from './archetypes.js';
import { checkFile } from './check-file.js';

const register = readRegister(closedScheme);

function objections(flow: unknown): Map<string, string> {
  const results = evaluate(flow, register, currentRuleSet, '2026-11-22');
  const against = results.filter(({ outcome }) => outcome === 'FAIL' || outcome === 'WARN');
  return new Map(against.map(({ rule, message }) => [rule, message]));
}

describe('the ten archetypes', () => {
  it('are F1 to F10, and each says why it is usually hard', () => {
    expect(archetypes.map(({ code }) => code)).toEqual(
      Array.from({ length: 10 }, (_, index) => `F${index + 1}`),
    );
    expect(archetypes.filter(({ whyHard }) => !whyHard.endsWith('.'))).toEqual([]);
  });

  describe.each(archetypes.map((archetype) => [archetype.code, archetype.title, archetype] as const))(
    '%s, %s',
    (code, _title, archetype) => {
      const filledIn = { ...flowFrom(archetype), ...asDescribed[code] };

      it('starts a record that can be read, and answers no question of law', () => {
        expect(checkFile(flowFrom(archetype))).toMatchObject({ usable: true });
        expect(Object.keys(archetype.prefill)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/assertions|confidentiality|dpia|signoffs/)]),
        );
      });

      it('filled in as the sources describe, meets the difficulties named for it', () => {
        expect(checkFile(filledIn)).toMatchObject({ usable: true });
        expect([...objections(filledIn).keys()]).toEqual(expect.arrayContaining([...archetype.usualRules]));
      });
    },
  );

  it('raises the red line E2 for enforcement, whatever was decided', () => {
    const decided = { perCase: true, decider: true, offence: true, seriousness: true, told: true };
    const [, , , , f5] = archetypes;
    for (const enforcementDecision of [{ perCase: false }, decided]) {
      const flow = {
        ...f5?.prefill,
        ...asDescribed['F5'],
        reuse: { gatheredFor: ['CARE'], enforcementDecision },
      };
      const result = evaluate(flow, register, currentRuleSet, '2026-11-22').find(
        ({ rule }) => rule === 'R-LE-07',
      );
      expect(result?.flags).toEqual(['E2']);
    }
  });

  it('raises no red line where nothing is enforced', () => {
    const results = evaluate(asDescribed['F9'], register, currentRuleSet, '2026-11-22');
    expect(results.flatMap(({ flags }) => flags)).toEqual([]);
  });
});
