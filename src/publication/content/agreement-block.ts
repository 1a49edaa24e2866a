import type { AgreementReport } from '../../review-method/agreement/agreement-report.js';

/** Why a result is published only with a reason that two people stand behind: reviewers agreed too little. */
export interface AgreementBlock {
  readonly alpha: number;
}

/**
 * What stands between scores that are too far apart and their publication. Agreement is measured on locked scores and
 * never changes, whatever meetings settled since; only a published reason lifts the block. Null when nothing stands in
 * the way (domain/complaints-guidelines-access §5.5: alpha below 0.667).
 */
export function agreementBlock({
  belowFloor,
  ordinalAlpha,
}: Pick<AgreementReport, 'belowFloor' | 'ordinalAlpha'>): AgreementBlock | null {
  return belowFloor && ordinalAlpha !== null ? { alpha: ordinalAlpha } : null;
}
