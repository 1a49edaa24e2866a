import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { FrameworksQueries } from '../../frameworks/frameworks.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { Proposal } from '../proposals/proposal.entity.js';
import { Round } from '../round.entity.js';
import { EditionMovesQueries } from './edition-moves.queries.js';
import { MoveEdition } from './move-edition.form.js';
import { shownMove } from './shown-move.js';
import { MovingEditionsService } from './moving-editions.service.js';

/** Pages about the editions that a round asked and could ask: what a move would do to each criterion, for everyone. */
@ApiExcludeController()
@Controller('rounds/:id/editions')
export class EditionsOfRoundPages {
  constructor(
    private readonly moving: MovingEditionsService,
    private readonly moves: EditionMovesQueries,
    private readonly frameworks: FrameworksQueries,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', Round)
  async list(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const [newest] = await this.frameworks.list(actor);
    if (!newest) throw new NotFound();
    const { round } = await this.moving.look(actor, id, newest.id);
    const editions = await this.frameworks.list(actor);
    return new Page('reviews/changing-edition/views/editions.njk', {
      title: 'Editions of this round',
      caption: round.title,
      round,
      moves: await this.moves.of(actor, id),
      rows: editions
        .filter(({ id: edition }) => edition !== round.editionId)
        .map(({ key, title, asAt }) => [
          { href: `/rounds/${id}/editions/${key}`, text: key, code: true },
          title,
          day(asAt),
        ]),
    });
  }

  @Get(':key')
  @Requires('read', Round)
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Param('key') key: string): Promise<Page> {
    const { round } = await this.moving.look(actor, id, key);
    return this.page(actor, { id, key }, MoveEdition.asked({ version: round.revision }));
  }

  @Post(':key')
  @Requires('propose', Proposal)
  propose(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(MoveEdition, body, {
      act: async (values) => {
        const proposal = await this.moving.propose(actor, { roundId: id, edition: key }, values);
        return new Redirect(`/proposals/${proposal}`, 'Your proposal waits for another lead reviewer');
      },
      again: (asked) => this.page(actor, { id, key }, asked),
      current: async () => ({ version: (await this.moving.look(actor, id, key)).round.revision }),
    });
  }

  private async page(
    actor: Actor,
    { id, key }: { readonly id: string; readonly key: string },
    asked: Asked<FieldsOf<typeof MoveEdition>>,
  ): Promise<Page> {
    const looked = await this.moving.look(actor, id, key);
    return new Page('reviews/changing-edition/views/move.njk', {
      title: `From ${looked.round.framework} to ${looked.to.key}`,
      caption: looked.round.title,
      wide: true,
      ...shownMove(looked),
      mayPropose: this.access.can(actor, 'propose', Proposal),
      ...asked,
    });
  }
}
