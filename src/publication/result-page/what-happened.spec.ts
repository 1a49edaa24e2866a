import { readFileSync } from 'node:fs';
import { readContent } from '../content/content-text.js';
import { whatHappened } from './what-happened.js';

describe('What happened in a review, before any single score', () => {
  const released = readContent(readFileSync('test/support/example-release-2.json', 'utf8'));
  const told = (content = released): Map<string, string> =>
    new Map(whatHappened(content).map(({ term, meaning }) => [term, meaning]));

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
