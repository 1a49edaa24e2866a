import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Acting } from '../../identity/request-actor.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { oneFormPage } from '../one-form-page.js';
import { GroupContact } from './telling/group-contact.entity.js';
import { GroupContactsService } from './telling/group-contacts.service.js';
import { GROUP_NOTICE_WORDS, groupRequestsInWords } from './group-in-words.js';
import { RecordContact } from './group.forms.js';
import { GroupRequest } from './group-request.entity.js';
import { GroupsQueries, type GroupVoice } from './groups.queries.js';
import { GroupsService } from './groups.service.js';

/** A user-led group's voice here: what everyone may know of it, who speaks for it for those who do, and whom it named to be told. */
@ApiExcludeController()
@Controller('groups')
export class GroupPages {
  constructor(
    private readonly groups: GroupsQueries,
    private readonly service: GroupsService,
    private readonly contacts: GroupContactsService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('ask', GroupRequest)
  async own(@Acting() actor: Actor): Promise<Page> {
    const groups = await this.groups.own(actor);
    return new Page('memberships/groups/views/own.njk', { title: 'Your group', groups });
  }

  @Get(':key')
  @Requires('read', Organisation)
  async show(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const group = await this.group(actor, key);
    const mine = actor.organisationsAs('USER_GROUP_MEMBER').includes(group.id);
    const [members, requests, contacts, notices] = await Promise.all([
      mine ? this.groups.members(actor, group.id) : [],
      mine ? this.groups.requests(actor, group.id) : [],
      this.groups.contacts(actor, group.id),
      this.groups.notices(actor, group.id),
    ]);
    const record = standIn(GroupContact, {
      organisationId: group.id,
      recordedBy: actor.personId,
      endedOn: null,
    });
    return new Page('memberships/groups/views/group.njk', {
      title: group.name,
      caption: 'Who speaks for this group here',
      back: { href: `/organisations/${group.key}`, text: group.name },
      group,
      mine,
      members: members.map((member) => ({ ...member, me: member.personId === actor.personId })),
      requests: groupRequestsInWords(requests, { actor, access: this.access, members: members.length }),
      contacts,
      notices: notices.map((notice) => ({ ...notice, words: GROUP_NOTICE_WORDS[notice.about] })),
      mayRecord: this.access.can(actor, 'record', record) && group.endedOn === null,
    });
  }

  @Get(':key/contacts/new')
  @Requires('record', GroupContact)
  async askForContact(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return contactPage(await this.group(actor, key), RecordContact.asked());
  }

  @Post(':key/contacts/new')
  @Requires('record', GroupContact)
  async recordContact(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const group = await this.group(actor, key);
    return submit(RecordContact, body, {
      act: async (given) => {
        await this.contacts.record(actor, group, given);
        return new Redirect(`/groups/${key}`, 'The address was recorded');
      },
      again: (asked) => contactPage(group, asked),
    });
  }

  @Post(':key/contacts/:contact/end')
  @Requires('end', GroupContact)
  async endContact(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('contact') contact: string,
  ): Promise<Redirect> {
    const group = await this.group(actor, key);
    if (!isId(contact)) throw new NotFound();
    await this.contacts.end(actor, group, contact);
    return new Redirect(`/groups/${key}`, 'This address is no longer told');
  }

  @Get(':key/leaving')
  @Requires('leave', Membership)
  async askToLeave(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const group = await this.group(actor, key);
    const members = await this.groups.members(actor, group.id);
    if (!members.some(({ personId }) => personId === actor.personId)) throw new NotFound();
    return new Page('memberships/groups/views/leave.njk', {
      title: 'Leave the group',
      caption: group.name,
      back: { href: `/groups/${group.key}`, text: group.name },
      group,
      last: members.length === 1,
    });
  }

  @Post(':key/leaving')
  @Requires('leave', Membership)
  async leave(@Acting() actor: Actor, @Param('key') key: string): Promise<Redirect> {
    const group = await this.group(actor, key);
    await this.service.leave(actor, group.id);
    return new Redirect(`/groups/${key}`);
  }

  private async group(actor: Actor, key: string): Promise<GroupVoice> {
    const group = await this.groups.one(actor, key);
    if (!group) throw new NotFound();
    return group;
  }
}

function contactPage(group: GroupVoice, asked: object): Page {
  return oneFormPage(
    {
      title: 'Record whom at the group to tell',
      action: `/groups/${group.key}/contacts/new`,
      button: 'Record the address',
      back: { href: `/groups/${group.key}`, text: group.name },
      intro: ['Record an address only if the group itself gave it.'],
      consequence:
        'After this the address is told of everything that is done to the group’s voice here. Those recorded before are told of it now, and only the group can end an address.',
    },
    asked,
  );
}
