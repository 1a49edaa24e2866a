import { assertionRule } from '../engine/assertion-rule.js';
import { beingChecked } from '../engine/citation.js';
import { not } from '../../record/answers/not-known.js';
import { holds } from '../matter/verdict.js';
import { isAsserted } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { isInPublicTasks, PUBLIC_TASK_FIELDS } from '../matter/public-authority.js';

/** R-A6-02: a public authority in its tasks does not rely on legitimate interests. */
export const rA602 = assertionRule({
  id: 'R-A6-02',
  version: 1,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'a public authority acting in its tasks',
  fields: [...PUBLIC_TASK_FIELDS],
  citation: beingChecked('UK GDPR Article 6(1), closing words'),
  message: 'This record does not show a basis that is open to a public authority acting in its tasks',
  whatToDo:
    'Look for the law that gives the authority this task (Article 6(1)(e)). If there is none, do not share.',
  applies: isInPublicTasks,
  evaluate: ({ assertion }) =>
    holds(not(isAsserted(assertion.art6, '6_1_f')), 'legitimate interests are not'),
});
