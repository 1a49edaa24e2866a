import { listNamed } from '../questions/lists.js';
import { shownList, shownRecord } from './record-shown.js';

describe('A record is read in words', () => {
  const content = {
    title: 'Plans to the ambulance trust',
    startDate: '2026-03-01',
    senderOrgId: 'party-1',
    purposeCodes: ['DIRECT_CARE' as const, 'NOT_KNOWN' as const],
    parties: [{ orgId: 'party-1', name: 'Example Trust', orgType: 'NHS_MH_TRUST' as const }],
    security: { sharedLogin: false, accessLog: null, roleLimits: true },
    rights: { objections: [], complaintAcknowledgementDays: 1200 },
  };

  it('codes, days, numbers, parties and "not known" as people say them', () => {
    expect(answers('parties-and-purpose')).toEqual([
      ['What people call it', ['Plans to the ambulance trust']],
      ['First day', ['1 March 2026']],
      ['Who sends', ['Example Trust']],
      ['Purposes', ['Direct care', 'Not known']],
    ]);
    expect(answers('security')).toEqual([
      ['People share a login', ['No']],
      ['Access is limited by role', ['Yes']],
      ['Access is logged', ['Not known']],
    ]);
    expect(answers('rights')).toEqual([['Days within which a complaint is acknowledged', ['1,200']]]);
  });

  it('a party that the record does not hold is told apart from one that has a name', () => {
    const [parties] = shownRecord({ senderOrgId: 'gone', parties: content.parties });
    expect(parties?.rows).toMatchObject([{ values: ['A party that is not named here (gone)'] }]);
  });

  it('what is not answered is counted, and a list that says nothing is told from one that says there are none', () => {
    const rights = section('rights');
    expect(rights.unanswered).toBe(8);
    expect(rights.lists).toMatchObject([{ key: 'objections', saysNone: true, items: [] }]);
    expect(rights.silentAbout).toEqual([]);
    expect(section('consent').silentAbout).toEqual(['ways of asking for consent', 'counts of consents']);
  });

  it('and items are called by what tells them apart, without the identifier that Candour gives them', () => {
    const parties = listNamed('parties');
    expect(parties && shownList(parties, content)).toMatchObject({
      title: 'Parties',
      items: [
        {
          name: 'Example Trust, NHS mental health trust',
          rows: [{ values: ['Example Trust'] }, { values: ['NHS mental health trust'] }],
        },
      ],
    });
    expect(parties && shownList(parties, { parties: [{}] }).items[0]?.name).toBe(
      'A party, not yet filled in',
    );
  });

  function section(key: string) {
    const found = shownRecord(content).find((one) => one.key === key);
    if (!found) throw new Error('There is no such section.');
    return found;
  }

  function answers(key: string) {
    return section(key).rows.map((row) => [row.key, row.values]);
  }
});
