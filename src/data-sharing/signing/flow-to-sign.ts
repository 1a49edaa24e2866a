import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { CitationsService } from '../citations/citations.service.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { differencesBetween } from '../showing/differences.js';
import { FlowDocuments } from '../showing/flow-documents.js';
import { wholeFlow } from '../showing/whole-flow.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import { asksForJudgement } from '../weighing/judgement-in-words.js';
import { inTheWay, whatDecides } from './deciding.js';
import { capacitiesFor, type CapacityToSign } from '../flow/capacities.js';
import { FlowSigningQueries, type SigningState, type LastDecided } from './flow-signing.queries.js';

/** A submitted flow before somebody who may sign flows of its trust. */
export interface FlowToSign {
  readonly flow: FlowDetail;
  readonly state: SigningState;
  /** The capacities in which the person can sign now; none when somebody else has to. */
  readonly open: readonly CapacityToSign[];
  /** Why the person cannot sign, where that needs saying. */
  readonly closedBecause: string | null;
}

/** Finds flows for those who sign, with everything that they need to decide. */
@Injectable()
export class FlowsToSign {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly queries: FlowSigningQueries,
    private readonly citations: CitationsService,
    private readonly documents: FlowDocuments,
    private readonly clock: Clock,
  ) {}

  /** The flow. @throws NotFound for a draft, and for anybody who signs nothing for its trust. */
  async found(actor: Actor, id: string): Promise<FlowToSign> {
    const [flow, state] = await Promise.all([
      this.flows.one(actor, id),
      isId(id) ? this.queries.stateOf(actor, id) : null,
    ]);
    if (!flow?.submitted || !state) throw new NotFound();
    const own = capacitiesFor(actor, flow.organisationId);
    if (own.length === 0) throw new NotFound();
    const closedBecause = reasonAgainst(state);
    const open = closedBecause === null ? own.filter(({ capacity }) => isOpen(state, capacity)) : [];
    return { flow, state, open, closedBecause };
  }

  /** Everything that the person needs to decide, as the page shows it. */
  async shown(actor: Actor, { flow, state, open, closedBecause }: FlowToSign) {
    const newest = flow.reports.at(-1);
    const [report, checked, documents] = await Promise.all([
      newest ? this.flows.report(actor, newest.id) : null,
      this.citations.inWords(actor),
      this.documents.of(actor, flow),
    ]);
    const whole = wholeFlow({ ...flow, checked }, report, this.clock.today());
    const unjudged = (report?.results ?? []).filter((result) => asksForJudgement(result, flow.judgements));
    return {
      flow,
      whole,
      deciding: whatDecides(flow.content),
      way: inTheWay(whole.groups, unjudged.length),
      stated: whole.groups.filter(({ key }) => key === 'stated' || key === 'judged'),
      unjudged: unjudged.length,
      report,
      documents,
      open,
      closedBecause,
      signed: state.signedByMe.length > 0,
      waitsFor: waitsFor(flow),
      change: changeSince(flow, state.lastDecided),
    };
  }
}

/** Whoever signed in one capacity signs in no other; they may sign in the same one again. */
function isOpen({ signedByMe }: SigningState, capacity: CapacityToSign['capacity']): boolean {
  return signedByMe.length === 0 || signedByMe.includes(capacity);
}

function reasonAgainst({ submittedByMe, followedBy }: SigningState): string | null {
  if (followedBy) return `Version ${String(followedBy.version)} is submitted, so that is the one to sign.`;
  return submittedByMe ? 'You submitted this flow yourself, so somebody else signs it.' : null;
}

/** The posts that have not signed yet; either capacity of the executive will do. */
function waitsFor({ signOffs }: FlowDetail): string[] {
  const has = (...capacities: readonly string[]): boolean =>
    signOffs.some(({ capacity }) => capacities.includes(capacity));
  return [
    !has('CALDICOTT_GUARDIAN') && SIGN_OFF_CAPACITIES.CALDICOTT_GUARDIAN,
    !has('DPO') && SIGN_OFF_CAPACITIES.DPO,
    !has('SIRO', 'EXEC_APPROVER') && `${SIGN_OFF_CAPACITIES.SIRO} or an executive`,
  ].filter((post) => post !== false);
}

/** What differs from the last version that anybody signed; null for the first that is put to them. */
function changeSince(flow: FlowDetail, last: LastDecided | null) {
  if (!last) return null;
  const since = flow.versions.filter(
    ({ version, replacesReason }) =>
      version > last.version && version <= flow.version && replacesReason !== null,
  );
  return {
    version: last.version,
    decided: last.signOffs.map(
      ({ capacity, decision, signedOn }) =>
        [SIGN_OFF_CAPACITIES[capacity], SIGN_OFF_DECISIONS[decision], signedOn] as const,
    ),
    reasons: since.reverse().map(({ version, replacesReason }) => ({ version, reason: replacesReason })),
    differences: differencesBetween(last.content, flow.content),
    names: [`Version ${String(last.version)}`, `Version ${String(flow.version)}`],
  };
}
