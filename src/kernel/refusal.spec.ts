import { ChangedMeanwhile, NotFound, NotPermitted, OutOfTurn, Unprocessable } from './refusal.js';

describe('A refusal tells a person what to do and nothing else', () => {
  it('has a status, a title and a sentence', () => {
    expect(new NotPermitted()).toMatchObject({ status: 403, title: 'You cannot do this' });
    expect(new NotFound().detail).toContain('Check the address');
  });

  it('keeps every fault of a form', () => {
    const issues = [{ field: 'name', text: 'Enter a name' }];
    expect(new Unprocessable(issues).issues).toEqual(issues);
  });

  it('treats a stale version as one way of being out of turn', () => {
    expect(new ChangedMeanwhile()).toBeInstanceOf(OutOfTurn);
    expect(new ChangedMeanwhile().status).toBe(409);
  });
});
