import type { PublishedContent, PublishedCriterion, PublishedReviewer } from './published-content.js';
import type { PublishedMeeting } from './published-meeting.js';

/** Looks at one text that a person wrote, with the place where it stands in words, and says what is to stand there. */
export type TextVisitor = (text: string, place: string) => string;

/**
 * Visits every text in a result that a person wrote, and returns the result with what the visitor made of them. The
 * wording of the framework, names of organisations and the working are not among them.
 */
export function visitTexts(content: PublishedContent, visit: TextVisitor): PublishedContent {
  return {
    ...content,
    review: visitReview(content.review, visit),
    criteria: content.criteria.map((criterion) => visitCriterion(criterion, visit)),
    agreement: content.agreement && {
      ...content.agreement,
      publishedAnywayBecause: maybe(content.agreement.publishedAnywayBecause, 'Agreement', visit),
    },
    panel: {
      ...content.panel,
      scored: content.panel.scored.map((reviewer) => visitReviewer(reviewer, visit)),
    },
    signatures: content.signatures.map((signature) => ({
      ...signature,
      dissent: visit(signature.dissent, `Signature of the ${signature.post}`),
    })),
    replies: content.replies.map((reply) => ({
      ...reply,
      text: visit(reply.text, `${reply.criterion}, reply of ${reply.organisation}`),
      reasons: maybe(
        reply.reasons,
        `${reply.criterion}, decision on the reply of ${reply.organisation}`,
        visit,
      ),
    })),
    statements: content.statements.map((statement) => ({
      ...statement,
      text: visit(statement.text, `Statement of ${statement.organisation}`),
    })),
    parts: content.parts.map((part) => ({
      ...part,
      lines: part.lines.map(({ label, value }) => ({
        label,
        value: visit(value, `${part.title}, ${label}`),
      })),
      cautions: part.cautions.map((caution) => visit(caution, part.title)),
    })),
    withheld: content.withheld && {
      ...content.withheld,
      because: visit(content.withheld.because, 'Reason for withholding words'),
    },
  };
}

function visitReview(review: PublishedContent['review'], visit: TextVisitor): PublishedContent['review'] {
  if (!review.promise) return review;
  const moves = review.promise.moves.map((move) => ({
    ...move,
    reason: visit(move.reason, 'Why a promised day was moved'),
  }));
  return { ...review, promise: { ...review.promise, moves } };
}

function visitReviewer(reviewer: PublishedReviewer, visit: TextVisitor): PublishedReviewer {
  const { left, exclusion } = reviewer;
  const place = `Reviewer ${reviewer.reviewer}`;
  const decided = `${place}, exclusion`;
  return {
    ...reviewer,
    left: left && { ...left, because: visit(left.because, `${place}, why their part ended`) },
    exclusion: exclusion && {
      ...exclusion,
      conflict: maybe(exclusion.conflict, decided, visit),
      because: visit(exclusion.because, decided),
      post: visit(exclusion.post, decided),
      second: exclusion.second && {
        ...exclusion.second,
        because: visit(exclusion.second.because, decided),
        post: visit(exclusion.second.post, decided),
      },
    },
  };
}

function visitCriterion(criterion: PublishedCriterion, visit: TextVisitor): PublishedCriterion {
  const { code, self, independent, counted } = criterion;
  return {
    ...criterion,
    self: self && { ...self, reason: visit(self.reason, `${code}, what the trust says`) },
    independent: independent.map((score) => {
      const rationale = visit(score.rationale, `${code}, reviewer ${score.reviewer}`);
      // Without the salt nobody can try which words were withheld; the lock still covers the hash of the whole.
      return {
        ...score,
        rationale,
        rationaleSalt: rationale === score.rationale ? score.rationaleSalt : null,
      };
    }),
    ...(criterion.meeting && { meeting: visitMeeting(code, criterion.meeting, visit) }),
    counted: counted && {
      ...counted,
      reason: visit(counted.reason, `${code}, the score that counts`),
      minorityView: visit(counted.minorityView, `${code}, minority view`),
    },
  };
}

function visitMeeting(code: string, meeting: PublishedMeeting, visit: TextVisitor): PublishedMeeting {
  return {
    ...meeting,
    asked: meeting.asked.map((request) => ({
      ...request,
      reason: visit(request.reason, `${code}, why a meeting was asked for`),
    })),
    proposals: meeting.proposals.map((proposal) => ({
      ...proposal,
      reason: visit(proposal.reason, `${code}, what a meeting proposed`),
      said: proposal.said.map((word) => ({
        ...word,
        words: visit(word.words, `${code}, word of reviewer ${word.reviewer}`),
      })),
      secondedBecause: maybe(proposal.secondedBecause, `${code}, why a second person stood behind it`, visit),
    })),
  };
}

function maybe(text: string | null, place: string, visit: TextVisitor): string | null {
  return text === null ? null : visit(text, place);
}
