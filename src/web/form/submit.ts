import { ChangedMeanwhile, OutOfTurn, SentOtherwise, Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../answer/page.js';
import type { Asked, Fields, Form, ValuesOf } from './form.js';

/** What a handler does with a form that was sent. */
export interface Steps<F extends Fields, Done> {
  /** Does the act with answers that will do. */
  act(values: ValuesOf<F>): Promise<Done> | Done;
  /** Shows the page again with everything typed and what needs attention. */
  again(asked: Asked<F>): Promise<Page> | Page;
  /** What is stored now, read again when somebody else saved first; it must bring the new `version`. */
  current?(): Promise<Partial<ValuesOf<F>>> | Partial<ValuesOf<F>>;
}

/**
 * Reads the form and does the act, or shows the page again: with the faults of single answers, with those the
 * service told (`Unprocessable`), or with what somebody else saved meanwhile. Nothing typed is lost in any of
 * these; other refusals go on to the error page.
 */
export async function submit<F extends Fields, Done>(
  form: Form<F>,
  body: unknown,
  steps: Steps<F, Done>,
): Promise<Done | Page> {
  const reading = form.read(body);
  if (!reading.ok) return steps.again(reading);
  const asked = { form, answers: reading.answers, issues: [] };
  try {
    return await steps.act(reading.values);
  } catch (refusal) {
    if (refusal instanceof Unprocessable)
      return steps.again({ ...asked, issues: form.pointed(refusal.issues) });
    if (!(refusal instanceof OutOfTurn)) throw refusal;
    return conflict(await steps.again(await overtaken(asked, refusal, steps)));
  }
}

async function overtaken<F extends Fields, Done>(
  asked: Asked<F>,
  refusal: OutOfTurn,
  steps: Steps<F, Done>,
): Promise<Asked<F>> {
  const isTitled = refusal instanceof ChangedMeanwhile || refusal instanceof SentOtherwise;
  const text = isTitled ? `${refusal.title}. ${refusal.detail}` : refusal.detail;
  const stored = refusal instanceof ChangedMeanwhile ? await steps.current?.() : undefined;
  if (stored === undefined) {
    const answers = { ...asked.answers, ...hiddenOf(asked.form, 'once', asked.form.retyped({})) };
    return { ...asked, answers, issues: [{ field: '', text }] };
  }
  const retyped = asked.form.retyped(stored);
  const meanwhile = Object.fromEntries(
    Object.entries(retyped).filter(([name]) => Object.hasOwn(stored, name)),
  );
  return {
    ...asked,
    answers: { ...asked.answers, ...hiddenOf(asked.form, 'version', meanwhile) },
    issues: [{ field: '', text }],
    meanwhile,
  };
}

/** The new version, or a new token, goes into the page, so that sending it again is a decision and not a second conflict. */
function hiddenOf<F extends Fields>(
  form: Form<F>,
  called: 'version' | 'once',
  anew: Asked<F>['answers'],
): Asked<F>['answers'] {
  const hidden = form.drawn.filter((field) => field.kind === 'hidden' && field.name === called);
  return Object.fromEntries(hidden.map(({ name }) => [name, anew[name] ?? '']));
}

function conflict(page: Page): Page {
  return new Page(page.template, page.model, { status: 409 });
}
