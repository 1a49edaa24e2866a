import { actionState, stepsAfter } from './action-state.js';

const DUE = '2027-01-31';
const AFTER = '2027-02-01';

describe('Where an action stands', () => {
  it.each([
    ['open until the end of its day', null, DUE, 'OPEN'],
    ['overdue from the day after', null, AFTER, 'OVERDUE'],
    ['reported in time and waiting for its check', { kind: 'done', takenOn: DUE }, AFTER, 'REPORTED'],
    [
      'overdue when it was reported late and nobody has checked it',
      { kind: 'done', takenOn: AFTER },
      AFTER,
      'OVERDUE',
    ],
    [
      'overdue when what was reported was not accepted',
      { kind: 'not-accepted', takenOn: DUE },
      AFTER,
      'OVERDUE',
    ],
    [
      'open when it was not accepted and its day is to come',
      { kind: 'not-accepted', takenOn: DUE },
      DUE,
      'OPEN',
    ],
    ['done once somebody else accepted it', { kind: 'accepted', takenOn: AFTER }, AFTER, 'DONE'],
    ['overdue again when it was reopened', { kind: 'reopened', takenOn: AFTER }, AFTER, 'OVERDUE'],
  ] as const)('%s', (_how, lastStep, today, state) => {
    expect(actionState({ dueOn: DUE, lastStep }, today)).toBe(state);
  });

  it('lets steps follow one another in one order only', () => {
    expect(stepsAfter(null)).toEqual(['done']);
    expect(stepsAfter('done')).toEqual(['accepted', 'not-accepted']);
    expect(stepsAfter('not-accepted')).toEqual(['done']);
    expect(stepsAfter('accepted')).toEqual(['reopened']);
    expect(stepsAfter('reopened')).toEqual(['done']);
  });
});
