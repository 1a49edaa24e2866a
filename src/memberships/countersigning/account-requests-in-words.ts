import type { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { ROLES } from '../../identity/roles.js';
import { AccountRequest } from './account-request.entity.js';
import type { AccountRequestView } from './account-requests.queries.js';

/** An open request as a person reads it, with what they may do about it. */
export interface AccountRequestInWords extends AccountRequestView {
  readonly what: string;
  readonly mayCountersign: boolean;
  readonly mayRefuse: boolean;
  readonly mayWithdraw: boolean;
}

/** Open requests, each with the buttons that would not be refused. */
export function accountRequestsInWords(
  requests: readonly AccountRequestView[],
  actor: Actor,
  access: Access,
): AccountRequestInWords[] {
  return requests.map((request) => {
    const record = standIn(AccountRequest, request);
    const own = request.askedBy === actor.personId;
    return {
      ...request,
      what: whatIsAsked(request),
      mayCountersign: access.can(actor, 'countersign', record),
      mayRefuse: access.can(actor, 'refuse', record),
      mayWithdraw: own && access.can(actor, 'withdraw', record),
    };
  });
}

function whatIsAsked({ asks, role, organisationName, personName }: AccountRequestView): string {
  if (asks === 'remove-generator') return `Remove the code generator of ${personName}`;
  if (asks === 'new-joining-code') return `Make a new joining code for ${personName}`;
  const label = role === null ? 'a role' : `the role ${ROLES[role].label}`;
  return `Give ${personName} ${label}${organisationName === null ? '' : ` for ${organisationName}`}`;
}
