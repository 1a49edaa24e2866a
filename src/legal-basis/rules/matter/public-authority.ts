import { isPublicAuthority } from '../reading/parties.js';
import { allOf, type Truth } from '../../record/answers/not-known.js';
import type { AssertionMatter } from './matter.js';
import { isAnythingAsserted } from '../reading/codes.js';
import { isUkGdpr } from './assertions.js';

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

/** Whether a public authority, acting in its tasks, asserts an Article 6 basis. It is presumed to act in its tasks. */
export function isInPublicTasks(matter: AssertionMatter): Truth {
  return allOf(
    isUkGdpr(matter),
    isAnythingAsserted(matter.assertion.art6),
    isPublicAuthority(matter.controller),
    matter.assertion.outsidePublicTasks !== true,
  );
}
