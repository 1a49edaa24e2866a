import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { criterionView } from '../../frameworks/criteria/criterion-view.js';
import { parseEdition } from '../../frameworks/edition/parse-edition.js';
import { newId } from '../../kernel/identifiers.js';
import { criteriaOf } from '../../review-method/criteria-of.js';
import type { ReviewSheet, SheetLine } from '../../reviews/reading/review-sheet.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import { agreementBlock } from './agreement-block.js';
import { assembleContent, type ResultSources } from './assemble-content.js';
import { readContent, writeContent } from './content-text.js';
import { notYetPublishable } from './not-yet-publishable.js';
import { publishedPanel } from './published-panel.js';
import { reviewerLetters } from './reviewer-letters.js';
import { withhold } from './withhold.js';

const AS_AT = '2023-04-01';
const edition = parseEdition(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));
const criteria = edition.criteria.map(({ id }) => id);
const ASSIGNMENTS = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];

const review: ReviewSheet['review'] = {
  id: '0190a000-0000-7000-8000-0000000000aa',
  revision: 7,
  roundId: newId(),
  round: 'Round one',
  deploymentId: '0190a000-0000-7000-8000-0000000000bb',
  deployment: 'Example scheme',
  organisationId: newId(),
  organisation: 'Example Vale Trust',
  startedOn: '2026-11-23',
  acknowledgedOn: '2026-11-24',
  submittedOn: '2026-12-01',
  scoresOpenedOn: '2026-12-05',
  moderationClosedOn: '2026-12-06',
  replyDueOn: '2026-12-20',
  replyClosedOn: '2026-12-21',
  publishedOn: null,
  selfReviewDue: '2026-12-01',
  scoringDue: '2026-12-05',
  publicationDate: '2027-03-01',
  firstSelfReviewDue: '2026-12-01',
  firstScoringDue: '2026-12-05',
  firstPublicationDate: '2027-03-01',
  moves: [],
  voidedOn: null,
  refusedOn: null,
  releasedOn: null,
  withdrawn: null,
  editionId: newId(),
  asAt: AS_AT,
  criteria,
  replyWorkingDays: 10,
};

function sheetOf(change: (line: SheetLine) => Partial<SheetLine> = () => ({})): ReviewSheet {
  const lines = criteriaOf(review, edition).map((each) => {
    const line = { ...criterionView(edition, each), ...layersOf(each.criterion.id) };
    return { ...line, ...change(line) };
  });
  return { review, edition, lines };
}

type Layers = Pick<
  SheetLine,
  'self' | 'scores' | 'finding' | 'replies' | 'requests' | 'proposals' | 'need' | 'confirmed'
>;

function layersOf(code: string): Layers {
  const given = { criterion: code, seq: 1, score: '2', grade: 'B', evidenceIds: [newId()] } as const;
  return {
    self: { ...given, reason: `The trust on ${code}` },
    scores: ASSIGNMENTS.map((assignmentId) => ({
      ...given,
      assignmentId,
      confidence: 'high',
      rationale: `A reviewer on ${code}`,
    })),
    finding: {
      ...given,
      reason: 'Agreed',
      minorityView: '',
      settledBy: 'agreement',
      settledOn: '2026-12-06',
    },
    replies: [],
    requests: [],
    proposals: [],
    need: {
      ...{ criterion: code, gravity: 'ORDINARY', scores: [], reasons: [], proposal: null, afterReply: null },
      settled: { state: 'settled', score: '2', grade: 'B', by: 'agreement', outcome: null },
    },
    confirmed: null,
  };
}

function sourcesOf(sheet: ReviewSheet): ResultSources {
  return {
    sheet,
    release: 1,
    follows: null,
    panel: publishedPanel([]),
    signatures: [
      {
        capacity: 'CALDICOTT_GUARDIAN',
        seq: 1,
        stance: 'refuse',
        dissent: 'The flow was never lawful in my view.',
        answersHash: '',
        signedOn: '2026-11-30',
        own: false,
      },
    ],
    statements: [],
    parts: [],
    publishedAnywayBecause: null,
  };
}

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

  it('names no assignment, person or document', () => {
    const { content } = writeContent(assembleContent(sourcesOf(sheetOf())));
    for (const id of ASSIGNMENTS) expect(content).not.toContain(id);
    expect(content).not.toContain('evidenceIds');
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
        const letters = reviewerLetters(ids);
        expect(reviewerLetters(ids.toReversed())).toEqual(letters);
        expect(new Set(letters.values()).size).toBe(ids.length);
      }),
    );
    expect([...reviewerLetters(Array.from({ length: 28 }, () => newId())).values()].slice(24)).toEqual([
      'Y',
      'Z',
      'AA',
      'AB',
    ]);
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
