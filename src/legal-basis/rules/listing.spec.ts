import { modelFlow, modelRegister } from '../../../test/support/data-sharing/model-flow.js';
import { changed } from '../../../test/support/data-sharing/changed.js';
import { currentRuleSet } from './all-rules.js';
import { judgeFile } from '../judge-file.js';
import { explainRule, listRules, resultLine } from './listing.js';

const file = {
  flows: [modelFlow, changed(modelFlow, { id: 'flow-2', 'assertions[0].art6': '6_1_f' })],
  register: modelRegister,
};

describe('telling people about rules', () => {
  it('lists every rule with its kind and authority, and says which references are being checked', () => {
    const lines = listRules(currentRuleSet);
    expect(lines).toHaveLength(currentRuleSet.rules.length);
    expect(lines.find(({ rule }) => rule === 'R-A6-02')).toEqual({
      rule: 'R-A6-02',
      version: 2,
      kind: 'law',
      inForceFrom: '2018-05-25',
      inForceTo: null,
      appliesTo: 'a public authority',
      citation: 'UK GDPR Article 6(1), closing words [L32]',
    });
  });

  it('explains one rule, with the days from which it counts for more', () => {
    const text = explainRule(currentRuleSet, 'r-a6-06')?.join('\n');
    expect(text).toContain(
      'When it is not met: This record does not show that the public task is the controller’s own.',
    );
    expect(text).toContain('From 2018-05-25 it counts as WARN.\nFrom 2026-02-05 it counts as FAIL.');
    expect(text).toContain('In force: from 2018-05-25.');
    expect(text).toContain('[L5] https://www.legislation.gov.uk/id/ukpga/2025/18/section/70');
  });

  it('says when a rule without days is in force, and until when one that has ended was', () => {
    expect(explainRule(currentRuleSet, 'R-GEN-01')).toContain('In force: always.');
    expect(explainRule(currentRuleSet, 'R-GEN-09')).toContain('In force: until 2018-05-24.');
  });

  it('says which of its thresholds are platform policy, and what they are set to', () => {
    expect(explainRule(currentRuleSet, 'R-RET-03')?.join('\n')).toContain(
      'Platform policy: days for which data of people not selected may be kept without a reason: 30.',
    );
  });

  it('says nothing of a rule that there is not', () => {
    expect(explainRule(currentRuleSet, 'R-A6-99')).toBeNull();
  });

  it('and prints of each result what the console promises', () => {
    const results = [...judgeFile(file, '2026-11-22')].flatMap((judged) => judged.results);
    expect(results).toHaveLength(2 * currentRuleSet.rules.length);
    const line = results.map(resultLine).find(({ flow, rule }) => flow === 'flow-2' && rule === 'R-A6-02');
    expect(Object.keys(line ?? {})).toEqual([
      'flow',
      'rule',
      'version',
      'outcome',
      'fields',
      'message',
      'citation',
    ]);
    expect(line).toMatchObject({ outcome: 'FAIL', version: 2 });
  });
});
