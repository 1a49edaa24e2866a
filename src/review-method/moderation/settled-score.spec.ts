import fc from 'fast-check';
import { GRAVITIES, type Gravity } from '../../frameworks/edition/gravity.js';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { EVIDENCE_GRADES, type EvidenceGrade } from '../scoring/evidence-grade.js';
import { SCORES, type ScoreValue } from '../scoring/score.js';
import type { MeetingProposal, ProposalStance } from './proposal-outcome.js';
import { settledScore } from './settled-score.js';
import { weighed } from './weighed-score.js';

/** What each score is worth to a scheme, written down by hand: the other specs hold the code to the same. */
const WORTH: Readonly<Record<ScoreValue, number>> = { '0': 0, '1': 1, X: 2, U: 3, '2': 4, '3': 5, N: 6 };
const TODAY = '2026-11-23';
const LAST_DAY = '2026-11-30';
const THE_DAY_AFTER = '2026-12-01';

interface Meeting {
  readonly gravity: Gravity;
  readonly given: readonly ScoreValue[];
  readonly claimed?: boolean;
  readonly today?: string;
}

function settled(
  { gravity, given, claimed = false, today = THE_DAY_AFTER }: Meeting,
  proposal: Partial<MeetingProposal> | null,
) {
  const scores = given.map((score, place) =>
    weighed({ assignmentId: String(place), score, grade: null, confidence: 'high' }, gravity, FIRST_METHOD),
  );
  const about = { gravity, scores, asked: ['asked' as const], claimedNotApplicable: claimed };
  const made = proposal && {
    ...{ score: '2' as const, grade: 'A' as const, confirmBy: LAST_DAY, answers: [], seconded: false },
    ...proposal,
  };
  return settledScore({ ...about, agreedTooLittle: false, today, limits: FIRST_METHOD }, made);
}

function said(...words: readonly ('confirm' | 'dissent' | null)[]): MeetingProposal['answers'] {
  return words.flatMap((stance, place) => (stance === null ? [] : { reviewer: String(place), stance }));
}

const ALL = said('confirm', 'confirm', 'confirm');

/**
 * What was given, what was proposed on which evidence, and what each reviewer says to it (y confirms, n dissents, - is
 * silent); then what counts, and how that came about.
 */
