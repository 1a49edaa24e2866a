import { Injectable } from '@nestjs/common';
import { DOCUMENT_TYPE_WORDS } from '../../evidence/documents/document-types.js';
import { EvidenceQueries, type EvidenceRow } from '../../evidence/documents/evidence.queries.js';
import { criterionView, type CriterionView } from '../../frameworks/criteria/criterion-view.js';
import type { CriterionInForce } from '../../frameworks/edition/criteria-in-force.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import { clearerWords, type ClearerWords } from '../../frameworks/patching/clearer-words.js';
import { EditionPatchesQueries } from '../../frameworks/patching/edition-patches.queries.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Choice } from '../../web/form/field.js';
import { day } from '../../web/words.js';
import { criteriaOf } from '../../review-method/criteria-of.js';
import { ReviewsQueries, type ReviewHeader } from '../reviews.queries.js';

/** A review with the criteria it is scored against. */
export interface ReviewWithCriteria {
  readonly review: ReviewHeader;
  readonly edition: Edition;
  readonly criteria: readonly CriterionInForce[];
  /** Clearer words of single criteria by their code, where an editorial patch has them. */
  readonly clearer: ReadonlyMap<string, ClearerWords>;
}

/** One criterion of a review, with clearer words where there are any. */
export type ReviewedCriterion = CriterionView & { readonly clearer: ClearerWords | null };

/** What the pages on single criteria share: the review, its criteria, and the evidence one may point to. */
@Injectable()
export class ReviewedCriteria {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly frameworks: FrameworksQueries,
    private readonly evidence: EvidenceQueries,
    private readonly patches: EditionPatchesQueries,
  ) {}

  /** The review and its criteria as this actor may read them. @throws NotFound when it is not open to them. */
  async of(actor: Actor, reviewId: string): Promise<ReviewWithCriteria> {
    const review = await this.reviews.header(actor, reviewId);
    const found = await this.frameworks.one(actor, review.editionId);
    if (!found) throw new NotFound();
    const clearer = clearerWords(await this.patches.published(actor, found.id));
    return { review, edition: found.edition, criteria: criteriaOf(review, found.edition), clearer };
  }

  /** The evidence offered about the review or its deployment that the actor may read. */
  async evidenceFor(actor: Actor, { id, deploymentId }: ReviewHeader): Promise<readonly EvidenceRow[]> {
    const about = await Promise.all([
      this.evidence.about(actor, { kind: 'review', id }),
      this.evidence.about(actor, { kind: 'deployment', id: deploymentId }),
    ]);
    return about.flat();
  }
}

/** One criterion of the review, as people read it. @throws NotFound when the round does not ask it. */
export function criterionIn(
  { edition, criteria, clearer }: ReviewWithCriteria,
  code: string,
): ReviewedCriterion {
  const found = criteria.find(({ criterion }) => criterion.id === code);
  if (!found) throw new NotFound();
  return { ...criterionView(edition, found), clearer: clearer.get(code) ?? null };
}

/** The criterion after this one in the given order; null after the last. */
export function nextAfter(codes: readonly string[], code: string): string | null {
  return codes[codes.indexOf(code) + 1] ?? null;
}

/** The criteria of a review as choices of a form: each by its code, and by how what it requires begins. */
export function criterionChoices({ criteria }: Pick<ReviewWithCriteria, 'criteria'>): Choice[] {
  return criteria.map(({ criterion: { id, requirement } }) => ({
    value: id,
    label: `${id}: ${beginningOf(requirement)}`,
  }));
}

/** As much of a sentence as a list that opens can show on a narrow screen, ending with a whole word. */
function beginningOf(sentence: string): string {
  if (sentence.length <= MOST_IN_A_LIST) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(' ', MOST_IN_A_LIST)).replace(/[,;:]$/, '')} …`;
}

const MOST_IN_A_LIST = 80;

/** Evidence as choices of a form. */
export function evidenceChoices(evidence: readonly EvidenceRow[]): Choice[] {
  return evidence.map(({ id, title, documentType, dated }) => ({
    value: id,
    label: title,
    hint: [
      ...(documentType === null ? [] : [DOCUMENT_TYPE_WORDS[documentType]]),
      dated === null ? 'undated' : `dated ${day(dated)}`,
    ].join(', '),
  }));
}
