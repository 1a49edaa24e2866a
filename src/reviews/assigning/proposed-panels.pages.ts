import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day, plural } from '../../web/words.js';
import { ChangePanel } from './assigning.forms.js';
import { PANEL_ORIGIN_WORDS } from './assigning.pages.js';
import { AssigningQueries, type ProposalOfPanels, type ReviewOfRound } from './assigning.queries.js';
import { PanelAcceptance } from './panel-acceptance.entity.js';
import { PanelProposal } from './panel-proposal.entity.js';
import { nameOfReview, panelsShown } from './explaining/panels-shown.js';
import { PanelsService } from './panels.service.js';
import { RoundsToFill } from './rounds-to-fill.js';

/** Pages on which proposed panels are explained, changed by hand and accepted as a whole. */
@ApiExcludeController()
@Controller('panels/:id')
export class ProposedPanelsPages {
  constructor(
    private readonly queries: AssigningQueries,
    private readonly filling: RoundsToFill,
    private readonly panels: PanelsService,
  ) {}

  @Get()
  @Requires('read', PanelProposal)
  async one(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { proposal, reviews, nameOf } = await this.shown(actor, id);
    const { origin, seed, inputsHash, terms, reason, proposedOn, acceptedOn } = proposal;
    return new Page('reviews/assigning/views/one.njk', {
      title: 'Proposed panels',
      caption: `${PANEL_ORIGIN_WORDS[origin]} on ${day(proposedOn)}`,
      round: `/rounds/${proposal.roundId}/panels`,
      proposal: { id: proposal.id, inputsHash, seed: origin === 'table' ? null : seed, reason, acceptedOn },
      terms: [
        `${plural(terms.size, 'person', 'people')} on each panel`,
        `${plural(terms.load, 'panel')} of the round at most for one person`,
        terms.avoidOwnRegion ? 'nobody in their own region' : 'people may review in their own region',
      ],
      panels: panelsShown(proposal, reviews, nameOf),
      mayAct: acceptedOn === null && proposal.proposedBy === actor.personId,
    });
  }

  @Get('change/:review')
  @Requires('propose', PanelProposal)
  async askToChange(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('review') review: string,
  ): Promise<Page> {
    const shown = await this.shown(actor, id);
    const panel = shown.proposal.panels.find((one) => one.review === review);
    if (!panel) throw new NotFound();
    return changePage(shown, review, ChangePanel.asked({ people: panel.people }));
  }

  @Post('change/:review')
  @Requires('propose', PanelProposal)
  change(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('review') review: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(ChangePanel, body, {
      act: async ({ people, reason }) => {
        const changed = await this.panels.change(actor, id, { review, people, reason });
        return new Redirect(`/panels/${changed}`, 'The panel was changed. Nobody is assigned yet');
      },
      again: async (asked) => changePage(await this.shown(actor, id), review, asked),
    });
  }

  @Post('acceptance')
  @Requires('accept', PanelAcceptance)
  async accept(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.panels.accept(actor, id);
    return new Redirect(`/panels/${id}`, 'The panels were accepted. Everybody on them is assigned');
  }

  private async shown(actor: Actor, id: string): Promise<Shown> {
    const proposal = await this.filling.proposal(actor, id);
    const [reviews, people] = await Promise.all([
      this.queries.reviews(actor, proposal.roundId),
      this.queries.named(
        actor,
        proposal.inputs.people.map((person) => person.id),
      ),
    ]);
    const names = new Map(people.map((person) => [person.id, person.name]));
    return { proposal, reviews, nameOf: (person) => names.get(person) ?? 'Somebody' };
  }
}

interface Shown {
  readonly proposal: ProposalOfPanels;
  readonly reviews: readonly ReviewOfRound[];
  readonly nameOf: (person: Uuid) => string;
}

function changePage(
  { proposal, reviews, nameOf }: Shown,
  review: string,
  asked: Asked<FieldsOf<typeof ChangePanel>>,
): Page {
  const { inputs } = proposal;
  const kept = (person: Uuid): string[] =>
    inputs.barred.filter((pair) => pair.person === person && pair.panel === review).map(({ words }) => words);
  const people = inputs.people.map(({ id: person, livedExperience, outside }) => {
    const kinds = [
      ...(livedExperience ? ['lived experience'] : []),
      ...(outside ? ['outside NHS England'] : []),
    ];
    const bars = kept(person);
    return {
      value: person,
      label: [nameOf(person), ...kinds].join(', '),
      ...(bars.length > 0 && { hint: `Ruled out, because ${bars.join('; ')}.` }),
    };
  });
  return new Page('reviews/assigning/views/change.njk', {
    title: nameOfReview(reviews, review),
    caption: 'Change a proposed panel',
    at: `/panels/${proposal.id}`,
    review,
    ...asked,
    form: asked.form.offering({ people: people.sort((one, other) => (one.label < other.label ? -1 : 1)) }),
  });
}
