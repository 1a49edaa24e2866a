import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ASSIGNMENTS, memberOf, review, sheetOf, sourcesOf } from '../../../test/support/settled-sheet.js';
import { newId } from '../../kernel/identifiers.js';
import type { SheetLine } from '../../reviews/reading/review-sheet.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { agreementBlock } from './agreement-block.js';
import { assembleContent } from './assemble-content.js';
import { readContent, writeContent } from './content-text.js';
import { notYetPublishable } from './not-yet-publishable.js';
import { reviewerLetters } from './reviewer-letters.js';
import { withhold } from './withhold.js';

function withFinding(code: string, score: ScoreValue, grade: 'A' | 'D' | null = 'A') {
  return (line: SheetLine): Partial<SheetLine> =>
    line.code === code && line.finding ? { finding: { ...line.finding, score, grade } } : {};
}

describe('A published result', () => {
  it('keeps what the trust said, what each reviewer scored and what counts side by side', () => {
    const content = assembleContent(sourcesOf(sheetOf(withFinding('SIM-POL-01', '0'))));
    const line = content.criteria.find(({ code }) => code === 'SIM-POL-01');
    expect(line?.self).toMatchObject({ score: '2', reason: 'The trust on SIM-POL-01', evidence: 1 });
    expect(line?.independent.map(({ reviewer, score }) => reviewer + score)).toEqual(['A2', 'B2']);
    expect(line?.counted).toMatchObject({ score: '0', moderated: '0' });
  });

  it('shows weak evidence capping a score, and the score before it', () => {
    const content = assembleContent(sourcesOf(sheetOf(withFinding('SIM-POL-02', '3', 'D'))));
    expect(content.criteria.find(({ code }) => code === 'SIM-POL-02')?.counted).toMatchObject({
      score: 'U',
      moderated: '3',
    });
    expect(content.open.cannotBeVerified).toEqual(['SIM-POL-02']);
  });

  it('prints dissent of those who signed in their own words', () => {
    expect(assembleContent(sourcesOf(sheetOf())).signatures).toEqual([
      {
        post: 'Caldicott Guardian',
        stance: 'refuse',
        words: 'I refuse to attest',
        dissent: 'The flow was never lawful in my view.',
        signedOn: '2026-11-30',
      },
    ]);
  });

  it('of a trust that never answered says so on every criterion and is unverified', () => {
    const silent = sheetOf(() => ({ self: null, scores: [], finding: null }));
    const content = assembleContent(sourcesOf({ ...silent, review: { ...review, submittedOn: null } }));
    expect(content.review.answering).toBe('NOT_ANSWERED');
    expect(content.rating.overall).toBe('UNVERIFIED');
    expect(content.agreement).toBeNull();
    expect(content.open.notAnswered).toHaveLength(content.criteria.length);
  });

  it('names no assignment and no person, and gives no secret of a lock away', () => {
    const { content } = writeContent(assembleContent(sourcesOf(sheetOf())));
    for (const id of ASSIGNMENTS) expect(content).not.toContain(id);
    expect(content).not.toContain('cd'.repeat(16));
  });

  it('shows its first format as it was: every score that was published counted', () => {
    const first = readContent(readFileSync('test/support/example-release.json', 'utf8'));
    expect(first.format).toBe('candour-result/1');
    expect(first.panel.scored.map(({ reviewer, became, lock }) => [reviewer, became, lock])).toEqual([
      ['A', 'counts', null],
      ['B', 'counts', null],
      ['C', 'counts', null],
    ]);
  });

  it('has the same bytes and hash whatever order it was put together in, and reads back as it was', () => {
    const content = assembleContent(sourcesOf(sheetOf()));
    const backwards = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
    expect(writeContent(backwards)).toEqual(writeContent(content));
    const written = writeContent(content);
    expect(writeContent(readContent(written.content))).toEqual(written);
    expect(written.contentHash).toBe(createHash('sha256').update(written.content, 'utf8').digest('hex'));
  });
});

describe('Reviewers are letters', () => {
  it('that stay the same whoever is listed first, and are never shared', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 40 }), (ids) => {
        const scored = ids.map((id) => memberOf(id));
        const letters = reviewerLetters(scored);
        expect(reviewerLetters(scored.toReversed())).toEqual(letters);
        expect(new Set(letters.values()).size).toBe(ids.length);
      }),
    );
    const many = Array.from({ length: 28 }, () => memberOf(newId()));
    expect([...reviewerLetters(many).values()].slice(24)).toEqual(['Y', 'Z', 'AA', 'AB']);
  });

  it('and stay the same when somebody joins later', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 9 }), ([later = '', ...ids]) => {
        const scored = ids.map((id) => memberOf(id));
        const joined = reviewerLetters([memberOf(later, { givenLater: true }), ...scored]);
        for (const [id, letter] of reviewerLetters(scored)) expect(joined.get(id)).toBe(letter);
      }),
    );
  });
});

describe('Words that identify somebody', () => {
  it('are withheld wherever a person wrote them, and nothing else changes', () => {
    const sheet = sheetOf((line) =>
      line.code === 'SIM-POL-01' && line.self
        ? { self: { ...line.self, reason: 'PC  Example led it. pc example (!) Made-Up' } }
        : {},
    );
    const content = assembleContent(sourcesOf(sheet));
    const changed = withhold(content, {
      phrases: ['PC Example', '(!)', 'Made-Up'],
      because: 'Names an officer',
    });
    expect(changed.criteria[0]?.self?.reason).toBe('[withheld] led it. [withheld] [withheld] [withheld]');
    expect(changed.withheld).toEqual({ places: 4, because: 'Names an officer' });
    expect({ ...changed, criteria: changed.criteria.slice(1), withheld: null }).toEqual({
      ...content,
      criteria: content.criteria.slice(1),
    });
  });

  it('are nowhere when none are named', () => {
    const content = assembleContent(sourcesOf(sheetOf()));
    expect(withhold(content, null)).toBe(content);
    expect(withhold(content, { phrases: [], because: 'x' })).toBe(content);
  });
});

describe('Scores that are too far apart', () => {
  const far = { belowFloor: true, ordinalAlpha: 0.4 };

  it('are published only with a reason, whatever meetings settled since', () => {
    expect(agreementBlock(far)).toEqual({ alpha: 0.4 });
  });

  it('stand in nobody’s way when agreement is above the floor or cannot be measured', () => {
    expect(agreementBlock({ belowFloor: false, ordinalAlpha: 0.7 })).toBeNull();
    expect(agreementBlock({ belowFloor: true, ordinalAlpha: null })).toBeNull();
  });
});

describe('A result is published in its turn', () => {
  it.each([
    ['after its replies', review, '2026-12-21', null],
    [
      'not before its replies are decided',
      { ...review, replyClosedOn: null },
      '2026-12-30',
      'Settle the findings first, after the time for reply.',
    ],
    [
      'not while the trust may still answer',
      { ...review, submittedOn: null },
      '2026-12-01',
      'The trust still has time to answer.',
    ],
    ['as silence once that time has passed', { ...review, submittedOn: null }, '2026-12-02', null],
  ])('%s', (_when, dates, today, sentence) => expect(notYetPublishable(dates, today)).toBe(sentence));
});
