import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../identity/actor.js';
import { normalAddress } from '../../../identity/people/person.entity.js';
import { Clock } from '../../../kernel/clock.js';
import { newId, type Uuid } from '../../../kernel/identifiers.js';
import { adding, changing } from '../../../ledger/act.js';
import { Ledger } from '../../../ledger/ledger.js';
import { made } from '../../../platform/database/recorded.js';
import { GroupContact } from './group-contact.entity.js';
import { tellingGroup } from './group-notices.js';

/** The group that is told. */
export interface ToldGroup {
  readonly id: Uuid;
  readonly name: string;
}

/** An address that a group gave, and how. */
export interface ContactToRecord {
  readonly address: string;
  readonly givenHow: string;
}

/** Keeps whom at a group to tell. Those who were named before are told of each new one, so that nobody is replaced in silence. */
@Injectable()
export class GroupContactsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Records an address that the group gave; returns its id. */
  async record(actor: Actor, group: ToldGroup, given: ContactToRecord): Promise<Uuid> {
    const day = this.clock.today();
    const contact = made(GroupContact, {
      ...{ id: newId(), organisationId: group.id, address: normalAddress(given.address) },
      ...{ givenHow: given.givenHow, recordedBy: actor.personId, recordedOn: day, endedOn: null },
    });
    await this.ledger.perform(
      actor,
      ...tellingGroup({ ...about(group, day), about: 'contact-added' }),
      adding('record', GroupContact, contact),
    );
    return contact.id;
  }

  /** Ends an address, as a member of the group; the address itself is told once more. */
  async end(actor: Actor, group: ToldGroup, contactId: Uuid): Promise<void> {
    const day = this.clock.today();
    const change = (contact: GroupContact): void => contact.end(day);
    await this.ledger.perform(
      actor,
      ...tellingGroup({ ...about(group, day), about: 'contact-ended' }),
      changing('end', GroupContact, contactId, { change }),
    );
  }
}

function about({ id, name }: ToldGroup, day: string) {
  return { organisationId: id, groupName: name, personId: null, who: '', day };
}
