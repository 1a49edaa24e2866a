import { readFileSync } from 'node:fs';
import { criterionView } from '../../src/frameworks/criteria/criterion-view.js';
import { methodOf } from '../../src/frameworks/edition/method/first-method.js';
import { parseEdition } from '../../src/frameworks/edition/parse-edition.js';
import { newId } from '../../src/kernel/identifiers.js';
import type { ResultSources } from '../../src/publication/content/assemble-content.js';
import { criteriaOf } from '../../src/review-method/criteria-of.js';
import type { PanelMember } from '../../src/review-method/panel/panel-member.js';
import { lockedHash } from '../../src/review-method/scoring/locked-content.js';
import type { LockRow } from '../../src/reviews/blind-scoring/scores.queries.js';
import type { ReviewSheet, SheetLine } from '../../src/reviews/reading/review-sheet.js';

const AS_AT = '2023-04-01';
const edition = parseEdition(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));
const criteria = edition.criteria.map(({ id }) => id);
/** The assignments of the two who scored it. */
export const ASSIGNMENTS = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];

/** The review, in the middle of its release. */
export const review: ReviewSheet['review'] = {
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
  setAsideOn: null,
  withdrawn: null,
  editionId: newId(),
  editionMoveId: null,
  editionMoves: 0,
  asAt: AS_AT,
  criteria,
  replyWorkingDays: 10,
};

/** A sheet of a settled review, two reviewers who agree on everything, with what the test changes in a line. */
export function sheetOf(change: (line: SheetLine) => Partial<SheetLine> = () => ({})): ReviewSheet {
  const lines = criteriaOf(review, edition).map((each) => {
    const line = { ...criterionView(edition, each), ...layersOf(each.criterion.id) };
    return { ...line, ...change(line) };
  });
  return { review, edition, lines, panel: ASSIGNMENTS.map((assignmentId) => memberOf(assignmentId)) };
}

/** Somebody who scored it: the second of them is from outside NHS England and has lived experience. */
export function memberOf(assignmentId: string, change: Partial<PanelMember> = {}): PanelMember {
  const lived = assignmentId === ASSIGNMENTS[1];
  return {
    assignmentId,
    capacity: lived ? 'lived-experience' : 'reviewer',
    outsideNhsEngland: lived,
    givenLater: false,
    clearance: 'clear',
    assignedOn: '2026-11-25',
    lockedOn: '2026-12-05',
    endedOn: null,
    endReason: null,
    exclusion: null,
    ...change,
  };
}

function lockOf(assignmentId: string, sheet: ReviewSheet): LockRow {
  const secrets = { reviewId: review.id, assignmentId, nonce: 'ab'.repeat(16), salt: 'cd'.repeat(16) };
  const scores = sheet.lines.flatMap((line) =>
    line.scores.filter((score) => score.assignmentId === assignmentId),
  );
  return { ...secrets, contentHash: lockedHash(secrets, scores), lockedOn: '2026-12-05' };
}

type Layers = Pick<
  SheetLine,
  'self' | 'scores' | 'changes' | 'finding' | 'replies' | 'requests' | 'proposals' | 'need' | 'confirmed'
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
      became: 'counts',
      givenLater: false,
      lockedOn: '2026-12-05',
      leftOn: null,
    })),
    changes: [],
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
      limits: methodOf(edition),
      ...{ criterion: code, gravity: 'ORDINARY', scores: [], reasons: [], proposal: null, afterReply: null },
      settled: { state: 'settled', score: '2', grade: 'B', by: 'agreement', outcome: null },
    },
    confirmed: null,
  };
}

/** All that its result is drawn up from. */
export function sourcesOf(sheet: ReviewSheet): ResultSources {
  return {
    sheet,
    release: 1,
    follows: null,
    panel: {
      rows: sheet.panel.map(({ clearance }) => ({ clearance, declared: null })),
      locks: ASSIGNMENTS.map((assignmentId) => lockOf(assignmentId, sheet)),
    },
    signatures: [
      {
        capacity: 'CALDICOTT_GUARDIAN',
        seq: 1,
        stance: 'refuse',
        dissent: 'The flow was never lawful in my view.',
        answersHash: '',
        editionMoveId: null,
        signedOn: '2026-11-30',
        own: false,
      },
    ],
    statements: [],
    parts: [],
    publishedAnywayBecause: null,
  };
}
