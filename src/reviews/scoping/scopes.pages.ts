import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { carried } from '../../web/form/carried.js';
import { confirm } from '../../web/form/confirm.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day, plural } from '../../web/words.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { RemovingService } from './removing.service.js';
import { ScopeAcknowledgement } from './scope-acknowledgement.entity.js';
import { SCOPE_DECISION_WORDS, ScopeDecision } from './scope-decision.entity.js';
import { PickScope, RemoveFromScope } from './scope.forms.js';
import { ScopesQueries, type DecidedRow } from './scopes.queries.js';
import { ScopesService, type ScopePreview, type ScopeToPick } from './scopes.service.js';

/** Pages about who owes an answer in a round: everyone reads it, a lead reviewer decides it, and a trust says that it has it. */
@ApiExcludeController()
@Controller('rounds/:id/scope')
export class ScopesPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: ScopesQueries,
    private readonly scopes: ScopesService,
    private readonly removing: RemovingService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', ScopeDecision)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const round = await this.found(actor, id);
    const decisions = await this.queries.decisions(actor, id);
    const mayDecide = round.voiding === null && this.access.can(actor, 'decide', ScopeDecision);
    const newest = decisions.filter(({ isNewest }) => isNewest);
    const count = (decided: DecidedRow['decision']) =>
      newest.filter(({ decision }) => decision === decided).length;
    return new Page('reviews/scoping/views/scope.njk', {
      title: 'Who owes an answer',
      caption: round.title,
      round,
      asked: plural(count('ASKED'), 'organisation'),
      counts: { leftOut: count('LEFT_OUT'), removed: count('REMOVED') },
      rows: decisions.map((one) => rowOf(one, id, mayDecide)),
      mayDecide,
      mayAcknowledge: round.voiding === null && (await this.mayAcknowledge(actor, id, newest)),
    });
  }

  @Get('add')
  @Requires('decide', ScopeDecision)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return pickPage(await this.found(actor, id), PickScope.asked());
  }

  @Post('add')
  @Requires('decide', ScopeDecision)
  async look(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page> {
    const round = await this.found(actor, id);
    return submit(PickScope, body, {
      act: async (pick) => previewPage(round, pick, await this.scopes.preview(actor, id, pick)),
      again: (asked) => pickPage(round, asked),
    });
  }

  @Post('confirm')
  @Requires('decide', ScopeDecision)
  async confirm(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const round = await this.found(actor, id);
    return confirm(
      PickScope,
      { schema: Confirmation, body },
      {
        lost: 'Pick again. Nobody was asked.',
        act: async ({ carriedPick: picked, seen }) => {
          const { asking, leavingOut } = await this.scopes.pick(actor, id, picked, seen);
          const words = `${plural(asking.length, 'organisation')} asked, ${String(leavingOut.length)} left out`;
          return new Redirect(`/rounds/${id}/scope`, words);
        },
        again: (asked) => pickPage(round, asked),
        overtaken: async ({ carriedPick: picked }) =>
          previewPage(round, picked, await this.scopes.preview(actor, id, picked)),
      },
    );
  }

  @Get(':organisation/removal')
  @Requires('propose', Proposal)
  askToRemove(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('organisation') organisation: string,
  ): Promise<Page> {
    return this.removalPage(actor, { id, organisation }, RemoveFromScope.asked());
  }

  @Post(':organisation/removal')
  @Requires('propose', Proposal)
  remove(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('organisation') organisation: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(RemoveFromScope, body, {
      act: async (values) => {
        const place = { roundId: id, organisationId: organisation };
        const proposal = await this.removing.propose(actor, place, values);
        return new Redirect(`/proposals/${proposal}`, 'It waits for another lead reviewer to agree');
      },
      again: (asked) => this.removalPage(actor, { id, organisation }, asked),
    });
  }

  @Post('acknowledgement')
  @Requires('acknowledge', ScopeAcknowledgement)
  async acknowledge(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const [organisationId] = actor.organisationsAs('TRUST_SUBMITTER');
    if (organisationId === undefined) throw new NotPermitted();
    await this.found(actor, id);
    await this.scopes.acknowledge(actor, id, organisationId);
    return new Redirect(`/rounds/${id}`, 'You have said that your organisation has the request');
  }

  private async mayAcknowledge(actor: Actor, id: string, newest: readonly DecidedRow[]): Promise<boolean> {
    const [own] = actor.organisationsAs('TRUST_SUBMITTER');
    const isAsked = newest.some(
      ({ organisationId, decision }) => organisationId === own && decision === 'ASKED',
    );
    return own !== undefined && isAsked && !(await this.queries.hasAcknowledged(actor, id, own));
  }

  private async removalPage(
    actor: Actor,
    { id, organisation }: { readonly id: string; readonly organisation: string },
    asked: Asked<FieldsOf<typeof RemoveFromScope>>,
  ): Promise<Page> {
    const round = await this.found(actor, id);
    const decisions = await this.queries.decisions(actor, id);
    const standing = decisions.find((one) => one.organisationId === organisation && one.isNewest);
    if (standing?.decision !== 'ASKED') throw new NotFound();
    return new Page('reviews/scoping/views/remove.njk', {
      title: 'Propose to remove an organisation that was asked',
      caption: round.title,
      round,
      standing,
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}

const MOST_CARRIED_BYTES = 1_000_000;
const Confirmation = z.object({
  carriedPick: carried(PickScope.schema, MOST_CARRIED_BYTES),
  seen: z.string(),
});

function pickPage(round: RoundRow, asked: Asked<FieldsOf<typeof PickScope>>): Page {
  return new Page('reviews/scoping/views/pick.njk', {
    title: 'Pick who owes an answer',
    caption: round.title,
    round,
    ...asked,
  });
}

async function previewPage(round: RoundRow, picked: ScopeToPick, preview: ScopePreview): Promise<Page> {
  const { asking, leavingOut, unchanged, seen, withoutRegion } = preview;
  return new Page('reviews/scoping/views/preview.njk', {
    title: 'Check who would be asked',
    caption: round.title,
    round,
    asking: plural(asking.length, 'organisation'),
    isNothing: asking.length === 0 && leavingOut.length === 0,
    askingRows: asking.map(({ name, odsCode }) => [name, odsCode ?? 'None']),
    leavingOutRows: leavingOut.map(({ organisation, reason }) => [organisation.name, reason]),
    unchanged: unchanged.map(({ name }) => name),
    withoutRegion: withoutRegion === 0 ? null : plural(withoutRegion, 'mental health trust'),
    carriedPick: await Confirmation.shape.carriedPick.encodeAsync(picked),
    seen,
  });
}

function rowOf(one: DecidedRow, roundId: string, mayDecide: boolean) {
  const removal = { href: `/rounds/${roundId}/scope/${one.organisationId}/removal`, text: 'Remove' };
  const isAsked = one.isNewest && one.decision === 'ASKED';
  return [
    { href: `/organisations/${one.key}`, text: one.organisation },
    one.odsCode ?? 'None',
    `${SCOPE_DECISION_WORDS[one.decision]}${one.isNewest ? '' : ', until the next entry'}`,
    day(one.decidedOn),
    one.reason,
    one.post,
    ...(mayDecide ? [isAsked ? removal : ''] : []),
  ];
}
