import type { SubjectClass } from './policy.js';

/**
 * What stands for a record of which only these properties are known, to ask whether somebody may do something with it.
 * It is no record: nothing that is saved can be made of it.
 */
export function subjectOf<T extends object>(
  kind: SubjectClass<T>,
  known: { readonly [Property in keyof T]?: T[Property] | null },
): object {
  const subject = new kind();
  return Object.assign(subject, known);
}
