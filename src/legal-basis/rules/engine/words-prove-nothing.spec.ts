import fc from 'fast-check';
import {
  arbitraryDay,
  arbitraryFlow,
  arbitraryRegister,
} from '../../../../test/support/data-sharing/arbitrary-record.js';
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

  it('a fact that contradicts the record never makes any result better', () => {
    fc.assert(
      fc.property(
        arbitraryFlow,
        arbitraryRegister,
        fc.constantFrom(...CONTRADICTIONS),
        (flow, register, contradict) => {
          const beside = readRegister(register);
          const before = outcomes(flow, beside, JUDGED_ON);
          const after = outcomes(contradict(flow), beside, JUDGED_ON);
          const better = [...after].filter(
            ([rule, outcome]) => gravityOf(outcome) < gravityOf(before.get(rule) ?? 'FAIL'),
          );
          expect(better).toEqual([]);
        },
      ),
      { numRuns },
    );
  });
});

/** Facts beside those that a record holds, each of which speaks against it. */
const CONTRADICTIONS: readonly ((flow: FlowRecord) => FlowRecord)[] = [
  (flow) => listedAgain(flow, 'POLICE_FORCE'),
  (flow) => listedAgain(flow, 'NHS_MH_TRUST'),
  (flow) => ({
    ...flow,
    consentProfiles: flow.consentProfiles?.map((profile) => ({ ...profile, continuesAfterWithdrawal: true })),
  }),
  (flow) => ({
    ...flow,
    consentProfiles: flow.consentProfiles?.map((profile) => ({
      ...profile,
      settings:
        profile.settings && profile.settings.length > 0
          ? [...profile.settings, 'POLICE_CUSTODY' as const]
          : profile.settings,
    })),
  }),
];

function listedAgain(flow: FlowRecord, orgType: 'POLICE_FORCE' | 'NHS_MH_TRUST'): FlowRecord {
  const [first] = flow.parties ?? [];
  return first?.orgId ? { ...flow, parties: [...(flow.parties ?? []), { ...first, orgType }] } : flow;
}

function outcomes(flow: FlowRecord, register: IndexedRegister, asAt: string): Map<string, Outcome> {
  return new Map(evaluate(flow, register, currentRuleSet, asAt).map(({ rule, outcome }) => [rule, outcome]));
}
