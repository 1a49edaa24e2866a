import type { Gravity } from '../../frameworks/edition/gravity.js';
import type { Method } from '../../frameworks/edition/method/method-schema.js';
import type { PublishedPart } from '../../evidence/publishable-parts.js';
import type { AgreementReport } from '../../review-method/agreement/agreement-report.js';
import type { Fate } from '../../review-method/panel/became-of.js';
import type { Exclusion } from '../../review-method/panel/panel-member.js';
import type { Rating } from '../../review-method/rating/rating.js';
import type { RatingStep } from '../../review-method/rating/rating-step.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { Confidence } from '../../review-method/scoring/locked-content.js';
import type { ScoreValue } from '../../review-method/scoring/score.js';
import type { ModeratedScore } from '../../reviews/findings/moderated-score.entity.js';
import type { ReplyKind } from '../../reviews/reply/reply.entity.js';
import type { PublishedMeeting } from './published-meeting.js';
import type { PublishedPromise } from './published-promise.js';

/** Names the shape of what is published. A later shape gets a later number; what was published keeps its own. */
export const CONTENT_FORMAT = 'candour-result/2';

/** The shape before, which knew neither what became of scores nor their locks. */
export const FIRST_FORMAT = 'candour-result/1';

/** Whether the trust answered at all: silence is a result of its own. */
export type Answering = 'ANSWERED' | 'NOT_ACKNOWLEDGED' | 'NOT_ANSWERED';

/** What the trust says of itself on one criterion. */
export interface PublishedSelfScore {
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  /** How many documents it offered as evidence. */
  readonly evidence: number;
}

/** What one reviewer scored, blind to the others. Reviewers are letters: nobody is named. */
export interface PublishedScore {
  readonly reviewer: string;
  readonly seq: number;
  readonly score: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly confidence: Confidence;
  readonly rationale: string;
  /** What the lock covers in place of the rationale: SHA-256 over its salt, a space and the rationale; null in old locks. */
  readonly rationaleHash: string | null;
  /** Null where words of the rationale are withheld, so that nobody can try which words they were. */
  readonly rationaleSalt: string | null;
  readonly evidence: number;
  readonly evidenceIds: readonly string[];
}

/** The score that counts: as moderated, and after weak evidence capped it. */
export interface PublishedFinding {
  readonly score: ScoreValue;
  readonly moderated: ScoreValue;
  readonly grade: EvidenceGrade | null;
  readonly reason: string;
  readonly minorityView: string;
  readonly settledBy: ModeratedScore['settledBy'];
}

/** One criterion with its three layers side by side; none was ever written over another. */
export interface PublishedCriterion {
  readonly code: string;
  readonly domain: string;
  readonly requirement: string;
  readonly gravity: Gravity;
  readonly inferred: boolean;
  readonly sources: readonly string[];
  readonly self: PublishedSelfScore | null;
  readonly independent: readonly PublishedScore[];
  /** Absent in releases before candour-result/2; null where there was no reason to meet. */
  readonly meeting?: PublishedMeeting | null;
  readonly counted: PublishedFinding | null;
}

/** One domain of the framework with its rating and the steps that led to it. */
export interface PublishedDomain {
  readonly code: string;
  readonly name: string;
  readonly rating: Rating | null;
  readonly working: readonly RatingStep[];
  readonly notApplicable: readonly string[];
}

/** One point of reply with what somebody who did not score decided about it. */
export interface PublishedReply {
  readonly organisation: string;
  readonly criterion: string;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly repliedOn: string;
  readonly accepted: boolean | null;
  readonly reasons: string | null;
  readonly decidedOn: string | null;
}

/** A user-led group's statement, printed as it was sent. */
export interface PublishedStatement {
  readonly organisation: string;
  readonly text: string;
  readonly statedOn: string;
  /** The code of the criterion that it is about, null for the whole scheme; absent from results that were published before. */
  readonly criterion?: string | null;
}

