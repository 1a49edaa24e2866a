import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { sentenceList } from '../../web/words.js';
import { inParts } from '../in-parts.js';
import { Assignment } from '../reviewers/assignment.entity.js';
import type { ReviewOfRound } from './assigning.queries.js';
import { changedFacts } from './explaining/changed-facts.js';
import { impossibleWords } from './explaining/impossible-words.js';
import { inputsFingerprint } from './instance-of-round.js';
import { SEEDS } from './leading-reviews.service.js';
import { PanelAcceptance } from './panel-acceptance.entity.js';
import {
  PanelProposal,
  type PanelOrigin,
  type PanelTerms,
  type ProposedPanel,
} from './panel-proposal.entity.js';
import { faultsOfPanels, type PanelsFault } from './solving/check-panels.js';
import type { Instance } from './solving/instance.js';
import { proposePanels } from './solving/propose.js';
import { PanelTables } from './panel-tables.js';
import { RoundsToFill, type RoundToFill } from './rounds-to-fill.js';

/** One panel as somebody changes it by hand. */
export interface PanelToChange {
  readonly review: Uuid;
  readonly people: readonly Uuid[];
  readonly reason: string;
}

/** Proposes panels for the reviews of a round that the actor leads, and assigns everybody on them when they are accepted. */
@Injectable()
export class PanelsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rounds: RoundsToFill,
    private readonly tables: PanelTables,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes panels that keep every hard constraint, from the seed given or a drawn one, and returns the id of the proposal.
   * @throws Unprocessable saying which constraint cannot hold, where there are none.
   */
  async propose(actor: Actor, roundId: Uuid, terms: PanelTerms, given?: number): Promise<Uuid> {
    const seed = given ?? randomInt(SEEDS);
    const { instance, reviews } = await this.rounds.toFill(actor, roundId, terms);
    if (instance.panels.length === 0)
      throw new OutOfTurn('Every review that you lead in this round has its panel.');
    const outcome = proposePanels(instance, seed);
    if (outcome.found === 'nothing-yet')
      throw new OutOfTurn(
        `No panels were found in ${String(outcome.tried)} tries, and none were shown to be impossible. Try another seed, or let more people be proposed.`,
      );
    if (outcome.found === 'impossible') {
      const said = impossibleWords(outcome.why, (id) => nameIn(reviews, id));
      throw new Unprocessable(said.map((text) => ({ field: 'people', text })));
    }
    const panels = [...outcome.proposed].map(([review, people]) => ({ review, people }));
    return this.record(actor, { roundId, origin: 'computed', seed, terms, instance, panels });
  }

  /**
   * Reads panels from a table and returns the id of the proposal; nothing of it is recorded where a line is at fault.
   * @throws Unprocessable with the faults, line by line.
   */
  async readTable(actor: Actor, roundId: Uuid, terms: PanelTerms, table: string): Promise<Uuid> {
    const { instance, reviews } = await this.rounds.toFill(actor, roundId, terms);
    const { panels, lineOf, issues } = await this.tables.read(actor, table, {
      reviews,
      people: terms.people,
    });
    if (issues.length > 0) throw new Unprocessable(issues);
    const faults = faultsOfPanels(instance, asMap(panels)).map((fault) => ({
      field: 'table',
      text: `${lineOf(fault)}: ${fault.text}`,
    }));
    if (faults.length > 0) throw new Unprocessable(faults);
    return this.record(actor, { roundId, origin: 'table', seed: 0, terms, instance, panels });
  }

  /**
   * Changes one panel by hand, as a proposal of its own that rests on what is known now, and returns its id.
   * @throws Unprocessable with every constraint that the changed panels would break.
   */
  async change(actor: Actor, proposalId: Uuid, changed: PanelToChange): Promise<Uuid> {
    const before = await this.rounds.proposal(actor, proposalId);
    if (!before.panels.some(({ review }) => review === changed.review)) throw new NotFound();
    const { terms, seed, roundId } = before;
    const { instance, reviews } = await this.rounds.toFill(actor, roundId, terms);
    const panels = before.panels.map((panel) =>
      panel.review === changed.review ? { review: panel.review, people: [...changed.people].sort() } : panel,
    );
    const issues = this.faultsIn(instance, panels, reviews);
    if (issues.length > 0) throw new Unprocessable(issues);
    const { reason } = changed;
    return this.record(actor, {
      ...{ roundId, origin: 'changed', seed, terms, instance, panels, reason, basedOn: before.id },
    });
  }

  /**
   * Accepts a proposal as a whole: everybody on it is assigned in one act, and must declare interests before they read
   * anything. All of it is checked again by what is known at this moment, here and by PostgreSQL.
   * @throws OutOfTurn with what has changed since, also where the panels would still keep every constraint.
   */
  async accept(actor: Actor, proposalId: Uuid): Promise<Uuid> {
    const proposal = await this.rounds.proposal(actor, proposalId);
    const { roundId } = proposal;
    if (proposal.acceptedOn !== null) throw new OutOfTurn('These panels were accepted before.');
    const toFill = await this.rounds.toFill(actor, roundId, proposal.terms);
    const [first] = this.faultsIn(toFill.instance, proposal.panels, toFill.reviews);
    if (first)
      throw new OutOfTurn(`This no longer holds. ${first.text}. Propose panels anew, or change this one.`);
    const changed = changedFacts(proposal.inputs, toFill.instance);
    if (changed.length > 0)
      throw new OutOfTurn(
        `What these panels rest on has changed since: ${sentenceList(changed)}. They may still fit, but they are not what would be drawn now. Propose panels anew.`,
      );
    const accepted = made(PanelAcceptance, {
      ...{ id: newId(), proposalId, roundId, acceptedBy: personIdOf(actor), acceptedOn: this.clock.today() },
    });
    const assignments = this.assignments(roundId, proposal.panels, toFill);
    await this.ledger.decide(actor, async ({ perform }) => {
      for (const some of inParts(assignments))
        await perform(...some.map((one) => adding('assign', Assignment, one)));
      await perform(adding('accept', PanelAcceptance, accepted));
    });
    return accepted.id;
  }

  private faultsIn(
    instance: Instance,
    panels: readonly ProposedPanel[],
    reviews: readonly ReviewOfRound[],
  ): readonly Issue[] {
    return faultsOfPanels(instance, asMap(panels)).map(({ panel, text }: PanelsFault) => ({
      field: 'people',
      text: `${nameIn(reviews, panel)}: ${text}`,
    }));
  }

  private assignments(
    roundId: Uuid,
    panels: readonly ProposedPanel[],
    { instance, reviews }: RoundToFill,
  ): readonly Assignment[] {
    const people = new Map(instance.people.map((person) => [person.id, person]));
    const byId = new Map(reviews.map((review) => [review.id, review]));
    return panels.flatMap(({ review: reviewId, people: sitting }) =>
      sitting.map((personId) => {
        const [review, person] = [byId.get(reviewId), people.get(personId)];
        if (!review || !person) throw new NotFound();
        return made(Assignment, {
          ...{ id: newId(), reviewId, roundId, personId },
          ...{ deploymentId: review.deploymentId, organisationId: review.organisationId },
          capacity: person.livedExperience ? 'lived-experience' : 'reviewer',
          ...{
            outsideNhsEngland: person.outside,
            orderSeed: randomInt(SEEDS),
            assignedOn: this.clock.today(),
          },
          ...{ endedOn: null, endReason: null, scoresOpenedOn: null },
        });
      }),
    );
  }

  private async record(actor: Actor, given: PanelsToRecord): Promise<Uuid> {
    const { instance, basedOn = null, reason = null, ...rest } = given;
    const proposal = made(PanelProposal, {
      ...rest,
      ...{ id: newId(), basedOn, reason, inputs: instance, inputsHash: inputsFingerprint(instance) },
      ...{ proposedBy: personIdOf(actor), proposedOn: this.clock.today() },
    });
    await this.ledger.perform(actor, adding('propose', PanelProposal, proposal, reason));
    return proposal.id;
  }
}

interface PanelsToRecord {
  readonly roundId: Uuid;
  readonly origin: PanelOrigin;
  readonly seed: number;
  readonly terms: PanelTerms;
  readonly instance: Instance;
  readonly panels: readonly ProposedPanel[];
  readonly basedOn?: Uuid;
  readonly reason?: string;
}

function asMap(panels: readonly ProposedPanel[]): ReadonlyMap<string, readonly string[]> {
  return new Map(panels.map(({ review, people }) => [review, people]));
}

function nameIn(reviews: readonly ReviewOfRound[], id: Uuid): string {
  return reviews.find((review) => review.id === id)?.organisation ?? 'A review';
}
