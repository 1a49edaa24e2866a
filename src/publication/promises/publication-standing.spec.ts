import fc from 'fast-check';
import { publicationStanding, type PublicationFacts } from './publication-standing.js';

const FACTS: PublicationFacts = {
  promisedOn: '2027-03-01',
  selfReviewDue: '2026-12-11',
  acknowledgedOn: '2026-11-24',
  submittedOn: '2026-12-10',
  newest: null,
  refusedOn: null,
};

describe('How a promised publication stands', () => {
  it.each([
    ['promised, until its day', FACTS, '2027-03-01', 'PROMISED'],
    ['due and not published, from the day after', FACTS, '2027-03-02', 'DUE_NOT_PUBLISHED'],
    ['published', { ...FACTS, newest: { withdrawn: false } }, '2027-03-02', 'PUBLISHED'],
    ['withdrawn', { ...FACTS, newest: { withdrawn: true } }, '2027-03-02', 'WITHDRAWN'],
    ['refused', { ...FACTS, refusedOn: '2027-02-01' }, '2027-03-02', 'REFUSED'],
    [
      'published after a refusal',
      { ...FACTS, refusedOn: '2027-02-01', newest: { withdrawn: false } },
      '2027-03-02',
      'PUBLISHED',
    ],
    ['not answered', { ...FACTS, submittedOn: null }, '2026-12-12', 'NOT_ANSWERED'],
    [
      'not acknowledged',
      { ...FACTS, submittedOn: null, acknowledgedOn: null },
      '2026-12-12',
      'NOT_ACKNOWLEDGED',
    ],
    [
      'promised while the trust may answer',
      { ...FACTS, submittedOn: null, acknowledgedOn: null },
      '2026-12-11',
      'PROMISED',
    ],
  ] as const)('%s', (_how, facts, today, standing) => {
    expect(publicationStanding(facts, today)).toBe(standing);
  });

  it('never calls a day that passed without a release anything but that, unless somebody refused in public', () => {
    const day = fc.constantFrom('2026-11-24', '2026-12-11', null);
    fc.assert(
      fc.property(day, day, fc.nat(400), (acknowledgedOn, submittedOn, late) => {
        const today = new Date(Date.UTC(2027, 2, 2 + late)).toISOString().slice(0, 10);
        expect(publicationStanding({ ...FACTS, acknowledgedOn, submittedOn }, today)).toBe(
          'DUE_NOT_PUBLISHED',
        );
      }),
    );
  });
});
