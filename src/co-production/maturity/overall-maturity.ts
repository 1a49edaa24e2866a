import {
  type CoProductionRecord,
  stageFacts,
  STAGES,
  type Stage,
  type StageFact,
} from './co-production-record.js';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity-level.js';
import { stageMaturity, type StageMaturity } from './stage-maturity.js';

/** The profile of a deployment: its level is that of its lowest stage, never an average. */
export interface OverallMaturity {
  readonly level: MaturityLevel;
  readonly sentence: string;
  readonly stages: readonly StageMaturity[];
  /** Stages that have not come yet; the start always counts. */
  readonly notReached: readonly Stage[];
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  START: 'from the start',
  DURING: 'while it ran',
  EVALUATION: 'in its evaluation',
  STOP_OR_CHANGE: 'in deciding to stop or change it',
};

/** The maturity of every stage that has come, and of the whole. A stage with nothing recorded is level 0. */
export function overallMaturity(record: CoProductionRecord): OverallMaturity {
  const facts = STAGES.map(
    (stage) => record.stages.find((each) => each.stage === stage) ?? stageFacts(stage, isReached),
  );
  const counted = facts.filter(({ stage, reached }) => reached || stage === 'START');
  const stages = counted.map((each) => stageMaturity(record, each));
  const lowest = Math.min(...stages.map(({ level }) => level));
  const { level, name } = MATURITY_LEVELS.find((each) => each.level === lowest) ?? { level: 0, name: '' };
  const where = stages.filter((each) => each.level === level).map(({ stage }) => STAGE_WORDS[stage]);
  return {
    level,
    sentence: `Level ${level}, ${name}: the lowest stage decides, and that is how people were involved ${where.join(', ')}.`,
    stages,
    notReached: facts.filter((each) => !counted.includes(each)).map(({ stage }) => stage),
  };
}

/** A stage that nothing is recorded of counts as come, and as nothing shown. */
function isReached(fact: StageFact): boolean {
  return fact === 'reached';
}
