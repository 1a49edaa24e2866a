import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { PartialDate } from '../../kernel/partial-date.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { partFields } from '../recording/draft-deployment.js';
import type { DeploymentDetail, ScreeningView } from '../finding/deployment-view.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { Halt } from './halt.entity.js';
import { Screening } from '../screening/screening.entity.js';
import { classify, type Screened } from '../screening/classification/classify.js';
import type { ScreeningAnswers, ScreeningEvidence } from '../screening/classification/screening-questions.js';
import { Transition } from './transition.entity.js';
import type { LifeCycleState } from '../life-cycle-state.js';
import type { StepAnswers } from './step-answers.js';
import { raisedBy, stepFaults } from './step-faults.js';

/** The answers to the twelve questions, with what each rests on. */
export interface ScreeningInput {
  readonly answers: ScreeningAnswers;
  readonly evidence: ScreeningEvidence;
}

/** A step of the life cycle as its trust tells it. */
export interface StepInput {
  readonly to: LifeCycleState;
  /** When it happened, as closely as known. */
  readonly happened: string;
  readonly reason: string;
  readonly answers: StepAnswers;
}

/** How a scheme is screened and how it lives: one method per act, each with who does it. */
@Injectable()
export class LifeCycleService {
  constructor(
    private readonly ledger: Ledger,
    private readonly deployments: DeploymentsQueries,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** A trust answers the twelve questions; the class follows from the answers, never from a name. Said twice, it is one. */
  async screen(actor: Actor, id: Uuid, told: ScreeningInput): Promise<Screened & { readonly id: Uuid }> {
    const deployment = await this.found(actor, id);
    const screened = classify(told.answers);
    const screening = Object.assign(new Screening(), partFields(deployment), {
      id: newId(),
      answeredOn: this.clock.today(),
      answers: told.answers,
      evidence: told.evidence,
      classification: screened.classification,
    });
    const newest = deployment.screenings[0];
    this.access.require(actor, 'screen', screening);
    if (newest && sameScreening(newest, screening)) return { id: newest.id, ...screened };
    await this.ledger.perform(actor, adding('screen', Screening, screening));
    return { id: screening.id, ...screened };
  }

  /**
   * A trust records a step in the life of its scheme, with what that step needs; a halt leaves its order beside it.
   * Said twice, it is one step.
   * @throws Unprocessable naming everything that the step still lacks.
   */
  async step(actor: Actor, id: Uuid, told: StepInput): Promise<Uuid> {
    const deployment = await this.found(actor, id);
    const recorded = lastStep(deployment, told);
    if (recorded !== null) return recorded;
    const from = deployment.stateCode;
    const faults = stepFaults(
      { ...told, from, happened: PartialDate.from(told.happened) },
      {
        today: this.clock.today(),
        since: deployment.stateAt === null ? null : PartialDate.from(deployment.stateAt),
        screening: deployment.screenings[0]?.answers ?? null,
      },
    );
    if (faults.length > 0) throw new Unprocessable(faults);
    const transition = stepRecord(told, deployment);
    const enter = (one: Deployment): void => {
      one.mustBeIn(from);
      one.enter({ state: told.to, at: told.happened, note: told.reason });
    };
    try {
      await this.ledger.perform(
        actor,
        changing('step', Deployment, id, { change: enter, reason: told.reason }),
        adding('step', Transition, transition, told.reason),
        ...haltOf(told, deployment).map((halt) => adding('halt', Halt, halt, told.reason)),
      );
      return transition.id;
    } catch (refusal) {
      const meanwhile = refusal instanceof OutOfTurn ? lastStep(await this.found(actor, id), told) : null;
      if (meanwhile === null) throw refusal;
      return meanwhile;
    }
  }

  private async found(actor: Actor, id: Uuid): Promise<DeploymentDetail> {
    const deployment = await this.deployments.one(actor, id);
    if (!deployment) throw new NotFound();
    return deployment;
  }
}

function sameScreening(newest: ScreeningView, screening: Screening): boolean {
  const facts = ({ answers, evidence, answeredOn }: ScreeningView | Screening): string =>
    canonicalJson({ answers, evidence, answeredOn });
  return facts(newest) === facts(screening);
}

/** The id of the newest step when it is this very one, told again; null otherwise. */
function lastStep({ transitions: [newest] }: DeploymentDetail, told: StepInput): Uuid | null {
  if (newest === undefined) return null;
  const { toState: to, happened, reason, answers } = newest;
  const same = canonicalJson({ to, happened, reason, answers }) === canonicalJson(factsOf(told));
  return same ? newest.id : null;
}

function factsOf({ to, happened, reason, answers }: StepInput) {
  return { to, happened, reason, answers: given(answers) };
}

function given(answers: StepAnswers): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

function stepRecord(told: StepInput, deployment: DeploymentDetail): Transition {
  return Object.assign(new Transition(), partFields(deployment), {
    id: newId(),
    fromState: deployment.stateCode,
    toState: told.to,
    happened: told.happened,
    reason: told.reason,
    answers: given(told.answers),
    raises: raisedBy(told),
  });
}

function haltOf({ to, reason, answers }: StepInput, deployment: DeploymentDetail): Halt[] {
  const { orderedBy, orderedOn, effectiveOn } = answers;
  if (to !== 'HALT_ORDERED' || !orderedBy || !orderedOn || !effectiveOn) return [];
  const order = { id: newId(), orderedBy, orderedOn, effectiveOn, reason };
  return [Object.assign(new Halt(), partFields(deployment), order)];
}
