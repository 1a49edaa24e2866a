import { fieldsLookedAt } from './fields-looked-at.js';
import { judgeSubject, type Judgement } from './judge.js';
import type { ControllerMatter } from './matter.js';
import type { Rule, RuleText } from './rule.js';

const WHO = [
  'senderOrgId',
  'recipientOrgIds',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].role',
  'parties[].name',
];

/** A rule that looks at each controller of a flow by itself; a flow without any is left to R-GEN-01. */
export function controllerRule(rule: RuleText & Judgement<ControllerMatter>): Rule {
  const fields = fieldsLookedAt(rule, ['startDate', 'endDate'], WHO);
  return {
    ...rule,
    fields,
    judge: (matter) => {
      if (matter.eachController.length === 0) {
        return [{ subject: null, outcome: 'DOES_NOT_APPLY', message: NO_CONTROLLER, fields: WHO }];
      }
      return matter.eachController.map((subject) => ({
        subject: subject.orgId,
        ...judgeSubject(rule, subject),
        fields,
      }));
    },
  };
}

const NO_CONTROLLER = 'This record names no controller to look at; rule R-GEN-01 asks for the parties.';
