/** The step of a scheme that a flow serves (legal-basis.md §3.2). */
export const stages = [
  { code: 'SCREENING', label: 'Screening' },
  { code: 'PANEL', label: 'Panel' },
  { code: 'CASE_MANAGEMENT', label: 'Case management' },
  { code: 'PLAN_DISSEMINATION', label: 'Passing on plans' },
  { code: 'EVALUATION', label: 'Evaluation' },
  { code: 'ENFORCEMENT', label: 'Enforcement' },
  { code: 'STEP_DOWN', label: 'Step-down' },
] as const;
