import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { ROLES } from '../../identity/roles.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Choice } from '../../web/form/field.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { day, sentenceList } from '../../web/words.js';
import type { Exclusion, PanelMember } from '../../review-method/panel/panel-member.js';
import { faultsWhenAllLock } from '../../review-method/panel/panel-faults.js';
import { DECLARATION_QUESTIONS } from '../../review-method/independence/declaration-questions.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { AssigningQueries, type KeptRow } from '../assigning/assigning.queries.js';
import { Assignment, REVIEWER_CAPACITY_WORDS } from './assignment.entity.js';
import { CLEARANCE_WORDS } from './clearance.js';
import { InterestDecision } from './interest-decision.entity.js';
import { PanelQueries } from './panel.queries.js';
import { AssignPerson, DecideInterests, EndAssignment } from './reviewer.forms.js';
import { ReviewersQueries, type Candidate, type PanelRow } from './reviewers.queries.js';
import { ReviewersService } from './reviewers.service.js';

/** Pages on which whoever leads a review chooses who takes part, and decides about the interests they declare. */
@ApiExcludeController()
@Controller('reviews/:id/panel')
export class PanelPages {
  constructor(
    private readonly reviews: ReviewsQueries,
    private readonly queries: ReviewersQueries,
    private readonly members: PanelQueries,
    private readonly reviewers: ReviewersService,
    private readonly known: AssigningQueries,
  ) {}

  @Get()
  @Requires('assign', Assignment)
  async panel(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const review = await this.reviews.header(actor, id);
    const [people, members] = await Promise.all([this.queries.panel(actor, id), this.members.of(actor, id)]);
    if (!people.some(({ personId }) => personId === actor.personId)) throw new NotFound();
    return new Page('reviews/reviewers/views/panel.njk', {
      title: 'People who take part',
      caption: review.organisation,
      review,
      people: people.map(memberModel),
      problems: faultsWhenAllLock(members),
      mayJoin:
        review.scoresOpenedOn === null ||
        (review.moderationClosedOn === null && faultsWhenAllLock(members).length > 0),
    });
  }

  @Get('lead')
  @Requires('assign', Assignment)
  async askForLead(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.assigning(actor, id, AssignPerson.asked({ capacity: 'lead' }));
  }

  @Get('new')
  @Requires('assign', Assignment)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.assigning(actor, id, AssignPerson.asked());
  }

  @Post()
  @Requires('assign', Assignment)
  assign(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(AssignPerson, body, {
      act: async (values) => {
        await this.reviewers.assign(actor, { reviewId: id, ...values });
        const own = values.personId === actor.personId;
        return own
          ? new Redirect(`/reviews/${id}/declare`, 'Declare your interests first')
          : new Redirect(
              actor.engagedIn('led').includes(id) ? `/reviews/${id}/panel` : '/reviews',
              'They were assigned',
            );
      },
      again: (asked) => this.assigning(actor, id, asked),
    });
  }

  @Get(':member')
  @Requires('decide', InterestDecision)
  async member(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('member') member: string,
  ): Promise<Page> {
    return this.deciding(actor, { id, member }, DecideInterests.asked());
  }

  @Post(':member/decision')
  @Requires('decide', InterestDecision)
  decide(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('member') member: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(DecideInterests, body, {
      act: async (values) => {
        const { declarationId } = await this.one(actor, id, member);
        if (declarationId === null) throw new NotFound();
        await this.reviewers.decide(actor, declarationId, values);
        return new Redirect(`/reviews/${id}/panel`, 'Your decision was recorded');
      },
      again: (asked) => this.deciding(actor, { id, member }, asked),
    });
  }

  @Post(':member/end')
  @Requires('end', Assignment)
  end(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('member') member: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    return submit(EndAssignment, body, {
      act: async ({ reason }) => {
        const { id: assignmentId } = await this.one(actor, id, member);
        await this.reviewers.end(actor, { reviewId: id, assignmentId, reason });
        return new Redirect(`/reviews/${id}/panel`, 'Their part in this review has ended');
      },
      again: (asked) => this.deciding(actor, { id, member }, DecideInterests.asked(), asked),
    });
  }

  private async assigning(
    actor: Actor,
    id: string,
    asked: Asked<FieldsOf<typeof AssignPerson>>,
  ): Promise<Page> {
    const review = await this.reviews.header(actor, id);
    const people = await this.queries.candidates(actor);
    const [taken, kept] = await Promise.all([
      this.known.taken(actor, review.roundId),
      this.known.kept(actor, review.roundId, {
        ...{ reviewId: id, people: people.map((person) => person.id), outside: [] },
      }),
    ]);
    return new Page('reviews/reviewers/views/assign.njk', {
      title: 'Give somebody a part in this review',
      caption: review.organisation,
      review,
      // What is known of people is for whoever leads the review.
      candidates: actor.engagedIn('led').includes(id)
        ? people.map((person) => candidateRow(person, taken, kept))
        : [],
      ...asked,
      form: asked.form.offering({ personId: people.map(asChoice) }),
    });
  }

  private async deciding(
    actor: Actor,
    { id, member }: { readonly id: string; readonly member: string },
    asked: Asked<FieldsOf<typeof DecideInterests>>,
    ending: Asked<FieldsOf<typeof EndAssignment>> = EndAssignment.asked(),
  ): Promise<Page> {
    const { scoresOpenedOn } = await this.reviews.header(actor, id);
    const person = await this.one(actor, id, member);
    const own = person.personId === actor.personId;
    const { exclusion } = (await this.members.of(actor, id)).find(isOf(person)) ?? { exclusion: null };
    return new Page('reviews/reviewers/views/member.njk', {
      title: person.name ?? 'Somebody who takes part',
      caption: REVIEWER_CAPACITY_WORDS[person.capacity],
      reviewId: id,
      person: memberModel(person),
      declared: declaredRows(person),
      exclusion: exclusion && exclusionRows(exclusion),
      open: scoresOpenedOn !== null,
      own,
      mayDecide: person.clearance === 'undecided' && person.waiting === null && !own,
      mayExclude: person.clearance === 'clear' && !own,
      ...asked,
      issues: [...asked.issues, ...ending.issues],
      ending,
    });
  }

  private async one(actor: Actor, id: string, member: string): Promise<PanelRow> {
    await this.reviews.header(actor, id);
    return this.queries.member(actor, { reviewId: id, assignmentId: member });
  }
}

