import fc from 'fast-check';
import { domainOf, nineGood, ordinary } from '../../../test/support/review-method/rated-domain.js';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import { type ScoreValue, SCORES } from '../scoring/score.js';
import type { RatedCriterion } from './rated-criterion.js';
import { rateDomain as rateDomainBy } from './rate-domain.js';
import { type NamedDomain, rateReview as rateReviewBy } from './rate-review.js';
import { type Rating, RATINGS, worstOf } from './rating.js';

const rateDomain = (code: string, criteria: readonly RatedCriterion[]) =>
  rateDomainBy(code, criteria, FIRST_METHOD);
const rateReview = (criteria: readonly RatedCriterion[], domains: readonly NamedDomain[]) =>
  rateReviewBy(criteria, domains, FIRST_METHOD);

const DOMAINS: readonly NamedDomain[] = [
  { code: 'POL', name: 'Police role' },
  { code: 'DAT', name: 'Data' },
  { code: 'COP', name: 'Co-production' },
];
const GRAVITIES = ['RED_LINE', 'KNOCK_OUT', 'STATUTORY', 'ORDINARY'] as const;

const anyCriterion = fc.record({
  domain: fc.constantFrom('POL', 'DAT', 'COP'),
  gravity: fc.constantFrom(...GRAVITIES),
  score: fc.option(fc.constantFrom(...SCORES), { nil: null }),
});
const anyReview = fc
  .array(anyCriterion, { minLength: 1, maxLength: 30 })
  .map((all): RatedCriterion[] => all.map((each, place) => ({ ...each, id: `SIM-${each.domain}-${place}` })));

function badness(rating: Rating): number {
  return RATINGS.length - RATINGS.indexOf(rating);
}

describe('How a domain is rated', () => {
  it.each([
    ['a red line at 0', domainOf(['RED_LINE', '0'], ['ORDINARY', '3']), 'CEASE'],
    ['a red line at 1', domainOf(['RED_LINE', '1'], ['ORDINARY', '3']), 'CEASE'],
    ['a red line at 2', domainOf(['RED_LINE', '2'], ['ORDINARY', '3']), 'ASSURED'],
    ['a red line that cannot be verified', domainOf(['RED_LINE', 'U'], ...nineGood), 'UNVERIFIED'],
    ['a red line not answered', domainOf(['RED_LINE', 'X'], ...nineGood), 'UNVERIFIED'],
    ['a red line nobody scored', domainOf(['RED_LINE', null], ...nineGood), 'UNVERIFIED'],
    ['another knock-out at 1', domainOf(['KNOCK_OUT', '1'], ['ORDINARY', '3']), 'SERIOUS_CONCERN'],
    ['another knock-out not verified', domainOf(['KNOCK_OUT', 'U'], ...nineGood), 'UNVERIFIED'],
    ['a duty in law at 0', domainOf(['STATUTORY', '0'], ['ORDINARY', '3']), 'SERIOUS_CONCERN'],
    ['a duty in law at 1', domainOf(['STATUTORY', '1'], ['ORDINARY', '3']), 'IMPROVEMENT_REQUIRED'],
    ['exactly a quarter open', ordinary('U', '3', '3', '3'), 'IMPROVEMENT_REQUIRED'],
    ['more than a quarter open', ordinary('U', 'X', '3', '3', '3', '3', '3'), 'UNVERIFIED'],
    ['a quarter open of those that apply only', ordinary('U', '3', '3', 'N', 'N', 'N'), 'UNVERIFIED'],
    ['one at 1', ordinary('1', '3', '3'), 'IMPROVEMENT_REQUIRED'],
    ['one at 0', ordinary('0', '3', '3'), 'IMPROVEMENT_REQUIRED'],
    ['nothing below 2', ordinary('2', '3', '3'), 'ASSURED'],
    ['nothing that applies', ordinary('N', 'N'), null],
  ])('%s', (_what, criteria, rating) => {
    expect(rateDomain('POL', criteria).rating).toBe(rating);
  });

  it('names the criteria that drove each step, worst step first', () => {
    const { working } = rateDomain('POL', domainOf(['RED_LINE', '1'], ['ORDINARY', '0'], ['ORDINARY', 'U']));
    expect(working.map(({ rating }) => rating)).toEqual([
      'CEASE',
      'UNVERIFIED',
      'IMPROVEMENT_REQUIRED',
      'IMPROVEMENT_REQUIRED',
    ]);
    expect(working[0]).toEqual({
      rating: 'CEASE',
      sentence: 'A red line was scored 0 or 1: SIM-POL-01 (1). One is enough, whatever the other scores.',
      criteria: ['SIM-POL-01'],
    });
    expect(working[1]?.sentence).toContain('1 of the 3 criteria');
  });

  it('names what was agreed not to apply', () => {
    expect(rateDomain('POL', ordinary('3', 'N')).notApplicable).toEqual(['SIM-POL-02']);
  });
});

