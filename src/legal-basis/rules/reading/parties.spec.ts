import { changed } from '../../../../test/support/data-sharing/changed.js';
import { modelFlow } from '../../../../test/support/data-sharing/model-flow.js';
import { flowRecordSchema, type FlowRecord } from '../../record/flow-record.js';
import { leavesCare } from './confidentiality.js';
import { carriesHealth, mayCarryOffences } from './health.js';
import {
  anyRecipient,
  controllersOf,
  givesCare,
  isCompetentAuthority,
  isOneOf,
  isPolice,
  isPublicAuthority,
  nameOf,
  partyIds,
  partyOf,
  recipientIds,
} from './parties.js';
import { policeHaveAccounts } from './police-access.js';

type Party = NonNullable<FlowRecord['parties']>[number];

function flow(changes: Parameters<typeof changed>[1]): FlowRecord {
  return flowRecordSchema.parse(changed(modelFlow, changes));
}

describe('A kind of body settles', () => {
  it.each<
    [orgType: Party['orgType'], authority: boolean | null, care: boolean | null, competent: boolean | null]
  >([
    ['NHS_MH_TRUST', true, true, false],
    ['ICB', true, false, false],
    ['AHSN_HIN', null, false, false],
    ['VENDOR', false, false, false],
    ['POLICE_FORCE', true, false, true],
    ['PCC', true, false, false],
    ['DHSC', true, false, true],
    ['LOCAL_AUTHORITY', true, null, null],
    ['SAB', true, false, null],
    ['CHARITY', false, null, false],
    ['NOT_KNOWN', null, null, null],
    [undefined, null, null, null],
  ])(
    'for %s: public authority %s, care %s, competent authority %s',
    (orgType, authority, care, competent) => {
      const party = { orgType };
      expect([isPublicAuthority(party), givesCare(party), isCompetentAuthority(party)]).toEqual([
        authority,
        care,
        competent,
      ]);
    },
  );

  it('nothing of a party that is not there', () => {
    const asked = [isPublicAuthority, givesCare, isCompetentAuthority, isPolice];
    expect(asked.map((ask) => ask(null))).toEqual([null, null, null, null]);
    expect(isOneOf(null, 'GP')).toBeNull();
  });

  it('less than the record only where it leaves the answer open', () => {
    expect(isPublicAuthority({ orgType: 'AHSN_HIN', publicAuthority: true })).toBe(true);
    expect(isPublicAuthority({ orgType: 'VENDOR', publicAuthority: true })).toBe(false);
    expect(givesCare({ orgType: 'CHARITY', providesCare: true })).toBe(true);
    expect(givesCare({ orgType: 'NHS_MH_TRUST', providesCare: false })).toBe(false);
    expect(givesCare({ orgType: 'VENDOR', providesCare: true })).toBe(false);
    expect(isCompetentAuthority({ orgType: 'PCC', competentAuthority: true })).toBe(true);
    expect(isCompetentAuthority({ orgType: 'LOCAL_AUTHORITY', competentAuthority: false })).toBe(false);
    expect(isCompetentAuthority({ orgType: 'NHS_ACUTE', competentAuthority: true })).toBe(false);
  });

  it('whether it is police, or one of several', () => {
    expect([isPolice({ orgType: 'POLICE_FORCE' }), isPolice({ orgType: 'PCC' })]).toEqual([true, false]);
    expect(isOneOf({ orgType: 'GP' }, 'NHS_ACUTE', 'GP')).toBe(true);
  });
});

