import { fieldsLookedAt } from './fields-looked-at.js';
import { judgeSubject, type Judgement } from './judge.js';
import type { Matter } from '../matter/matter.js';
import type { Rule, RuleText } from './rule.js';

const DATES = ['startDate', 'endDate'];

/** A rule that looks at a flow as a whole. */
export function flowRule(rule: RuleText & Judgement<Matter>): Rule {
  const fields = fieldsLookedAt(rule, DATES, []);
  return { ...rule, fields, judge: (matter) => [{ subject: null, ...judgeSubject(rule, matter), fields }] };
}
