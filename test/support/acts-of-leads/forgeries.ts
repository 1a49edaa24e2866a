import { newId, type Uuid } from '../../../src/kernel/identifiers.js';
import { made } from '../../../src/platform/database/recorded.js';
import { Score } from '../../../src/reviews/blind-scoring/score.entity.js';
import { InterestConfirmation } from '../../../src/reviews/excluding/interest-confirmation.entity.js';
import { ModeratedScore, newModeratedScore } from '../../../src/reviews/findings/moderated-score.entity.js';
import { ProposalAnswer } from '../../../src/reviews/meeting/proposal-answer.entity.js';
import { ProposalSecond } from '../../../src/reviews/meeting/proposal-second.entity.js';
import { ScoreProposal } from '../../../src/reviews/meeting/score-proposal.entity.js';
import { Review } from '../../../src/reviews/review.entity.js';
import { Assignment } from '../../../src/reviews/reviewers/assignment.entity.js';
import { InterestDecision } from '../../../src/reviews/reviewers/interest-decision.entity.js';
import { resultByHand } from '../result-by-hand.js';
import { forged, type ForgedRow } from './forging.js';
import type { Lead, Scorer, Stage } from './stage.js';

/** About what a lead forges a row. */
export interface ForgedAbout {
  readonly by: Lead;
  readonly criterion: string;
  readonly about: Scorer;
}

/** All that a forged row needs. Whoever reads the database knows it. */
interface Known extends ForgedAbout {
  readonly reviewId: Uuid;
  readonly day: string;
  readonly me: Uuid;
  readonly accomplice: Uuid;
  readonly assignmentId: Uuid;
  readonly personId: Uuid;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly counted: string | undefined;
  readonly proposal: { readonly id: Uuid; readonly proposedBy: Uuid; readonly seq: number } | undefined;
  readonly findings: number;
  readonly declarationId: Uuid | undefined;
  readonly decisionId: Uuid | undefined;
}

const BEST = { score: '3', grade: 'A' } as const;

/** Every row that a lead may want to write; none is for PostgreSQL to take. Null where there is nothing to forge yet. */
const ROWS: Readonly<Record<string, (known: Known) => ForgedRow | null>> = {
  'what counts': ({ counted, reviewId, criterion, findings, day }) => {
    const said = { reviewId, criterion, seq: findings + 1, reason: 'So.', settledOn: day };
    const record = newModeratedScore({ ...said, ...BEST, settledBy: 'meeting' });
    return counted === BEST.score ? null : { kind: ModeratedScore, verb: 'moderate', record };
  },
  'what counts after a reply': ({ reviewId, criterion, findings, day }) => {
    const said = { reviewId, criterion, seq: findings + 1, reason: 'So.', settledOn: day };
    const record = newModeratedScore({ ...said, ...BEST, settledBy: 'reply' });
    return { kind: ModeratedScore, verb: 'moderate', record };
  },
  'a word of a reviewer': ({ proposal, reviewId, criterion, assignmentId, day }) => {
    if (!proposal) return null;
    const said = { stance: 'confirm', words: '', answeredOn: day } as const;
    const about = { id: newId(), proposalId: proposal.id, reviewId, criterion, assignmentId };
    return { kind: ProposalAnswer, verb: 'answer', record: made(ProposalAnswer, { ...about, ...said }) };
  },
  'a proposal to which nobody can speak': ({ proposal, reviewId, criterion, assignmentId, me }) => {
    const when = { proposedOn: '2026-11-01', confirmBy: '2026-11-09', replyDecisionId: null };
    const about = { id: newId(), reviewId, criterion, seq: (proposal?.seq ?? 0) + 1, proposedBy: me };
    const record = made(ScoreProposal, {
      ...{ ...about, ...BEST, ...when, reason: 'So.', tookPart: [assignmentId] },
    });
    return { kind: ScoreProposal, verb: 'propose', record };
  },
  'a seconding of what they proposed': ({ proposal, reviewId, criterion, me, day }) => {
    if (proposal?.proposedBy !== me) return null;
    const about = { id: newId(), proposalId: proposal.id, reviewId, criterion, proposedBy: me };
    const record = made(ProposalSecond, { ...about, reason: 'So.', secondedBy: me, secondedOn: day });
    return { kind: ProposalSecond, verb: 'second', record };
  },
  'an exclusion by one after scores were open': ({
    openedOn,
    declarationId,
    personId,
    reviewId,
    me,
    day,
  }) => {
    if (openedOn === null || declarationId === undefined) return null;
    const about = { id: newId(), declarationId, personId, reviewId, scoresOpenedOn: null };
    const record = made(InterestDecision, {
      ...{ ...about, outcome: 'exclude', conflict: 'So.', reason: 'So.', post: 'Director' },
      ...{ decidedBy: me, decidedOn: day },
    });
    return { kind: InterestDecision, verb: 'decide', record };
  },
  'the second decision of another': ({ decisionId, reviewId, personId, accomplice, day }) => {
    if (decisionId === undefined) return null;
    const about = { id: newId(), decisionId, reviewId, personId, agrees: true, reason: 'So.', post: 'Head' };
    const record = made(InterestConfirmation, { ...about, decidedBy: accomplice, decidedOn: day });
    return { kind: InterestConfirmation, verb: 'confirm', record };
  },
  'a score of a reviewer': ({ reviewId, criterion, assignmentId, day }) => {
    const about = { id: newId(), assignmentId, reviewId, criterion, seq: 9, evidenceIds: [] };
    const record = made(Score, {
      ...about,
      ...BEST,
      confidence: 'high',
      rationale: 'So.',
      changedBecause: 'So.',
      scoredOn: day,
    });
    return { kind: Score, verb: 'score', record };
  },
  'the end of moderation, without time for reply': ({ reviewId: id, day }) => ({
    ...{ kind: Review, verb: 'close-moderation', id },
    change: { moderationClosedOn: day, replyDueOn: day },
  }),
  'moderation begun again': ({ reviewId: id, closedOn }) => {
    const change = { moderationClosedOn: null, replyDueOn: null, replyClosedOn: null };
    return closedOn === null ? null : { kind: Review, verb: 'reopen-moderation', id, change };
  },
  'when a reviewer joined': ({ assignmentId: id, openedOn, day }) => {
    if (openedOn === day) return null;
    return { kind: Assignment, verb: 'return', id, change: { scoresOpenedOn: day } };
  },
};

