import { namedBySources, type ClaimNaming } from './named-by-sources.js';

function claim(key: string, different: Partial<ClaimNaming>): ClaimNaming {
  return {
    ...{
      id: key,
      key,
      registeredBy: 'sources',
      topic: 'LINEAGE',
      statement: key,
      value: null,
      figures: null,
    },
    ...{
      dated: null,
      planned: false,
      asOf: null,
      sources: [],
      confidence: 'A',
      contradicts: [],
      cautions: [],
    },
    ...{ scope: null, about: [], bodies: null, withdrawnOn: null, withdrawnBecause: null, schemes: [] },
    ...different,
  };
}

const VALE = { key: 'vale', title: 'Vale', area: 'Vale', names: [{ name: 'PAVE' }] };

describe('What sources name', () => {
  it('is each name with its claims, and a scheme only where the register holds one that goes by it', () => {
    const named = namedBySources([
      claim('n', { value: 'Pave, FERN', scope: 'England', schemes: [VALE] }),
      claim('o', { value: 'PAVE', topic: 'ALIAS', schemes: [VALE], confidence: 'inference' }),
    ]);
    expect(
      named.map(({ name, scheme, claims }) => [name, scheme?.key ?? null, claims.map(({ key }) => key)]),
    ).toEqual([
      ['FERN', null, ['n']],
      ['Pave', 'vale', ['n', 'o']],
    ]);
  });

  it('stands without a name where a claim of lineage gives none; a claim of a name that gives none is left out', () => {
    expect(namedBySources([claim('n', {}), claim('o', { topic: 'ALIAS' })])).toMatchObject([
      { name: null, scheme: null },
    ]);
  });
});
