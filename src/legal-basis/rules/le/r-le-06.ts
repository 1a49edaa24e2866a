import { allOf, type Truth } from '../../record/answers/not-known.js';
import { enforcementOf } from '../../record/basis/purpose.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { lawReliedOn, type AskedLaw } from '../matter/law/law-relied-on.js';
import { holdsAny, includesAny } from '../reading/codes.js';
import { GDPR_DAY } from '../reading/law-days.js';
import { nationOfSender } from '../reading/parties.js';
import { GATHERED_FIELDS, gatheredForEnforcement } from './gathered-for.js';

/** A duty, a power or an order can authorise a use; an exemption, a principle or guidance authorises none. */
const AUTHORISING: AskedLaw = {
  does: ({ kind }) => ['duty', 'power', 'order'].includes(kind),
  none: 'none is picked or cited',
  says: 'in words which law allows it, and picks none',
};

/** R-LE-06: what the police gathered for law enforcement is not used for care or mentoring without a law that allows it. */
export const rLe06 = flowRule({
  id: 'R-LE-06',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data gathered for law enforcement and used for something else',
  fields: [
    'reuse.s36AuthorisationLaw',
    'reuse.s36AuthorisationText',
    'purposeCodes',
    'startDate',
    'endDate',
    'parties[].nation',
    ...GATHERED_FIELDS,
  ],
  citation: beingChecked('Data Protection Act 2018 s36(4)'),
  message: 'This record does not show a law that can allow law-enforcement data to be used for this purpose',
  whatToDo:
    'Pick the law that authorises it. A policy or an agreement is no law; people who called for help are no suspects.',
  applies: ({ flow }) => allOf(gatheredForEnforcement(flow), isOtherUse(flow)),
  evaluate: ({ flow, from, to }) =>
    lawReliedOn(flow.reuse?.s36AuthorisationLaw, flow.reuse?.s36AuthorisationText, AUTHORISING, {
      from,
      to,
      nation: nationOfSender(flow),
    }),
});

/** Whether any purpose is other than law enforcement; safeguarding alone may be either. */
function isOtherUse({ purposeCodes }: FlowRecord): Truth {
  const isOther = holdsAny(purposeCodes, (code) => code !== 'SAFEGUARDING' && enforcementOf(code) !== 'YES');
  return isOther === false && includesAny(purposeCodes, 'SAFEGUARDING') === true ? null : isOther;
}
