import fc from 'fast-check';
import { anyMethod } from '../../../test/support/methods-at-random.js';
import { resultByHand, type FileOfRelease } from '../../../test/support/result-by-hand.js';
import { memberOf, review, sheetOf, sourcesOf } from '../../../test/support/settled-sheet.js';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import type { Method } from '../../frameworks/edition/method/method-schema.js';
import { newId } from '../../kernel/identifiers.js';
import { seededRandom } from '../../review-method/agreement/seeded-random.js';
import { meetings, type MeetingNeed } from '../../review-method/moderation/meetings.js';
import { doesCount } from '../../review-method/moderation/proposal-outcome.js';
import { countingScores, judgedScores } from '../../review-method/panel/became-of.js';
import { countedScore } from '../../review-method/scoring/cap-by-evidence.js';
import { EVIDENCE_GRADES } from '../../review-method/scoring/evidence-grade.js';
import { CONFIDENCES, type GivenScore } from '../../review-method/scoring/locked-content.js';
import { SCORES } from '../../review-method/scoring/score.js';
import type { ScoreProposalRow } from '../../reviews/meeting/meetings.queries.js';
import { asPlaced, type PlacedRow } from '../../reviews/meeting/placed-proposal.js';
import type { ReviewSheet, SheetLine } from '../../reviews/reading/review-sheet.js';
import { assembleContent } from '../content/assemble-content.js';
import { writeContent } from '../content/content-text.js';
import { checkRelease } from './check-release.js';

/** Draws from a list by a seed. */
class Draw {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  of<Item>(...items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.random() * items.length)] ?? items[0];
  }

  often(share: number): boolean {
    return this.random() < share;
  }
}

const [FIRST, ...OTHERS] = SCORES;
const [STRONGEST, ...WEAKER] = EVIDENCE_GRADES;
const SPOKEN = '2026-12-10';