function memberModel(person: PanelRow): object {
  const { clearance, endedOn, locked } = person;
  const { ofOthers, tone } = CLEARANCE_WORDS[clearance];
  const left = endedOn !== null && clearance !== 'excluded';
  return {
    ...person,
    part: REVIEWER_CAPACITY_WORDS[person.capacity],
    state: left ? 'Left' : ofOthers,
    tone: left ? 'quiet' : tone,
    ...(locked && {
      scores: clearance === 'excluded' ? 'Scores set aside' : 'Has locked',
      scoresTone: clearance === 'excluded' ? 'quiet' : 'good',
    }),
  };
}

/** Somebody with how much they have taken in the round, and what keeps them from this panel. */
function candidateRow(
  { id, name }: Candidate,
  taken: ReadonlyMap<string, number>,
  kept: readonly KeptRow[],
): readonly [string, number, string] {
  const reasons = kept
    .filter(({ person, because }) => person === id && because !== 'own-region')
    .map(({ words }) => words);
  return [name, taken.get(id) ?? 0, reasons.length === 0 ? 'Nothing' : sentenceList([...new Set(reasons)])];
}

function asChoice({ id, name, roles }: Candidate): Choice {
  return { value: id, label: `${name} (${roles.map((role) => ROLES[role].label).join(', ')})` };
}

function isOf({ id }: PanelRow): (member: PanelMember) => boolean {
  return ({ assignmentId }) => assignmentId === id;
}

function exclusionRows({ conflict, because, post, decidedOn, second }: Exclusion): object[] {
  const decided = (by: string, on: CalendarDay): string => `${by}, on ${day(on)}`;
  return [
    { key: 'The conflict', value: conflict ?? 'What the person declared' },
    { key: 'Why', value: because },
    { key: 'Decided by', value: decided(post, decidedOn) },
    ...(second === null
      ? []
      : [
          { key: 'Why the second person agrees', value: second.because },
          { key: 'Decided second by', value: decided(second.post, second.decidedOn) },
        ]),
  ];
}

function declaredRows({ declared }: PanelRow): { key: string; value: string }[] {
  return (declared ?? [])
    .filter(({ answer }) => answer === 'yes')
    .map(({ code, detail }) => ({
      key: DECLARATION_QUESTIONS.find((question) => question.code === code)?.question ?? code,
      value: detail === '' ? 'Yes' : detail,
    }));
}
