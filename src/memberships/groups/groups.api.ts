import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Membership } from '../../identity/people/membership.entity.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { PeopleService } from '../people/people.service.js';
import { GroupContact } from './telling/group-contact.entity.js';
import { GroupContactsService } from './telling/group-contacts.service.js';
import { GROUP_NOTICES } from './telling/group-notice.entity.js';
import { GROUP_REQUEST_KINDS, GroupRequest } from './group-request.entity.js';
import { ProposeGroupEnd, ProposeMember, ProposeMemberEnd, RecordContact } from './group.forms.js';
import { GroupsQueries, type GroupVoice } from './groups.queries.js';
import { GroupsService, type Proposed } from './groups.service.js';

const GroupOut = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    speaks: z.boolean().meta({ description: 'Whether somebody speaks for the group here now.' }),
    contactSince: z.iso.date().nullable(),
    endedOn: z.iso.date().nullable().meta({ description: 'When the group ended its voice here, for good.' }),
    notices: z
      .array(z.object({ about: z.enum(GROUP_NOTICES), noticedOn: z.iso.date() }))
      .meta({ description: 'What the group was told of, newest first; at most 100.' }),
    members: z
      .array(z.object({ membershipId: z.uuid(), name: z.string().nullable(), grantedOn: z.iso.date() }))
      .meta({ description: 'Who speaks for the group; only for its members.' }),
    requests: z
      .array(
        z.object({
          id: z.uuid(),
          asks: z.enum(GROUP_REQUEST_KINDS),
          personName: z.string().nullable(),
          reason: z.string(),
          askedByName: z.string(),
          askedOn: z.iso.date(),
        }),
      )
      .meta({ description: 'Proposals that wait for another member; only for its members.' }),
  })
  .meta({ id: 'Group' });
const ProposedOut = z.object({ requestId: z.uuid(), done: z.boolean() }).meta({ id: 'GroupProposal' });
const ContactMade = z.object({ id: z.uuid() }).meta({ id: 'GroupContactId' });
const FirstMember = z.strictObject({ personId: z.uuid() }).meta({ id: 'FirstMember' });
const FirstMemberOut = z.object({ membershipId: z.uuid() }).meta({ id: 'FirstMemberId' });

/** The voices of user-led groups, for programs: who speaks for them is the group's own affair here too. */
@ApiTags('Groups')
@ApiBearerAuth()
@Controller('api/v1/groups/:key')
export class GroupsApi {
  constructor(
    private readonly groups: GroupsQueries,
    private readonly service: GroupsService,
    private readonly contacts: GroupContactsService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Requires('read', Organisation)
  @Answers(GroupOut)
  async one(@Acting() actor: Actor, @Param('key') key: string) {
    const group = await this.group(actor, key);
    const mine = actor.organisationsAs('USER_GROUP_MEMBER').includes(group.id);
    return {
      ...group,
      notices: await this.groups.notices(actor, group.id),
      members: mine ? await this.groups.members(actor, group.id) : [],
      requests: mine ? await this.groups.requests(actor, group.id) : [],
    };
  }

  @Post('first-member')
  @Requires('grant', Membership)
  @Answers(FirstMemberOut, 201)
  async letIn(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body({ schema: FirstMember }) { personId }: z.infer<typeof FirstMember>,
  ): Promise<z.infer<typeof FirstMemberOut>> {
    const { id: organisationId } = await this.group(actor, key);
    return this.people.letIn(actor, { personId, organisationId });
  }

  @Post('members')
  @Requires('ask', GroupRequest)
  @Answers(ProposedOut, 201)
  async propose(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body({ schema: ProposeMember.schema }) values: ValuesIn<typeof ProposeMember>,
  ): Promise<Proposed> {
    const { id } = await this.group(actor, key);
    return this.service.propose(actor, id, { asks: 'add-member', ...values });
  }

  @Post('members/:membership/ending')
  @Requires('ask', GroupRequest)
  @Answers(ProposedOut, 201)
  async proposeEnd(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('membership', { schema: z.uuid() }) membershipId: string,
    @Body({ schema: ProposeMemberEnd.schema }) { reason }: ValuesIn<typeof ProposeMemberEnd>,
  ): Promise<Proposed> {
    const { id } = await this.group(actor, key);
    return this.service.propose(actor, id, { asks: 'end-member', membershipId, reason });
  }

  @Post('ending')
  @Requires('ask', GroupRequest)
  @Answers(ProposedOut, 201)
  async proposeGroupEnd(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body({ schema: ProposeGroupEnd.schema }) { reason }: ValuesIn<typeof ProposeGroupEnd>,
  ): Promise<Proposed> {
    const { id } = await this.group(actor, key);
    return this.service.propose(actor, id, { asks: 'end-group', reason });
  }

  @Post('leaving')
  @Requires('leave', Membership)
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async leave(@Acting() actor: Actor, @Param('key') key: string): Promise<void> {
    const { id } = await this.group(actor, key);
    await this.service.leave(actor, id);
  }

  @Post('proposals/:id/agreement')
  @Requires('agree', GroupRequest)
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async agree(@Acting() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.service.agree(actor, id);
  }

  @Post('proposals/:id/refusal')
  @Requires('refuse', GroupRequest)
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async refuse(@Acting() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.service.refuse(actor, id);
  }

  @Post('proposals/:id/withdrawal')
  @Requires('withdraw', GroupRequest)
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async withdraw(@Acting() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.service.withdraw(actor, id);
  }

  @Post('contacts')
  @Requires('record', GroupContact)
  @Answers(ContactMade, 201)
  async recordContact(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body({ schema: RecordContact.schema }) given: ValuesIn<typeof RecordContact>,
  ): Promise<z.infer<typeof ContactMade>> {
    return { id: await this.contacts.record(actor, await this.group(actor, key), given) };
  }

  @Post('contacts/:contact/ending')
  @Requires('end', GroupContact)
  @HttpCode(204)
  @ApiResponse({ status: 204 })
  async endContact(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('contact', { schema: z.uuid() }) contact: string,
  ): Promise<void> {
    await this.contacts.end(actor, await this.group(actor, key), contact);
  }

  private async group(actor: Actor, key: string): Promise<GroupVoice> {
    const group = await this.groups.one(actor, key);
    if (!group) throw new NotFound();
    return group;
  }
}
