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
import type { SetNilReturnAside } from './nil-return.forms.js';
import { NilReturnsQueries } from './nil-returns.queries.js';
import { NilSettingAside } from './nil-setting-aside.entity.js';

/** Sets nil returns aside. One lead reviewer proposes, another agrees; the return and the reason stay for everyone to read. */
@Injectable()
export class SettingAsideService {
  constructor(
    private readonly returns: NilReturnsQueries,
    private readonly proposals: ProposalsService,
    private readonly clock: Clock,
  ) {
    proposals.on('set-aside-nil-return', {
      inWords: (actor, proposal) => this.inWords(actor, proposal),
      acts: (actor, proposal) => Promise.resolve([this.setAside(actor, proposal)]),
    });
  }

  /** Proposes that a nil return counts no more; returns the id of the proposal. @throws OutOfTurn where it does not count already. */
  async propose(
    actor: Actor,
    { roundId, nilReturnId }: { readonly roundId: Uuid; readonly nilReturnId: Uuid },
    { reason, post }: ValuesIn<typeof SetNilReturnAside>,
  ): Promise<Uuid> {
    const found = await this.returns.one(actor, roundId, nilReturnId);
    if (!found) throw new NotFound();
    if (found.setAside !== null) throw new OutOfTurn('This return was set aside before.');
    return this.proposals.propose(actor, {
      ...{ asks: 'set-aside-nil-return', subjectId: nilReturnId, reason, post },
    });
  }

  private setAside(actor: Actor, proposal: ProposalRow): Act {
    const { id: proposalId, subjectId: nilReturnId, reason, post, proposedBy } = proposal;
    if (post === null) throw new NotFound();
    const setAside = made(NilSettingAside, {
      ...{ id: newId(), nilReturnId, reason, post, proposalId, proposedBy },
      setAsideBy: personIdOf(actor),
      setAsideOn: this.clock.today(),
    });
    return adding('set-aside', NilSettingAside, setAside, reason);
  }

  private async inWords(actor: Actor, { subjectId }: ProposalRow): Promise<ProposalInWords> {
    const found = await this.returns.anywhere(actor, subjectId);
    if (!found) throw new NotFound();
    return {
      title: 'Set a nil return aside',
      about: found.organisation,
      href: `/rounds/${found.roundId}/nil-returns/${subjectId}`,
      after: 'After this, the return counts no more. It stays for everyone to read, with the reason.',
    };
  }
}
