import { readFileSync } from 'node:fs';
import { readContent } from '../content/content-text.js';
import { whatHappened } from './what-happened.js';

describe('What happened in a review, before any single score', () => {
  const released = readContent(readFileSync('test/support/example-release-2.json', 'utf8'));
  const told = (content = released, publishedOn: string | null = '2026-10-28'): Map<string, string> =>
    new Map(whatHappened(content, publishedOn).map(({ term, meaning }) => [term, meaning]));

  it('tells of scores that are set aside and compares only those that count', () => {
    expect(told().get('The scores')).toBe(
      '4 reviewers scored 77 criteria, each without seeing the scores of the others. ' +
        'The scores of 1 of them are set aside; why is told under “Who reviewed it”. Those whose scores count differed on 5.',
    );
  });

  it('tells of meetings with the views that were in the minority', () => {
    expect(told().get('The meeting')).toBe(
      '2 criteria could only be settled when they met. 2 minority views can be read there as written.',
    );
  });

  it.each([
    ['2026-10-28', ' It was published on 28 October 2026, so the promise was kept.'],
    ['2026-10-30', ' It was published on 30 October 2026, so the promise was kept.'],
    ['2026-11-02', ' It was published on 2 November 2026, 3 days after the day first promised.'],
    [null, ''],
  ])('says of a result published on %s whether the promise was kept', (publishedOn, words) => {
    expect(told(released, publishedOn).get('The promise')).toBe(
      `The result was promised for 30 October 2026.${words}`,
    );
  });

  it('and of a later release when the first was published', () => {
    const { promise } = released.review;
    if (!promise) throw new Error('The example says what was promised.');
    const due = promise.due.map((one) => (one.step === 'publication' ? { ...one, on: '2026-11-09' } : one));
    const second = { ...released, release: 2, review: { ...released.review, promise: { ...promise, due } } };
    expect(told(second, '2026-12-01').get('The promise')).toBe(
      'The result was promised for 30 October 2026. It was first published on 9 November 2026, 10 days after the day first promised.',
    );
  });

  it('says nothing of scores where a trust was silent, and that silence is a result', () => {
    const silent = told({
      ...released,
      review: { ...released.review, answering: 'NOT_ACKNOWLEDGED' },
      criteria: released.criteria.map((line) => ({ ...line, independent: [], counted: null })),
    });
    expect(silent.has('The scores')).toBe(false);
    expect(silent.get('The self-review')).toMatch(
      /did not acknowledge .* Silence is published as a result of its own\.$/,
    );
  });
});
