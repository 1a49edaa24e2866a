import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import { countAgainst } from '../../deployments/life-cycle/halts/count-against.js';
import { HaltStep, type HaltSide } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import { COUNT_BAND_WORDS } from '../../deployments/life-cycle/steps/step-answers.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotPermitted, Unprocessable } from '../../kernel/refusal.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { TRUST_ROLES } from '../../reviews/engagement.js';
import type { ValuesIn } from '../../web/form/form.js';
import { day } from '../../web/words.js';
import { HaltStandingsQueries } from '../ordering/halt-standings.queries.js';
import { HaltsQueries, type HaltAddress, type HaltRow } from '../showing/halts.queries.js';
import type { AcknowledgeHalt, CheckHalt, CountStepDown, LiftHalt, SayStopped } from './follow.forms.js';
import { STEPS_ASKED, type StepAsked } from './step-page.js';

/** For whom somebody takes a step. */
type TakenFor = Pick<HaltStep, 'side' | 'organisationId'>;

/** For whom somebody may check an order: its trust, a body outside it, or its reviewers. */
interface CheckingFor extends TakenFor {
  /** What a form sends: `trust`, `reviewers`, or the id of a body. */
  readonly value: string;
  readonly label: string;
}

/** What a step says. */
interface SaidOfHalt extends Partial<Pick<HaltStep, 'finding' | 'withoutPlan' | 'withPlan' | 'closedSince'>> {
  readonly fewerBecause?: string | undefined;
  readonly once: Uuid;
  readonly post: string;
  readonly happenedOn: string;
  readonly text: string;
  readonly document?: string | undefined;
}

/** Takes what the trust answers to an order to halt, what others find when they check it, and its lift by whoever ordered it. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly halts: HaltsQueries,
    private readonly standings: HaltStandingsQueries,
    private readonly clock: Clock,
  ) {}

  /** The trust says that it has the order. */
  acknowledge(actor: Actor, haltId: Uuid, values: ValuesIn<typeof AcknowledgeHalt>): Promise<Uuid> {
    return this.take(actor, haltId, STEPS_ASKED.acknowledge, values);
  }

  /** The trust counts the cases that are open, with and without a plan, and those closed since. */
  count(actor: Actor, haltId: Uuid, values: ValuesIn<typeof CountStepDown>): Promise<Uuid> {
    return this.take(actor, haltId, STEPS_ASKED.count, values);
  }

  /** The trust says that it stopped. */
  sayStopped(actor: Actor, haltId: Uuid, values: ValuesIn<typeof SayStopped>): Promise<Uuid> {
    return this.take(actor, haltId, STEPS_ASKED.stopped, values);
  }

  /** Whoever ordered it ends the order, with a reason. */
  lift(actor: Actor, haltId: Uuid, values: ValuesIn<typeof LiftHalt>): Promise<Uuid> {
    return this.take(actor, haltId, STEPS_ASKED.lift, values);
  }

  /** Somebody who neither ordered nor answered says what they found. */
  async check(actor: Actor, haltId: Uuid, values: ValuesIn<typeof CheckHalt>): Promise<Uuid> {
    const halt = await this.halts.one(actor, haltId);
    const parts = await this.checkingFor(actor, halt);
    if (parts.length === 0) throw new NotPermitted();
    const part = parts.find(({ value }) => value === values.givenFor);
    if (!part) throw new Unprocessable([{ field: 'givenFor', text: 'Select for whom you check it' }]);
    return this.add(actor, halt, { step: STEPS_ASKED.check, for: part, said: values });
  }

  /** The order, for somebody who may take this step about it. @throws NotFound, NotPermitted */
  async toTake(actor: Actor, { key, id }: HaltAddress, step: StepAsked): Promise<HaltRow> {
    const halt = await this.halts.under(actor, key, id);
    this.requireTurn(actor, halt, step);
    return halt;
  }

  /** For whom this person may check the order; empty for whoever may not. */
  async checkingFor(actor: Actor, halt: HaltRow): Promise<readonly CheckingFor[]> {
    const bodies = await this.standings.bodies(actor, halt.deploymentId);
    const { organisation, outside } = halt;
    const ordered =
      organisation && outside ? [{ outside, id: organisation.id, called: organisation.name }] : [];
    const others = bodies.filter(({ id }) => id !== organisation?.id);
    const parts: readonly CheckingFor[] = [
      { side: 'TRUST', value: 'trust', label: 'My trust', organisationId: halt.leadOrganisationId },
      { side: 'REVIEWER', value: 'reviewers', label: 'The reviewers of this scheme', organisationId: null },
      ...[...ordered, ...others].map((body) => ({
        ...{ side: body.outside, value: body.id, label: body.called, organisationId: body.id },
      })),
    ];
    const isInside = (await this.standings.ownParts(actor, halt.id)).includes('OF_THE_TRUST');
    return parts.filter(
      (part) => !(isInside && part.side !== 'TRUST') && this.mayTake(actor, halt, STEPS_ASKED.check, part),
    );
  }

  /** What this person may do about the order now, as far as its turn has come. */
  async nextSteps(actor: Actor, halt: HaltRow): Promise<readonly StepAsked[]> {
    const done = halt.steps.map(({ kind }) => kind);
    if (done.includes('lifted') || !halt.published) return [];
    const barred = await this.barredFrom(actor, halt);
    const checks = !barred.includes('check') && (await this.checkingFor(actor, halt)).length > 0;
    return Object.values(STEPS_ASKED).filter((step) => {
      if (step.kind === 'checked') return checks;
      if (barred.includes(step.verb)) return false;
      const isKnown = halt.outside === null || done.includes('acknowledged');
      if (step.kind === 'acknowledged' && isKnown) return false;
      return this.mayTake(actor, halt, step, takenFor(halt, step));
    });
  }

  /** What the parts that this person has in the order bar them from, as PostgreSQL refuses it too. */
  async barredFrom(actor: Actor, halt: HaltRow): Promise<readonly StepAsked['verb'][]> {
    const own = await this.standings.ownParts(actor, halt.id);
    return [
      ...(own.includes('ORDERED') || own.includes('ANSWERED') ? (['check'] as const) : []),
      ...(own.includes('CHECKED') ? (['answer'] as const) : []),
      ...(own.includes('OF_THE_TRUST') && halt.outside !== null ? (['lift'] as const) : []),
    ];
  }

  private mayTake(actor: Actor, halt: HaltRow, step: StepAsked, part: TakenFor): boolean {
    return (
      isTheirSide(actor, halt, part) && this.access.can(actor, step.verb, stepOf(actor, halt, step, part))
    );
  }

  private requireTurn(actor: Actor, halt: HaltRow, step: StepAsked): void {
    const part = takenFor(halt, step);
    if (!isTheirSide(actor, halt, part)) throw new NotPermitted(OF_THE_TRUST);
    this.access.require(actor, step.verb, stepOf(actor, halt, step, part));
  }

  private async take(actor: Actor, haltId: Uuid, step: StepAsked, said: SaidOfHalt): Promise<Uuid> {
    const halt = await this.halts.one(actor, haltId);
    this.requireTurn(actor, halt, step);
    return this.add(actor, halt, { step, for: takenFor(halt, step), said });
  }

  private async add(
    actor: Actor,
    halt: HaltRow,
    taken: { readonly step: StepAsked; readonly for: TakenFor; readonly said: SaidOfHalt },
  ): Promise<Uuid> {
    const { step, said } = taken;
    const today = this.clock.today();
    if (said.happenedOn > today)
      throw new Unprocessable([{ field: 'happenedOn', text: 'The day must be today or in the past' }]);
    if (said.happenedOn < halt.orderedOn)
      throw new Unprocessable([{ field: 'happenedOn', text: 'The day must not be before the order' }]);
    refuseSilentFall(halt, said);
    const record = made(HaltStep, {
      ...orderIn(halt),
      ...{ id: said.once, haltId: halt.id, seq: halt.steps.length + 1, kind: step.kind },
      ...{ side: taken.for.side, organisationId: taken.for.organisationId, post: said.post },
      ...{ happenedOn: said.happenedOn, text: said.text, document: said.document ?? null },
      ...{ finding: said.finding ?? null, withoutPlan: said.withoutPlan ?? null },
      ...{ withPlan: said.withPlan ?? null, closedSince: said.closedSince ?? null },
      fewerBecause: said.fewerBecause ?? null,
      ...{ takenBy: personIdOf(actor), takenOn: today },
    });
    await this.ledger.perform(
      actor,
      addingOnce(step.verb, HaltStep, record, { about: halt.id, said: { ...said, kind: step.kind } }),
    );
    return record.id;
  }
}

