/** What somebody else decided about a reviewer's declared interests for this review. */
export type DeclarationOutcome = 'NONE' | 'CONTINUE' | 'RESTRICT' | 'EXCLUDE';

/** One reviewer of one review, as far as independence is concerned. */
export interface PanelMember {
  readonly reviewer: string;
  /** True when neither NHS England nor a body that took over its functions employs the reviewer. */
  readonly outsideNhsEngland: boolean;
  readonly livedExperience: boolean;
  /** Null until interests were declared and somebody decided about them. */
  readonly outcome: DeclarationOutcome | null;
  readonly decidedBy: string | null;
  /** The criteria a restricted reviewer does not score. */
  readonly restrictedFrom: readonly string[];
}

/** True when the reviewer has declared, somebody else decided, and the decision was not to exclude. */
export function isClear({ outcome, reviewer, decidedBy }: PanelMember): boolean {
  return outcome !== null && outcome !== 'EXCLUDE' && decidedBy !== null && decidedBy !== reviewer;
}

/** True when a clear reviewer may score this criterion. */
export function mayScore(member: PanelMember, criterion: string): boolean {
  return isClear(member) && !(member.outcome === 'RESTRICT' && member.restrictedFrom.includes(criterion));
}
