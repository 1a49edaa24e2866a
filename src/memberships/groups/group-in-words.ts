import type { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import type { GroupNoticeAbout } from './telling/group-notice.entity.js';
import { GroupRequest } from './group-request.entity.js';
import type { OpenGroupRequest } from './groups.queries.js';

/** What everyone reads of what a group was told: what was done, and by which post; never about whom. */
export const GROUP_NOTICE_WORDS: Readonly<Record<GroupNoticeAbout, string>> = {
  'first-member': 'An administrator let in the first member',
  'member-added': 'The group took in another member',
  'member-ended': 'The group ended a member’s part',
  'member-left': 'A member left',
  'group-ended': 'The group ended its voice here',
  'ended-by-operator': 'The operator ended a member’s part',
  suspended: 'An administrator suspended the account of a member',
  readmitted: 'An administrator opened the account of a member again',
  'account-opened': 'A new way into the account of a member was made',
  'contact-added': 'An address was recorded to be told',
  'contact-ended': 'The group ended an address that was told',
};

/** An open proposal as a member reads it, with what they may do about it. */
export interface GroupRequestInWords extends OpenGroupRequest {
  readonly what: string;
  readonly own: boolean;
  readonly mayAgree: boolean;
}

/** Open proposals of a group, each with the buttons that would not be refused. */
export function groupRequestsInWords(
  requests: readonly OpenGroupRequest[],
  { actor, access, members }: { readonly actor: Actor; readonly access: Access; readonly members: number },
): GroupRequestInWords[] {
  return requests.map((request) => {
    const own = request.askedBy === actor.personId;
    const may = access.can(actor, 'agree', standIn(GroupRequest, request));
    return { ...request, what: whatIsProposed(request), own, mayAgree: may && (!own || members < 2) };
  });
}

function whatIsProposed({ asks, personName }: OpenGroupRequest): string {
  if (asks === 'end-group') return 'End the group’s voice here for good';
  const who = personName ?? 'somebody';
  return asks === 'add-member' ? `${who} speaks for the group` : `${who} no longer speaks for the group`;
}
