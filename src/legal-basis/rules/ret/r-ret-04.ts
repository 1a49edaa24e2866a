import { addDays } from '../../../kernel/days/calendar-day.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import { allOf, anyOf } from '../../record/answers/not-known.js';
import { fault, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { includesAny } from '../reading/codes.js';
import { marksEmergencySystems } from '../reading/markers.js';
import { DEPLOYMENT_FIELDS, deploymentOf, isDeployment } from '../matter/deployments.js';
import { nameOf, recipientIds } from '../reading/parties.js';

/** R-RET-04: when a scheme closes, markers and plans leave every partner's systems. */
export const rRet04 = flowRule({
  id: 'R-RET-04',
  version: 2,
  kind: 'L/P',
  appliesTo: 'markers and plans of a scheme that closed',
  fields: [
    'retention.withdrawals[].confirmedOn',
    'retention.withdrawals[].orgId',
    'register.deployments[].closedOn',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].name',
    'dataCategories',
    'mechanism',
    ...DEPLOYMENT_FIELDS,
  ],
  thresholds: ['markerWithdrawalDays'],
  citation: seenIn('UK GDPR Article 5(1)(d) and (e)', 'L31'),
  message: 'This record does not show that every partner withdrew markers and plans when the scheme closed',
  whatToDo: 'Ask each partner to confirm, with the day, that markers and plans are gone.',
  applies: (matter) =>
    allOf(
      isDeployment(matter, 'CLOSED', 'DISBANDED'),
      anyOf(marksEmergencySystems(matter.flow), includesAny(matter.flow.dataCategories, 'CRISIS_PLAN')),
    ),
  evaluate: (matter) => {
    const closedOn = deploymentOf(matter)?.closedOn;
    if (!closedOn) return notKnown('the day the scheme closed');
    const due = addDays(closedOn, matter.settings.markerWithdrawalDays);
    const partners = recipientIds(matter.flow);
    if (partners.length === 0) return notKnown('the partners');
    return together(...partners.map((id) => withdrawn(matter, id, due)));
  },
});

function withdrawn({ flow, asAt }: Matter, orgId: string, due: string): Verdict {
  const confirmedOn = flow.retention?.withdrawals?.find((entry) => entry.orgId === orgId)?.confirmedOn;
  if (confirmedOn)
    return confirmedOn <= due ? shown : fault(`${nameOf(flow, orgId)} confirmed only on ${confirmedOn}`);
  if (asAt <= due) return shown;
  return flow.retention?.withdrawals
    ? fault(`${nameOf(flow, orgId)} has not confirmed`)
    : notKnown('what partners confirmed');
}
