/**
 * Purposes (sim.md §4.6, with the three further codes that legal-basis.md §3.7 names: MULTI_AGENCY_WORKING, WELLBEING,
 * MENTORING). `enforcement` says whether the purpose can be a law-enforcement purpose under DPA 2018 s31: `NO` it is
 * not one by itself, `YES` it is, `ASK` it depends. `care` says in the same way whether it is the direct care of a person.
 */
export const purposes = [
  { code: 'SCREENING_SELECTION', label: 'Finding and choosing people', enforcement: 'NO', care: 'NO' },
  { code: 'DIRECT_CARE', label: 'Direct care', enforcement: 'NO', care: 'YES' },
  { code: 'CASE_MANAGEMENT', label: 'Case management', enforcement: 'NO', care: 'ASK' },
  { code: 'CRISIS_PLAN_CREATION', label: 'Writing a crisis plan', enforcement: 'NO', care: 'YES' },
  { code: 'PLAN_DISSEMINATION', label: 'Passing on a plan', enforcement: 'NO', care: 'YES' },
  { code: 'SAFEGUARDING', label: 'Safeguarding', enforcement: 'ASK', care: 'ASK' },
  { code: 'SUICIDE_RISK_EMERGENCY', label: 'Emergency: risk of suicide', enforcement: 'NO', care: 'YES' },
  { code: 'DEMAND_REDUCTION', label: 'Reducing demand on services', enforcement: 'NO', care: 'NO' },
  { code: 'CRIME_PREVENTION', label: 'Preventing crime', enforcement: 'YES', care: 'NO' },
  { code: 'ENFORCEMENT', label: 'Enforcement', enforcement: 'YES', care: 'NO' },
  { code: 'COST_EVALUATION', label: 'Evaluating cost', enforcement: 'NO', care: 'NO' },
  { code: 'RESEARCH', label: 'Research', enforcement: 'NO', care: 'NO' },
  { code: 'NATIONAL_REPORTING', label: 'National reporting', enforcement: 'NO', care: 'NO' },
  { code: 'VENDOR_PORTAL', label: 'A supplier’s portal', enforcement: 'NO', care: 'NO' },
  { code: 'TRAINING_CASE_EXAMPLE', label: 'Case examples for training', enforcement: 'NO', care: 'NO' },
  { code: 'WELLBEING', label: 'Wellbeing', enforcement: 'NO', care: 'ASK' },
  { code: 'MENTORING', label: 'Mentoring', enforcement: 'NO', care: 'NO' },
  {
    code: 'MULTI_AGENCY_WORKING',
    label: 'Multi-agency working, no purpose stated',
    enforcement: 'ASK',
    care: 'ASK',
  },
  { code: 'OTHER', label: 'Other', enforcement: 'ASK', care: 'ASK' },
] as const;

/** Whether a purpose can be a law-enforcement purpose; undefined for a code that is none. */
export function enforcementOf(code: string): 'NO' | 'YES' | 'ASK' | undefined {
  return purposes.find((purpose) => purpose.code === code)?.enforcement;
}
