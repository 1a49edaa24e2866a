import { readFileSync } from 'node:fs';
import { readContent } from '../content/content-text.js';
import { criterionSection } from './criterion-section.js';

describe('Who asked the reviewers to meet, as the page of a result says it', () => {
  const { criteria, panel, statements } = readContent(
    readFileSync('test/support/example-release-2.json', 'utf8'),
  );

  it.each([
    ['a reviewer by their letter', 'A', 'Reviewer A asked for a meeting'],
    ['the twenty-seventh reviewer too', 'AA', 'Reviewer AA asked for a meeting'],
    ['a group by its name, however short', 'Q', 'Q asked for a meeting'],
    ['whoever leads the review without a name', null, 'Whoever leads the review asked for a meeting'],
  ])('names %s', (_what, by, words) => {
    const met = criteria.find(({ meeting }) => meeting);
    if (!met?.meeting) throw new Error('The example holds no meeting.');
    const [first] = panel.scored;
    const many = { ...panel, scored: [...panel.scored, ...(first ? [{ ...first, reviewer: 'AA' }] : [])] };
    const asked = [{ by, ground: 'asked' as const, reason: 'To be sure.' }];
    const about = { panel: many, statements };
    const { layers } = criterionSection({ ...met, meeting: { ...met.meeting, asked } }, () => false, about);
    expect(layers.find(({ text }) => text === 'To be sure.')?.who).toBe(words);
  });
});
