import { fieldsLookedAt } from './fields-looked-at.js';
import { judgeSubject, type Judgement } from './judge.js';
import type { AssertionMatter } from '../matter/matter.js';
import type { Rule, RuleText } from './rule.js';

const STRETCH = ['assertions[].validFrom', 'assertions[].validTo', 'startDate', 'endDate'];

/** A rule that looks at each legal-basis assertion by itself; a flow without any is left to R-GEN-04. */
export function assertionRule(rule: RuleText & Judgement<AssertionMatter>): Rule {
  const fields = fieldsLookedAt(rule, STRETCH, []);
  const fieldsOf = numberedFields(fields);
  return {
    ...rule,
    fields,
    judge: (matter) => {
      if (matter.eachAssertion.length === 0) {
        return [
          { subject: null, outcome: 'DOES_NOT_APPLY', message: NO_ASSERTION, fields: ['assertions[]'] },
        ];
      }
      return matter.eachAssertion.map((subject) => ({
        subject: `assertions[${subject.index}]`,
        ...judgeSubject(rule, subject),
        fields: fieldsOf(subject.index),
      }));
    },
  };
}

/** Names the fields of each assertion by its number; the names are made once and kept. */
function numberedFields(fields: readonly string[]): (index: number) => readonly string[] {
  const made: string[][] = [];
  return (index) =>
    (made[index] ??= fields.map((field) => field.replace('assertions[]', `assertions[${index}]`)));
}

const NO_ASSERTION = 'This record holds no legal-basis assertion to look at; rule R-GEN-04 asks for one.';