describe('Over generated reviews with departures, exclusions, meetings and silence', () => {
  it('the published result equals what the recipe gives by hand from the public file alone', () => {
    fc.assert(
      fc.property(fc.nat(), fc.option(anyMethod), (seed, method) => {
        const sheet = generated(new Draw(seed), method);
        const { content: text } = writeContent(assembleContent(sourcesOf(sheet)));
        const file = JSON.parse(text) as Published;
        const byHand = resultByHand(JSON.parse(text) as FileOfRelease);
        expect(file.panel.scored.map(({ became }) => became).sort()).toEqual(
          sheet.panel.map(fateByHand).sort(),
        );
        expect(Object.fromEntries(file.criteria.map(({ code, counted }) => [code, counted.score]))).toEqual(
          byHand.counted,
        );
        expect(Object.fromEntries(file.domains.map(({ code, rating }) => [code, rating]))).toEqual(
          byHand.domains,
        );
        expect(file.rating.overall).toBe(byHand.overall);
        if (byHand.alpha === null) expect(file.agreement.ordinalAlpha).toBeNull();
        else expect(file.agreement.ordinalAlpha).toBeCloseTo(byHand.alpha, 9);
        expect(faultsOf(text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function fateByHand({ clearance, endedOn }: ReviewSheet['panel'][number]): string {
  if (clearance === 'excluded') return 'set-aside';
  return endedOn === null ? 'counts' : 'left';
}

interface Published {
  readonly panel: { readonly scored: readonly { readonly became: string }[] };
  readonly criteria: readonly { readonly code: string; readonly counted: { readonly score: string } }[];
  readonly domains: readonly { readonly code: string; readonly rating: string | null }[];
  readonly rating: { readonly overall: string };
  readonly agreement: { readonly ordinalAlpha: number | null };
}

function faultsOf(text: string): readonly string[] {
  const checked = checkRelease(text);
  return 'fault' in checked
    ? [checked.fault]
    : checked.checks.flatMap(({ about, holds }) => (holds ? [] : about));
}

/** A settled review: two who stay, and perhaps one who left and one who was excluded. */
function generated(draw: Draw, method: Method | null): ReviewSheet {
  const panel = [
    memberOf(newId()),
    memberOf(newId(), { capacity: 'lived-experience', outsideNhsEngland: true }),
    memberOf(newId(), draw.often(0.5) ? { endedOn: '2026-12-07', endReason: 'Another post.' } : {}),
    memberOf(newId(), draw.often(0.7) ? { clearance: 'excluded' } : {}),
  ];
  const spread = draw.of(0.02, 0.1, 0.5);
  const { lines, ...settledSheet } = sheetOf();
  const sheet = { ...settledSheet, edition: { ...settledSheet.edition, ...(method && { method }) } };
  const drawn = lines.map((line) => {
    const usual = draw.of(FIRST, ...OTHERS);
    const given = panel.map(({ assignmentId }): GivenScore => ({
      ...{ assignmentId, criterion: line.code, seq: 1, rationale: 'Read.', evidenceIds: [] },
      score: draw.often(spread) ? draw.of(FIRST, ...OTHERS) : usual,
      grade: draw.often(0.8) ? STRONGEST : draw.of(STRONGEST, ...WEAKER),
      confidence: draw.often(0.95) ? 'high' : draw.of(...CONFIDENCES),
    }));
    const self = line.self && { ...line.self, score: draw.often(0.3) ? ('N' as const) : line.self.score };
    const scores = judgedScores(panel, given);
    return {
      ...line,
      self,
      scores,
      requests: draw.often(0.1) ? [asked(line.code)] : [],
      proposals: proposed(draw, line.code, panel),
    };
  });
  const records = {
    scores: drawn.flatMap(({ scores }) => countingScores(scores)),
    answers: drawn.map(({ code, self }) => ({ criterion: code, score: self?.score ?? null })),
    requests: drawn.flatMap(({ requests }) => requests),
    proposals: drawn.flatMap(({ proposals }) => proposals.map(asPlaced)),
    today: '2026-12-21',
    method: method ?? FIRST_METHOD,
  };
  const needs = meetings(
    drawn.map(({ code, gravity }) => ({ criterion: { id: code }, gravity })),
    records,
  );
  return { ...sheet, review, panel, lines: drawn.map((line, at) => settled(line, needs[at])) };
}

function settled(line: Omit<SheetLine, 'need'>, need: MeetingNeed<PlacedRow> | undefined): SheetLine {
  if (need?.settled.state !== 'settled' || !line.finding)
    throw new Error('The generated review is not settled.');
  const { afterReply } = need;
  const counts = afterReply && doesCount(afterReply.outcome) ? afterReply.proposal : null;
  const finding = counts
    ? { score: countedScore(counts, need.limits), grade: counts.grade, settledBy: 'reply' as const }
    : { score: need.settled.score, grade: need.settled.grade, settledBy: need.settled.by };
  const row = afterReply?.proposal.row ?? need.proposal?.row;
  const by = row?.answers
    .filter(({ stance }) => stance === 'confirm')
    .map(({ assignmentId }) => assignmentId);
  return {
    ...line,
    need,
    finding: { ...line.finding, ...finding },
    confirmed: row && by ? { score: row.score, by } : null,
  };
}

function proposed(draw: Draw, criterion: string, panel: ReviewSheet['panel']): ScoreProposalRow[] {
  const of = (seq: number, replyDecisionId: string | null): ScoreProposalRow => ({
    ...{ id: newId(), criterion, seq, reason: 'Talked over.', tookPart: [], proposedBy: newId() },
    ...{ proposedOn: '2026-12-05', confirmBy: SPOKEN, replyDecisionId },
    score: draw.of(FIRST, ...OTHERS),
    grade: draw.of(STRONGEST, ...WEAKER),
    answers: panel.flatMap(({ assignmentId }) =>
      draw.often(0.8)
        ? [
            {
              assignmentId,
              stance: draw.often(0.7) ? ('confirm' as const) : ('dissent' as const),
              words: '',
              answeredOn: SPOKEN,
            },
          ]
        : [],
    ),
    second: draw.often(0.5) ? { reason: 'It holds.', secondedOn: SPOKEN } : null,
  });
  return [
    of(1, null),
    ...(draw.often(0.3) ? [of(2, null)] : []),
    ...(draw.often(0.2) ? [of(3, newId())] : []),
  ];
}

function asked(criterion: string): SheetLine['requests'][number] {
  return {
    ...{ criterion, ground: 'asked', reason: 'I doubt it.', askedAs: 'reviewer', assignmentId: null },
    ...{ organisationId: null, requestedOn: '2026-12-05', organisation: null },
  };
}
