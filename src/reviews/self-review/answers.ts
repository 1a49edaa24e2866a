import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { ChangedMeanwhile } from '../../kernel/refusal.js';
import { sha256 } from '../../kernel/sha256.js';
import type { Answer } from './self-review.queries.js';

/** Every criterion of the round with what the trust answered; one that has no answer is `X`, never left out. */
function completeAnswers(criteria: readonly string[], answers: readonly Answer[]): readonly Answer[] {
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  return criteria.map(
    (criterion) =>
      given.get(criterion) ?? { criterion, seq: 0, score: 'X', grade: null, reason: '', evidenceIds: [] },
  );
}

/** The answers as JSON, in the order of the round: what is signed and submitted. */
export function answersAsJson(criteria: readonly string[], answers: readonly Answer[]): Json {
  return completeAnswers(criteria, answers).map(({ criterion, seq, score, grade, reason, evidenceIds }) => ({
    criterion,
    seq,
    score,
    grade,
    reason,
    evidenceIds,
  }));
}

/** SHA-256 over the canonical JSON of all answers, in hexadecimal: what the three signatures are about. */
export function answersHash(criteria: readonly string[], answers: readonly Answer[]): string {
  return sha256(canonicalJson(answersAsJson(criteria, answers)));
}

/** What the page of a form saw: how often the round had moved, and beside it the number of the answer that counted. */
export function seenVersion({ editionMoves }: { readonly editionMoves: number }, number: number): number {
  return editionMoves * EACH_MOVE + number;
}

/** The number of the answer that a page saw. @throws ChangedMeanwhile when the round has moved to another edition since. */
export function numberSeen(review: { readonly editionMoves: number }, version: number): number {
  if (Math.floor(version / EACH_MOVE) !== review.editionMoves) throw new ChangedMeanwhile();
  return version % EACH_MOVE;
}

const EACH_MOVE = 10_000_000;

/** A number that grows with every answer that is given, so that a page can tell whether it has grown old. */
export function answersVersion(answers: readonly Pick<Answer, 'seq'>[]): number {
  return answers.reduce((sum, { seq }) => sum + seq, 0);
}
