import type { Policy } from '../../access/policy.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { GroupContact } from './telling/group-contact.entity.js';
import { GroupNotice } from './telling/group-notice.entity.js';
import { GroupRequest } from './group-request.entity.js';

/**
 * Who speaks for a group is the group's own affair: its members take others in, end each other's part and leave. Administrators
 * and the operator record whom to tell and tell it; they end no member and no contact.
 */
export const groupsPolicy: Policy = (actor, { allow }) => {
  allow('read', GroupNotice);
  if (actor.standing === 'operator') {
    allow('record', GroupContact, { recordedBy: null, endedOn: null });
    allow('tell', GroupNotice);
  }
  const me = actor.personId;
  if (me === null) return;
  if (actor.holds('ADMIN')) {
    allow('read', GroupContact);
    allow('record', GroupContact, { recordedBy: me, endedOn: null });
    allow('tell', GroupNotice);
  }
  const organisationId = actor.organisationsAs('USER_GROUP_MEMBER');
  if (organisationId.length === 0) return;
  allow(['read', 'end'], GroupContact, { organisationId });
  allow('record', GroupContact, { organisationId, recordedBy: me, endedOn: null });
  allow('tell', GroupNotice, { organisationId });
  allow('ask', GroupRequest, { organisationId, askedBy: me });
  allow(['read', 'agree', 'refuse', 'withdraw'], GroupRequest, { organisationId });
  allow(['read', 'take in', 'end for the group'], Membership, { organisationId, role: 'USER_GROUP_MEMBER' });
  allow('leave', Membership, { organisationId, role: 'USER_GROUP_MEMBER', personId: me });
};
