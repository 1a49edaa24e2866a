import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { DUAA_DAY } from '../reading/law-days.js';
import { closedInTasks, isPublicBody, PUBLIC_TASK_FIELDS } from '../matter/public-authority.js';

/** R-A6-03: a public authority in its tasks does not rely on a recognised legitimate interest. */
export const rA603 = assertionRule({
  id: 'R-A6-03',
  version: 2,
  kind: 'L',
  inForceFrom: DUAA_DAY,
  appliesTo: 'a public authority, from 5 February 2026',
  fields: [...PUBLIC_TASK_FIELDS, 'assertions[].outsidePublicTasksReason'],
  citation: seenIn('Data (Use and Access) Act 2025 s70(2)(c)', 'L5'),
  message: 'This record does not show a basis that is open to a public authority acting in its tasks',
  whatToDo:
    'Look for the law that gives the authority this task (Article 6(1)(e)). If there is none, do not share. Outside its tasks, say why.',
  applies: isPublicBody,
  evaluate: ({ assertion }) => closedInTasks(assertion, '6_1_ea', 'a recognised legitimate interest is not'),
});
