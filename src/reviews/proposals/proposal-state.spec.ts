import { openUntil, proposalState } from './proposal-state.js';

const MADE = { proposedOn: '2026-11-23', agreedOn: null, overtakenOn: null, outcome: null };

describe('A proposal', () => {
  it('waits for four weeks, the last day included, and has lapsed the day after', () => {
    expect(openUntil('2026-11-23')).toBe('2026-12-21');
    expect(proposalState(MADE, '2026-12-21')).toBe('waiting');
    expect(proposalState(MADE, '2026-12-22')).toBe('lapsed');
  });

  it('stays what it became, whatever day it is', () => {
    expect(proposalState({ ...MADE, agreedOn: '2026-12-01' }, '2027-12-22')).toBe('agreed');
    expect(proposalState({ ...MADE, outcome: 'declined' }, '2027-12-22')).toBe('declined');
    expect(proposalState({ ...MADE, outcome: 'taken-back' }, '2026-11-24')).toBe('taken-back');
  });

  it('is overtaken by what happened while it waited, and by nothing that came after it had ended', () => {
    const overtaken = { ...MADE, overtakenOn: '2026-12-21' };
    expect(proposalState(overtaken, '2026-12-21')).toBe('overtaken');
    expect(proposalState({ ...overtaken, outcome: 'lapsed' }, '2027-12-22')).toBe('overtaken');
    expect(proposalState({ ...MADE, overtakenOn: '2026-12-22' }, '2026-12-22')).toBe('lapsed');
    expect(proposalState({ ...overtaken, outcome: 'declined' }, '2026-12-22')).toBe('declined');
    expect(proposalState({ ...overtaken, agreedOn: '2026-12-01' }, '2026-12-22')).toBe('agreed');
  });
});
