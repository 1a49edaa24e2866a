import { beingChecked } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { fault, shown, stated, together } from '../engine/verdict.js';
import { nameOf } from '../reading/parties.js';

/** R-RET-01: each controller keeps data for a stated time. */
export const rRet01 = controllerRule({
  id: 'R-RET-01',
  version: 2,
  kind: 'L',
  appliesTo: 'any controller of data on people',
  fields: ['retention.periods[].period', 'retention.periods[].orgId'],
  citation: beingChecked('UK GDPR Article 5(1)(e); Data Protection Act 2018 s39'),
  message: 'This record does not show how long each controller keeps the data',
  whatToDo: 'State a period, or the event that ends it. “Indefinitely” is neither.',
  applies: () => true,
  evaluate: ({ flow, orgId }) => {
    const period = (flow.retention?.periods ?? []).find((entry) => entry.orgId === orgId)?.period;
    return together(
      stated(period, `no period is given for ${nameOf(flow, orgId)}`),
      /indefinit|for ?ever|permanent|no limit|until further notice/i.test(period ?? '')
        ? fault(`${nameOf(flow, orgId)} keeps them without end`)
        : shown,
    );
  },
});
