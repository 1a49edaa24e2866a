import { createHash } from 'node:crypto';
import { ASSIGNMENTS, memberOf, sheetOf, sourcesOf } from '../../../test/support/settled-sheet.js';
import { judgedScores } from '../../review-method/panel/became-of.js';
import type { PanelMember } from '../../review-method/panel/panel-member.js';
import { lockHash } from '../../review-method/scoring/locked-content.js';
import { assembleContent } from './assemble-content.js';
import type { PublishedContent } from './published-content.js';
import { resultPage } from '../result-page/result-page.js';
import { withhold } from './withhold.js';

describe('Every locked score is published with what became of it', () => {
  const [one = '', other = ''] = ASSIGNMENTS;
  const exclusion = {
    conflict: 'A director of the company that trained the officers.',
    because: 'They would judge their own work.',
    post: 'Director of reviews',
    decidedOn: '2026-12-10',
    second: { post: 'Head of quality', because: 'I looked it up.', decidedOn: '2026-12-11' },
  };

  function withPanel(...panel: readonly PanelMember[]): PublishedContent {
    const sheet = sheetOf((line) => ({ scores: judgedScores(panel, line.scores) }));
    return assembleContent(sourcesOf({ ...sheet, panel }));
  }

  it('with all that the hash of its lock is computed from, and the hash is the one that was locked', () => {
    const content = assembleContent(sourcesOf(sheetOf()));
    expect(content.panel.scored).toHaveLength(2);
    for (const { reviewer: letter, lock } of content.panel.scored) {
      const items = content.criteria.flatMap(({ code, independent }) =>
        independent
          .filter(({ reviewer }) => reviewer === letter)
          .map((score) => ({ ...score, criterion: code, rationaleHash: score.rationaleHash ?? '' })),
      );
      const { reviewer, nonce } = { reviewer: lock?.reviewer ?? '', nonce: lock?.nonce ?? '' };
      expect(lockHash({ reviewId: content.review.id, reviewer, nonce }, items)).toBe(lock?.contentHash);
      for (const { rationaleHash: hash, rationaleSalt, rationale } of items)
        expect(
          createHash('sha256')
            .update(`${rationaleSalt ?? ''} ${rationale}`)
            .digest('hex'),
        ).toBe(hash);
    }
  });

  it('also where words of a rationale are withheld: its hash stays and its salt goes, so that nobody can try words', () => {
    const content = assembleContent(sourcesOf(sheetOf()));
    const changed = withhold(content, { phrases: ['on SIM-POL-01'], because: 'Names an officer' });
    const [before, after] = [content, changed].map(({ criteria: [first] }) => first?.independent[0]);
    expect(after).toEqual({ ...before, rationale: 'A reviewer [withheld]', rationaleSalt: null });
    expect(changed.criteria[1]?.independent).toEqual(content.criteria[1]?.independent);
  });

  it('though it is set aside: it stays in every criterion, and the numbers are of those that count', () => {
    const content = withPanel(memberOf(one), memberOf(other, { clearance: 'excluded', exclusion }));
    for (const { independent } of content.criteria) expect(independent).toHaveLength(2);
    expect(content.panel).toMatchObject({ reviewers: 1, outsideNhsEngland: 0, livedExperience: 0 });
    const [aside] = content.panel.scored.filter(({ became }) => became === 'set-aside');
    expect(aside?.exclusion).toEqual(exclusion);
    expect(content.agreement).toMatchObject({ reviewers: 1, pairedUnits: 0 });
    const page = resultPage(content);
    expect(page.panel.join(' ')).toContain(
      `Reviewer ${aside?.reviewer ?? ''} was excluded, and their scores are set aside: a conflict found later. ` +
        'A director of the company that trained the officers. Decided on 10 December 2026 (Director of reviews): ' +
        'They would judge their own work. Agreed on 11 December 2026 (Head of quality): I looked it up.',
    );
    expect(page.columns).toContain(`Reviewer ${aside?.reviewer ?? ''} (set aside)`);
  });

  it('and counts when its author left, which the page says', () => {
    const left = { endedOn: '2026-12-10', endReason: 'Took another post.' };
    const content = withPanel(memberOf(one), memberOf(other, left));
    expect(content.panel).toMatchObject({ reviewers: 2, outsideNhsEngland: 1, livedExperience: 1 });
    expect(content.agreement).toMatchObject({ reviewers: 2 });
    expect(resultPage(content).panel.join(' ')).toContain(
      'left on 10 December 2026; their scores count. Reason: Took another post.',
    );
  });

  it('and says that it was given later by somebody who saw none of the others', () => {
    const content = withPanel(memberOf(one), memberOf(other, { givenLater: true }));
    expect(resultPage(content).panel.join(' ')).toContain(
      'Reviewer B joined after the scores of the others were open, and saw none of them before locking their own.',
    );
  });

  it('and never what is not locked', () => {
    const content = withPanel(memberOf(one), memberOf(other, { lockedOn: null }));
    for (const { independent } of content.criteria) expect(independent).toHaveLength(1);
    expect(content.panel.scored).toHaveLength(1);
  });
});
