import { day, plural, sentenceList } from '../../web/words.js';
import { ROUND_STANDING_WORDS } from '../round-table/round-line.js';
import { BOARD_STEP_WORDS, type BoardLine, type PanelTally } from './board-line.js';
import type { MendedLine } from './boards.js';
import { WAITED_FOR_WORDS } from './mend.js';

/** What the board says of each line. */
export const BOARD_COLUMNS = [
  'Organisation',
  'Scheme',
  'Where it stands',
  'Late',
  'Answers',
  'Panel',
  'Scores',
  'Waits for',
  'Go on',
] as const;

/** One line of the board in words. */
export function boardRow(line: MendedLine) {
  return [
    line.organisation,
    line.deployment ?? (line.reviewId === null ? 'None is reviewed' : 'Not public'),
    standsWords(line),
    lateWords(line),
    answersWords(line),
    panelWords(line),
    scoresWords(line),
    WAITED_FOR_WORDS[line.mend.waitsFor],
    { href: line.mend.href, text: line.mend.text },
  ];
}

function standsWords({ standing, step, asked }: BoardLine) {
  if (step === 'ACKNOWLEDGE' || step === 'ANSWER' || step === 'NO_REVIEW') {
    const { text, tone } = ROUND_STANDING_WORDS[standing];
    return { state: asked === null ? text : `${text}, asked ${day(asked)}`, tone };
  }
  return BOARD_STEP_WORDS[step];
}

const LATE_WORDS = { 'self-review': 'Answer', scoring: 'Scores', publication: 'Publication' } as const;

function lateWords({ late }: BoardLine): string {
  if (late.length === 0) return 'No';
  return late.map(({ step, days }) => `${LATE_WORDS[step]} ${plural(days, 'day')} late`).join(', ');
}

function answersWords({ reviewId, answered, answering, submitted, nil }: BoardLine): string {
  if (submitted !== null) return `Submitted ${day(submitted)}`;
  if (nil !== null) return `Signed ${day(nil)}`;
  if (reviewId === null) return 'None';
  if (answered === null) return answering === null ? 'None yet' : `Begun ${day(answering)}`;
  return `${String(answered.done)} of ${String(answered.of)}`;
}

const NOT_LED = 'You do not lead it';

const MISSING_WORDS: Readonly<Record<PanelTally['missing'][number], string>> = {
  TOO_FEW: 'a second reviewer',
  NOBODY_OUTSIDE: 'somebody from outside NHS England',
  NO_LIVED_EXPERIENCE: 'a lived-experience reviewer',
  NOT_DECLARED: 'a declaration',
  NOT_DECIDED: 'a decision about interests',
  NOT_LOCKED: 'locked scores',
};

function panelWords({ reviewId, panel, scored }: BoardLine): string {
  if (reviewId === null) return 'None';
  if (panel === null) return NOT_LED;
  const declared = `${String(panel.declared.done)} of ${String(panel.declared.of)} declared`;
  if (scored !== null) return declared;
  if (panel.seats === 0) return 'No panel';
  const missing = sentenceList(panel.missing.map((code) => MISSING_WORDS[code]));
  const undecided = panel.undecided === 0 ? '' : `, ${String(panel.undecided)} to decide`;
  return `${missing === '' ? 'Complete' : `Lacks ${missing}`}; ${declared}${undecided}`;
}

function scoresWords({
  reviewId,
  panel,
  settled,
  scored,
  moderated,
  preparedOn,
  published,
}: BoardLine): string {
  if (reviewId === null) return 'None';
  if (published !== null) return `Released ${day(published)}`;
  if (preparedOn !== null) return `Result prepared ${day(preparedOn)}`;
  if (moderated !== null) return `Moderated ${day(moderated)}`;
  if (scored !== null)
    return `Opened ${day(scored)}${settled === null ? '' : `, ${String(settled.done)} of ${String(settled.of)} settled`}`;
  return panel === null
    ? 'Not opened'
    : `${String(panel.locked.done)} of ${String(panel.locked.of)} have locked`;
}