/** A case that was closed stays closed: a count that says otherwise of it than another says why. */
function refuseSilentFall({ steps }: HaltRow, { closedSince, happenedOn, fewerBecause }: SaidOfHalt): void {
  const other = countAgainst(steps, { closedSince: closedSince ?? null, happenedOn });
  if (!other || fewerBecause !== undefined) return;
  const counted = COUNT_BAND_WORDS[other.closedSince ?? '0'].toLowerCase();
  throw new Unprocessable([
    {
      field: 'fewerBecause',
      text: `The count of ${day(other.happenedOn)} says ${counted}. Say why, or correct the band or the day`,
    },
  ]);
}

const OF_THE_TRUST =
  'Whoever holds a post in the trust of a scheme is not outside it, whatever else they hold.';

/** False where somebody with a post in the trust would act from outside it; PostgreSQL refuses it too. */
function isTheirSide(actor: Actor, { leadOrganisationId }: HaltRow, { side }: TakenFor): boolean {
  if (side === 'TRUST' || leadOrganisationId === null) return true;
  return !actor.organisationsAs(...TRUST_ROLES).includes(leadOrganisationId);
}

/** The trust answers for itself, and an order is lifted for whoever gave it. */
function takenFor({ outside, orderedFor, leadOrganisationId }: HaltRow, { kind }: StepAsked): TakenFor {
  if (kind === 'lifted' && outside !== null) return { side: outside, organisationId: orderedFor };
  return { side: 'TRUST' satisfies HaltSide, organisationId: leadOrganisationId };
}

function stepOf(
  actor: Actor,
  halt: HaltRow,
  { kind }: StepAsked,
  { side, organisationId }: TakenFor,
): HaltStep {
  return standIn(HaltStep, { ...orderIn(halt), kind, side, organisationId, takenBy: actor.personId });
}

function orderIn({ deploymentId, leadOrganisationId, outside, orderedFor, reviewId }: HaltRow) {
  return { deploymentId, leadOrganisationId, outside, orderedFor, reviewId };
}
