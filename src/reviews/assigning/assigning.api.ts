import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import type { ValuesIn } from '../../web/form/form.js';
import { AllRecordedOut, RecordedOut } from '../recorded-out.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { ChangePanel, LeadReviews, PanelsFromTable, ProposePanels } from './assigning.forms.js';
import { LeadingReviewsService } from './leading-reviews.service.js';
import { PanelAcceptance } from './panel-acceptance.entity.js';
import { PANEL_ORIGINS, PanelProposal } from './panel-proposal.entity.js';
import { PanelsService } from './panels.service.js';
import { RoundsToFill } from './rounds-to-fill.js';
import { BARS } from './solving/instance.js';

const ids = z.array(z.uuid());

const InstanceOut = z.object({
  people: z.array(
    z.object({ id: z.uuid(), livedExperience: z.boolean(), outside: z.boolean(), load: z.number() }),
  ),
  panels: z.array(
    z.object({
      id: z.uuid(),
      places: z.number(),
      fewest: z.number(),
      needsLivedExperience: z.boolean(),
      needsOutside: z.boolean(),
    }),
  ),
  barred: z.array(z.object({ person: z.uuid(), panel: z.uuid(), because: z.enum(BARS), words: z.string() })),
});

const ProposalOut = z
  .object({
    id: z.uuid(),
    origin: z.enum(PANEL_ORIGINS),
    basedOn: z.uuid().nullable(),
    seed: z.number(),
    terms: z.object({
      ...{ size: z.number(), load: z.number(), avoidOwnRegion: z.boolean() },
      ...{ people: ids, outside: ids },
    }),
    inputs: InstanceOut.meta({
      description: 'All that the panels rest on: with the seed they lead to the same panels.',
    }),
    inputsHash: z.string().meta({ description: 'SHA-256 of the inputs as canonical JSON (RFC 8785).' }),
    panels: z.array(z.object({ review: z.uuid(), people: ids })),
    reason: z.string().nullable(),
    proposedOn: z.string(),
    acceptedOn: z.string().nullable(),
  })
  .meta({ id: 'ProposedPanels' });

/** Filling the panels of a round, for programs. */
@ApiTags('Reviewers')
@Controller('api/v1')
export class AssigningApi {
  constructor(
    private readonly filling: RoundsToFill,
    private readonly panels: PanelsService,
    private readonly leading: LeadingReviewsService,
  ) {}

  @Post('rounds/:id/led')
  @Requires('assign', Assignment)
  @Answers(AllRecordedOut, 201)
  async lead(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body({ schema: LeadReviews.schema }) { reviews }: ValuesIn<typeof LeadReviews>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    return { ids: [...(await this.leading.lead(actor, roundId, reviews))] };
  }

  @Post('rounds/:id/panels')
  @Requires('propose', PanelProposal)
  @Answers(RecordedOut, 201)
  async propose(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body({ schema: ProposePanels.schema }) { seed, ...terms }: ValuesIn<typeof ProposePanels>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.panels.propose(actor, roundId, terms, seed) };
  }

  @Post('rounds/:id/panels/table')
  @Requires('propose', PanelProposal)
  @Answers(RecordedOut, 201)
  async readTable(
    @Acting() actor: Actor,
    @Param('id') roundId: string,
    @Body({ schema: PanelsFromTable.schema }) { table, ...terms }: ValuesIn<typeof PanelsFromTable>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.panels.readTable(actor, roundId, terms, table) };
  }

  @Get('panels/:id')
  @Requires('read', PanelProposal)
  @Answers(ProposalOut)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof ProposalOut>> {
    const { terms, inputs, panels, ...rest } = await this.filling.proposal(actor, id);
    return {
      ...rest,
      terms: { ...terms, people: [...terms.people], outside: [...terms.outside] },
      inputs: { people: [...inputs.people], panels: [...inputs.panels], barred: [...inputs.barred] },
      panels: panels.map(({ review, people }) => ({ review, people: [...people] })),
    };
  }

  @Post('panels/:id/change/:review')
  @Requires('propose', PanelProposal)
  @Answers(RecordedOut, 201)
  async change(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('review') review: string,
    @Body({ schema: ChangePanel.schema }) { people, reason }: ValuesIn<typeof ChangePanel>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.panels.change(actor, id, { review, people, reason }) };
  }

  @Post('panels/:id/acceptance')
  @Requires('accept', PanelAcceptance)
  @Answers(RecordedOut, 201)
  async accept(@Acting() actor: Actor, @Param('id') id: string): Promise<z.infer<typeof RecordedOut>> {
    return { id: await this.panels.accept(actor, id) };
  }
}
