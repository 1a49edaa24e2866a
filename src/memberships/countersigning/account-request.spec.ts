import { standIn } from '../../access/stand-in.js';
import { newId } from '../../kernel/identifiers.js';
import { AccountRequest } from './account-request.entity.js';

const ASKER = newId();
const SECOND = newId();
const WHOM = newId();
const DAY = '2026-11-22';

describe('A request about an account', () => {
  let request: AccountRequest;
  beforeEach(() => {
    request = standIn(AccountRequest, { personId: WHOM, askedBy: ASKER, outcome: null });
  });

  it('is countersigned by a second administrator', () => {
    request.countersign(SECOND, DAY);
    expect(request).toMatchObject({ outcome: 'countersigned', decidedBy: SECOND, decidedOn: DAY });
  });

  it('is not countersigned by whoever asked, nor by the person it is about', () => {
    expect(() => request.countersign(ASKER, DAY)).toThrow('Another administrator must countersign');
    expect(() => request.countersign(WHOM, DAY)).toThrow('Nobody decides about their own account');
    expect(request.outcome).toBeNull();
  });

  it('is refused by another, withdrawn by whoever asked, and decided once', () => {
    expect(() => request.refuse(ASKER, DAY)).toThrow('withdraw');
    expect(() => request.withdraw(SECOND, DAY)).toThrow('refuse');
    request.withdraw(ASKER, DAY);
    expect(() => request.countersign(SECOND, DAY)).toThrow('already been withdrawn');
  });
});
