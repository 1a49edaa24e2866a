import { type ScoredCriterion, reviewResult } from './review-result.js';
import type { ScoreValue } from './scoring/score.js';

const edition = { domains: [{ code: 'POL', name: 'Police role' }] };

function line(number: number, change: Partial<ScoredCriterion>): ScoredCriterion {
  return {
    code: `SIM-POL-0${number}`,
    domain: 'POL',
    gravity: 'ORDINARY',
    scores: [],
    finding: { score: '3', grade: 'A', settledBy: 'agreement' },
    ...change,
  };
}

function result(id: string, ...lines: ScoredCriterion[]) {
  return reviewResult({ review: { id }, edition, lines });
}

function by(scores: Readonly<Record<string, ScoreValue>>): ScoredCriterion['scores'] {
  return Object.entries(scores).map(([assignmentId, score]) => ({ assignmentId, score, became: 'counts' }));
}

describe('The result of a review', () => {
  it('is not there before every criterion is settled', () => {
    expect(result('one')).toBeNull();
    expect(result('one', line(1, {}), line(2, { finding: null }))).toBeNull();
    expect(result('one', line(1, {}), line(2, {}))).not.toBeNull();
  });

  it('rates what was found as far as its evidence can carry it', () => {
    const rated = result(
      'two',
      line(1, { gravity: 'RED_LINE', finding: { score: '3', grade: 'D', settledBy: 'agreement' } }),
    );
    expect(rated?.rating.overall).toBe('UNVERIFIED');
    expect(rated?.rating.working[1]?.criteria).toEqual(['SIM-POL-01']);
  });

  it('compares what each reviewer gave the same criterion, whoever stands first', () => {
    const compared = result(
      'three',
      line(1, { scores: by({ a: '3', b: '3' }) }),
      line(2, { scores: by({ b: '2', a: '2' }) }),
      line(3, { scores: by({ b: '1', c: '1' }) }),
      line(4, { scores: by({ a: '0', c: '3' }) }),
      line(5, { scores: by({ a: '0' }) }),
    );
    expect(compared).toMatchObject({ reviewers: 3, agreement: { pairedUnits: 4, rawAgreement: 0.75 } });
  });

  it('works the agreement of the same scores out once, and for each review by chances of its own', () => {
    const scores = Array.from({ length: 12 }, (_, place) =>
      line(place, { scores: by({ a: place % 2 === 0 ? '3' : '1', b: place % 3 === 0 ? '3' : '1' }) }),
    );
    const agreement = (id: string, lines = scores) => result(id, ...lines)?.agreement;
    expect(agreement('four')).toBe(agreement('four'));
    expect(agreement('five')?.ordinalAlpha).toBe(agreement('four')?.ordinalAlpha);
    expect(agreement('five')?.ordinalAlphaInterval).not.toEqual(agreement('four')?.ordinalAlphaInterval);
    const [, ...others] = scores;
    expect(agreement('four', [line(0, { scores: by({ a: '2', b: '3' }) }), ...others])).not.toBe(
      agreement('four'),
    );
  });
});
