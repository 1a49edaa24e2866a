import type { z } from 'zod';
import { OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import type { Page } from '../answer/page.js';
import type { Asked, Fields, Form } from './form.js';

/** What a handler does with the confirmation of what a page has shown. */
export interface ConfirmationSteps<F extends Fields, Sent, Done> {
  /** What to do when the page has lost what it carried, and what was not done. */
  readonly lost: string;
  /** Does the act with what the page carried. */
  act(sent: Sent): Promise<Done>;
  /** Asks for the file again, with what needs attention. */
  again(asked: Asked<F>): Page | Promise<Page>;
  /** Shows what would be done now, because it is no longer what was shown. */
  overtaken?(sent: Sent, refusal: OutOfTurn): Promise<Page>;
}

/**
 * Reads what a page carried from a preview and does the act, or asks the form of that preview again: because it was
 * lost on the way, or with the faults that the service told. Other refusals go on to the error page.
 */
export async function confirm<F extends Fields, Sent extends z.ZodType, Done>(
  form: Form<F>,
  { schema, body }: { readonly schema: Sent; readonly body: unknown },
  steps: ConfirmationSteps<F, z.output<Sent>, Done>,
): Promise<Done | Page> {
  const sent = await schema.safeParseAsync(body);
  if (!sent.success) {
    const text = `This page has lost its place. ${steps.lost}`;
    return steps.again({ ...form.asked(), issues: form.pointed([{ field: 'file', text }]) });
  }
  try {
    return await steps.act(sent.data);
  } catch (refusal) {
    if (refusal instanceof OutOfTurn && steps.overtaken) return steps.overtaken(sent.data, refusal);
    if (!(refusal instanceof Unprocessable)) throw refusal;
    return steps.again({ ...form.asked(), issues: form.pointed(refusal.issues) });
  }
}
