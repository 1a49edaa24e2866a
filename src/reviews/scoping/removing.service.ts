import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, type Act } from '../../ledger/act.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import type { ProposalRow } from '../proposals/proposals.queries.js';
import { ProposalsService } from '../proposals/proposals.service.js';
import type { ProposalInWords } from '../proposals/second-act.js';
import { ScopeDecision } from './scope-decision.entity.js';
import type { RemoveFromScope } from './scope.forms.js';
import { ScopesQueries, type AskedRow } from './scopes.queries.js';

/** Takes organisations out of a scope. One lead reviewer proposes, another agrees; whoever is removed stays listed. */
@Injectable()
export class RemovingService {
  constructor(
    private readonly scopes: ScopesQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    proposals.on('remove-from-scope', {
      inWords: (actor, proposal) => this.inWords(actor, proposal),
      acts: async (actor, proposal) => [await this.removed(actor, proposal)],
    });
  }

  /** Proposes that an organisation which was asked is asked no more; returns the id of the proposal. @throws NotFound for any other. */
  async propose(
    actor: Actor,
    { roundId, organisationId }: { readonly roundId: Uuid; readonly organisationId: Uuid },
    { reason, post }: ValuesIn<typeof RemoveFromScope>,
  ): Promise<Uuid> {
    const decisions = await this.scopes.decisions(actor, roundId);
    const standing = decisions.find((one) => one.organisationId === organisationId && one.isNewest);
    if (standing?.decision !== 'ASKED') throw new NotFound();
    return this.proposals.propose(actor, {
      ...{ asks: 'remove-from-scope', subjectId: standing.id, reason, post },
    });
  }

  private async removed(actor: Actor, proposal: ProposalRow): Promise<Act> {
    const { id: proposalId, reason, post, proposedBy } = proposal;
    const { roundId, organisationId, turn, isNewest } = await this.asked(actor, proposal);
    if (post === null) throw new NotFound();
    if (!isNewest) throw new OutOfTurn('Something else was decided of this organisation since.');
    const removal = made(ScopeDecision, {
      ...{ id: newId(), roundId, organisationId, turn: turn + 1, decision: 'REMOVED', reason, post },
      ...{ proposalId, proposedBy, decidedBy: personIdOf(actor), decidedOn: this.clock.today() },
    });
    return adding('decide', ScopeDecision, removal, reason);
  }

  private async inWords(actor: Actor, proposal: ProposalRow): Promise<ProposalInWords> {
    const { organisation, roundId } = await this.asked(actor, proposal);
    return {
      title: 'Remove an organisation that was asked',
      about: organisation,
      href: `/rounds/${roundId}/scope`,
      after:
        'After this, it owes no answer. It stays listed with the reason, and what it had said by then, or had not, stays with it.',
    };
  }

  private async asked(actor: Actor, { subjectId }: ProposalRow): Promise<AskedRow> {
    const asked = await this.scopes.asked(actor, subjectId);
    if (!asked) throw new NotFound();
    return asked;
  }
}