const MEETINGS = `
  above the lowest on a red line, by all but one who is silent   | RED_LINE  | 133         | 3A          | yy- | 1 | NOT_ALL_CONFIRMED
  above the lowest on a red line, by all                         | RED_LINE  | 133         | 3A          | yyy | 3 | ALL_CONFIRMED
  above the lowest on a duty in law, against one                 | STATUTORY | 133         | 2A          | nyy | 1 | NOT_ALL_CONFIRMED
  above all of an ordinary one, not by all                       | ORDINARY  | 112         | 3A          | yy- | 1 | NOT_ALL_CONFIRMED
  below all of an ordinary one, not by all                       | ORDINARY  | 223         | 0A          | yy- | 2 | NOT_ALL_CONFIRMED
  within the range, confirmed by nobody                          | ORDINARY  | 133         | 2A seconded | --- | 1 | NOBODY_CONFIRMED
  within the range, against most of them, by one lead            | ORDINARY  | 133         | 3A          | nny | 1 | NOT_SECONDED
  within the range, against most of them, by two leads           | ORDINARY  | 133         | 3A seconded | nny | 3 | WITHIN_RANGE
  that evidence cannot carry                                     | RED_LINE  | 233         | 3C          | n-- | 2 | NOT_SECONDED
  that a red line does not apply, by all, as nobody claims       | RED_LINE  | NNN         | NA          | yyy | U | NOT_ALL_CONFIRMED
  that a red line does not apply, by all, as the trust claims    | RED_LINE  | NNN claimed | NA          | yyy | N | ALL_CONFIRMED
  that an ordinary one does not apply, against one               | ORDINARY  | NN1         | NA          | yyn | 1 | NOT_ALL_CONFIRMED
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

function stanceOf(sign: string): ProposalStance | null {
  if (sign === '-') return null;
  return sign === 'y' ? 'confirm' : 'dissent';
}

/** Those of a vocabulary that the signs of a cell name, one by one. */
function signsIn<Word extends string>(cell: string, words: readonly Word[]): Word[] {
  return [...cell].flatMap((sign) => words.filter((word) => word === sign));
}

describe('What a meeting settles', () => {
  it('waits until everybody has spoken or the last day is over, and for a proposal before that', () => {
    const meeting = { gravity: 'ORDINARY', given: ['3', '1', '1'] } as const;
    expect(settled(meeting, null)).toEqual({ state: 'to-meet' });
    const two = { answers: said('confirm', 'confirm') };
    expect(settled({ ...meeting, today: TODAY }, two).state).toBe('waiting');
    expect(settled({ ...meeting, today: LAST_DAY }, two).state).toBe('waiting');
    expect(settled({ ...meeting, today: THE_DAY_AFTER }, two)).toMatchObject({ score: '2' });
    expect(settled({ ...meeting, today: TODAY }, { answers: ALL })).toMatchObject({
      score: '2',
      by: 'meeting',
    });
  });

  it.each(MEETINGS)(
    'of what is proposed %s',
    (_what, about, given = '', terms = '', words = '', score, outcome) => {
      const [gravity = 'ORDINARY'] = GRAVITIES.filter((each) => each === about);
      const [scores = '', claimed] = given.split(' ');
      const [proposed = '', seconded] = terms.split(' ');
      const meeting = { gravity, given: signsIn(scores, SCORES), claimed: claimed === 'claimed' };
      const [proposedScore = 'X'] = signsIn(proposed, SCORES);
      const [grade = null] = signsIn(proposed, EVIDENCE_GRADES);
      const answers = said(...[...words].map(stanceOf));
      const proposal = { score: proposedScore, grade, answers, seconded: seconded === 'seconded' };
      expect(settled(meeting, proposal)).toMatchObject({ state: 'settled', score, outcome });
    },
  );

  it('counts nobody whose score does not count, and nothing they say', () => {
    const stranger = { reviewer: 'somebody else', stance: 'confirm' } as const;
    const proposal = { score: '3', answers: [...said('confirm', 'confirm'), stranger] } as const;
    expect(settled({ gravity: 'RED_LINE', given: ['1', '3', '3'] }, proposal)).toMatchObject({ score: '1' });
  });
});

describe('No sequence of a lead’s acts', () => {
  const anyGravity = fc.constantFrom<Gravity>('RED_LINE', 'KNOCK_OUT', 'STATUTORY', 'ORDINARY');
  const anyGiven = fc.array(fc.constantFrom(...SCORES), { minLength: 2, maxLength: 4 });
  const anyProposal = fc.record({
    score: fc.constantFrom(...SCORES),
    grade: fc.constantFrom<EvidenceGrade | null>('A', 'B', 'C', 'D', null),
    seconded: fc.boolean(),
    stances: fc.array(fc.constantFrom('confirm' as const, 'dissent' as const, null), { maxLength: 4 }),
  });

  it('raises a score above the lowest on a red line, or outside the range, without every reviewer', () => {
    fc.assert(
      fc.property(
        anyGravity,
        anyGiven,
        fc.array(anyProposal, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (gravity, given, proposals, claimed) => {
          const stops = gravity === 'RED_LINE' || gravity === 'KNOCK_OUT';
          const worth = given.map((score) => WORTH[stops && score === 'N' ? 'U' : score]);
          for (const { stances, ...proposal } of proposals) {
            const heard = stances.slice(0, given.length);
            const result = settled({ gravity, given, claimed }, { ...proposal, answers: said(...heard) });
            if (result.state !== 'settled') throw new Error('the time is over');
            const counted = WORTH[result.score];
            const everybody = given.every((_, place) => heard[place] === 'confirm');
            if (everybody) continue;
            expect(counted).toBeGreaterThanOrEqual(Math.min(...worth));
            expect(counted).toBeLessThanOrEqual(Math.max(...worth));
            if (gravity !== 'ORDINARY') expect(counted).toBe(Math.min(...worth));
            if (!heard.includes('confirm')) expect(counted).toBe(Math.min(...worth));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
