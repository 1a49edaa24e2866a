import type { PublishedPart } from '../../evidence/publishable-parts.js';
import { methodOf } from '../../frameworks/edition/method/first-method.js';
import { becameOf } from '../../review-method/panel/became-of.js';
import { RATING_WORDS } from '../../review-method/rating/rating.js';
import { rateReview, type ReviewRating } from '../../review-method/rating/rate-review.js';
import { reviewResult, type ReviewResult } from '../../review-method/review-result.js';
import type { ReviewSheet } from '../../reviews/reading/review-sheet.js';
import type { StatementRow } from '../../reviews/reply/replies.queries.js';
import type { SignatureRow } from '../../reviews/self-review/self-review.queries.js';
import { SIGNING_WORDS } from '../../reviews/self-review/signing.js';
import {
  CONTENT_FORMAT,
  type Answering,
  type PublishedAgreement,
  type PublishedContent,
  type PublishedCriterion,
  type PublishedReply,
  type PublishedSignature,
} from './published-content.js';
import { publishedPromise } from './published-promise.js';
import { publishedCriterion } from './published-criterion.js';
import { publishedPanel, type PanelSource } from './published-panel.js';
import { reviewerLetters } from './reviewer-letters.js';

/** All that a published result is made of, as plain view models. */
export interface ResultSources {
  readonly sheet: ReviewSheet;
  /** The number of this release of the review, from 1. */
  readonly release: number;
  readonly follows: PublishedContent['follows'];
  /** What the people who took part declared, and the locks of their scores. */
  readonly panel: Pick<PanelSource, 'rows' | 'locks'>;
  readonly signatures: readonly SignatureRow[];
  readonly statements: readonly StatementRow[];
  readonly parts: readonly PublishedPart[];
  /** Why it is published although reviewers agreed too little; null where that is not needed. */
  readonly publishedAnywayBecause: string | null;
}

/** Draws up the whole published result of a review. Equal records give equal results, whoever asks and whenever. */
export function assembleContent(sources: ResultSources): PublishedContent {
  const { sheet } = sources;
  const result = reviewResult(sheet);
  const rating = result?.rating ?? silentRating(sheet);
  const letters = reviewerLetters(sheet.panel.filter((member) => becameOf(member) !== null));
  const { rows, locks } = sources.panel;
  const criteria = sheet.lines.map((line) => publishedCriterion(line, { letters, locks }));
  return {
    format: CONTENT_FORMAT,
    release: sources.release,
    follows: sources.follows,
    review: { ...reviewOf(sheet), promise: publishedPromise(sheet) },
    framework: frameworkOf(sheet.edition),
    rating: { overall: rating.overall, ...RATING_WORDS[rating.overall], working: rating.working },
    domains: domainsOf(sheet, rating),
    criteria,
    open: openIn(criteria),
    agreement: result && agreementOf(result, sources.publishedAnywayBecause),
    panel: publishedPanel({ members: sheet.panel, rows, locks, letters }),
    signatures: sources.signatures.map(signatureOf),
    replies: sheet.lines.flatMap(({ replies }) => replies.map(replyOf)),
    statements: sources.statements.map(({ organisation, text, statedOn, criterion }) => ({
      organisation,
      text,
      statedOn,
      criterion,
    })),
    parts: sources.parts,
    withheld: null,
  };
}

/** The edition, with its method where it writes one out: without it nobody could compute the result from this file alone. */
function frameworkOf({ id, title, version, method }: ReviewSheet['edition']): PublishedContent['framework'] {
  return { id, title, version, ...(method && { method }) };
}

function reviewOf({ review }: ReviewSheet): PublishedContent['review'] {
  return {
    id: review.id,
    round: review.round,
    asAt: review.asAt,
    promisedOn: review.firstPublicationDate,
    organisation: review.organisation,
    deployment: review.deployment,
    deploymentId: review.deploymentId,
    answering: answeringOf(review),
    acknowledgedOn: review.acknowledgedOn,
    submittedOn: review.submittedOn,
  };
}

/** Whether the trust answered, as the result says it. */
export function answeringOf({
  acknowledgedOn,
  submittedOn,
}: Pick<PublishedContent['review'], 'acknowledgedOn' | 'submittedOn'>): Answering {
  if (submittedOn !== null) return 'ANSWERED';
  return acknowledgedOn === null ? 'NOT_ACKNOWLEDGED' : 'NOT_ANSWERED';
}

/** A review that was never answered has no scores; what is not answered is never rated as if it were. */
function silentRating({ lines, edition }: ReviewSheet): ReviewRating {
  const unscored = lines.map(({ code, domain, gravity }) => ({ id: code, domain, gravity, score: null }));
  return rateReview(unscored, edition.domains, methodOf(edition));
}

function domainsOf({ edition }: ReviewSheet, rating: ReviewRating): PublishedContent['domains'] {
  return rating.domains.map(({ domain: code, ...rated }) => ({
    code,
    name: edition.domains.find((named) => named.code === code)?.name ?? code,
    ...rated,
  }));
}

/** The codes of criteria that are not answered, cannot be verified or do not apply, by the scores that count. */
export function openIn(criteria: readonly PublishedCriterion[]): PublishedContent['open'] {
  const codesOf = (...scores: readonly string[]): string[] =>
    criteria.filter(({ counted }) => scores.includes(counted?.score ?? 'X')).map(({ code }) => code);
  return { notAnswered: codesOf('X'), cannotBeVerified: codesOf('U'), notApplicable: codesOf('N') };
}

function agreementOf(
  { agreement, agreementAfter, reviewers }: ReviewResult,
  publishedAnywayBecause: string | null,
): PublishedAgreement {
  return { ...agreement, reviewers, publishedAnywayBecause, afterMeetings: agreementAfter };
}

function signatureOf({ capacity, stance, dissent, signedOn }: SignatureRow): PublishedSignature {
  const { post, stances } = SIGNING_WORDS[capacity];
  return { post, stance, words: stances[stance], dissent, signedOn };
}

function replyOf(reply: ReviewSheet['lines'][number]['replies'][number]): PublishedReply {
  const { organisation, criterion, kind, text, repliedOn, accepted, reasons, decidedOn } = reply;
  return { organisation, criterion, kind, text, repliedOn, accepted, reasons, decidedOn };
}
