import { withItem, withoutItem } from './list-items.js';
import { listAt } from '../questions/lists.js';

describe('Items of a list', () => {
  const parties = listAt('parties');
  const content = {
    senderOrgId: 'party-1',
    recipientOrgIds: ['party-2', 'party-7'],
    parties: [{ orgId: 'party-1' }, { orgId: 'party-7', name: 'party-7' }],
    assertions: [{ controllerOrgId: 'party-7', art6: '6_1_e' }],
    purposeText: 'party-7',
  };

  it('get an identifier that no other has, and keep their own', () => {
    expect(withItem(content, parties, 2, { name: 'New' })).toMatchObject({
      parties: [{ orgId: 'party-1' }, { orgId: 'party-7' }, { orgId: 'party-8', name: 'New' }],
    });
    expect(withItem(content, parties, 0, { orgId: 'trust' })).toMatchObject({
      parties: [{ orgId: 'trust' }, { orgId: 'party-7' }],
    });
    expect(withItem({}, parties, 5, undefined)).toEqual({ parties: [{ orgId: 'party-1' }] });
    expect(withItem({}, listAt('rights.objections'), 0, { receivedOn: '2026-01-01' })).toEqual({
      rights: { objections: [{ receivedOn: '2026-01-01' }] },
    });
  });

  it('go with the answers that refer to them, and with nothing else', () => {
    expect(withoutItem(content, parties, 1)).toEqual({
      senderOrgId: 'party-1',
      recipientOrgIds: ['party-2'],
      parties: [{ orgId: 'party-1' }],
      assertions: [{ art6: '6_1_e' }],
      purposeText: 'party-7',
    });
  });

  it('and the last takes its list with it, because an empty list would say that there are none', () => {
    expect(withoutItem({ title: 'x', rights: { objections: [{}] } }, listAt('rights.objections'), 0)).toEqual(
      {
        title: 'x',
      },
    );
  });
});
