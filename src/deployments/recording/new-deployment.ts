import { NOT_SURE } from '../../web/form/kinds/partial-date.js';
import type { ValuesIn } from '../../web/form/form.js';
import { typedLines } from '../../web/form/typed-lines.js';
import { AddClaim, RegisterDeployment } from './deployment.forms.js';
import type { NewClaim, NewDeployment } from './draft-deployment.js';
import type { StepInput } from '../life-cycle/life-cycle.service.js';
import { RecordStep } from '../life-cycle/step.forms.js';

/** What the form says of a new deployment, as the service takes it. */
export function newDeploymentFrom(values: ValuesIn<typeof RegisterDeployment>): NewDeployment {
  return {
    once: values.once,
    organisationId: values.organisation,
    title: values.title.trim(),
    area: values.area.trim(),
    names: typedLines(values.names),
    agencies: [],
    state: values.state,
    stateAt: knownDate(values.stateAt),
    started: knownDate(values.started),
    startPlanned: values.startIs === 'planned',
    succeedsId: values.succeeds ?? null,
    note: values.note ?? null,
  };
}

/** What the form claims, as the service takes it. */
export function newClaimFrom(values: ValuesIn<typeof AddClaim>): NewClaim {
  return {
    topic: values.topic,
    statement: values.statement,
    dated: knownDate(values.dated),
    contradicts: values.contradicts === undefined ? [] : [values.contradicts],
  };
}

/** What the form says of a step, as the service takes it. */
export function stepFrom({ to, happened, reason, ...answers }: ValuesIn<typeof RecordStep>): StepInput {
  return { to, happened, reason, answers };
}

function knownDate(given: string): string | null {
  return given === NOT_SURE ? null : given;
}