/** The names of all forgeries. */
export const FORGERIES: readonly string[] = Object.keys(ROWS);

/** Tries a forgery, which PostgreSQL must refuse. @throws Error where it was taken. */
export async function forge(stage: Stage, what: string, given: ForgedAbout): Promise<void> {
  const row = ROWS[what]?.(await known(stage, given)) ?? null;
  if (row === null) return;
  const refused = await forged(stage.world, await stage.as(given.by), row);
  if (refused === null) throw new Error(`PostgreSQL took ${what} from ${given.by}.`);
  stage.history.push({ what: `forge ${what}`, refusedBecause: refused });
}

async function known(stage: Stage, given: ForgedAbout): Promise<Known> {
  const { reviewId, people } = stage;
  const { criterion, about, by } = given;
  const person = (name: string): Uuid => people.get(name) ?? '';
  const assignmentId = stage.assignmentOf(about);
  const { scoresOpenedOn, moderationClosedOn } = await stage.header();
  const { rows } = await stage.world.superuser.query<
    Pick<Known, 'findings' | 'declarationId' | 'decisionId' | 'proposal'>
  >(FACTS, [reviewId, criterion, assignmentId, person(about)]);
  const [facts] = rows;
  return {
    ...{
      findings: 0,
      declarationId: undefined,
      decisionId: undefined,
      proposal: undefined,
      ...facts,
      ...given,
    },
    ...{ reviewId, day: stage.world.clock.today(), me: person(by), assignmentId, personId: person(about) },
    accomplice: person(by === 'lead' ? 'otherLead' : 'lead'),
    openedOn: scoresOpenedOn,
    closedOn: moderationClosedOn,
    counted: resultByHand(stage.record.asFile()).counted[criterion],
  };
}

const FACTS = `
  SELECT (SELECT coalesce(max(m.seq), 0)::integer FROM reviews.moderated_score m WHERE m.review_id = $1 AND m.criterion = $2)
      AS findings,
    (SELECT d.id FROM reviews.interest_declaration d WHERE d.assignment_id = $3 ORDER BY d.seq DESC LIMIT 1) AS "declarationId",
    (SELECT x.id FROM reviews.interest_decision x WHERE x.review_id = $1 AND x.person_id = $4 AND x.outcome = 'exclude' AND NOT EXISTS (
      SELECT FROM reviews.interest_confirmation c WHERE c.decision_id = x.id) LIMIT 1) AS "decisionId",
    (SELECT to_json(p) FROM (SELECT p.id, p.seq, p.proposed_by AS "proposedBy" FROM reviews.score_proposal p
      WHERE p.review_id = $1 AND p.criterion = $2 ORDER BY p.seq DESC LIMIT 1) AS p) AS proposal`;
