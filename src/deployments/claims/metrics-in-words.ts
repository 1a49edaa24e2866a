/** What the metrics of figures count, in the words of their sources. */
export const METRICS_IN_WORDS: Readonly<Record<string, string>> = {
  POLICE_INCIDENT: 'Police incidents',
  S136_ASSESS: 'NHS assessments (section 136)',
  AMBULANCE: 'Ambulance deployments',
  ED_ATTEND: 'A&E attendances',
  MH_BED_DAY: 'Mental health bed days',
  OTHER_BED_DAY: 'Other NHS bed days',
  S136_UNIT_COST: 'One detention under section 136',
  COST_YEAR: 'Average spending',
  TRUSTS_WORKED_WITH: 'Trusts worked with',
  MENTAL_HEALTH_TRUSTS: 'Mental health trusts',
};
