import { isPublicAuthority } from './parties.js';
import { allOf } from '../engine/truth.js';
import type { AssertionMatter } from '../engine/matter.js';
import type { Truth } from '../../record/not-known.js';
import { isAnythingAsserted } from './codes.js';
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
