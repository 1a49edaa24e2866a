/**
 * Purposes (sim.md §4.6, with the three further codes that legal-basis.md §3.7 names: MULTI_AGENCY_WORKING, WELLBEING,
 * MENTORING). `enforcement` says whether the purpose can be a law-enforcement purpose under DPA 2018 s31: `NO` it is
 * not one by itself, `YES` it is, `ASK` it depends.
 */
export const purposes = [
  { code: 'SCREENING_SELECTION', label: 'Finding and choosing people', enforcement: 'NO' },
  { code: 'DIRECT_CARE', label: 'Direct care', enforcement: 'NO' },
  { code: 'CASE_MANAGEMENT', label: 'Case management', enforcement: 'NO' },
  { code: 'CRISIS_PLAN_CREATION', label: 'Writing a crisis plan', enforcement: 'NO' },
  { code: 'PLAN_DISSEMINATION', label: 'Passing on a plan', enforcement: 'NO' },
  { code: 'SAFEGUARDING', label: 'Safeguarding', enforcement: 'ASK' },
  { code: 'SUICIDE_RISK_EMERGENCY', label: 'Emergency: risk of suicide', enforcement: 'NO' },
  { code: 'DEMAND_REDUCTION', label: 'Reducing demand on services', enforcement: 'NO' },
  { code: 'CRIME_PREVENTION', label: 'Preventing crime', enforcement: 'YES' },
  { code: 'ENFORCEMENT', label: 'Enforcement', enforcement: 'YES' },
  { code: 'COST_EVALUATION', label: 'Evaluating cost', enforcement: 'NO' },
  { code: 'RESEARCH', label: 'Research', enforcement: 'NO' },
  { code: 'NATIONAL_REPORTING', label: 'National reporting', enforcement: 'NO' },
  { code: 'VENDOR_PORTAL', label: 'A supplier’s portal', enforcement: 'NO' },
  { code: 'TRAINING_CASE_EXAMPLE', label: 'Case examples for training', enforcement: 'NO' },
  { code: 'WELLBEING', label: 'Wellbeing', enforcement: 'NO' },
  { code: 'MENTORING', label: 'Mentoring', enforcement: 'NO' },
  { code: 'MULTI_AGENCY_WORKING', label: 'Multi-agency working, no purpose stated', enforcement: 'ASK' },
  { code: 'OTHER', label: 'Other', enforcement: 'ASK' },
] as const;
