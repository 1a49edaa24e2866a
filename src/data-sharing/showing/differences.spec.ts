import { differencesBetween } from './differences.js';

describe('Two versions of a flow are compared answer by answer', () => {
  const before = {
    title: 'Plans to the ambulance trust',
    status: 'ACTIVE' as const,
    parties: [{ orgId: 'party-1', name: 'Example Trust' }],
    security: { sharedLogin: true },
  };

  it('and the same record differs in nothing', () => {
    expect(differencesBetween(before, structuredClone(before))).toEqual([]);
  });

  it('nor do the same choices kept in another order', () => {
    const chosen = { dataCategories: ['DIAGNOSIS' as const, 'IDENTITY' as const] };
    const same = { dataCategories: ['IDENTITY' as const, 'DIAGNOSIS' as const] };
    const fewer = { dataCategories: ['IDENTITY' as const] };
    expect(differencesBetween(chosen, same)).toEqual([]);
    expect(differencesBetween(chosen, fewer)).toHaveLength(1);
  });

  it('what is changed, added and taken away is told in words, with its page', () => {
    const after = {
      title: before.title,
      status: 'CEASED' as const,
      parties: [
        { orgId: 'party-1', name: 'Example Trust' },
        { orgId: 'party-2', name: 'Example Police' },
      ],
    };
    expect(differencesBetween(before, after)).toEqual([
      {
        section: 'Parties and purpose',
        key: 'Where the flow is in its life',
        before: ['Active'],
        after: ['Ceased'],
      },
      {
        section: 'Parties and purpose',
        key: 'Example Police: The party’s name',
        before: [],
        after: ['Example Police'],
      },
      { section: 'Security', key: 'People share a login', before: ['Yes'], after: [] },
    ]);
  });

  it('and a party that was removed leaves the others as they are', () => {
    const three = [
      { orgId: 'party-1', name: 'Example Trust' },
      { orgId: 'party-2', name: 'Example Police' },
      { orgId: 'party-3', name: 'Example Council' },
    ];
    expect(differencesBetween({ parties: three }, { parties: three.slice(1) })).toEqual([
      {
        section: 'Parties and purpose',
        key: 'Example Trust: The party’s name',
        before: ['Example Trust'],
        after: [],
      },
    ]);
  });

  it('and to say that there are none is another answer than to say nothing', () => {
    expect(differencesBetween({}, { rights: { objections: [] } })).toEqual([
      { section: 'Rights', key: 'Objections', before: [], after: ['The record says that there are none'] },
    ]);
  });
});
