/** Groups of rules in the order of legal-basis.md §3.7, by the middle of a rule's id, with the words a reader sees. */
export const RULE_GROUPS = {
  GEN: 'General',
  A6: 'Article 6: lawful basis',
  CON: 'Consent',
  A9: 'Article 9: health and other special data',
  A10: 'Article 10: offence data',
  LE: 'Law enforcement (DPA 2018 Part 3)',
  CF: 'Confidentiality',
  CAL: 'Caldicott',
  DPIA: 'Impact assessment',
  AGR: 'Agreements',
  ROPA: 'Records of processing',
  TR: 'Transparency',
  RT: 'Rights',
  NDO: 'National data opt-out',
  RET: 'Retention',
  SEC: 'Security',
  SO: 'Sign-off',
  HR: 'Human rights',
  CN: 'Consistency with other records',
  PAT: 'Patterns to be ended',
} as const;

/** The code of a group of rules. */
export type RuleGroup = keyof typeof RULE_GROUPS;

/** The codes of all groups, in their order. */
export function ruleGroups(): RuleGroup[] {
  return Object.keys(RULE_GROUPS).filter(isGroup);
}

/** The group of a rule; `GEN` for an id of no known group. */
export function groupOf(rule: string): RuleGroup {
  const code = rule.split('-')[1] ?? '';
  return isGroup(code) ? code : 'GEN';
}

function isGroup(code: string): code is RuleGroup {
  return Object.hasOwn(RULE_GROUPS, code);
}
