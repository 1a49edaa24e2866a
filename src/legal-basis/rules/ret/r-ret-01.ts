import { seenIn } from '../engine/citation.js';
import { controllerRule } from '../engine/controller-rule.js';
import { fault, shown, stated, together, type Verdict } from '../matter/verdict.js';
import { nameOf } from '../reading/parties.js';

/** R-RET-01: each controller keeps data for a stated time. */
export const rRet01 = controllerRule({
  id: 'R-RET-01',
  version: 4,
  kind: 'L',
  appliesTo: 'any controller of data on people',
  fields: ['retention.periods[].period', 'retention.periods[].orgId'],
  citation: seenIn('UK GDPR Article 5(1)(e); Data Protection Act 2018 s39', 'L31', 'L39'),
  message: 'This record does not show how long each controller keeps the data',
  whatToDo: 'State a period, or the event that ends it. “Indefinitely” is neither.',
  applies: () => true,
  evaluate: ({ flow, orgId }) => {
    const periods = (flow.retention?.periods ?? []).filter((entry) => entry.orgId === orgId);
    const [first, ...others] = periods.map(({ period }) => limited(period, nameOf(flow, orgId)));
    return first === undefined
      ? fault(`no period is given for ${nameOf(flow, orgId)}`)
      : together(first, ...others);
  },
});

const ENDLESS = /indefinit|for ?ever|permanent|no limit|until further notice/i;
const NEEDED = /as long as .*(?:necess|need|requir)/i;
const STRETCH_OF_TIME = /\d|day|week|month|year/i;
const DENIED_OR_DELETED =
  /\b(?:not|never)\b[\w ]{0,20}?(?:indefinitely|forever|for ever|permanently)|permanently (?:delet|destroy|eras|remov)\w*|(?:delet|destroy|eras|remov)\w* (?:\w+ )?permanently/gi;

function limited(period: string | null | undefined, name: string): Verdict {
  const text = (period ?? '').replace(DENIED_OR_DELETED, '');
  const endless = ENDLESS.test(text) || (NEEDED.test(text) && !STRETCH_OF_TIME.test(text));
  return together(
    stated(period, `no period is given for ${name}`),
    endless ? fault(`${name} keeps them without end`) : shown,
  );
}
