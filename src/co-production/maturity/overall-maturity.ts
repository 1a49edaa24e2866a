import { sentenceList } from '../../web/words.js';
import { type CoProductionRecord, STAGES, type Stage } from './co-production-record.js';
import { MATURITY_LEVELS, type MaturityLevel } from './maturity-level.js';
import { stageMaturity, type StageMaturity } from './stage-maturity.js';

/**
 * The profile of a deployment: its level is that of its lowest stage, never an average. Silence has no level: where the trust
 * gives no account of a stage that counts, nothing is said of that stage, and nothing of the whole.
 */
export interface OverallMaturity {
  /** Null where the trust is silent on a stage that counts. */
  readonly level: MaturityLevel | null;
  readonly sentence: string;
  /** The stages of which the trust gives an account. */
  readonly stages: readonly StageMaturity[];
  /** Stages of which it gives none. */
  readonly untold: readonly Stage[];
  /** Stages that have not come yet; the start always counts. */
  readonly notReached: readonly Stage[];
}

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  START: 'from the start',
  DURING: 'while it ran',
  EVALUATION: 'in its evaluation',
  STOP_OR_CHANGE: 'in deciding to stop or change it',
};

/** The maturity of every stage that the trust gives an account of, and of the whole where it is silent on none. */
export function overallMaturity(record: CoProductionRecord): OverallMaturity {
  const counted = record.stages.filter(({ stage, reached }) => reached || stage === 'START');
  const stages = STAGES.flatMap((stage) => counted.filter((each) => each.stage === stage)).map((each) =>
    stageMaturity(record, each),
  );
  const untold = STAGES.filter((stage) => !record.stages.some((each) => each.stage === stage));
  const notReached = record.stages.filter((each) => !counted.includes(each)).map(({ stage }) => stage);
  const lowest = lowestOf(stages);
  return {
    level: untold.length === 0 ? (lowest?.level ?? null) : null,
    sentence: sentenceOf(lowest, untold),
    stages,
    untold,
    notReached: STAGES.filter((stage) => notReached.includes(stage)),
  };
}

interface Lowest {
  readonly level: MaturityLevel;
  /** What follows the word “level”: its number, its name, and what decides it. */
  readonly words: string;
}

function lowestOf(stages: readonly StageMaturity[]): Lowest | null {
  const lowest = Math.min(...stages.map(({ level }) => level));
  const found = MATURITY_LEVELS.find((each) => each.level === lowest);
  if (!found) return null;
  const where = stages.filter(({ level }) => level === lowest).map(({ stage }) => STAGE_WORDS[stage]);
  const decides = `the lowest stage decides, and that is how people were involved ${sentenceList(where)}`;
  return { level: found.level, words: `${String(lowest)}, ${found.name}: ${decides}.` };
}

function sentenceOf(lowest: Lowest | null, untold: readonly Stage[]): string {
  if (lowest === null)
    return 'No level is shown: the trust has published no account of how people were involved.';
  if (untold.length === 0) return `Level ${lowest.words}`;
  const silent = sentenceList(untold.map((stage) => STAGE_WORDS[stage]));
  return `No level of the whole: nothing is recorded of how people were involved ${silent}. Of what is told, level ${lowest.words}`;
}
