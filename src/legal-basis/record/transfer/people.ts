/** Whose data they are (sim.md §4.6). */
export const subjectGroups = [
  { code: 'SCREENED_NOT_SELECTED', label: 'People screened and not selected' },
  { code: 'CASELOAD', label: 'People on the caseload' },
  { code: 'FAMILY', label: 'Family' },
  { code: 'STAFF', label: 'Staff' },
  { code: 'THIRD_PARTY', label: 'Other people' },
  { code: 'DECEASED', label: 'People who have died' },
] as const;

/** How far a person can be recognised in what is shared (legal-basis.md §3.2). */
export const identifiabilities = [
  { code: 'IDENTIFIABLE', label: 'People can be identified' },
  { code: 'PSEUDONYMISED', label: 'Pseudonymised: a key exists' },
  { code: 'AGGREGATE', label: 'Counts only' },
] as const;
