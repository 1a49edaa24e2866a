/** Where a data flow is in its life (legal-basis.md §3.2). */
export const flowStatuses = [
  { code: 'PLANNED', label: 'Planned' },
  { code: 'ACTIVE', label: 'Active' },
  { code: 'SUSPENDED', label: 'Suspended' },
  { code: 'CEASED', label: 'Ceased' },
] as const;

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
