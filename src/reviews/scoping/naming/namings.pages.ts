import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../../access/access.js';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { NotFound, NotPermitted } from '../../../kernel/refusal.js';
import { Download } from '../../../web/answer/download.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../../web/form/form.js';
import { submit } from '../../../web/form/submit.js';
import { day } from '../../../web/words.js';
import { RoundsQueries, type RoundRow } from '../../rounds/rounds.queries.js';
import { NamingAnswer } from './naming-answer.entity.js';
import { NamingDecision } from './naming-decision.entity.js';
import { NAMING_COLUMNS, namingState } from './naming-shown.js';
import { AnswerNaming, DecideDispute, NameScheme } from './naming.forms.js';
import { NamingsQueries, type NamingRow } from './namings.queries.js';
import { NamingsService } from './namings.service.js';
import { SchemeNaming } from './scheme-naming.entity.js';

interface Place {
  readonly id: string;
  readonly naming: string;
}

/** Schemes that only sources know and that were named for a trust: everyone reads what each side says and what was decided. */
@ApiExcludeController()
@Controller('rounds/:id')
export class NamingsPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: NamingsQueries,
    private readonly namings: NamingsService,
    private readonly access: Access,
  ) {}

  @Get('named-schemes')
  @Requires('read', SchemeNaming)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.found(actor, id);
    const found = await this.queries.list(actor, id);
    return new Page('reviews/scoping/naming/views/list.njk', {
      title: 'Schemes that only sources know',
      caption: round.title,
      round,
      rows: found.map((one) => [
        { href: `/rounds/${id}/named-schemes/${one.id}`, text: one.scheme },
        one.organisation,
        day(one.namedOn),
        namingState(one),
      ]),
      mayName: round.voiding === null && this.access.can(actor, 'name', SchemeNaming),
    });
  }

  @Get('named-schemes.csv')
  @Requires('read', SchemeNaming)
  async download(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    await this.found(actor, id);
    return Download.csv(`named-schemes-${id}.csv`, NAMING_COLUMNS, await this.queries.list(actor, id));
  }

  @Get('named-schemes/add')
  @Requires('name', SchemeNaming)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.namePage(actor, id, NameScheme.asked());
  }

  @Post('named-schemes/add')
  @Requires('name', SchemeNaming)
  name(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(NameScheme, body, {
      act: async (values) => {
        const naming = await this.namings.name(actor, id, values);
        return new Redirect(`/rounds/${id}/named-schemes/${naming}`, 'The trust is asked about this scheme');
      },
      again: (asked) => this.namePage(actor, id, asked),
    });
  }

  @Get('named-schemes/:naming')
  @Requires('read', SchemeNaming)
  one(@Acting() actor: Actor, @Param('id') id: string, @Param('naming') naming: string): Promise<Page> {
    return this.page(actor, { id, naming }, {});
  }

  @Post('named-schemes/:naming/answer')
  @Requires('answer', NamingAnswer)
  answer(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('naming') naming: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(AnswerNaming, body, {
      act: async (values) => {
        const [organisationId] = actor.organisationsAs('TRUST_SUBMITTER');
        if (organisationId === undefined) throw new NotPermitted();
        await this.namings.answer(actor, { roundId: id, namingId: naming, organisationId }, values);
        return new Redirect(`/rounds/${id}/named-schemes/${naming}`, 'Everyone can read your answer');
      },
      again: (answering) => this.page(actor, { id, naming }, { answering }),
    });
  }

  @Post('named-schemes/:naming/decision')
  @Requires('decide', NamingDecision)
  decide(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('naming') naming: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(DecideDispute, body, {
      act: async (values) => {
        await this.namings.decide(actor, { roundId: id, namingId: naming }, values);
        return new Redirect(`/rounds/${id}/named-schemes/${naming}`, 'The dispute is decided');
      },
      again: (deciding) => this.page(actor, { id, naming }, { deciding }),
    });
  }

  private async namePage(actor: Actor, id: string, asked: Asked<FieldsOf<typeof NameScheme>>): Promise<Page> {
    const round = await this.found(actor, id);
    const orphans = await this.queries.orphans(actor);
    return new Page('reviews/scoping/naming/views/name.njk', {
      title: 'Name a scheme for a trust',
      caption: round.title,
      round,
      rows: orphans.map(({ key, title, area }) => [{ href: `/deployments/${key}`, text: title }, area, key]),
      ...asked,
    });
  }

  private async page(
    actor: Actor,
    { id, naming }: Place,
    again: { readonly answering?: object; readonly deciding?: object },
  ): Promise<Page> {
    const round = await this.found(actor, id);
    const found = await this.queries.one(actor, id, naming);
    if (!found) throw new NotFound();
    const stands = round.voiding === null;
    return new Page('reviews/scoping/naming/views/one.njk', {
      title: found.scheme,
      caption: `${round.title}: taken to be a scheme of ${found.organisation}`,
      round,
      found,
      state: namingState(found),
      issues: [],
      may: {
        answer: stands && found.answer === null && mayAnswer(actor, found),
        decide: stands && this.mayDecide(actor, found),
      },
      isOwn: found.isOwn && this.access.can(actor, 'decide', NamingDecision),
      answering: again.answering ?? AnswerNaming.asked(),
      deciding: again.deciding ?? DecideDispute.asked(),
      ...again.answering,
      ...again.deciding,
    });
  }

  private mayDecide(actor: Actor, { answer, decision, isOwn }: NamingRow): boolean {
    const waits = answer?.says === 'DISPUTED' && decision === null;
    return waits && !isOwn && this.access.can(actor, 'decide', NamingDecision);
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}

function mayAnswer(actor: Actor, { organisationId }: NamingRow): boolean {
  return actor.organisationsAs('TRUST_SUBMITTER').includes(organisationId);
}
