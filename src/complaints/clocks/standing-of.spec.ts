import { clockOf } from './clock-of.js';
import { COMPLAINT_CLASS_CODES } from './complaint-class.js';
import { OUTCOME_CODES, REFERRAL_STEP_CODES } from './referral-step.js';
import { mustFit, standingOf, type NotedStep } from './standing-of.js';

const complaint = { kind: 'nhs-complaint', sentOn: '2021-05-12' } as const;

describe('The clock of something that was passed on', () => {
  it.each([
    ['nhs-complaint', '2021-05-12', '2021-05-17', '2021-11-11'],
    ['nhs-complaint', '2022-09-16', '2022-09-22', '2023-03-15'],
    ['data-protection', '2026-06-19', '2026-07-20', null],
    ['data-protection', '2026-06-18', null, null],
    ['oral-next-day', '2021-04-01', null, '2021-04-06'],
    ['police-conduct', '2021-05-12', null, null],
    ['police-conduct', '2026-06-19', null, null],
  ] as const)(
    'for %s received on %s: acknowledge by %s, answer by %s',
    (kind, received, acknowledgeBy, answerBy) => {
      expect(clockOf(kind, received)).toEqual({ acknowledgeBy, answerBy });
    },
  );

  it('runs from the day the second body received it, not from the day it was sent', () => {
    expect(standingOf(complaint, [noted('received', '2021-05-20')], '2021-05-21')).toMatchObject({
      state: 'received',
      acknowledgeBy: '2021-05-25',
      answerBy: '2021-11-19',
    });
  });

  it('says that an acknowledgement is late, whether it came late or not at all', () => {
    expect(standingOf(complaint, [], '2021-05-17').acknowledgedLate).toBe(false);
    expect(standingOf(complaint, [], '2021-05-18').acknowledgedLate).toBe(true);
    expect(standingOf(complaint, [noted('acknowledged', '2021-05-18')], '2022-01-01').acknowledgedLate).toBe(
      true,
    );
    expect(standingOf(complaint, [noted('acknowledged', '2021-05-17')], '2022-01-01').acknowledgedLate).toBe(
      false,
    );
  });

  it('is overdue after its last day, and after the longer day where one was agreed', () => {
    const longer = { ...noted('extended', '2021-11-01'), until: '2022-01-31' };
    expect(standingOf(complaint, [], '2021-11-11').overdue).toBe(false);
    expect(standingOf(complaint, [], '2021-11-12').overdue).toBe(true);
    expect(standingOf(complaint, [longer], '2022-01-31').overdue).toBe(false);
    expect(standingOf(complaint, [longer], '2022-02-01').overdue).toBe(true);
    expect(standingOf(complaint, [noted('answered', '2021-10-01')], '2022-02-01').overdue).toBe(false);
  });

  it('is over when it was answered, closed or sent back, on the first day that any of that was noted', () => {
    for (const step of ['answered', 'closed', 'returned'] as const) {
      expect(standingOf(complaint, [noted(step, '2021-05-17')], '2022-02-01')).toMatchObject({
        overdue: false,
        acknowledgedLate: false,
      });
      expect(standingOf(complaint, [noted(step, '2021-05-18')], '2022-02-01').acknowledgedLate).toBe(true);
    }
  });

  it.each([
    ['sent', []],
    ['received', ['received']],
    ['acknowledged', ['acknowledged', 'received']],
    ['answered', ['answered', 'acknowledged', 'received']],
    ['closed', ['closed', 'answered', 'received']],
    ['closed', ['returned', 'acknowledged']],
    ['sent', ['extended']],
  ] as const)('stands as %s after %j, in whatever order they were noted', (state, steps) => {
    const taken = steps.map((step) => noted(step, '2021-05-13'));
    expect(standingOf(complaint, taken, '2021-05-14').state).toBe(state);
    expect(standingOf(complaint, taken.reverse(), '2021-05-14').state).toBe(state);
  });

  it('goes by the first day that a step is noted for, and by the last day agreed', () => {
    const acknowledged = [noted('acknowledged', '2021-05-18'), noted('acknowledged', '2021-05-14')];
    expect(standingOf(complaint, acknowledged, '2021-06-01')).toMatchObject({
      acknowledgedOn: '2021-05-14',
      acknowledgedLate: false,
    });
    const longer = ['2022-02-28', '2022-01-31'].map((until) => ({
      ...noted('extended', '2021-11-01'),
      until,
    }));
    expect(standingOf(complaint, longer, '2021-12-01').answerBy).toBe('2022-02-28');
  });

  it('takes a longer time from nothing but an extension that says until when', () => {
    const others = [
      { ...noted('written-late', '2021-11-12'), until: '2022-03-31' },
      noted('extended', '2021-11-01'),
    ];
    expect(standingOf(complaint, others, '2021-12-01').answerBy).toBe('2021-11-11');
    const longer = { ...noted('extended', '2021-11-01'), until: '2022-01-31' };
    expect(standingOf(complaint, [...others, longer], '2021-12-01').answerBy).toBe('2022-01-31');
  });

  it('never lets what no law sets a time for be late or overdue', () => {
    const conduct = { kind: 'police-conduct', sentOn: '2021-05-12' } as const;
    expect(standingOf(conduct, [], '2031-01-01')).toMatchObject({ overdue: false, acknowledgedLate: false });
    const standing = standingOf(conduct, [], '2021-05-13');
    const longer = { ...noted('extended', '2021-05-13'), until: '2021-06-01' };
    expect(() => mustFit({ sentOn: '2021-05-12', standing }, longer)).toThrow('No law sets a time');
  });

  it('takes no extension that was agreed after the time was over', () => {
    const late = { ...noted('extended', '2021-11-12'), until: '2022-01-31' };
    expect(() => fit(late)).toThrow('agreed before the time is over');
    expect(() => fit({ ...late, day: '2021-11-11' })).not.toThrow();
    for (const until of [null, '2021-11-10', '2021-11-11'])
      expect(() => fit({ ...late, day: '2021-11-11', until })).toThrow('Say until when');
  });

  it('takes no step before it was sent or after it is closed', () => {
    expect(() => fit(noted('received', '2021-05-11'))).toThrow('before it was sent');
    expect(() => fit(noted('received', '2021-05-12'))).not.toThrow();
    const standing = standingOf(complaint, [noted('closed', '2021-06-01')], '2021-06-02');
    expect(() => mustFit({ sentOn: '2021-05-12', standing }, noted('answered', '2021-06-02'))).toThrow(
      'it is closed',
    );
  });
});

describe('What handlers choose from', () => {
  it('is every class, step and outcome there is', () => {
    expect(COMPLAINT_CLASS_CODES).toHaveLength(10);
    expect(REFERRAL_STEP_CODES).toHaveLength(8);
    expect(OUTCOME_CODES).toEqual(['upheld', 'partially-upheld', 'not-upheld', 'other']);
  });
});

function noted(step: NotedStep['step'], day: string): NotedStep {
  return { step, day, until: null };
}

function fit(step: NotedStep): void {
  mustFit({ sentOn: complaint.sentOn, standing: standingOf(complaint, [], '2021-11-20') }, step);
}
