import { allRules, currentRuleSet } from './rules/all-rules.js';
import { createHash } from 'node:crypto';
import { changed } from '../../test/support/data-sharing/changed.js';
import { modelFlow, modelRegister } from '../../test/support/data-sharing/model-flow.js';
import { judgeFile } from './judge-file.js';
import { judgeFlow } from './judge-flow.js';
import type { FlowRecord } from './record/flow-record.js';
import type { RegisterView } from './record/register-view.js';

function outcomesIn(flows: FlowRecord[], rule: string, register?: RegisterView) {
  return [...judgeFile({ flows, ...(register ? { register } : {}) }, '2026-11-22')].map(
    ({ flow, results }) => [flow, results.find((result) => result.rule === rule)?.outcome],
  );
}

const likeIt = (changes: Partial<FlowRecord>) => changed<FlowRecord>(modelFlow, changes);

describe('Judging a flow', () => {
  it('says by which edition, at which day, and the hash of what was judged', () => {
    const judged = judgeFlow({ id: 'f1' }, {}, '2026-11-22');
    expect(judged).toMatchObject({ ruleSet: currentRuleSet.edition, asAt: '2026-11-22' });
    expect(judged.inputHash).toBe(createHash('sha256').update('{"id":"f1"}').digest('hex'));
    expect(judged.results).toHaveLength(allRules.length);
  });

  it('looks at the register beside it', () => {
    const outcome = (beside: RegisterView) =>
      judgeFlow(modelFlow, beside, '2026-11-22').results.find(({ rule }) => rule === 'R-CN-04')?.outcome;
    expect([outcome(modelRegister), outcome({})]).toEqual(['PASS', 'UNKNOWN']);
  });
});

describe('Judging a file', () => {
  it('calls each flow by its id, or by its place where it has none', () => {
    const judged = [...judgeFile({ flows: [modelFlow, { title: 'Second' }, {}] }, '2026-11-22')];
    expect(judged.map(({ flow, title }) => [flow, title])).toEqual([
      ['flow-1', 'Crisis plan to the ambulance trust'],
      ['flows[1]', 'Second'],
      ['flows[2]', ''],
    ]);
  });

  it('compares its flows with each other where it brings no flows of a register', () => {
    const flows = [modelFlow, likeIt({ id: 'flow-2' }), likeIt({ id: 'flow-3' })];
    const copied = [
      ['flow-1', 'WARN'],
      ['flow-2', 'WARN'],
      ['flow-3', 'WARN'],
    ];
    expect(outcomesIn(flows, 'R-GEN-03')).toEqual(copied);
    expect(outcomesIn(flows, 'R-GEN-03', { deployments: [] })).toEqual(copied);
    expect(outcomesIn(flows, 'R-GEN-03', { flows: [] }).map(([, outcome]) => outcome)).toEqual([
      'STATED',
      'STATED',
      'STATED',
    ]);
    expect(outcomesIn(flows.slice(0, 2), 'R-GEN-03')[0]).toEqual(['flow-1', 'STATED']);
    const [judged] = [...judgeFile({ flows }, '2026-11-22')];
    expect(judged?.results.find(({ rule }) => rule === 'R-GEN-03')?.message).toContain('explain 3 flows');
  });

  it('sees the same impact assessment of another deployment in it', () => {
    const another = likeIt({ id: 'flow-2', deploymentId: 'deployment-2' });
    expect(outcomesIn([modelFlow, another], 'R-DPIA-09')).toEqual([
      ['flow-1', 'WARN'],
      ['flow-2', 'WARN'],
    ]);
    expect(outcomesIn([modelFlow, likeIt({ id: 'flow-2' })], 'R-DPIA-09')[0]).toEqual(['flow-1', 'PASS']);
    expect(outcomesIn([modelFlow, { id: 'flow-2' }], 'R-DPIA-09')[0]).toEqual(['flow-1', 'PASS']);
  });
});
