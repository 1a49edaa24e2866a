import { Injectable } from '@nestjs/common';
import { FrameworksQueries, type WholeEdition } from '../../frameworks/frameworks.queries.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { ChangedMeanwhile, NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { sha256 } from '../../kernel/sha256.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { sentenceList } from '../../web/words.js';
import { heldReview } from '../held-review.js';
import { Review } from '../review.entity.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';
import { answersAsJson, answersHash, answersVersion, seenVersion } from './answers.js';
import { SelfReviewSignature } from './self-review-signature.entity.js';
import { SelfReviewQueries, type Answer, type SignatureRow } from './self-review.queries.js';
import { outcomeOf, SIGNING_WORDS, type SigningCapacity, type Stance } from './signing.js';
import { Submission } from './submission.entity.js';

/** A signature under a self-review. */
export interface SignatureToGive {
  readonly capacity: SigningCapacity;
  readonly stance: Stance;
  readonly dissent?: string | undefined;
  /** The hash of the answers the person read; when they changed meanwhile the act is refused. */
  readonly answersHash?: string | undefined;
  /** The version of the answers the person read, from `seenVersion`; used like the hash. */
  readonly version?: number | undefined;
}

/** What a trust gets when it has submitted: the hash proves later what was sent. */
export interface SubmissionReceipt {
  readonly id: Uuid;
  readonly contentHash: string;
}

/** Takes the three signatures and the submission that freezes what they signed. */
@Injectable()
export class SigningService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly selfReview: SelfReviewQueries,
    private readonly frameworks: FrameworksQueries,
    private readonly clock: Clock,
  ) {}

  /** Signs the answers as they stand in one capacity and returns the id of the signature. */
  async attest(actor: Actor, reviewId: Uuid, given: SignatureToGive): Promise<Uuid> {
    const dissent = given.dissent?.trim() === '' ? '' : (given.dissent ?? '');
    if (given.stance !== 'attest' && dissent === '')
      throw new Unprocessable([
        { field: 'dissent', text: 'Say what your reservations are, or why you refuse' },
      ]);
    const review = await this.reviews.header(actor, reviewId);
    const answers = await this.selfReview.answers(actor, reviewId);
    const hash = answersHash(review.criteria, answers);
    if (given.answersHash !== undefined && given.answersHash !== hash) throw new ChangedMeanwhile();
    if (given.version !== undefined && given.version !== seenVersion(review, answersVersion(answers)))
      throw new ChangedMeanwhile();
    const before = await this.selfReview.signatures(actor, reviewId);
    const signature = made(SelfReviewSignature, {
      id: newId(),
      reviewId,
      organisationId: review.organisationId,
      capacity: given.capacity,
      seq: (before.find(({ capacity }) => capacity === given.capacity)?.seq ?? 0) + 1,
      stance: given.stance,
      dissent,
      answersHash: hash,
      editionMoveId: review.editionMoveId,
      signedBy: personIdOf(actor),
      signedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('attest', SelfReviewSignature, signature));
    return signature.id;
  }

  /**
   * Submits the self-review: from here nobody can change an answer, and reviewers may read them.
   * @throws OutOfTurn naming the signatures that are missing, or that are about answers that have changed since.
   */
  async submit(actor: Actor, reviewId: Uuid): Promise<SubmissionReceipt> {
    const review = await this.reviews.header(actor, reviewId);
    const edition = await this.frameworks.one(actor, review.editionId);
    if (!edition) throw new NotFound();
    const submittedOn = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      await heldReview(look, reviewId);
      const answers = await look(this.selfReview.newestAnswers(actor, reviewId));
      const signatures = await look(this.selfReview.newestSignatures(actor, reviewId));
      const signed = { answers, signatures, submittedBy: personIdOf(actor), submittedOn };
      const submission = newSubmission({ review, edition }, signed);
      await perform(
        adding('submit', Submission, submission),
        changing('submit', Review, reviewId, { change: (found) => found.submit(submittedOn) }),
      );
      return { id: submission.id, contentHash: submission.contentHash };
    });
  }
}

interface SignedAnswers {
  readonly answers: readonly Answer[];
  readonly signatures: readonly SignatureRow[];
  readonly submittedBy: Uuid;
  readonly submittedOn: CalendarDay;
}

function newSubmission(
  { review, edition }: { readonly review: ReviewHeader; readonly edition: WholeEdition },
  { answers, signatures, submittedBy, submittedOn }: SignedAnswers,
): Submission {
  const hash = answersHash(review.criteria, answers);
  mustBeSigned(signatures, { hash, editionMoveId: review.editionMoveId });
  const outcome = outcomeOf(signatures.map(({ stance }) => stance));
  const { id: reviewId, organisationId, deploymentId, roundId, asAt, criteria } = review;
  const content = canonicalJson({
    review: { id: reviewId, roundId, deploymentId, organisationId },
    framework: { key: edition.key, contentHash: edition.contentHash, asAt },
    answers: answersAsJson(criteria, answers),
    signatures: signatures.map(({ capacity, stance, dissent, signedOn }) => ({
      capacity,
      stance,
      dissent,
      signedOn,
    })),
    outcome,
    submittedOn,
  });
  return made(Submission, {
    id: newId(),
    reviewId,
    organisationId,
    outcome,
    answersHash: hash,
    content,
    contentHash: sha256(content),
    submittedBy,
    submittedOn,
  });
}

function mustBeSigned(
  signatures: readonly SignatureRow[],
  { hash, editionMoveId }: { readonly hash: string; readonly editionMoveId: Uuid | null },
): void {
  const posts = Object.entries(SIGNING_WORDS);
  const missing = posts.filter(([capacity]) => !signatures.some((one) => one.capacity === capacity));
  if (missing.length > 0)
    throw new OutOfTurn(
      `Not signed yet: ${sentenceList(missing.map(([, { post }]) => post))}. Each must sign first.`,
    );
  const stale = signatures.filter((one) => one.answersHash !== hash || one.editionMoveId !== editionMoveId);
  if (stale.length > 0)
    throw new OutOfTurn(
      `Answers changed after they were signed by: ${sentenceList(stale.map(({ capacity }) => SIGNING_WORDS[capacity].post))}. ` +
        'Ask them to read the answers again and sign.',
    );
}