describe('How a deployment is rated', () => {
  it('takes the worst domain and says which one it was', () => {
    const criteria = [
      ...ordinary('3', '2'),
      { id: 'SIM-DAT-01', domain: 'DAT', gravity: 'RED_LINE', score: '0' } as const,
    ];
    const { overall, working } = rateReview(criteria, DOMAINS);
    expect(overall).toBe('CEASE');
    expect(working[0]?.sentence).toBe(
      'The overall rating is the worst of the domain ratings: Cease, from Data.',
    );
    expect(working[1]?.criteria).toEqual(['SIM-DAT-01']);
  });

  it('gives the steps of its worst domains only, and only those that led there', () => {
    const elsewhere = (id: string, domain: string, score: ScoreValue): RatedCriterion => {
      return { id, domain, gravity: 'ORDINARY', score };
    };
    const { overall, working, domains } = rateReview(
      [
        ...domainOf(['KNOCK_OUT', '0'], ['ORDINARY', '1']),
        { ...elsewhere('SIM-DAT-01', 'DAT', '0'), gravity: 'STATUTORY' },
        elsewhere('SIM-COP-01', 'COP', '1'),
      ],
      DOMAINS,
    );
    expect(overall).toBe('SERIOUS_CONCERN');
    expect(domains.map(({ domain, rating }) => [domain, rating])).toEqual([
      ['POL', 'SERIOUS_CONCERN'],
      ['DAT', 'SERIOUS_CONCERN'],
      ['COP', 'IMPROVEMENT_REQUIRED'],
    ]);
    expect(working.map(({ rating, criteria }) => [rating, ...criteria])).toEqual([
      ['SERIOUS_CONCERN'],
      ['SERIOUS_CONCERN', 'SIM-POL-01'],
      ['SERIOUS_CONCERN', 'SIM-DAT-01'],
    ]);
    expect(working[0]?.sentence).toContain('Serious concern, from Police role, Data.');
  });

  it('leaves out a domain of which nothing is in force', () => {
    expect(rateReview(ordinary('3'), DOMAINS).domains.map(({ domain }) => domain)).toEqual(['POL']);
  });

  it('is unverified when nothing could be rated', () => {
    expect(rateReview([], DOMAINS).working).toEqual([
      { rating: 'UNVERIFIED', sentence: expect.stringContaining('nothing is verified'), criteria: [] },
    ]);
    expect(rateReview([], DOMAINS).overall).toBe('UNVERIFIED');
    expect(rateReview(ordinary('N'), DOMAINS).overall).toBe('UNVERIFIED');
  });

  it('is always the worst of its domains', () => {
    fc.assert(
      fc.property(anyReview, (criteria) => {
        const { overall, domains } = rateReview(criteria, DOMAINS);
        expect(overall).toBe(worstOf(domains.flatMap(({ rating }) => rating ?? [])) ?? 'UNVERIFIED');
      }),
    );
  });

  it('never averages a red line away, however many good scores stand beside it', () => {
    fc.assert(
      fc.property(
        anyReview,
        fc.nat(60),
        fc.constantFrom('0' as const, '1' as const),
        (criteria, good, score) => {
          const padding = Array.from({ length: good }, (_, place): RatedCriterion => {
            return { id: `SIM-POL-P${place}`, domain: 'POL', gravity: 'ORDINARY', score: '3' };
          });
          const redLine: RatedCriterion = { id: 'SIM-POL-R', domain: 'POL', gravity: 'RED_LINE', score };
          const rating = rateReview([...criteria, ...padding, redLine], DOMAINS);
          expect(rating.overall).toBe('CEASE');
          expect(rating.working.flatMap((step) => step.criteria)).toContain('SIM-POL-R');
        },
      ),
    );
  });

  it('never lets silence on a red line pass', () => {
    fc.assert(
      fc.property(anyReview, fc.constantFrom('U' as const, 'X' as const, null), (criteria, score) => {
        const redLine: RatedCriterion = { id: 'SIM-POL-R', domain: 'POL', gravity: 'RED_LINE', score };
        const { overall } = rateReview([...criteria, redLine], DOMAINS);
        expect(badness(overall)).toBeGreaterThanOrEqual(badness('UNVERIFIED'));
      }),
    );
  });

  it('never improves when a score is lowered, nor when a good score is withheld', () => {
    const worse: Record<string, readonly (ScoreValue | null)[]> = {
      '3': ['2', '1', '0', 'U', 'X', null],
      '2': ['1', '0', 'U', 'X', null],
      '1': ['0'],
      U: ['X', null],
    };
    fc.assert(
      fc.property(anyReview, fc.nat(), fc.nat(), (criteria, at, which) => {
        const place = at % criteria.length;
        const lowered = worse[criteria[place]?.score ?? ''] ?? [];
        const score = lowered[which % (lowered.length || 1)];
        if (score === undefined) return;
        const after = criteria.map((each, position) => (position === place ? { ...each, score } : each));
        const [before, then] = [rateReview(criteria, DOMAINS), rateReview(after, DOMAINS)];
        expect(badness(then.overall)).toBeGreaterThanOrEqual(badness(before.overall));
      }),
      { numRuns: 2000 },
    );
  });

  it('never earns an assurance by saying nothing', () => {
    fc.assert(
      fc.property(anyReview, (criteria) => {
        const { overall } = rateReview([...criteria, ...ordinary('X')], DOMAINS);
        expect(overall).not.toBe('ASSURED');
      }),
    );
  });

  it('does not depend on the order in which criteria were scored', () => {
    fc.assert(
      fc.property(anyReview, (criteria) => {
        expect(rateReview([...criteria].reverse(), DOMAINS).overall).toBe(
          rateReview(criteria, DOMAINS).overall,
        );
      }),
    );
  });

  it('counts what reviewers alone call not applicable on a red line as unverified, and says so', () => {
    const alone = { id: 'SIM-POL-R', domain: 'POL', gravity: 'RED_LINE', notAgreed: true } as const;
    for (const score of ['N', 'U'] as const) {
      const { overall, domains } = rateReview([...ordinary('3', '3'), { ...alone, score }], DOMAINS);
      expect(overall).toBe('UNVERIFIED');
      const said = domains[0]?.working.filter(({ sentence }) => sentence.includes('no meeting agreed'));
      expect(said?.map(({ criteria }) => criteria)).toEqual([['SIM-POL-R']]);
      expect(domains[0]?.notApplicable).toEqual([]);
    }
    const agreed = { ...alone, notAgreed: false, score: 'N' } as const;
    expect(rateReview([...ordinary('3', '3'), agreed], DOMAINS).overall).toBe('ASSURED');
  });

  it('is never better than unverified where nothing is said to apply', () => {
    fc.assert(
      fc.property(anyReview, fc.boolean(), (criteria, notAgreed) => {
        const none = criteria.map((each): RatedCriterion => ({ ...each, score: 'N', notAgreed }));
        expect(badness(rateReview(none, DOMAINS).overall)).toBe(badness('UNVERIFIED'));
      }),
    );
  });
});
