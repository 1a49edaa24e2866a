import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR } from '../identity/actor.js';
import { GroupsService } from '../memberships/groups/groups.service.js';
import { GroupContactsService } from '../memberships/groups/telling/group-contacts.service.js';
import type { DemoCast } from './demo-cast.js';
import { DEMO_PERSONAS } from './personas.js';

/** The fictional group names whom to tell, and its first member lets in another: from then on two of them agree. */
export async function letExampleGroupGrow(candour: INestApplicationContext, cast: DemoCast): Promise<void> {
  const group = { id: cast.groupId, name: 'Example Voices (fictional)' };
  await candour.get(GroupContactsService).record(OPERATOR, group, {
    address: 'voices@demo.example',
    givenHow: 'Example data: in its letter of 1 June 2026.',
  });
  await candour.get(GroupsService).propose(await cast.as('group'), cast.groupId, {
    asks: 'add-member',
    address: DEMO_PERSONAS.otherGroup.email,
    reason: 'Example data: we share the work.',
  });
}
