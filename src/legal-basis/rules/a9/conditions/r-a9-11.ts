import { dataSources } from '../../../record/transfer/data-source.js';
import { assertionRule } from '../../engine/assertion-rule.js';
import { beingChecked } from '../../engine/citation.js';
import { not } from '../../../record/answers/not-known.js';
import { holds, together } from '../../matter/verdict.js';
import { reliesOn9 } from '../../matter/assertions.js';
import { holdsAny, includesAny } from '../../reading/codes.js';
import { GDPR_DAY } from '../../reading/law-days.js';

const CONTACT: readonly string[] = dataSources
  .filter((source) => source.contact)
  .map((source) => source.code);

/** R-A9-11: what a person tells a 999 operator, a clinician or an officer is not made public. */
export const rA911 = assertionRule({
  id: 'R-A9-11',
  version: 2,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'reliance on data manifestly made public, Article 9(2)(e)',
  fields: ['sources', 'assertions[].art9', 'assertions[].regime'],
  citation: beingChecked('UK GDPR Article 9(2)(e)'),
  message: 'This record does not show data that the person manifestly made public',
  whatToDo: 'Choose another condition: a call for help is not a publication.',
  applies: (matter) => reliesOn9(matter, '9_2_e'),
  evaluate: ({ flow }) =>
    together(
      holds(
        not(holdsAny(flow.sources, (source) => CONTACT.includes(source))),
        'they come from a 999 call, a clinical contact or a contact with the police',
      ),
      holds(
        includesAny(flow.sources, 'PUBLISHED_BY_PERSON'),
        'no source is something that the person published',
      ),
    ),
});
