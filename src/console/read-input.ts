import { Unprocessable } from '../kernel/refusal.js';
import type { Fields, Form, ValuesOf } from '../web/form/form.js';

/** What the operator typed, held to the same form as the page. @throws Unprocessable that lists every fault. */
export function readInput<F extends Fields>(form: Form<F>, given: object): ValuesOf<F> {
  const read = form.schema.safeParse(given);
  if (read.success) return read.data;
  throw new Unprocessable(
    read.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), text: message })),
  );
}
