import { judgeSubject, type Judgement } from './judge.js';
import type { Matter } from './matter.js';
import type { Rule, RuleText } from './rule.js';

const DATES = ['identifiability', 'startDate', 'endDate'];

/** A rule that looks at a flow as a whole. */
export function flowRule(rule: RuleText & Judgement<Matter>): Rule {
  const fields = [...new Set([...rule.fields, ...DATES])];
  return { ...rule, fields, judge: (matter) => [{ subject: null, ...judgeSubject(rule, matter), fields }] };
}
