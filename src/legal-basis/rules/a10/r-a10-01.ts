import { assertionRule } from '../engine/assertion-rule.js';
import { seenIn } from '../engine/citation.js';
import { allOf } from '../../record/answers/not-known.js';
import { caution, fault, shown } from '../matter/verdict.js';
import { isUkGdpr } from '../matter/assertions.js';
import { areSurelyOffences, isAboutTheLiving, mayCarryOffences } from '../reading/health.js';
import { GDPR_DAY } from '../reading/law-days.js';

/** R-A10-01: where police data are shared, the record says whether they concern offences. */
export const rA1001 = assertionRule({
  id: 'R-A10-01',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'data that may concern offences, under the UK GDPR',
  fields: ['assertions[].offenceData', 'assertions[].regime', 'dataCategories', 'subjectGroups'],
  citation: seenIn('Data Protection Act 2018 s11(2)', 'L72'),
  message: 'This record does not show whether data about offences are included',
  whatToDo: 'Say whether data about alleged or proven offences are included. An allegation counts.',
  applies: (matter) => allOf(isUkGdpr(matter), mayCarryOffences(matter.flow), isAboutTheLiving(matter.flow)),
  evaluate: ({ flow, assertion }) =>
    assertion.offenceData === false && areSurelyOffences(flow) === true
      ? fault('it says that there are none, and carries allegations or convictions')
      : typeof assertion.offenceData === 'boolean'
        ? shown
        : caution(
            'This record carries police incidents, custody, allegations or convictions and does not say whether they are data about offences.',
          ),
});
