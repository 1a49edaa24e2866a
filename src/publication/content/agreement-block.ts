import type { AgreementReport } from '../../review-method/agreement/agreement-report.js';
import type { SheetLine } from '../../reviews/reading/review-sheet.js';

/** Why a result cannot be published yet: reviewers agreed too little, and these criteria were never talked over. */
export interface AgreementBlock {
  readonly alpha: number;
  readonly criteria: readonly string[];
}

/**
 * What stands between scores that are too far apart and their publication. Agreement is measured on locked scores and
 * never changes; what lifts the block is that every criterion on which reviewers differed was settled in a meeting or
 * after a reply. Null when nothing stands in the way (domain/complaints-guidelines-access §5.5: alpha below 0.667).
 */
export function agreementBlock(
  { belowFloor, ordinalAlpha }: Pick<AgreementReport, 'belowFloor' | 'ordinalAlpha'>,
  lines: readonly Pick<SheetLine, 'code' | 'scores' | 'finding'>[],
): AgreementBlock | null {
  if (!belowFloor || ordinalAlpha === null) return null;
  const criteria = lines
    .filter(({ scores, finding }) => differ(scores) && finding?.settledBy === 'agreement')
    .map(({ code }) => code);
  return criteria.length === 0 ? null : { alpha: ordinalAlpha, criteria };
}

function differ(scores: SheetLine['scores']): boolean {
  return new Set(scores.map(({ score }) => score)).size > 1;
}
