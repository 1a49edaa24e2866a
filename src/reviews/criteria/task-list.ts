import type { CriterionInForce } from '../../frameworks/edition/criteria-in-force.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';

/** One criterion in a list of tasks. */
export interface Task {
  readonly href: string;
  readonly text: string;
  readonly hint: string;
  readonly state: string;
  readonly tone: string;
}

/** The tasks of one domain. */
export interface TaskGroup {
  readonly name: string;
  readonly tasks: readonly Task[];
  /** Where all of them are done on one page, for whoever may. */
  readonly together?: string;
}

/** Criteria as tasks that can be done in any order, by domain; `done` says what was given for each that has something. */
export function tasksByDomain(
  edition: Edition,
  criteria: readonly CriterionInForce[],
  {
    at,
    done,
    together = false,
  }: { readonly at: string; readonly done: ReadonlyMap<string, string>; readonly together?: boolean },
): readonly TaskGroup[] {
  return edition.domains
    .map(({ code, name }) => ({
      name,
      tasks: criteria
        .filter(({ criterion }) => criterion.domain === code)
        .map((each) => taskOf(each, { at, done })),
      ...(together && { together: `${at}/domains/${code}` }),
    }))
    .filter(({ tasks }) => tasks.length > 0);
}

/** One criterion as a task. */
export function taskOf(
  { criterion: { id, requirement } }: CriterionInForce,
  { at, done }: { readonly at: string; readonly done: ReadonlyMap<string, string> },
): Task {
  const given = done.get(id);
  return {
    href: `${at}/${id}`,
    text: id,
    hint: requirement,
    state: given ?? 'Not started',
    tone: given === undefined ? 'waiting' : 'good',
  };
}
