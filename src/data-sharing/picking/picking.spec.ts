import fc from 'fast-check';
import { provisions } from '../../legal-basis/provisions/provisions.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { LISTS } from '../questions/lists.js';
import { flowFields, itemFields } from '../questions/record-fields.js';
import { lawPlaceAt, type LawPlace } from './law-place.js';
import { LAW_QUESTIONS } from './law-questions.js';
import { namedBeside, offeredLaw } from './offered-law.js';
import { faultOfPick, keptPick, pickKept, typedPicks } from './typed-picks.js';

const fields = [...flowFields.values(), ...LISTS.flatMap(({ path }) => [...itemFields(path).values()])];

describe('Each field of the record that takes law', () => {
  it('can be picked for, and the words beside it are fields too', () => {
    expect([...LAW_QUESTIONS.keys()].sort()).toEqual(
      fields
        .filter(({ sort }) => sort === 'laws')
        .map(({ path }) => path)
        .sort(),
    );
    const paths = new Set(fields.map(({ path }) => path));
    expect(
      [...LAW_QUESTIONS.values()].flatMap(({ words }) => words).filter((path) => !paths.has(path)),
    ).toEqual([]);
  });

  it.each([
    [
      'functionLaw',
      'UKGDPR',
      ['care-s42', 'cda-s115', 'court-order', 'cda-s17'],
      ['oapa-s16', 'cldc', 'sswba-s128', 'asp-s5-3'],
    ],
    ['dpa1998Law', 'DPA1998', ['dpa1998-sch3-8', 'si2000-417-10'], ['dpa1998-s29', 'mca-s4', 'dpa-sch1-1']],
    ['s11DutyLaw', 'UKGDPR', ['cldc', 'gra-s22'], ['cda-s115']],
    [
      'offences',
      'UKGDPR',
      ['oapa-s16', 'cla1967-s5-2'],
      ['suicide-1961-s1', 'self-harm-no-offence', 'public-nuisance-cl', 'foisa-s65'],
    ],
    ['art8Text.legalBasisLaw', 'UKGDPR', ['care-s42', 'cldc-public-interest'], ['caldicott-1', 'oapa-s16']],
  ])('%s is offered what it is about and nothing else', (field, regime, offered, others) => {
    const place = placeAt({ list: 'assertions', index: '0', field }, flow({ regime }));
    const ids = offeredLaw(place, { words: '', widely: false }).offered.map(({ provision }) => provision.id);
    expect(ids).toEqual(expect.arrayContaining(offered));
    expect(ids.filter((id) => others.includes(id) || id === 'poa-bill')).toEqual([]);
  });

  it.each([
    ['confidentiality.routeLaw', ['care-s45', 'court-order'], ['care-s42', 'cda-s115']],
    ['reuse.s36AuthorisationLaw', ['cda-s115'], ['cda-s17', 'oapa-s16']],
    ['transparency.exemption.law', ['dpa-sch2-2'], ['dpa1998-s29', 'care-s42']],
  ])('%s of the flow, too', (field, offered, others) => {
    const ids = offeredLaw(placeAt({ field }, flow({})), { words: '', widely: false }).offered.map(
      ({ provision }) => provision.id,
    );
    expect(ids).toEqual(expect.arrayContaining(offered));
    expect(ids.filter((id) => others.includes(id))).toEqual([]);
  });

  it('is offered everything that may be picked where that is asked for, with what speaks against it', () => {
    const place = placeAt({ list: 'assertions', index: '0', field: 'offences' }, flow({ regime: 'UKGDPR' }));
    const { offered, beyond } = offeredLaw(place, { words: '', widely: true });
    expect([offered.length, beyond]).toEqual([
      provisions.filter(({ pickable }) => pickable !== false).length,
      0,
    ]);
    expect(offered.find(({ provision }) => provision.id === 'foisa-s65')?.against).toEqual([
      'It does not apply in England.',
    ]);
    expect(offered.find(({ provision }) => provision.id === 'public-nuisance-cl')?.against).toEqual([
      'It was not in force on all of these days.',
    ]);
    const narrow = offeredLaw(place, { words: '', widely: false });
    expect(narrow.offered.length + narrow.beyond).toBe(offered.length);
  });

  it('is not narrowed by days or a nation that the record does not say', () => {
    const open = { regime: 'UKGDPR', validFrom: null, controllerOrgId: null };
    const place = placeAt({ list: 'assertions', index: '0', field: 'offences' }, flow(open));
    const ids = offeredLaw(place, { words: '', widely: false }).offered.map(({ provision }) => provision.id);
    expect(ids).toEqual(expect.arrayContaining(['public-nuisance-cl', 'foisa-s65']));
  });

  it('is offered the law that the words beside it name, never what may not be picked', () => {
    const unlawfulActText = 'Section 16 of the Offences against the Person Act 1861';
    const place = placeAt(
      { list: 'assertions', index: '0', field: 'offences' },
      flow({ regime: 'UKGDPR', unlawfulActText }),
    );
    expect(namedBeside(place).map(({ provision }) => provision.id)).toEqual(['oapa-s16']);
  });
});

describe('Picks as they were typed', () => {
  it('are kept whatever they say', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]*$/), fc.string(), (provisionId, why) => {
        expect(pickKept(keptPick({ provisionId, why }))).toEqual({ provisionId, why });
      }),
    ));

  it('are those that stood there without the one removed, and those ticked that did not stand there', () => {
    const sent: Record<string, unknown> = {
      id: ['care-s42', 'cda-s115'],
      why: ['The council asked', 'Because'],
      choose: ['cda-s115', 'ta-s38b', 'ta-s38b'],
      remove: '0',
    };
    expect(typedPicks((part = '') => sent[part])).toEqual([
      { provisionId: 'cda-s115', why: 'Because' },
      { provisionId: 'ta-s38b', why: '' },
    ]);
    expect(typedPicks(() => undefined)).toEqual([]);
    expect(typedPicks((part) => (part === 'remove' ? undefined : { toString: 'x' }))).toEqual([]);
  });

  it.each([
    ['care-s42', 'x'.repeat(8001), 'must be 8,000 characters or fewer'],
    ['care-s42', 'a\0', 'hidden character'],
    ['', ' ', 'names no provision and says nothing'],
    ['__proto__', 'x', 'is not on the list of provisions'],
    ['duaa-s70', 'x', 'cannot be picked as a basis'],
  ])('%s is refused with what to do', (provisionId, why, told) =>
    expect(faultOfPick({ provisionId, why })).toContain(told),
  );

  it.each([
    ['care-s42', ''],
    ['care-s42', 'x'.repeat(8000)],
    ['', 'Somebody asked'],
  ])('and %s is not', (provisionId, why) => expect(faultOfPick({ provisionId, why })).toBeUndefined());
});

function placeAt(at: Parameters<typeof lawPlaceAt>[1], content: FlowContent): LawPlace {
  const place = lawPlaceAt(content, at);
  if (!place) throw new Error(`No law is picked for ${at.field}.`);
  return place;
}

function flow(basis: object): FlowContent {
  const regime = 'regime' in basis ? basis.regime : null;
  const [validFrom, validTo] =
    regime === 'DPA1998' ? ['2017-01-01', '2018-05-24'] : ['2021-01-01', '2026-02-04'];
  return {
    ...{ startDate: '2019-01-01', senderOrgId: 'trust' },
    parties: [{ orgId: 'trust', nation: 'ENGLAND' }],
    assertions: [{ controllerOrgId: 'trust', validFrom, validTo, ...basis }],
  };
}
