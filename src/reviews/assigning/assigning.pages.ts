import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day, plural } from '../../web/words.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { AssigningQueries, type ListedPanels, type ReviewOfRound } from './assigning.queries.js';
import { LeadReviews, PanelsFromTable, ProposePanels } from './assigning.forms.js';
import { LeadingReviewsService } from './leading-reviews.service.js';
import { PanelProposal, type PanelOrigin } from './panel-proposal.entity.js';
import { nameOfReview } from './explaining/panels-shown.js';
import { PanelsService } from './panels.service.js';
import { isToFill, RoundsToFill, type PersonToPropose } from './rounds-to-fill.js';

/** The words for how panels came to be. */
export const PANEL_ORIGIN_WORDS: Readonly<Record<PanelOrigin, string>> = {
  computed: 'Proposed by the method',
  changed: 'Changed by hand',
  table: 'Read from a table',
};

/** Pages on which a lead reviewer takes the lead of many reviews of a round, and has panels proposed for them. */
@ApiExcludeController()
@Controller('rounds/:id/panels')
export class AssigningPages {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: AssigningQueries,
    private readonly filling: RoundsToFill,
    private readonly panels: PanelsService,
    private readonly leading: LeadingReviewsService,
  ) {}

  @Get()
  @Requires('propose', PanelProposal)
  ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.page(actor, id, {});
  }

  @Post()
  @Requires('propose', PanelProposal)
  propose(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(ProposePanels, body, {
      act: async ({ seed, ...terms }) => {
        const proposal = await this.panels.propose(actor, id, terms, seed);
        return new Redirect(`/panels/${proposal}`, 'Panels are proposed. Nobody is assigned yet');
      },
      again: (proposing) => this.page(actor, id, { proposing }),
    });
  }

  @Post('lead')
  @Requires('assign', Assignment)
  lead(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(LeadReviews, body, {
      act: async ({ reviews }) => {
        const { length } = await this.leading.lead(actor, id, reviews);
        return new Redirect(
          `/rounds/${id}/declare`,
          `You lead ${plural(length, 'review')}. Declare your interests first`,
        );
      },
      again: (leading) => this.page(actor, id, { leading }),
    });
  }

  @Get('table')
  @Requires('propose', PanelProposal)
  askForTable(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.tablePage(actor, id);
  }

  @Post('table')
  @Requires('propose', PanelProposal)
  readTable(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(PanelsFromTable, body, {
      act: async ({ table, ...terms }) => {
        const proposal = await this.panels.readTable(actor, id, terms, table);
        return new Redirect(`/panels/${proposal}`, 'The table was read. Nobody is assigned yet');
      },
      again: (asked) => this.tablePage(actor, id, asked),
    });
  }

  private async page(
    actor: Actor,
    id: string,
    again: {
      readonly proposing?: Asked<FieldsOf<typeof ProposePanels>>;
      readonly leading?: Asked<FieldsOf<typeof LeadReviews>>;
    },
  ): Promise<Page> {
    const round = await this.found(actor, id);
    const [people, reviews, proposals] = await Promise.all([
      this.filling.people(actor, id),
      this.queries.reviews(actor, id),
      this.queries.proposals(actor, id),
    ]);
    const toLead = reviews.filter((review) => mayBeLed(actor, review));
    const proposing = offeringPeople(again.proposing ?? startOf(people), people);
    const leading = offeringReviews(again.leading, toLead);
    return new Page('reviews/assigning/views/panels.njk', {
      title: 'Panels of this round',
      caption: round.title,
      round,
      toLead: plural(toLead.length, 'review'),
      led: plural(reviews.filter((review) => isToFill(actor, review)).length, 'review'),
      mayLead: toLead.length > 0 && round.voiding === null,
      mayPropose: reviews.some((review) => isToFill(actor, review)) && round.voiding === null,
      proposals: proposals.map(rowOf),
      ...{ proposing, leading },
      issues: [...proposing.issues, ...leading.issues],
    });
  }

  private async tablePage(
    actor: Actor,
    id: string,
    asked?: Asked<FieldsOf<typeof PanelsFromTable>>,
  ): Promise<Page> {
    const round = await this.found(actor, id);
    const people = await this.filling.people(actor, id);
    const started = PanelsFromTable.asked({ people: people.map((one) => one.id) });
    return new Page('reviews/assigning/views/table.njk', {
      title: 'Panels from a table',
      caption: round.title,
      round,
      ...offeringPeople(asked ?? started, people),
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}

function startOf(people: readonly PersonToPropose[]): Asked<FieldsOf<typeof ProposePanels>> {
  return ProposePanels.asked({ people: people.map(({ id }) => id) });
}

function offeringPeople<F extends Fields>(asked: Asked<F>, people: readonly PersonToPropose[]): Asked<F> {
  const choices = people.map(({ id, name, livedExperience, taken }) => ({
    value: id,
    label: livedExperience ? `${name}, lived-experience reviewer` : name,
    hint: taken === 0 ? 'On no panel of this round.' : `On ${plural(taken, 'panel')} of this round.`,
  }));
  const outside = choices.map(({ value, label }) => ({ value, label }));
  return { ...asked, form: asked.form.offering({ people: choices, outside }) };
}

function offeringReviews(
  asked: Asked<FieldsOf<typeof LeadReviews>> | undefined,
  reviews: readonly ReviewOfRound[],
): Asked<FieldsOf<typeof LeadReviews>> {
  const shown = asked ?? LeadReviews.asked({ reviews: reviews.map(({ id }) => id) });
  const choices = reviews.map(({ id }) => ({ value: id, label: nameOfReview(reviews, id) }));
  return { ...shown, form: shown.form.offering({ reviews: choices }) };
}

function mayBeLed(actor: Actor, review: ReviewOfRound): boolean {
  const isOpen = review.scoresOpenedOn === null && review.publishedOn === null;
  return (
    isOpen && !actor.engagedIn('led').includes(review.id) && !actor.engagedIn('barred').includes(review.id)
  );
}

function rowOf({ id, origin, proposedOn, panels, acceptedOn }: ListedPanels) {
  return [
    { href: `/panels/${id}`, text: PANEL_ORIGIN_WORDS[origin] },
    day(proposedOn),
    panels,
    acceptedOn === null ? { state: 'Not accepted', tone: 'waiting' } : { state: 'Accepted', tone: 'good' },
  ];
}
