import { PartialDate } from '../../../kernel/days/partial-date.js';
import {
  SCREENING_CODES,
  type ScreeningAnswers,
} from '../../screening/classification/screening-questions.js';
import type { LifeCycleState } from '../../life-cycle-state.js';
import type { StepAnswers } from './step-answers.js';
import { raisedBy, stepFaults, type StepSetting } from './step-faults.js';

const ALL_NO = Object.fromEntries(SCREENING_CODES.map((code) => [code, 'no'])) as ScreeningAnswers;
const SETTING: StepSetting = { today: '2026-11-22', since: null, screening: ALL_NO };

function faultsOf(
  from: LifeCycleState,
  to: LifeCycleState,
  {
    happened = '2026-11',
    answers = {},
    reason = 'Nobody could say who agreed to it.',
    ...setting
  }: StepGiven = {},
): string[] {
  const step = { from, to, happened: PartialDate.from(happened), reason, answers };
  return stepFaults(step, { ...SETTING, ...setting }).map(({ field }) => field);
}

interface StepGiven extends Partial<StepSetting> {
  readonly happened?: string;
  readonly answers?: StepAnswers;
  readonly reason?: string;
}

describe('A step in the life of a scheme', () => {
  it.each<[LifeCycleState, LifeCycleState]>([
    ['PROPOSED', 'LIVE'],
    ['LIVE', 'CLOSED'],
    ['CLOSED', 'LIVE'],
    ['DISBANDED', 'TRAINING'],
    ['UNKNOWN', 'CLOSED'],
    ['LIVE', 'LIVE'],
  ])('cannot lead from %s to %s', (from, to) => {
    expect(faultsOf(from, to)).toEqual(['to']);
  });

  it('that ends a scheme for good tells whoever starts again to register a new one', () => {
    const step = {
      from: 'CLOSED',
      to: 'LIVE',
      happened: PartialDate.from('2026'),
      reason: '',
      answers: {},
    } as const;
    expect(stepFaults(step, SETTING)[0]?.text).toMatch(/register a new deployment and say what it follows/);
  });

  it.each([
    ['2026-12', ['happened']],
    ['2027', ['happened']],
    ['2026-11-23', ['happened']],
    ['2026-11-22', []],
    ['2026', []],
  ])('cannot lie in the future: %s', (happened, faults) => {
    expect(faultsOf('LIVE', 'DISBANDED', { happened })).toEqual(faults);
  });

  it('cannot come before the state it leaves, and is let through where nobody can tell', () => {
    const since = PartialDate.from('2026-03');
    expect(faultsOf('LIVE', 'DISBANDED', { since, happened: '2026-02' })).toEqual(['happened']);
    expect(faultsOf('LIVE', 'DISBANDED', { since, happened: '2026' })).toEqual([]);
  });

  it('to pause needs an arrangement for the people there now', () => {
    expect(faultsOf('LIVE', 'PAUSED')).toEqual(['arrangement']);
    expect(faultsOf('LIVE', 'PAUSED', { answers: { arrangement: 'Everyone keeps a named nurse.' } })).toEqual(
      [],
    );
  });

  it('to halt needs who ordered it, when, and from when it holds', () => {
    expect(faultsOf('LIVE', 'HALT_ORDERED')).toEqual(['orderedBy', 'orderedOn', 'effectiveOn']);
    const answers = { orderedBy: 'Medical director', orderedOn: '2026-11-02', effectiveOn: '2026-11-01' };
    expect(faultsOf('PAUSED', 'HALT_ORDERED', { answers })).toEqual(['effectiveOn']);
    const kept = { ...answers, effectiveOn: '2026-11-02' };
    expect(faultsOf('PAUSED', 'HALT_ORDERED', { answers: kept })).toEqual([]);
    expect(faultsOf('PAUSED', 'HALT_ORDERED', { answers: kept, reason: 'TBC' })).toEqual(['reason']);
    const far = { ...answers, effectiveOn: '2100-12-31' };
    expect(faultsOf('PAUSED', 'HALT_ORDERED', { answers: far })).toEqual(['effectiveOn']);
    const ahead = { ...answers, orderedOn: '2026-11-23', effectiveOn: '2026-12-01' };
    expect(faultsOf('PAUSED', 'HALT_ORDERED', { answers: ahead })).toEqual(['orderedOn']);
  });

  it.each<[string, StepAnswers, string[]]>([
    ['nothing said', {}, ['openCases']],
    ['cases without a plan', { openCases: '1-4' }, ['everyCaseHasPlan']],
    ['cases with some plans', { openCases: '10+', everyCaseHasPlan: false }, ['everyCaseHasPlan']],
    ['cases with plans', { openCases: '10+', everyCaseHasPlan: true }, []],
    ['nobody left', { openCases: '0' }, []],
  ])('to step down needs a plan for each open case: %s', (_what, answers, faults) => {
    expect(faultsOf('HALT_ORDERED', 'STEPPING_DOWN', { answers })).toEqual(faults);
  });

  it('to close needs markers withdrawn, people informed, flows ceased and supplier data returned', () => {
    const all = ['markersWithdrawn', 'peopleInformed', 'flowsCeased', 'vendorDataReturned'];
    expect(faultsOf('STEPPING_DOWN', 'CLOSED')).toEqual(all);
    const answers = {
      markersWithdrawn: 'yes',
      peopleInformed: 'no',
      flowsCeased: 'yes',
      vendorDataReturned: 'none-held',
    } as const;
    expect(faultsOf('STEPPING_DOWN', 'CLOSED', { answers })).toEqual(['peopleInformed']);
    expect(faultsOf('STEPPING_DOWN', 'CLOSED', { answers: { ...answers, peopleInformed: 'yes' } })).toEqual(
      [],
    );
  });

  it('that ends a scheme without a step-down raises D14.2 by itself', () => {
    expect(raisedBy({ to: 'DISBANDED' })).toEqual(['D14.2']);
    expect(raisedBy({ to: 'CLOSED' })).toEqual([]);
  });
});

describe('After 10 March 2023 no scheme starts while a red line is open or not known', () => {
  it.each(['SCR-02', 'SCR-03', 'SCR-04', 'SCR-05', 'SCR-07', 'SCR-12'] as const)('%s', (code) => {
    for (const answer of ['yes', 'not-known'] as const) {
      const screening = { ...ALL_NO, [code]: answer };
      expect(faultsOf('TRAINING', 'LIVE', { screening, happened: '2023-03-11' })).toEqual(['to']);
      expect(faultsOf('PLANNED', 'TRAINING', { screening })).toEqual(['to']);
      expect(faultsOf('PAUSED', 'LIVE', { screening })).toEqual(['to']);
      expect(faultsOf('TRAINING', 'LIVE', { screening, happened: '2023-03-10' })).toEqual([]);
    }
  });

  it('and a date that could lie after that day is held to it', () => {
    const screening = { ...ALL_NO, 'SCR-02': 'yes' } as const;
    expect(faultsOf('TRAINING', 'LIVE', { screening, happened: '2023' })).toEqual(['to']);
    expect(faultsOf('TRAINING', 'LIVE', { screening, happened: '2022' })).toEqual([]);
  });

  it('nor while nobody has answered the screening questions', () => {
    expect(faultsOf('TRAINING', 'LIVE', { screening: null })).toEqual(['to']);
    expect(faultsOf('TRAINING', 'LIVE')).toEqual([]);
  });
});
