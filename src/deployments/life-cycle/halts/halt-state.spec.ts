import fc from 'fast-check';
import { addDays } from '../../../kernel/days/calendar-day.js';
import { standingOfHalt, type HaltState, type StepAboutHalt } from './halt-state.js';
import { HALT_FINDINGS, HALT_SIDES, HALT_STEPS } from './halt-step.entity.js';

const DAY = '2027-01-31';
const AFTER = '2027-02-01';
const BEFORE = '2027-01-30';
const ORDER = { effectiveOn: DAY, outside: 'COMMISSIONER' } as const;

const ACKNOWLEDGED: StepAboutHalt = { kind: 'acknowledged', side: 'TRUST', finding: null };
const COUNTED: StepAboutHalt = { kind: 'stepped-down', side: 'TRUST', finding: null };
const STOPPED: StepAboutHalt = { kind: 'stopped', side: 'TRUST', finding: null };
const LIFTED: StepAboutHalt = { kind: 'lifted', side: 'NHS_ENGLAND', finding: null };

function found(finding: StepAboutHalt['finding'], side: StepAboutHalt['side'] = 'REVIEWER'): StepAboutHalt {
  return { kind: 'checked', side, finding };
}

describe('Where an order to halt stands', () => {
  it.each<[string, StepAboutHalt[], string, HaltState, number]>([
    ['not yet due while its day is to come', [], BEFORE, 'NOT_YET_DUE', 0],
    ['in force on its very day, and not acknowledged', [], DAY, 'NOT_ACKNOWLEDGED', 0],
    ['overdue by one day on the day after', [], AFTER, 'OVERDUE', 1],
    ['acknowledged before its day', [ACKNOWLEDGED], BEFORE, 'ACKNOWLEDGED', 0],
    ['acknowledged on its very day', [ACKNOWLEDGED], DAY, 'ACKNOWLEDGED', 0],
    ['overdue though it was acknowledged', [ACKNOWLEDGED, COUNTED], AFTER, 'OVERDUE', 1],
    ['said to have stopped on its very day', [ACKNOWLEDGED, STOPPED], DAY, 'STOPPED_UNCHECKED', 0],
    ['overdue when the trust only said that it stopped', [ACKNOWLEDGED, STOPPED], AFTER, 'OVERDUE', 1],
    ['in effect once somebody else found it so', [STOPPED, found('in-effect')], AFTER, 'IN_EFFECT', 0],
    ['in effect though the trust never acknowledged it', [found('in-effect')], AFTER, 'IN_EFFECT', 0],
    ['in effect before its day', [found('in-effect')], BEFORE, 'IN_EFFECT', 0],
    ['overdue when the check could not tell', [STOPPED, found('cannot-tell')], AFTER, 'OVERDUE', 1],
    ['found not in effect before its day', [found('not-in-effect')], DAY, 'NOT_IN_EFFECT', 0],
    [
      'found not in effect and overdue',
      [STOPPED, found('in-effect'), found('not-in-effect')],
      AFTER,
      'NOT_IN_EFFECT',
      1,
    ],
    [
      'found not in effect, whatever the trust’s own check says after',
      [found('not-in-effect'), found('in-effect', 'TRUST')],
      AFTER,
      'NOT_IN_EFFECT',
      1,
    ],
    [
      'in effect again when somebody from outside says so',
      [found('not-in-effect'), found('in-effect', 'TRUST'), found('in-effect', 'COMMISSIONER')],
      AFTER,
      'IN_EFFECT',
      0,
    ],
    [
      'not in effect when the trust itself finds that it began again',
      [found('in-effect'), found('not-in-effect', 'TRUST')],
      AFTER,
      'NOT_IN_EFFECT',
      1,
    ],
    ['lifted, however late', [found('not-in-effect'), LIFTED], '2028-01-01', 'LIFTED', 0],
  ])('%s', (_what, steps, today, state, overdueBy) => {
    expect(standingOfHalt(ORDER, steps, today)).toMatchObject({ state, overdueBy });
  });

  it.each([
    [BEFORE, 'NOT_YET_DUE'],
    [DAY, 'ACKNOWLEDGED'],
    [AFTER, 'OVERDUE'],
  ])('of the trust’s own, which it need not acknowledge: on %s', (today, state) => {
    expect(standingOfHalt({ ...ORDER, outside: null }, [], today).state).toBe(state);
  });

  it('names the check that counts', () => {
    const outside = found('not-in-effect');
    const steps = [outside, found('in-effect', 'TRUST'), found('cannot-tell')];
    expect(standingOfHalt(ORDER, steps, AFTER).check).toBe(outside);
  });

  it('counts the days since its day, and never comes into effect by anything that the trust says', () => {
    const byTrust = fc.array(fc.constantFrom(ACKNOWLEDGED, COUNTED, STOPPED, found('cannot-tell', 'TRUST')));
    fc.assert(
      fc.property(byTrust, fc.integer({ min: 1, max: 4000 }), (steps, late) => {
        const standing = standingOfHalt(ORDER, steps, addDays(DAY, late));
        expect(standing).toEqual({ state: 'OVERDUE', overdueBy: late, check: null });
      }),
    );
  });

  it('is ended by a lift alone, and is overdue only after its day without a check that found it in effect', () => {
    const anyStep = fc.record({
      kind: fc.constantFrom(...HALT_STEPS),
      side: fc.constantFrom(...HALT_SIDES),
      finding: fc.option(fc.constantFrom(...HALT_FINDINGS)),
    });
    const steps = fc.array(
      anyStep.map((step) => (step.kind === 'checked' ? step : { ...step, finding: null })),
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: -400, max: 400 }), (known, days) => {
        const { state, overdueBy } = standingOfHalt(ORDER, known, addDays(DAY, days));
        expect(state === 'LIFTED').toBe(known.some(({ kind }) => kind === 'lifted'));
        if (overdueBy > 0) expect(overdueBy).toBe(days);
        const foundInEffect = known.some(({ finding }) => finding === 'in-effect');
        if (days > 0 && state !== 'LIFTED' && !foundInEffect) expect(overdueBy).toBe(days);
        if (state === 'IN_EFFECT') expect(foundInEffect).toBe(true);
      }),
    );
  });
});