/** How one of the three posts signed the self-review; dissent is kept in its own words. */
export interface PublishedSignature {
  readonly post: string;
  readonly stance: string;
  readonly words: string;
  readonly dissent: string;
  readonly signedOn: string;
}

/** The lock of one reviewer's scores, with all that is needed beside the scores to compute its hash again. */
export interface PublishedLock {
  readonly format: string;
  readonly contentHash: string;
  readonly nonce: string;
  /** What stands for the reviewer in what is locked; null in locks of the first form, which cannot be checked from here. */
  readonly reviewer: string | null;
  readonly lockedOn: string;
}

/** What became of one reviewer's scores. Reviewers are letters: nobody is named, and nothing says who has lived experience. */
export interface PublishedReviewer {
  readonly reviewer: string;
  readonly became: Fate;
  /** True for whoever joined when the scores of the others were open, and saw none of them before locking. */
  readonly givenLater: boolean;
  readonly left: { readonly on: string; readonly because: string } | null;
  readonly exclusion: Exclusion | null;
  /** Null only in what was published in the first format. */
  readonly lock: PublishedLock | null;
}

/** Who reviewed: numbers of those whose scores count, and what became of everybody's. */
export interface PublishedPanel {
  /** How many people's scores count. */
  readonly reviewers: number;
  readonly outsideNhsEngland: number;
  readonly livedExperience: number;
  /** Everybody who locked scores, by letter. */
  readonly scored: readonly PublishedReviewer[];
  readonly declaredNoInterest: number;
  readonly continuedWithInterest: number;
  readonly excluded: number;
}

/** How far reviewers agreed before moderation, and why it was published where that was not far enough. */
export interface PublishedAgreement extends AgreementReport {
  readonly reviewers: number;
  readonly publishedAnywayBecause: string | null;
  /** From what reviewers hold after meetings; null where there were none, absent in releases before candour-result/2. */
  readonly afterMeetings?: AgreementReport | null;
}

/** The whole published result of one review: what is hashed, frozen and served. Nothing in it depends on when it is read. */
export interface PublishedContent {
  readonly format: typeof CONTENT_FORMAT | typeof FIRST_FORMAT;
  /** 1 for the first release of this review, and one more for each that follows. */
  readonly release: number;
  /** The release before this one, by the hash of its content. */
  readonly follows: { readonly release: number; readonly contentHash: string } | null;
  readonly review: {
    readonly id: string;
    readonly round: string;
    readonly asAt: string;
    /** The day first promised. */
    readonly promisedOn: string;
    readonly organisation: string;
    readonly deployment: string | null;
    readonly deploymentId: string;
    readonly answering: Answering;
    readonly acknowledgedOn: string | null;
    readonly submittedOn: string | null;
    /** Absent from results that were published before they said it. */
    readonly promise?: PublishedPromise;
  };
  readonly framework: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    /** How it is scored and rated; absent where the edition writes out none and the first method holds. */
    readonly method?: Method;
  };
  readonly rating: {
    readonly overall: Rating;
    readonly label: string;
    readonly meaning: string;
    readonly working: readonly RatingStep[];
  };
  readonly domains: readonly PublishedDomain[];
  readonly criteria: readonly PublishedCriterion[];
  /** Codes of criteria about which nobody can say how things stand, and of those that cannot apply. */
  readonly open: {
    readonly notAnswered: readonly string[];
    readonly cannotBeVerified: readonly string[];
    readonly notApplicable: readonly string[];
  };
  readonly agreement: PublishedAgreement | null;
  readonly panel: PublishedPanel;
  readonly signatures: readonly PublishedSignature[];
  readonly replies: readonly PublishedReply[];
  readonly statements: readonly PublishedStatement[];
  /** What other parts of the register say of the deployment: its data flows, its co-production. */
  readonly parts: readonly PublishedPart[];
  /** Words that were withheld because they name or identify a person, each shown as `[withheld]`; null when none were. */
  readonly withheld: { readonly places: number; readonly because: string } | null;
}
