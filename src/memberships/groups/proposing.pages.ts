import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { oneFormPage } from '../one-form-page.js';
import { ProposeGroupEnd, ProposeMember, ProposeMemberEnd } from './group.forms.js';
import { GroupRequest } from './group-request.entity.js';
import { GroupsQueries, type GroupVoice } from './groups.queries.js';
import { GroupsService, type Proposed } from './groups.service.js';

const TWO =
  'Where others speak for the group too, another of them must agree first. What your group has said stays your group’s.';

/** Where members propose who else speaks for their group, whose part ends, or that the group ends; and where another agrees. */
@ApiExcludeController()
@Controller('groups/:key')
export class ProposingPages {
  constructor(
    private readonly groups: GroupsQueries,
    private readonly service: GroupsService,
  ) {}

  @Get('members/new')
  @Requires('ask', GroupRequest)
  async askForMember(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return memberPage(await this.own(actor, key), ProposeMember.asked());
  }

  @Post('members/new')
  @Requires('ask', GroupRequest)
  async proposeMember(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const group = await this.own(actor, key);
    return submit(ProposeMember, body, {
      act: async (values) =>
        proposed(group, await this.service.propose(actor, group.id, { asks: 'add-member', ...values })),
      again: (asked) => memberPage(group, asked),
    });
  }

  @Get('members/:membership/ending')
  @Requires('ask', GroupRequest)
  async askToEnd(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('membership') membership: string,
  ): Promise<Page> {
    const group = await this.own(actor, key);
    return endPage(group, await this.member(actor, group, membership), ProposeMemberEnd.asked());
  }

  @Post('members/:membership/ending')
  @Requires('ask', GroupRequest)
  async proposeEnd(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('membership') membership: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const group = await this.own(actor, key);
    const member = await this.member(actor, group, membership);
    return submit(ProposeMemberEnd, body, {
      act: async ({ reason }) =>
        proposed(
          group,
          await this.service.propose(actor, group.id, {
            ...{ asks: 'end-member', membershipId: member.membershipId, reason },
          }),
        ),
      again: (asked) => endPage(group, member, asked),
    });
  }

  @Get('ending')
  @Requires('ask', GroupRequest)
  async askToEndGroup(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return groupEndPage(await this.own(actor, key), ProposeGroupEnd.asked());
  }

  @Post('ending')
  @Requires('ask', GroupRequest)
  async proposeGroupEnd(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const group = await this.own(actor, key);
    return submit(ProposeGroupEnd, body, {
      act: async ({ reason }) =>
        proposed(group, await this.service.propose(actor, group.id, { asks: 'end-group', reason })),
      again: (asked) => groupEndPage(group, asked),
    });
  }

  @Post('proposals/:id/agree')
  @Requires('agree', GroupRequest)
  async agree(@Acting() actor: Actor, @Param('key') key: string, @Param('id') id: string): Promise<Redirect> {
    await this.service.agree(actor, id);
    return new Redirect(`/groups/${key}`, 'You agreed, and it is done');
  }

  @Post('proposals/:id/refuse')
  @Requires('refuse', GroupRequest)
  async refuse(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('id') id: string,
  ): Promise<Redirect> {
    await this.service.refuse(actor, known(id));
    return new Redirect(`/groups/${key}`, 'You refused the proposal');
  }

  @Post('proposals/:id/withdraw')
  @Requires('withdraw', GroupRequest)
  async withdraw(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Param('id') id: string,
  ): Promise<Redirect> {
    await this.service.withdraw(actor, known(id));
    return new Redirect(`/groups/${key}`, 'You withdrew the proposal');
  }

  private async own(actor: Actor, key: string): Promise<GroupVoice> {
    const group = await this.groups.one(actor, key);
    if (!group || !actor.organisationsAs('USER_GROUP_MEMBER').includes(group.id)) throw new NotFound();
    return group;
  }

  private async member(actor: Actor, group: GroupVoice, id: string): Promise<Named> {
    const members = await this.groups.members(actor, group.id);
    const named = members.find(({ membershipId }) => membershipId === id);
    if (!named) throw new NotFound();
    return { membershipId: named.membershipId, name: named.name ?? 'this member' };
  }
}

interface Named {
  readonly membershipId: Uuid;
  readonly name: string;
}

function known(id: string): Uuid {
  if (isId(id)) return id;
  throw new NotFound();
}

function proposed({ key }: GroupVoice, { done }: Proposed): Redirect {
  return new Redirect(`/groups/${key}`, done ? 'It is done' : 'The other members are asked to agree');
}

function memberPage(group: GroupVoice, asked: object): Page {
  return page(group, asked, {
    title: 'Propose somebody to speak for the group',
    path: 'members/new',
    consequence: `Whoever speaks for the group answers what it is asked, withdraws what it said, and takes others in. Nobody does who holds, or held in the last 5 years, a post in a trust, police force or commissioner. ${TWO}`,
  });
}

function endPage(group: GroupVoice, { membershipId, name }: Named, asked: object): Page {
  return page(group, asked, {
    title: `Propose that ${name} no longer speaks for the group`,
    path: `members/${membershipId}/ending`,
    consequence: TWO,
  });
}

function groupEndPage(group: GroupVoice, asked: object): Page {
  return page(group, asked, {
    title: 'Propose to end the group’s voice here',
    path: 'ending',
    consequence: `After this nobody speaks for the group here any more, for good: nobody can let anybody in again. ${TWO}`,
  });
}

function page(
  group: GroupVoice,
  asked: object,
  {
    title,
    path,
    consequence,
  }: { readonly title: string; readonly path: string; readonly consequence: string },
): Page {
  const back = { href: `/groups/${group.key}`, text: group.name };
  return oneFormPage(
    { title, action: `/groups/${group.key}/${path}`, button: 'Propose', back, consequence },
    asked,
  );
}
