import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { Deployment } from '../deployment.entity.js';
import { lockedDeployment } from '../locked-deployment.js';
import { partFields } from '../part-of-deployment.entity.js';
import { datesMustFit } from '../recording/fitting-dates.js';
import { Screening } from '../screening/classification/screening.entity.js';
import { Halt } from './steps/halt.entity.js';
import type { StepInput } from './steps/step-answers.js';
import { raisedBy, stepFaults } from './steps/step-faults.js';
import { Transition } from './steps/transition.entity.js';

/** How a scheme lives: one dated step after another, each with who records it. */
@Injectable()
export class LifeCycleService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * A trust records a step in the life of its scheme, with what that step needs; a halt leaves its order beside it.
   * The newest step sent again is that step.
   * @throws Unprocessable naming everything that the step still lacks.
   */
  async step(actor: Actor, id: Uuid, input: StepInput): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) => this.access.require(actor, 'step', seen));
      const [newest] = await look(NEWEST_STEP.from(STEPS_OF_DEPLOYMENT, [id]));
      if (newest && isSame(newest, input)) return newest.id;
      const [screening] = await look(NEWEST_SCREENING.from(SCREENINGS_OF_DEPLOYMENT, [id]));
      this.mustBeWhole(input, deployment, screening ?? null);
      const transition = transitionOf(input, deployment);
      await perform(
        changing('step', Deployment, id, {
          change: (one) => one.enter({ state: input.to, at: input.happened, note: input.reason }),
          reason: input.reason,
        }),
        adding('step', Transition, transition, input.reason),
        ...this.haltOf(actor, input, deployment).map((halt) => adding('halt', Halt, halt, input.reason)),
      );
      await datesMustFit(look, id, 'happened');
      return transition.id;
    });
  }

  private haltOf(actor: Actor, { to, reason, answers }: StepInput, deployment: Deployment): Halt[] {
    const { orderedBy, orderedOn, effectiveOn } = answers;
    if (to !== 'HALT_ORDERED' || !orderedBy || !orderedOn || !effectiveOn) return [];
    const halt = {
      ...{ ...partFields(deployment), id: newId(), orderedBy, orderedOn, effectiveOn, reason },
      ...{ outside: null, organisationId: null, reviewId: null, scope: null, document: null },
      ...{ orderedByPerson: actor.personId, recordedOn: this.clock.today() },
    };
    return [made(Halt, halt)];
  }

  private mustBeWhole(
    input: StepInput,
    { stateCode, stateAt }: Deployment,
    screening: Pick<Screening, 'answers'> | null,
  ): void {
    const faults = stepFaults(
      { ...input, from: stateCode, happened: PartialDate.from(input.happened) },
      {
        today: this.clock.today(),
        since: stateAt === null ? null : PartialDate.from(stateAt),
        screening: screening?.answers ?? null,
      },
    );
    if (faults.length > 0) throw new Unprocessable(faults);
  }
}

const NEWEST_STEP = select(columns(Transition, 't', 'id', 'toState', 'happened', 'reason', 'answers'));
const STEPS_OF_DEPLOYMENT = 'deployments.transition t WHERE t.deployment_id = $1 ORDER BY t.id DESC LIMIT 1';
const NEWEST_SCREENING = select(columns(Screening, 's', 'answers'));
const SCREENINGS_OF_DEPLOYMENT =
  'deployments.screening s WHERE s.deployment_id = $1 ORDER BY s.id DESC LIMIT 1';

type RecordedStep = Pick<Transition, 'toState' | 'happened' | 'reason' | 'answers'>;

function isSame({ toState, happened, reason, answers }: RecordedStep, input: StepInput): boolean {
  const recorded = { to: toState, happened, reason, answers };
  return canonicalJson(recorded) === canonicalJson({ ...input, answers: given(input.answers) });
}

/** The answers that were given, without those left out. */
function given(answers: StepInput['answers']): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}

function transitionOf(input: StepInput, deployment: Deployment): Transition {
  return made(Transition, {
    ...partFields(deployment),
    id: newId(),
    fromState: deployment.stateCode,
    toState: input.to,
    happened: input.happened,
    reason: input.reason,
    answers: given(input.answers),
    raises: raisedBy(input),
  });
}
