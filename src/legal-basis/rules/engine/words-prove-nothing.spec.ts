import fc from 'fast-check';
import {
  arbitraryDay,
  arbitraryFlow,
  arbitraryRegister,
} from '../../../../test/support/data-sharing/arbitrary-record.js';
import { contradictions, furtherPurposes } from '../../../../test/support/data-sharing/contradictions.js';
import { JUDGED_ON, modelFlow, modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { textsReplaced } from '../../../../test/support/data-sharing/texts-replaced.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { currentRuleSet } from '../all-rules.js';
import { readRegister, type IndexedRegister } from '../matter/read-register.js';
import { evaluate } from './evaluate.js';
import { gravityOf, type Outcome } from './outcome.js';

const numRuns = Math.ceil(Number(process.env['CANDOUR_RULES_RUNS'] ?? 2000) / 5);

/** Noise as people type it to get past a form, and noise that looks like language. */
const noise = fc.oneof(
  fc.constantFrom('x'.repeat(100), 'N/A', 'see DPIA', '\u200b', 'yes', 'lorem ipsum dolor sit amet'),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
);

/** Records of every shape, of which half keep much of a record that shows everything, so that there is much to contradict. */
const contradicted = fc
  .tuple(arbitraryFlow, fc.subarray(Object.keys(modelFlow)), fc.boolean())
  .map(([flow, kept, keeps]): FlowRecord => ({
    ...flow,
    ...(keeps && Object.fromEntries(Object.entries(modelFlow).filter(([key]) => kept.includes(key)))),
  }));

describe('Words prove nothing', () => {
  it('no noise in place of any text turns a result into PASS', () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryRegister, arbitraryDay, noise, (flow, register, asAt, words) => {
        const beside = readRegister(register);
        const before = outcomes(flow, beside, asAt);
        for (const [rule, outcome] of outcomes(textsReplaced(flow, words), beside, asAt))
          if (outcome === 'PASS') expect([rule, before.get(rule)]).toEqual([rule, 'PASS']);
      }),
      { numRuns },
    );
  });

  it('no noise in place of the texts of a record that shows everything does', () => {
    fc.assert(
      fc.property(noise, (words) => {
        const beside = readRegister(modelRegister);
        const before = outcomes(modelFlow, beside, JUDGED_ON);
        for (const [rule, outcome] of outcomes(textsReplaced(modelFlow, words), beside, JUDGED_ON))
          if (outcome === 'PASS') expect([rule, before.get(rule)]).toEqual([rule, 'PASS']);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  it.each(contradictions)(
    'a fact that contradicts the record never makes any result better: %s',
    (_name, contradict) => expectNoBetter(contradict, () => true),
  );

  it.each(furtherPurposes)(
    'a further purpose makes nothing better that was known without it: %s',
    (_name, contradict) => expectNoBetter(contradict, (before) => before !== 'UNKNOWN'),
  );
});

/** Expects of many records that no result is better with a contradiction, of those results that are looked at. */
function expectNoBetter(contradict: (flow: FlowRecord) => FlowRecord, looksAt: (before: Outcome) => boolean) {
  const judged = fc.property(contradicted, arbitraryRegister, (flow, register) => {
    const against = contradict(flow);
    fc.pre(against !== flow);
    const beside = readRegister(register);
    const before = outcomes(flow, beside, JUDGED_ON);
    const better = [...outcomes(against, beside, JUDGED_ON)].filter(([rule, outcome]) => {
      const without = before.get(rule) ?? 'FAIL';
      return looksAt(without) && gravityOf(outcome) < gravityOf(without);
    });
    expect(better).toEqual([]);
  });
  fc.assert(judged, { numRuns: Math.ceil(numRuns / 20) });
}

function outcomes(flow: FlowRecord, register: IndexedRegister, asAt: string): Map<string, Outcome> {
  return new Map(evaluate(flow, register, currentRuleSet, asAt).map(({ rule, outcome }) => [rule, outcome]));
}