describe('The parties of a flow', () => {
  it('are found by their identifier, and called by their name', () => {
    expect(partyOf(modelFlow, 'ambulance')?.orgType).toBe('NHS_AMBULANCE');
    for (const id of ['nobody', '', 'NOT_KNOWN', null, undefined]) expect(partyOf(modelFlow, id)).toBeNull();
    expect(partyOf({}, 'trust')).toBeNull();
    expect(nameOf(modelFlow, 'trust')).toBe('Example Mental Health Trust');
    expect(nameOf(modelFlow, 'nobody')).toBe('nobody');
  });

  it('are the sender and the recipients, each once, without those that nobody knows', () => {
    const several = flow({ recipientOrgIds: ['police', 'NOT_KNOWN', '', 'trust', 'police'] });
    expect(recipientIds(several)).toEqual(['police', 'trust']);
    expect(partyIds(several)).toEqual(['trust', 'police']);
    expect(partyIds(flow({ senderOrgId: 'not known' }))).toEqual(['ambulance']);
    expect([recipientIds({}), partyIds({})]).toEqual([[], []]);
  });

  it.each<[role: Party['role'], orgType: Party['orgType'], counts: boolean]>([
    [undefined, 'NHS_AMBULANCE', true],
    ['NOT_KNOWN', undefined, true],
    ['CONTROLLER', 'FAMILY_OR_CARER', true],
    ['PROCESSOR', 'VENDOR', false],
    ['PROCESSOR', 'POLICE_FORCE', true],
    ['NOT_A_CONTROLLER', 'NHS_AMBULANCE', true],
    ['NOT_A_CONTROLLER', 'POLICE_FORCE', true],
    ['NOT_A_CONTROLLER', 'FAMILY_OR_CARER', false],
    [undefined, 'FAMILY_OR_CARER', false],
    ['NOT_KNOWN', 'TRAINING_AUDIENCE', false],
  ])('with the role %s of a %s count as a controller: %s', (role, orgType, counts) => {
    const controllers = controllersOf(flow({ 'parties[1].role': role, 'parties[1].orgType': orgType }));
    expect(controllers).toEqual(counts ? ['trust', 'ambulance'] : ['trust']);
  });

  it('are controllers where a processor has purposes of its own', () => {
    const supplier = flow({ 'parties[1].role': 'PROCESSOR', 'parties[1].usesForOwnPurposes': true });
    expect(controllersOf(supplier)).toEqual(['trust', 'ambulance']);
  });

  it('are asked about one by one, and nothing is known while none is named', () => {
    expect(anyRecipient(modelFlow, isPolice)).toBe(false);
    expect(anyRecipient(flow({ 'parties[1].orgType': 'POLICE_FORCE' }), isPolice)).toBe(true);
    expect(anyRecipient(flow({ 'parties[1].orgType': undefined }), isPolice)).toBeNull();
    expect(anyRecipient(flow({ recipientOrgIds: [] }), isPolice)).toBeNull();
  });
});

describe('What leaves care', () => {
  it.each(['NHS_MH_TRUST', 'NHS_ACUTE', 'NHS_AMBULANCE', 'NHS_COMMUNITY', 'GP'])(
    'leaves it from %s',
    (orgType) => {
      expect(leavesCare(flow({ 'parties[0].orgType': orgType }))).toBe(true);
    },
  );

  it('leaves it from no other body, and only where it concerns health or was learned in care', () => {
    expect(leavesCare(flow({ 'parties[0].orgType': 'POLICE_FORCE' }))).toBe(false);
    expect(leavesCare(flow({ 'parties[0].orgType': undefined }))).toBeNull();
    expect(leavesCare(flow({ dataCategories: ['IDENTITY'] }))).toBe(true);
    expect(leavesCare(flow({ dataCategories: ['IDENTITY'], sources: ['FAMILY'] }))).toBe(false);
    expect(leavesCare(flow({ dataCategories: [] }))).toBeNull();
  });

  it('concerns health or offences by its categories', () => {
    expect([carriesHealth(modelFlow), mayCarryOffences(modelFlow)]).toEqual([true, false]);
    expect(carriesHealth(flow({ dataCategories: ['S136_EVENT'] }))).toBe(true);
    expect(mayCarryOffences(flow({ dataCategories: ['NOT_KNOWN'] }))).toBeNull();
  });
});

describe('Police accounts on a clinical system', () => {
  const police = { 'parties[1].orgType': 'POLICE_FORCE', 'security.policeAccounts': false };

  it('are there where the record says so, or where police receive by looking into it', () => {
    expect(policeHaveAccounts(flow({ 'security.policeAccounts': true }))).toBe(true);
    expect(policeHaveAccounts(flow({ ...police, mechanism: 'FULL_RECORD_ACCESS' }))).toBe(true);
    expect(policeHaveAccounts(flow({ ...police, mechanism: 'READ_ONLY_VIEW' }))).toBe(true);
  });

  it('are not there where neither is so, and not known where one is not', () => {
    expect(policeHaveAccounts(flow(police))).toBe(false);
    expect(policeHaveAccounts(flow({ mechanism: 'FULL_RECORD_ACCESS' }))).toBe(false);
    expect(policeHaveAccounts(flow({ ...police, mechanism: undefined }))).toBeNull();
    expect(policeHaveAccounts(flow({ security: undefined }))).toBeNull();
  });
});
