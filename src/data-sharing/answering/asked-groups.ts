import type { Form } from '../../web/form/form.js';
import { PICKED_ELSEWHERE } from '../questions/field-for.js';
import { pickInWords, picksOf } from '../questions/law-lines.js';
import { KEPT_UNASKED, linksDocument } from '../questions/record-form.js';

/** Questions of a page under one heading, and those that offer nothing to choose from yet, documents or other answers. */
export interface AskedGroup {
  readonly heading: string;
  readonly names: readonly string[];
  readonly waiting: readonly { readonly label: string; readonly linksDocument: boolean }[];
}

/** The questions of a form under the headings of its page, in order; headings without questions are left out. */
export function askedGroups(
  form: Form,
  groups: readonly { readonly heading: string; readonly fields: readonly string[] }[],
): AskedGroup[] {
  const fields = form.drawn.filter(({ kind }) => kind !== 'hidden');
  return groups
    .map(({ heading, fields: beginnings }) => {
      const own = fields.filter(({ name }) => beginnings.some((beginning) => name.startsWith(beginning)));
      return {
        heading,
        names: own.filter(({ look }) => look.choices?.length !== 0).map(({ name }) => name),
        waiting: own
          .filter(({ look }) => look.choices?.length === 0)
          .map(({ name, wording }) => ({ label: wording.label, linksDocument: linksDocument(name) })),
      };
    })
    .filter(({ names, waiting }) => names.length + waiting.length > 0);
}

/**
 * The answers of a form as values at the paths of the record; an answer that is not given, or is to be removed, is
 * undefined.
 */
export function answersOf(form: Form, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const asked = form.drawn.filter(
    ({ kind, name }) => kind !== 'hidden' && kind !== PICKED_ELSEWHERE && name !== KEPT_UNASKED,
  );
  const removed = [values[KEPT_UNASKED]]
    .flat()
    .filter((path) => typeof path === 'string')
    .map((path): [string, unknown] => [path, undefined]);
  return Object.fromEntries([
    ...removed,
    ...asked.map(({ name }): [string, unknown] => [name, values[name]]),
  ]);
}

/** What is stored, as the values of a form at the paths of the record, with the version it is read from. */
export function storedIn(
  form: Form,
  revision: number,
  valueOf: (path: string) => unknown,
): Record<string, unknown> {
  return {
    ...Object.fromEntries(form.drawn.map(({ name }) => [name, valueOf(name)])),
    version: revision,
  };
}

/** The law picked in the fields that a form shows and does not ask, in words, by their paths. */
export function lawPickedIn(
  form: Form,
  valueOf: (path: string) => unknown,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    lawFieldsOf(form).map(({ name }) => [name, picksOf(valueOf(name)).map(pickInWords)]),
  );
}

/** Where the pressed button leads that picks law for a field of this form, below the record; null for any other. */
export function lawPageAsked(form: Form, body: unknown): string | null {
  const pressed = typeof body === 'object' && body !== null && 'next' in body ? body.next : undefined;
  const field = lawFieldsOf(form).find(({ name }) => pressed === `law/${name}`);
  return field ? `/law/${field.name}` : null;
}

function lawFieldsOf(form: Form) {
  return form.drawn.filter(({ kind }) => kind === PICKED_ELSEWHERE);
}
