import { type Anchor, anchorsOf } from './anchors.js';
import { type Cap, capsOf } from './caps.js';
import type { CoProductionRecord, Stage, StageFacts } from './co-production-record.js';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity-level.js';

/** How far people had a say at one stage, with everything that decided it. */
export interface StageMaturity {
  readonly stage: Stage;
  readonly level: MaturityLevel;
  readonly anchors: readonly Anchor[];
  /** Caps that pulled the level below what the anchors show, or would have. */
  readonly caps: readonly Cap[];
}

/** The highest level whose anchors, and those of every level below, the record shows; then the caps. */
export function stageMaturity(record: CoProductionRecord, facts: StageFacts): StageMaturity {
  const anchors = anchorsOf(record, facts);
  const caps = capsOf(record, facts);
  const missing = anchors.filter(({ shown }) => !shown).map(({ level }) => level);
  const firstMissing = Math.min(...missing, MATURITY_LEVELS.length);
  const highest = Math.min(firstMissing - 1, ...caps.map((cap) => cap.highest));
  const level = MATURITY_LEVELS.find((each) => each.level === highest)?.level ?? 0;
  return { stage: facts.stage, level, anchors, caps };
}
