import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { ReviewersQueries } from '../reviewers/reviewers.queries.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { AssigningQueries, type ProposalOfPanels, type ReviewOfRound } from './assigning.queries.js';
import { instanceOfRound } from './instance-of-round.js';
import type { PanelTerms } from './panel-proposal.entity.js';
import type { Instance } from './solving/instance.js';

/** What the panels of a round rest on at this moment, with the reviews by name. */
export interface RoundToFill {
  readonly instance: Instance;
  readonly reviews: readonly ReviewOfRound[];
}

/** Somebody who may be proposed for panels. */
export interface PersonToPropose {
  readonly id: Uuid;
  readonly name: string;
  readonly livedExperience: boolean;
  /** On how many panels of the round they sit already. */
  readonly taken: number;
}

/** Gathers what is known of a round whose panels are to be filled. */
@Injectable()
export class RoundsToFill {
  constructor(
    private readonly rounds: RoundsQueries,
    private readonly queries: AssigningQueries,
    private readonly reviewers: ReviewersQueries,
  ) {}

  /** Everybody who may be proposed, by name, with how much they have taken. */
  async people(actor: Actor, roundId: Uuid): Promise<readonly PersonToPropose[]> {
    const [people, taken] = await Promise.all([
      this.reviewers.candidates(actor),
      this.queries.taken(actor, roundId),
    ]);
    return people
      .filter(({ roles }) =>
        roles.some((role) => role === 'REVIEWER' || role === 'LIVED_EXPERIENCE_REVIEWER'),
      )
      .map(({ id, name, roles }) => ({
        ...{
          id,
          name,
          livedExperience: roles.includes('LIVED_EXPERIENCE_REVIEWER'),
          taken: taken.get(id) ?? 0,
        },
      }));
  }

  /**
   * What panels of these terms would rest on now, of the reviews that the actor leads and whose scores are not open.
   * @throws NotFound when there is no such round; OutOfTurn when it was voided; Unprocessable for somebody unknown, or
   * named as from outside NHS England against what is known.
   */
  async toFill(actor: Actor, roundId: Uuid, terms: PanelTerms): Promise<RoundToFill> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    if (round.voiding !== null) throw new OutOfTurn('This round was voided. Nothing in it goes further.');
    const people = await this.people(actor, roundId);
    const offered = new Set(people.map(({ id }) => id));
    for (const field of ['people', 'outside'] as const)
      if (terms[field].some((id) => !offered.has(id)))
        throw new Unprocessable([{ field, text: 'Choose from the people who are listed' }]);
    const [all, seated, kept] = await Promise.all([
      this.queries.reviews(actor, roundId),
      this.queries.seated(actor, roundId),
      this.queries.kept(actor, roundId, terms),
    ]);
    const [wrong] = kept.filter(({ because }) => because === 'not-outside');
    if (wrong) {
      const name = people.find(({ id }) => id === wrong.person)?.name ?? 'Somebody';
      throw new Unprocessable([{ field: 'outside', text: `${name}: ${wrong.words}` }]);
    }
    const reviews = all.filter((review) => isToFill(actor, review));
    const taken = new Map(people.map((person) => [person.id, person.taken]));
    const livedExperience = new Set(people.filter((person) => person.livedExperience).map(({ id }) => id));
    return { reviews, instance: instanceOfRound(terms, { reviews, seated, kept, taken, livedExperience }) };
  }

  /** A proposal of panels. @throws NotFound where there is none that the actor may read. */
  async proposal(actor: Actor, id: Uuid): Promise<ProposalOfPanels> {
    const found = await this.queries.proposal(actor, id);
    if (!found) throw new NotFound();
    return found;
  }
}

/** Whether the panel of a review may be filled by the actor: they lead it, and neither its scores nor its result are open. */
export function isToFill(actor: Actor, { id, scoresOpenedOn, publishedOn }: ReviewOfRound): boolean {
  return scoresOpenedOn === null && publishedOn === null && actor.engagedIn('led').includes(id);
}
