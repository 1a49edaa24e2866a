import { createHash } from 'node:crypto';
import { agreementReport, type AgreementReport, type ReviewerScores } from './agreement-report.js';

const MOST_REMEMBERED = 500;
const remembered = new Map<string, AgreementReport>();

/**
 * The agreement of one review's locked scores. Two thousand resamples take a tenth of a second, and the same scores
 * always give the same report, so it is worked out once; the oldest is forgotten when there are many.
 */
export function rememberedAgreement(
  reviewId: string,
  scores: ReviewerScores,
  least: number,
): AgreementReport {
  const key = `${reviewId} ${String(least)} ${scores.map((unit) => unit.map((score) => score ?? '-').join('')).join(' ')}`;
  const known = remembered.get(key);
  if (known) return known;
  const report = agreementReport(scores, seedFrom(reviewId), least);
  const [oldest] = remembered.keys();
  if (remembered.size >= MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, report);
  return report;
}

/** The same review always gives the same interval, and two reviews do not share their chances. */
function seedFrom(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0);
}
