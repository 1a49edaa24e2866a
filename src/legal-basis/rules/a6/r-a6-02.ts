import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { closedInTasks, isPublicBody, PUBLIC_TASK_FIELDS } from '../matter/public-authority.js';

/** R-A6-02: a public authority in its tasks does not rely on legitimate interests. */
export const rA602 = assertionRule({
  id: 'R-A6-02',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a public authority',
  fields: [...PUBLIC_TASK_FIELDS, 'assertions[].outsidePublicTasksReason'],
  citation: seenIn('UK GDPR Article 6(1), closing words', 'L32'),
  message: 'This record does not show a basis that is open to a public authority acting in its tasks',
  whatToDo:
    'Look for the law that gives the authority this task (Article 6(1)(e)). If there is none, do not share. Outside its tasks, say why.',
  applies: isPublicBody,
  evaluate: ({ assertion }) => closedInTasks(assertion, '6_1_f', 'legitimate interests are not'),
});
