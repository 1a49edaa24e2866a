import { modelFlow, modelRegister } from '../../../../test/support/data-sharing/model-flow.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { matterOf } from '../matter/matter.js';
import { readRegister } from '../matter/read-register.js';
import { currentSettings } from '../matter/settings.js';
import { caution, fault, notKnown, onlySaid, shown } from '../matter/verdict.js';
import { assertionRule } from './assertion-rule.js';
import { beingChecked, citationLine, seenIn } from './citation.js';
import { controllerRule } from './controller-rule.js';
import { flowRule } from './flow-rule.js';
import { kindInWords } from './rule.js';

const words = {
  id: 'R-X-01',
  version: 1,
  kind: 'L',
  appliesTo: 'a plan',
  fields: ['title'],
  citation: beingChecked('An Act'),
  message: 'This record does not show the plan',
  whatToDo: 'Write it.',
  applies: () => true,
  evaluate: () => shown,
} as const;

type Change = Partial<Parameters<typeof flowRule>[0]>;

function matter(flow: FlowRecord = modelFlow) {
  return matterOf({ flow, listedTwice: [] }, readRegister(modelRegister), currentSettings, '2026-11-22');
}

function judged(change: Change, flow?: FlowRecord) {
  return flowRule({ ...words, ...change }).judge(matter(flow))[0];
}

/** What is read to tell whether a flow is about people. */
const about = ['identifiability', 'dataCategories', 'mechanism', 'purposeCodes'];

describe('What a rule says of a record', () => {
  it.each<[what: string, change: Change, outcome: string, message: string]>([
    ['shown', {}, 'PASS', 'This record shows the plan.'],
    [
      'shown, and less of it than the message asks for',
      { positive: 'This record names the plan' },
      'PASS',
      'This record names the plan.',
    ],
    [
      'said in words',
      { evaluate: () => onlySaid() },
      'STATED',
      'This record states the plan; nobody has checked it.',
    ],
    [
      'said in words, and what they say',
      { evaluate: () => ({ found: 'STATED', because: ['why it is needed', 'who decided'] }) },
      'STATED',
      'This record says why it is needed; who decided; nobody has checked it.',
    ],
    [
      'a fault with days, as people write them',
      { evaluate: () => fault('none from 2021-01-01 to 2024-03-29') },
      'FAIL',
      'This record does not show the plan: none from 1 January 2021 to 29 March 2024.',
    ],
    ['a caution', { evaluate: () => caution('Look twice.') }, 'WARN', 'Look twice.'],
    [
      'not known',
      { evaluate: () => notKnown() },
      'UNKNOWN',
      'This record does not say enough to show the plan.',
    ],
    [
      'not known and named',
      { evaluate: () => ({ found: 'NOT_KNOWN', because: ['a', 'b'] }) },
      'UNKNOWN',
      'This record does not say enough to show the plan (not known: a; b).',
    ],
    ['a fault', { evaluate: () => fault() }, 'FAIL', 'This record does not show the plan.'],
    [
      'a fault with reasons',
      { evaluate: () => ({ found: 'FAULT', because: ['a', 'b'] }) },
      'FAIL',
      'This record does not show the plan: a; b.',
    ],
    [
      'not about it',
      { applies: () => false },
      'DOES_NOT_APPLY',
      'This rule is about a plan; this record shows nothing of the kind.',
    ],
    [
      'not known whether about it',
      { applies: () => null },
      'UNKNOWN',
      'This record does not say enough to tell whether this rule applies, which is about a plan.',
    ],
    [
      'not in force yet',
      { inForceFrom: '2026-11-23' },
      'DOES_NOT_APPLY',
      'This rule is in force from 23 November 2026, and the dates of this record lie outside.',
    ],
    [
      'not in force any more',
      { inForceFrom: '2018-05-25', inForceTo: '2026-02-28' },
      'DOES_NOT_APPLY',
      'This rule is in force from 25 May 2018 to 28 February 2026, and the dates of this record lie outside.',
    ],
    ['in force on the last day', { inForceFrom: '2026-11-22' }, 'PASS', 'This record shows the plan.'],
    ['in force on the first day', { inForceTo: '2026-03-01' }, 'PASS', 'This record shows the plan.'],
  ])('%s', (_what, change, outcome, message) => {
    expect(judged(change)).toMatchObject({ subject: null, outcome, message });
  });

  it('is silent of counts, but for a rule that is about counts too', () => {
    const counts = {
      ...modelFlow,
      identifiability: 'AGGREGATE' as const,
      dataCategories: ['COST_USAGE' as const],
      mechanism: 'EMAIL' as const,
    };
    expect(judged({}, counts)).toMatchObject({
      outcome: 'DOES_NOT_APPLY',
      message: expect.stringContaining('counts only'),
    });
    expect(judged({ countsToo: true }, counts)?.outcome).toBe('PASS');
    for (const people of [
      { dataCategories: ['IDENTITY' as const] },
      { mechanism: 'FULL_RECORD_ACCESS' as const },
    ])
      expect(judged({}, { ...counts, ...people })?.outcome).toBe('PASS');
  });

  it('counts a fault for as much as on the last day of the record', () => {
    const severity = [
      { from: '2018-05-25', level: 'WARN' },
      { from: '2026-11-22', level: 'FAIL' },
    ] as const;
    const change: Change = { severity, evaluate: () => fault() };
    expect(judged(change)?.outcome).toBe('FAIL');
    expect(judged(change, { ...modelFlow, endDate: '2026-11-21' })?.outcome).toBe('WARN');
    expect(judged(change, { ...modelFlow, startDate: '2018-05-01', endDate: '2018-05-24' })?.outcome).toBe(
      'FAIL',
    );
  });

  it('raises its flags only where it applies', () => {
    expect(judged({ raises: ['E2'] })?.flags).toEqual(['E2']);
    expect(judged({ raises: ['E2'], applies: () => false })?.flags).toBeUndefined();
    expect(judged({})?.flags).toBeUndefined();
  });

  it('names the fields it looked at, its dates and whom it is about among them, each once', () => {
    expect(judged({})?.fields).toEqual(['title', ...about]);
    expect(judged({ inForceFrom: '2018-05-25', fields: ['title', 'startDate'] })?.fields).toEqual([
      'title',
      'startDate',
      ...about,
      'endDate',
    ]);
    expect(judged({ inForceTo: '2030-01-01' })?.fields).toContain('endDate');
    expect(judged({ countsToo: true })?.fields).toEqual(['title']);
  });
});

