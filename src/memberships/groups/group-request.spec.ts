import { standIn } from '../../access/stand-in.js';
import { newId } from '../../kernel/identifiers.js';
import { GroupRequest } from './group-request.entity.js';

const ASKER = newId();
const OTHER = newId();
const DAY = '2026-11-30';

describe('A proposal in a user-led group', () => {
  let request: GroupRequest;
  beforeEach(() => {
    request = standIn(GroupRequest, { askedBy: ASKER, outcome: null });
  });

  it('is agreed to by another member', () => {
    request.agree(OTHER, DAY, 2);
    expect(request).toMatchObject({ outcome: 'agreed', decidedBy: OTHER, decidedOn: DAY });
  });

  it('is not agreed to by whoever proposed it, unless nobody else speaks for the group', () => {
    expect(() => request.agree(ASKER, DAY, 2)).toThrow('Another member of your group must agree');
    expect(request.outcome).toBeNull();
    request.agree(ASKER, DAY, 1);
    expect(request.outcome).toBe('agreed');
  });

  it('is refused by another, withdrawn by whoever proposed it, and decided once', () => {
    expect(() => request.refuse(ASKER, DAY)).toThrow('withdraw');
    expect(() => request.withdraw(OTHER, DAY)).toThrow('refuse');
    request.withdraw(ASKER, DAY);
    expect(() => request.agree(OTHER, DAY, 2)).toThrow('already been withdrawn');
  });
});
