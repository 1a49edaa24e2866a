/** Whose data they are (sim.md §4.6). */
export const subjectGroups = [
  { code: 'SCREENED_NOT_SELECTED', label: 'People screened and not selected' },
  { code: 'CASELOAD', label: 'People on the caseload' },
  { code: 'FAMILY', label: 'Family' },
  { code: 'STAFF', label: 'Staff' },
  { code: 'THIRD_PARTY', label: 'Other people' },
] as const;
