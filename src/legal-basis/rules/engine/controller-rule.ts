import { fieldsLookedAt } from './fields-looked-at.js';
import { judgeSubject, type Judgement } from './judge.js';
import type { ControllerMatter } from '../matter/matter.js';
import type { Rule, RuleText } from './rule.js';
import { notKnown } from '../matter/verdict.js';
import { PARTY_FIELDS } from '../reading/parties.js';

const WHO = [...PARTY_FIELDS, 'parties[].name'];

const NOBODY = { orgId: '', controller: null, asserted: [] };

/**
 * A rule that looks at each controller of a flow by itself. Somebody always decides why and how data on people are used
 * (UK GDPR Article 4(1)(7)), so a record that names no controller does not say enough for such a rule.
 */
export function controllerRule(rule: RuleText & Judgement<ControllerMatter>): Rule {
  const fields = fieldsLookedAt(rule, ['startDate', 'endDate'], WHO);
  const ofNobody = { ...rule, evaluate: () => notKnown('which body is a controller') };
  return {
    ...rule,
    fields,
    judge: (matter) => {
      if (matter.eachController.length === 0) {
        return [{ subject: null, ...judgeSubject(ofNobody, { ...matter, ...NOBODY }), fields: WHO }];
      }
      return matter.eachController.map((subject) => ({
        subject: subject.orgId,
        ...judgeSubject(rule, subject),
        fields,
      }));
    },
  };
}
