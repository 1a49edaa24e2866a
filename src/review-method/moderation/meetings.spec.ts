import { readFileSync } from 'node:fs';
import { criteriaInForce } from '../../frameworks/edition/criteria-in-force.js';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { parseEdition } from '../../frameworks/edition/parse-edition.js';
import { NOTHING_VERIFIED } from '../../frameworks/edition/verification.js';
import type { GivenScore } from '../scoring/locked-content.js';
import { meetings } from './meetings.js';

const EDITION = parseEdition(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));
const CRITERIA = criteriaInForce(EDITION, '2026-11-21', NOTHING_VERIFIED);

function given(criterion: string, different: Partial<GivenScore>): GivenScore {
  return {
    assignmentId: 'first',
    criterion,
    seq: 1,
    score: '3',
    grade: 'A',
    confidence: 'high',
    rationale: 'Because.',
    evidenceIds: [],
    ...different,
  };
}

function meetingsAbout(scores: readonly GivenScore[]) {
  return meetings(CRITERIA, {
    scores,
    answers: [],
    requests: [],
    proposals: [],
    today: '2026-11-23',
    method: FIRST_METHOD,
  });
}

function need(criterion: string, ...scores: readonly Partial<GivenScore>[]) {
  const all = scores.map((score, place) =>
    given(criterion, { assignmentId: `reviewer ${String(place)}`, ...score }),
  );
  const found = meetingsAbout(all).find((each) => each.criterion === criterion);
  const { settled } = found ?? {};
  return {
    reasons: found?.reasons.map(({ code }) => code),
    settled: settled?.state === 'settled' ? { score: settled.score, grade: settled.grade } : null,
  };
}

describe('Whether reviewers must meet about a criterion', () => {
  it('not when they agree: the score stands with the weakest evidence behind it', () => {
    expect(need('SIM-REL-01', { score: '2', grade: 'A' }, { score: '2', grade: 'C' })).toEqual({
      reasons: [],
      settled: { score: '2', grade: 'C' },
    });
  });

  it('looks at scores as far as their evidence can carry them', () => {
    expect(need('SIM-REL-01', { score: '3', grade: 'A' }, { score: '3', grade: 'C' }).settled).toEqual({
      score: '2',
      grade: 'C',
    });
    expect(need('SIM-REL-01', { score: '3', grade: 'A' }, { score: '3', grade: 'E' }).reasons).toEqual([
      'ONE_WITHOUT_NUMBER',
    ]);
  });

  it('takes the grade of those only who gave the score that counts, and none where none is asked for', () => {
    expect(
      need('SIM-REL-01', { score: '2', grade: 'B' }, { score: '2', grade: 'A' }, { score: '1', grade: 'A' })
        .settled,
    ).toEqual({ score: '1', grade: 'A' });
    expect(need('SIM-REL-01', { score: '2', grade: 'B' }, { score: '2', grade: 'A' }).settled?.grade).toBe(
      'B',
    );
    expect(need('SIM-REL-01', { score: 'N', grade: null }, { score: 'N', grade: null }).settled).toEqual({
      score: 'N',
      grade: null,
    });
  });

  it('with no score settled where they must', () => {
    expect(need('SIM-REL-01', { score: '3' }, { score: '0' })).toEqual({
      reasons: ['FAR_APART'],
      settled: null,
    });
  });

  it('of each criterion by itself, in their order', () => {
    const all = meetingsAbout([given('SIM-REL-01', {}), given('SIM-POL-01', {})]);
    expect(all.map(({ criterion }) => criterion)).toEqual(CRITERIA.map(({ criterion }) => criterion.id));
    const far = meetingsAbout([
      given('SIM-REL-01', { score: '3' }),
      given('SIM-REL-01', { score: '3' }),
      given('SIM-REL-02', { score: '0' }),
    ]);
    expect(far.find(({ criterion }) => criterion === 'SIM-REL-01')?.reasons).toEqual([]);
    expect(far.find(({ criterion }) => criterion === 'SIM-REL-02')?.reasons).toHaveLength(1);
  });

  it('when a reviewer is unsure about a red line', () => {
    expect(need('SIM-POL-01', { confidence: 'low' }, {}).reasons).toEqual(['LOW_CONFIDENCE_ON_RED_LINE']);
  });

  it('on any difference about a red line, however small', () => {
    expect(need('SIM-POL-01', { score: '2' }, { score: '3' }).reasons).toEqual(['RED_LINE_DIFFERS']);
  });

  it('when only one of them scored it', () => {
    expect(need('SIM-REL-01', { score: '2' }).reasons).toEqual(['ONE_REVIEWER_ONLY']);
  });
});
