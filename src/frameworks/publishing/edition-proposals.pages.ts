import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day } from '../../web/words.js';
import { DeclineEdition } from './decline-edition.form.js';
import { differencesInShort, editionInShort } from './edition-in-short.js';
import { EditionProposal } from './edition-proposal.entity.js';
import { EditionProposalsQueries, type WholeEditionProposal } from './edition-proposals.queries.js';
import { FrameworksService } from './frameworks.service.js';

/** Where a second person reads a proposed edition and publishes or declines it, and the first takes it back. */
@ApiExcludeController()
@Controller('criteria/publish/proposals/:id')
export class EditionProposalsPages {
  constructor(
    private readonly proposals: EditionProposalsQueries,
    private readonly frameworks: FrameworksService,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', EditionProposal)
  one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, DeclineEdition.asked());
  }

  @Post('publication')
  @Requires('publish', EditionProposal)
  async publish(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const key = await this.frameworks.publishProposed(actor, id);
    return new Redirect(`/criteria/editions/${key}`, `The edition ${key} is published`);
  }

  @Post('declining')
  @Requires('decline', EditionProposal)
  decline(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(DeclineEdition, body, {
      act: async ({ reason }) => {
        const { id: proposalId } = await this.found(actor, id);
        await this.frameworks.decline(actor, proposalId, reason);
        return new Redirect('/criteria/publish', 'You declined the edition');
      },
      again: (asked) => this.page(actor, id, asked),
    });
  }

  @Post('taking-back')
  @Requires('take back', EditionProposal)
  async takeBack(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    const { id: proposalId } = await this.found(actor, id);
    await this.frameworks.takeBack(actor, proposalId);
    return new Redirect('/criteria/publish', 'You took the edition back');
  }

  private async page(actor: Actor, id: string, asked: Asked<FieldsOf<typeof DeclineEdition>>): Promise<Page> {
    const proposal = await this.found(actor, id);
    const waits = proposal.outcome === null;
    const may = waits && this.access.can(actor, 'publish', EditionProposal);
    return new Page('frameworks/publishing/views/proposal.njk', {
      title: `Proposed edition ${proposal.key}`,
      ...editionInShort(proposal),
      proposal,
      stands: proposedEditionStands(proposal),
      isToCome: proposal.content.asAt > this.clock.today(),
      newest: waits ? differencesInShort(await this.frameworks.sinceNewest(actor, proposal.content)) : null,
      mayDecide: may && !proposal.own,
      mayTakeBack: may && proposal.own,
      ...asked,
    });
  }

  private async found(actor: Actor, id: string): Promise<WholeEditionProposal> {
    const proposal = await this.proposals.one(actor, id);
    if (!proposal) throw new NotFound();
    return proposal;
  }
}

/** Where a proposed edition stands, in words. */
export function proposedEditionStands({
  outcome,
  decidedOn,
  own,
}: Pick<WholeEditionProposal, 'outcome' | 'decidedOn' | 'own'>): string {
  switch (outcome) {
    case 'published':
      return `Published on ${day(decidedOn)}`;
    case 'declined':
      return `Declined on ${day(decidedOn)}`;
    case 'taken-back':
      return `Taken back on ${day(decidedOn)}`;
    case null:
      return own ? 'Waits for another person' : 'Waits for you or another administrator';
  }
}
