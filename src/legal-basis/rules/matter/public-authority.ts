import { isPublicAuthority } from '../reading/parties.js';
import { allOf, not, type Truth } from '../../record/answers/not-known.js';
import type { Article6 } from '../../record/basis/article-6.js';
import type { Assertion } from '../../record/basis/assertion.js';
import type { AssertionMatter } from './matter.js';
import { isAnythingAsserted, isAsserted } from '../reading/codes.js';
import { isUkGdpr } from './assertions.js';
import { holds, stated, type Verdict } from './verdict.js';

/** The fields from which it is read whether a public authority acts in its tasks. */
export const PUBLIC_TASK_FIELDS = [
  'assertions[].art6',
  'assertions[].regime',
  'assertions[].controllerOrgId',
  'assertions[].outsidePublicTasks',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].publicAuthority',
] as const;

/** Whether a public authority asserts an Article 6 basis. */
export function isPublicBody(matter: AssertionMatter): Truth {
  return allOf(
    isUkGdpr(matter),
    isAnythingAsserted(matter.assertion.art6),
    isPublicAuthority(matter.controller),
  );
}

/**
 * A basis that is closed to a public authority in its tasks. It is presumed to act in them: that it does not is said with a
 * reason, and one answer without one takes nothing away.
 */
export function closedInTasks(assertion: Assertion, basis: Article6, because: string): Verdict {
  const relied = isAsserted(assertion.art6, basis);
  if (relied !== true || assertion.outsidePublicTasks !== true) return holds(not(relied), because);
  return stated(
    assertion.outsidePublicTasksReason,
    `${because}, and why this is none of its tasks is not said`,
    'why what the authority does here is none of its public tasks',
  );
}

/** Whether a public authority, acting in its tasks, asserts an Article 6 basis. It is presumed to act in its tasks. */
export function isInPublicTasks(matter: AssertionMatter): Truth {
  return allOf(isPublicBody(matter), matter.assertion.outsidePublicTasks !== true);
}
