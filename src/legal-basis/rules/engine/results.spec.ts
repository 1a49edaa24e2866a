import { modelFlow, modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import { readRegister } from '../matter/read-register.js';
import { currentSettings } from '../matter/settings.js';
import { beingChecked } from './citation.js';
import { evaluate } from './evaluate.js';
import { gravityOf, type Outcome, outcomes } from './outcome.js';
import type { Rule, RuleFinding } from './rule.js';

const rule = (...findings: Partial<RuleFinding>[]): Rule => ({
  id: 'R-X-01',
  version: 4,
  kind: 'L/P',
  appliesTo: 'a plan',
  fields: ['title'],
  citation: beingChecked('An Act'),
  message: 'This record does not show the plan',
  whatToDo: 'Write it.',
  judge: () =>
    findings.map((finding, at) => ({
      subject: `assertions[${at}]`,
      outcome: 'PASS',
      message: `finding ${at}`,
      fields: [`field ${at}`],
      ...finding,
    })),
});

function resultsOf(flow: unknown, ...rules: Rule[]) {
  const ruleSet = { edition: '2026-11-22', rules, settings: currentSettings };
  return evaluate(flow, readRegister(modelRegister), ruleSet, '2026-11-22');
}

const of = (...found: Outcome[]) => resultsOf(modelFlow, rule(...found.map((outcome) => ({ outcome }))))[0];

describe('The result of a rule', () => {
  it('orders outcomes from what does not apply to what fails', () => {
    expect(outcomes.map(({ code }) => gravityOf(code))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(gravityOf('DOES_NOT_APPLY') < gravityOf('PASS') && gravityOf('UNKNOWN') < gravityOf('FAIL')).toBe(
      true,
    );
  });

  it('is the first of the worst of its findings, with what that looked at', () => {
    expect(of('PASS', 'FAIL', 'UNKNOWN', 'FAIL')).toMatchObject({
      outcome: 'FAIL',
      message: 'finding 1',
      fields: ['field 1'],
      findings: { length: 4 },
    });
    expect(of('UNKNOWN', 'WARN')?.outcome).toBe('UNKNOWN');
    expect(of('PASS', 'WARN')?.message).toBe('finding 1');
    expect(of('DOES_NOT_APPLY', 'PASS')?.outcome).toBe('PASS');
    expect(of('PASS', 'PASS')?.message).toBe('finding 0');
  });

  it('does not apply where nothing was found', () => {
    expect(of()).toMatchObject({
      outcome: 'DOES_NOT_APPLY',
      message: '',
      fields: [],
      flags: [],
      findings: [],
    });
  });

  it('raises each flag of its findings once', () => {
    const [found] = resultsOf(modelFlow, rule({ flags: ['E2', 'E1'] }, {}, { flags: ['E2'] }));
    expect(found?.flags).toEqual(['E2', 'E1']);
  });

  it('names the rule and the flow, in the order of the rules', () => {
    const found = resultsOf(modelFlow, { ...rule({}), id: 'R-X-02' }, rule({}));
    expect(found.map(({ rule: id }) => id)).toEqual(['R-X-02', 'R-X-01']);
    expect(found[1]).toMatchObject({
      flow: 'flow-1',
      version: 4,
      kind: 'L/P',
      citation: beingChecked('An Act'),
      whatToDo: 'Write it.',
    });
    expect(resultsOf({}, rule({}))[0]?.flow).toBeNull();
    expect(resultsOf('no record', rule({}))[0]?.outcome).toBe('PASS');
  });
});
