import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../../identity/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId, type Uuid } from '../../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../../kernel/refusal.js';
import { adding, type Act } from '../../../ledger/act.js';
import { Ledger } from '../../../ledger/ledger.js';
import { made } from '../../../platform/database/recorded.js';
import type { ValuesIn } from '../../../web/form/form.js';
import { whyTooLateToAsk } from '../../rounds/feasible-dates.js';
import { RoundsQueries } from '../../rounds/rounds.queries.js';
import { ScopeDecision } from '../scope-decision.entity.js';
import { ScopesQueries, type ScopeCandidateRow } from '../scopes.queries.js';
import { NamingAnswer } from './naming-answer.entity.js';
import { NamingDecision } from './naming-decision.entity.js';
import type { AnswerNaming, DecideDispute, NameScheme } from './naming.forms.js';
import { NamingsQueries, type OrphanScheme } from './namings.queries.js';
import { SchemeNaming } from './scheme-naming.entity.js';

/** Which naming of which round. */
export interface OneNaming {
  readonly roundId: Uuid;
  readonly namingId: Uuid;
}

/** Names schemes that only sources know for a trust, takes what the trust says, and decides what it disputes. */
@Injectable()
export class NamingsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rounds: RoundsQueries,
    private readonly scopes: ScopesQueries,
    private readonly namings: NamingsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Names a scheme for a trust and asks it; a trust that was not asked before in the round is asked in the same act. Returns the id.
   * @throws Unprocessable where no such scheme stands without a trust, where no trust has the code, or too little time is left.
   */
  async name(
    actor: Actor,
    roundId: Uuid,
    { scheme, trust, reason, post }: ValuesIn<typeof NameScheme>,
  ): Promise<Uuid> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    const found = await this.namings.orphan(actor, scheme.toLowerCase());
    const [organisation] = await this.scopes.withCodes(actor, roundId, [trust]);
    if (!found || !organisation)
      throw new Unprocessable([...(found ? [] : [NO_SCHEME]), ...(organisation ? [] : [NO_TRUST])]);
    const isAsked = organisation.decision === 'ASKED';
    const tooLate = isAsked ? null : whyTooLateToAsk(round, this.clock.today());
    if (tooLate !== null) throw new Unprocessable([{ field: 'trust', text: tooLate }]);
    const naming = made(SchemeNaming, {
      ...{ id: newId(), roundId, deploymentId: found.id, organisationId: organisation.id, reason, post },
      namedBy: personIdOf(actor),
      namedOn: this.clock.today(),
    });
    await this.ledger.performAll(actor, [
      ...(isAsked ? [] : [this.asked(actor, roundId, { organisation, found, reason, post })]),
      adding('name', SchemeNaming, naming, reason),
    ]);
    return naming.id;
  }

  /** The trust says that the scheme is its own, or why it is not; once. */
  async answer(
    actor: Actor,
    { roundId, namingId, organisationId }: OneNaming & { readonly organisationId: Uuid },
    { says, reason, post }: ValuesIn<typeof AnswerNaming>,
  ): Promise<void> {
    await this.mustBe(actor, roundId, namingId);
    const answer = made(NamingAnswer, {
      ...{ id: newId(), namingId, organisationId, says, reason, post },
      answeredBy: personIdOf(actor),
      answeredOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('answer', NamingAnswer, answer, reason));
  }

  /** Decides what the trust disputes; PostgreSQL refuses it from whoever named the scheme. */
  async decide(
    actor: Actor,
    { roundId, namingId }: OneNaming,
    { outcome, reason, post }: ValuesIn<typeof DecideDispute>,
  ): Promise<void> {
    await this.mustBe(actor, roundId, namingId);
    const decision = made(NamingDecision, {
      ...{ id: newId(), namingId, outcome, reason, post },
      decidedBy: personIdOf(actor),
      decidedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('decide', NamingDecision, decision, reason));
  }

  private async mustBe(actor: Actor, roundId: Uuid, namingId: Uuid): Promise<void> {
    if (!(await this.namings.one(actor, roundId, namingId))) throw new NotFound();
  }

  private asked(
    actor: Actor,
    roundId: Uuid,
    given: {
      readonly organisation: ScopeCandidateRow;
      readonly found: OrphanScheme;
      readonly reason: string;
      readonly post: string;
    },
  ): Act {
    const { organisation, found, post } = given;
    const reason = `It is asked about “${found.title}”. ${given.reason}`;
    const decision = made(ScopeDecision, {
      ...{ id: newId(), roundId, organisationId: organisation.id, turn: organisation.turn + 1 },
      ...{ decision: 'ASKED' as const, reason, post, decidedOn: this.clock.today() },
      ...{ proposalId: null, proposedBy: null, decidedBy: personIdOf(actor) },
    });
    return adding('decide', ScopeDecision, decision, reason);
  }
}

const NO_SCHEME = {
  field: 'scheme',
  text: 'Enter the last part of the address of a scheme in the register for which no trust answers',
};
const NO_TRUST = { field: 'trust', text: 'Enter the ODS code of an organisation in the register' };
