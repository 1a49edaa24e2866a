import { OutOfTurn } from '../../kernel/refusal.js';
import { clockOf } from './clock-of.js';
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

  it('takes no extension that was agreed after the time was over', () => {
    const late = { ...noted('extended', '2021-11-12'), until: '2022-01-31' };
    expect(() => fit(late)).toThrow('agreed before the time is over');
    expect(() => fit({ ...late, day: '2021-11-11' })).not.toThrow();
    expect(() => fit({ ...late, day: '2021-11-11', until: null })).toThrow(OutOfTurn);
  });

  it('takes no step before it was sent or after it is closed', () => {
    expect(() => fit(noted('received', '2021-05-11'))).toThrow(OutOfTurn);
    const standing = standingOf(complaint, [noted('closed', '2021-06-01')], '2021-06-02');
    expect(() => mustFit({ sentOn: '2021-05-12', standing }, noted('answered', '2021-06-02'))).toThrow(
      OutOfTurn,
    );
  });
});

function noted(step: NotedStep['step'], day: string): NotedStep {
  return { step, day, until: null };
}

function fit(step: NotedStep): void {
  mustFit({ sentOn: complaint.sentOn, standing: standingOf(complaint, [], '2021-11-20') }, step);
}
