import {
  ChangedMeanwhile,
  NotFound,
  NotPermitted,
  OutOfTurn,
  SignInNeeded,
  TooMany,
  Unavailable,
  Unprocessable,
} from './refusal.js';

describe('A refusal tells a person what to do and nothing else', () => {
  it('has a status, a title and a sentence', () => {
    expect(new NotPermitted()).toMatchObject({ status: 403, title: 'You cannot do this' });
    expect(new NotFound().detail).toContain('Check the address');
  });

  it.each([
    [
      new SignInNeeded(),
      401,
      'You need to sign in',
      'Sign in, or send a personal access token, and try again.',
    ],
    [new NotPermitted(), 403, 'You cannot do this', 'If you think it should, ask an administrator.'],
    [new NotFound(), 404, 'Page not found', 'the record may not be open to you.'],
    [new OutOfTurn('It is paused.'), 409, 'This cannot be done now', 'It is paused.'],
    [
      new ChangedMeanwhile(),
      409,
      'This record changed since you opened it',
      'Read it, then make your change again.',
    ],
    [new Unprocessable([]), 422, 'There is a problem', 'Nothing you typed has been lost.'],
    [new TooMany(30), 429, 'Please wait and try again', 'Wait a little, then try again.'],
    [new Unavailable(), 503, 'The service is not available', 'Nothing you sent was half saved.'],
  ])(
    '%s has its status, its title and the sentence that says what to do next',
    (refusal, status, title, next) => {
      expect([refusal.status, refusal.title]).toEqual([status, title]);
      expect(refusal.detail).toContain(next);
      expect(refusal.message).toBe(refusal.detail);
      expect(refusal.name).toBe(refusal.constructor.name);
    },
  );

  it('keeps every fault of a form', () => {
    const issues = [{ field: 'name', text: 'Enter a name' }];
    expect(new Unprocessable(issues).issues).toEqual(issues);
  });

  it('treats a stale version as one way of being out of turn', () => {
    expect(new ChangedMeanwhile()).toBeInstanceOf(OutOfTurn);
    expect(new ChangedMeanwhile().status).toBe(409);
  });
});
