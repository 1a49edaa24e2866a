import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import type { HaltStepKind } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import type { HaltRow } from '../showing/halts.queries.js';

/** A step about an order as its own page asks for it. */
export interface StepAsked {
  readonly kind: HaltStepKind;
  readonly verb: 'answer' | 'check' | 'lift';
  /** The last part of its address. */
  readonly path: string;
  readonly title: string;
  readonly hint: string;
  readonly button: string;
  readonly done: string;
}

/** Every step that somebody may take about an order, in the order in which a page offers them. */
export const STEPS_ASKED = {
  acknowledge: {
    ...{ kind: 'acknowledged', verb: 'answer', path: 'acknowledge', title: 'Acknowledge the order' },
    hint: 'It says that the trust has the order, and what it will do.',
    ...{ button: 'Acknowledge the order', done: 'The order was acknowledged' },
  },
  count: {
    ...{ kind: 'stepped-down', verb: 'answer', path: 'count', title: 'Count the cases' },
    hint: 'Open cases without and with a plan, and cases closed since the order, each as a band.',
    ...{ button: 'Record the count', done: 'The count was recorded' },
  },
  stopped: {
    ...{ kind: 'stopped', verb: 'answer', path: 'stopped', title: 'Say that it stopped' },
    hint: 'It counts as in effect only when somebody else has checked it.',
    ...{ button: 'Say that it stopped', done: 'What you said was recorded' },
  },
  check: {
    ...{ kind: 'checked', verb: 'check', path: 'check', title: 'Check whether it stopped' },
    hint: 'Nobody checks an order that they gave, acknowledged, counted or said to have stopped.',
    ...{ button: 'Record the check', done: 'The check was recorded' },
  },
  lift: {
    ...{ kind: 'lifted', verb: 'lift', path: 'lift', title: 'Lift the order' },
    hint: 'The order ends, and everyone reads why. Nothing can be recorded about it afterwards.',
    ...{ button: 'Lift the order', done: 'The order was lifted' },
  },
} as const satisfies Record<string, StepAsked>;

/** The page of a step, with its form as it was asked or sent. */
export function haltStepPage<F extends Fields>(halt: HaltRow, step: StepAsked, asked: Asked<F>): Page {
  return new Page('halting/following/views/step.njk', {
    title: step.title,
    caption: halt.scheme.title,
    step,
    action: `${placeOfHalt(halt)}/${step.path}`,
    ...asked,
    back: { href: placeOfHalt(halt) },
  });
}

/** Where the page of an order stands. */
export function placeOfHalt({ id, scheme }: Pick<HaltRow, 'id' | 'scheme'>): string {
  return `/deployments/${scheme.key}/halts/${id}`;
}

/** Back to the order after a step was taken. */
export function backToHalt(halt: HaltRow, step: StepAsked): Redirect {
  return new Redirect(placeOfHalt(halt), step.done);
}
