import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { sha256 } from '../../kernel/sha256.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { whyTooLateToAsk } from '../rounds/feasible-dates.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { ScopeAcknowledgement } from './scope-acknowledgement.entity.js';
import { ScopeDecision, type ScopeDecided } from './scope-decision.entity.js';
import type { PickScope } from './scope.forms.js';
import { scopeLines } from './scope-lines.js';
import { scopePlan, type ScopePlan } from './scope-plan.js';
import { ScopesQueries, type ScopeCandidateRow } from './scopes.queries.js';

/** What picking would record, and a fingerprint of it for whoever confirms what they saw. */
export interface ScopePreview extends Omit<ScopePlan<ScopeCandidateRow>, 'issues'> {
  readonly seen: string;
  /** Of how many mental health trusts the register says no region, so that no region's pick meets them. */
  readonly withoutRegion: number;
}

/** What somebody picks. */
export type ScopeToPick = ValuesIn<typeof PickScope>;

/** Decides who owes an answer in a round, and takes that an organisation has its request. */
@Injectable()
export class ScopesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rounds: RoundsQueries,
    private readonly scopes: ScopesQueries,
    private readonly clock: Clock,
  ) {}

  /** What picking would record as things stand. @throws Unprocessable with the faults, row by row. */
  async preview(actor: Actor, roundId: Uuid, pick: ScopeToPick): Promise<ScopePreview> {
    const round = await this.rounds.one(actor, roundId);
    if (!round) throw new NotFound();
    const tooLate = whyTooLateToAsk(round, this.clock.today());
    const codes = pick.pick === 'codes' ? await scopeLines('codes', pick.codes) : null;
    const leaveOut = await scopeLines('leaveOut', pick.leaveOut);
    const all = codes
      ? await this.scopes.withCodes(
          actor,
          roundId,
          codes.lines.map(({ code }) => code),
        )
      : await this.scopes.mentalHealthTrusts(actor, roundId);
    const met =
      pick.pick === 'region' ? all.filter(({ nationalGrouping }) => nationalGrouping === pick.region) : all;
    const typed = { codes: codes?.lines ?? null, leaveOut: leaveOut.lines };
    const { issues, ...plan } = scopePlan(met, typed, this.clock.today());
    const faults = [
      ...(tooLate === null ? [] : [{ field: 'pick', text: tooLate }]),
      ...(pick.pick === 'region' && pick.region === undefined ? [NO_REGION] : []),
      ...(pick.pick === 'codes' && codes?.lines.length === 0 ? [NO_CODES] : []),
      ...[codes?.issues ?? [], leaveOut.issues, issues].flat(),
    ];
    if (faults.length > 0) throw new Unprocessable(faults);
    const withoutRegion = all.filter(({ nationalGrouping }) => nationalGrouping === null).length;
    return { ...plan, seen: hashOf(plan), withoutRegion: pick.pick === 'region' ? withoutRegion : 0 };
  }

  /**
   * Asks everybody picked, and records who is left out, in one act.
   * @throws Unprocessable as the preview does; OutOfTurn when it would record something else than was seen.
   */
  async pick(actor: Actor, roundId: Uuid, pick: ScopeToPick, seen: string | null): Promise<ScopePreview> {
    const plan = await this.preview(actor, roundId, pick);
    if (seen !== null && seen !== plan.seen)
      throw new OutOfTurn(
        'What you saw has changed since. Look at what would be recorded now, and confirm that.',
      );
    const { reason, post } = pick;
    await this.ledger.performAll(actor, [
      ...plan.asking.map((one) => this.decided(actor, { roundId, one }, { decision: 'ASKED', reason, post })),
      ...plan.leavingOut.map(({ organisation, reason: why }) =>
        this.decided(actor, { roundId, one: organisation }, { decision: 'LEFT_OUT', reason: why, post }),
      ),
    ]);
    return plan;
  }

  /** The organisation says that it has the request. */
  async acknowledge(actor: Actor, roundId: Uuid, organisationId: Uuid): Promise<void> {
    if (!(await this.rounds.one(actor, roundId))) throw new NotFound();
    const acknowledged = made(ScopeAcknowledgement, {
      id: newId(),
      roundId,
      organisationId,
      acknowledgedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('acknowledge', ScopeAcknowledgement, acknowledged));
  }

  private decided(
    actor: Actor,
    { roundId, one }: { readonly roundId: Uuid; readonly one: Pick<ScopeCandidateRow, 'id' | 'turn'> },
    said: { readonly decision: ScopeDecided; readonly reason: string; readonly post: string },
  ) {
    const decision = made(ScopeDecision, {
      ...{ id: newId(), roundId, organisationId: one.id, turn: one.turn + 1, decidedOn: this.clock.today() },
      ...{ ...said, proposalId: null, proposedBy: null, decidedBy: personIdOf(actor) },
    });
    return adding('decide', ScopeDecision, decision, said.reason);
  }
}

const NO_REGION = { field: 'region', text: 'Select the region' };
const NO_CODES = { field: 'codes', text: 'Enter at least one ODS code' };

function hashOf({ asking, leavingOut }: Omit<ScopePlan<ScopeCandidateRow>, 'issues'>): string {
  return sha256(
    JSON.stringify([
      asking.map(({ id }) => id),
      leavingOut.map(({ organisation, reason }) => [organisation.id, reason]),
    ]),
  );
}
