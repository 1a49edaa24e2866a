import { domainOf, nineGood, ordinary } from '../../../test/support/review-method/rated-domain.js';
import { FIRST_METHOD } from '../../frameworks/edition/method/first-method.js';
import type { RatedCriterion } from './rated-criterion.js';
import { rateDomain as rateDomainBy } from './rate-domain.js';
import { type Rating, RATING_WORDS, RATINGS } from './rating.js';

const rateDomain = (code: string, criteria: readonly RatedCriterion[]) =>
  rateDomainBy(code, criteria, FIRST_METHOD);

describe('The working of a rating', () => {
  it.each<[what: string, criteria: RatedCriterion[], rating: Rating, sentence: string, drivers: string[]]>([
    [
      'another knock-out',
      domainOf(['ORDINARY', '3'], ['KNOCK_OUT', '1']),
      'SERIOUS_CONCERN',
      'stops a scheme by itself was scored 0 or 1: SIM-POL-02 (1).',
      ['SIM-POL-02'],
    ],
    [
      'a duty in law',
      domainOf(['STATUTORY', '0'], ['ORDINARY', '3']),
      'SERIOUS_CONCERN',
      'a duty in law was met: SIM-POL-01 (0).',
      ['SIM-POL-01'],
    ],
    [
      'silence on a red line and on a knock-out',
      domainOf(['RED_LINE', null], ['KNOCK_OUT', 'U'], ...nineGood),
      'UNVERIFIED',
      'verified: SIM-POL-01 (not scored), SIM-POL-02 (U). Silence',
      ['SIM-POL-01', 'SIM-POL-02'],
    ],
    [
      'too much open',
      ordinary('X', '3', 'U'),
      'UNVERIFIED',
      '2 of the 3 criteria',
      ['SIM-POL-01', 'SIM-POL-03'],
    ],
    [
      'a failed one',
      ordinary('3', '1', '0'),
      'IMPROVEMENT_REQUIRED',
      'Scored 0 or 1: SIM-POL-02 (1), SIM-POL-03 (0).',
      ['SIM-POL-02', 'SIM-POL-03'],
    ],
    [
      'an open one',
      ordinary('3', '3', '3', 'X'),
      'IMPROVEMENT_REQUIRED',
      'cannot be assured: SIM-POL-04 (X).',
      ['SIM-POL-04'],
    ],
    ['nothing', ordinary('3', '2'), 'ASSURED', 'Every criterion that applies', ['SIM-POL-01', 'SIM-POL-02']],
  ])('says of %s what drove it', (_what, criteria, rating, sentence, drivers) => {
    const [first] = rateDomain('POL', criteria).working;
    expect(first).toEqual({ rating, sentence: expect.stringContaining(sentence), criteria: drivers });
  });

  it('takes no step that nothing asks for', () => {
    expect(rateDomain('POL', ordinary('3', '2')).working).toHaveLength(1);
    expect(rateDomain('POL', ordinary('3', '3', '3', 'X')).working).toHaveLength(1);
    expect(
      rateDomain('POL', domainOf(['STATUTORY', '1'], ['RED_LINE', '2'], ['KNOCK_OUT', '2'])).working,
    ).toEqual([expect.objectContaining({ rating: 'IMPROVEMENT_REQUIRED', criteria: ['SIM-POL-01'] })]);
    expect(rateDomain('POL', ordinary('N'))).toEqual({
      domain: 'POL',
      rating: null,
      working: [],
      notApplicable: ['SIM-POL-01'],
    });
  });
});

describe('A rating in words', () => {
  it('has a label of its own and a meaning', () => {
    expect(new Set(RATINGS.map((rating) => RATING_WORDS[rating].label)).size).toBe(5);
    expect(RATING_WORDS.CEASE.label).toBe('Cease');
    for (const rating of RATINGS) expect(RATING_WORDS[rating].meaning).toMatch(/^[A-Z].+\.$/);
  });
});
