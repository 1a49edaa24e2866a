import { standingsOf, type TrustOfPair, type GivenAnswer } from './trust-standing.js';

const TRUST: TrustOfPair = { id: 'trust', key: 'example', name: 'Example trust', recordsHere: true };
const ASKED = {
  since: '2026-02-01',
  shared: [
    { key: 'POLICE:one', since: '2026-01-01' },
    { key: 'WHERE:two', since: '2026-02-01' },
  ],
};

function answer(different: Partial<GivenAnswer> = {}): GivenAnswer {
  return {
    id: '1',
    ...{ earlierId: 'a', laterId: 'b', schemeId: 'b', organisationId: 'trust' },
    says: 'DOES_NOT_FOLLOW',
    ...{ ended: 'The meetings', different: 'No police', people: 'Seen by the community team' },
    features: ASKED.shared.map(({ key }) => key),
    answeredOn: '2026-03-01',
    ...different,
  };
}

describe('Where a trust stands that is asked whether one scheme follows the other', () => {
  const standing = (answers: readonly GivenAnswer[], asked = ASKED, trust = TRUST) =>
    standingsOf([trust], answers, asked)[0];

  it('has not answered since the day on which enough was shared', () => {
    expect(standing([])).toMatchObject({ standing: 'NOT_ANSWERED', since: '2026-02-01' });
  });

  it('was not asked where nobody of it records here', () => {
    const silent = { ...TRUST, recordsHere: false };
    expect(standing([], ASKED, silent)).toMatchObject({ standing: 'NOT_ASKED', since: null });
    expect(standing([answer()], ASKED, silent)).toMatchObject({ standing: 'DENIED' });
  });

  it('said that it follows, or that it does not, on its day', () => {
    expect(standing([answer({ says: 'FOLLOWS' })])).toMatchObject({
      standing: 'CONFIRMED',
      since: '2026-03-01',
    });
    expect(standing([answer()])).toMatchObject({
      standing: 'DENIED',
      since: '2026-03-01',
      notAnsweredTo: [],
    });
  });

  it('is asked again when more is shared than it answered to, since the day of what is new', () => {
    const more = { ...ASKED, shared: [...ASKED.shared, { key: 'HUB:three', since: '2026-05-01' }] };
    expect(standing([answer()], more)).toMatchObject({
      standing: 'OPEN_AGAIN',
      since: '2026-05-01',
      notAnsweredTo: ['HUB:three'],
    });
  });

  it('is not asked again when less is shared, nor where it said that it follows', () => {
    const less = { ...ASKED, shared: ASKED.shared.slice(1) };
    const more = { ...ASKED, shared: [...ASKED.shared, { key: 'HUB:three', since: '2026-05-01' }] };
    expect(standing([answer()], less)).toMatchObject({ standing: 'DENIED' });
    expect(standing([answer({ says: 'FOLLOWS' })], more)).toMatchObject({ standing: 'CONFIRMED' });
  });

  it('stands by its newest answer, and every answer stays; what another trust says is its own', () => {
    const changed = [answer({ id: '2', says: 'FOLLOWS', answeredOn: '2026-04-01' }), answer()];
    expect(standing(changed)).toMatchObject({ standing: 'CONFIRMED', since: '2026-04-01' });
    expect(standing(changed)?.answers.map(({ id }) => id)).toEqual(['2', '1']);
    expect(standing([answer({ organisationId: 'other' })])).toMatchObject({ standing: 'NOT_ANSWERED' });
  });
});