describe('What a rule says of each part of a record', () => {
  it('is said of each assertion by its number, and of none where there is none', () => {
    const rule = assertionRule({
      ...words,
      fields: ['assertions[].art6'],
      inForceFrom: '2018-05-25',
      evaluate: ({ assertion }) => (assertion.controllerOrgId === 'trust' ? shown : fault('whose')),
    });
    const found = rule.judge(matter());
    expect(found.map(({ subject, outcome }) => [subject, outcome])).toEqual([
      ['assertions[0]', 'PASS'],
      ['assertions[1]', 'FAIL'],
    ]);
    expect(found[1]?.fields).toEqual([
      'assertions[1].art6',
      ...about,
      'assertions[1].validFrom',
      'assertions[1].validTo',
      'startDate',
      'endDate',
    ]);
    expect(rule.judge(matter({ ...modelFlow, assertions: [] }))).toEqual([
      {
        subject: null,
        outcome: 'DOES_NOT_APPLY',
        message: expect.stringContaining('R-GEN-04'),
        fields: ['assertions[]'],
      },
    ]);
  });

  it('is said of each controller, and is not known where none is named', () => {
    const rule = controllerRule({
      ...words,
      evaluate: ({ orgId, asserted }) => (asserted.length === 1 ? shown : fault(orgId)),
    });
    expect(rule.judge(matter()).map(({ subject, outcome }) => [subject, outcome])).toEqual([
      ['trust', 'PASS'],
      ['ambulance', 'PASS'],
    ]);
    const who = [
      'senderOrgId',
      'recipientOrgIds',
      'parties[].orgId',
      'parties[].orgType',
      'parties[].role',
      'parties[].usesForOwnPurposes',
      'parties[].name',
    ];
    expect(rule.fields).toEqual(['title', ...who, ...about]);
    expect(rule.judge(matter({ ...modelFlow, senderOrgId: null, recipientOrgIds: [] }))).toEqual([
      {
        subject: null,
        outcome: 'UNKNOWN',
        message: expect.stringContaining('which body is a controller'),
        fields: who,
      },
    ]);
  });
});

describe('A rule in words', () => {
  it('says what kind it is', () => {
    expect([kindInWords('L'), kindInWords('L/C'), kindInWords('C/P')]).toEqual([
      'law',
      'law and code or guidance',
      'code or guidance and platform policy',
    ]);
  });

  it('cites its source, and says where nobody has seen one', () => {
    expect(citationLine(seenIn('An Act s1', 'L5'))).toBe('An Act s1 [L5]');
    expect(citationLine(beingChecked('An Act s2'))).toBe('An Act s2 (reference being checked)');
  });
});
