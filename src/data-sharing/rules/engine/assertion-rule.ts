import { judgeSubject, type Judgement } from './judge.js';
import { assertionMatterOf, type AssertionMatter } from './matter.js';
import type { Rule, RuleText } from './rule.js';

const STRETCH = ['assertions[].validFrom', 'assertions[].validTo', 'identifiability', 'startDate', 'endDate'];

/** A rule that looks at each legal-basis assertion by itself; a flow without any is left to R-GEN-04. */
export function assertionRule(rule: RuleText & Judgement<AssertionMatter>): Rule {
  const fields = [...new Set([...rule.fields, ...STRETCH])];
  return {
    ...rule,
    fields,
    judge: (matter) => {
      const assertions = matter.flow.assertions ?? [];
      if (assertions.length === 0) {
        return [
          { subject: null, outcome: 'DOES_NOT_APPLY', message: NO_ASSERTION, fields: ['assertions[]'] },
        ];
      }
      return assertions.map((assertion, index) => ({
        subject: `assertions[${index}]`,
        ...judgeSubject(rule, assertionMatterOf(matter, assertion, index)),
        fields: fields.map((field) => field.replace('assertions[]', `assertions[${index}]`)),
      }));
    },
  };
}

const NO_ASSERTION = 'This record holds no legal-basis assertion to look at; rule R-GEN-04 asks for one.';
