/** How far a person can be recognised in what is shared (legal-basis.md §3.2). */
export const identifiabilities = [
  { code: 'IDENTIFIABLE', label: 'People can be identified' },
  { code: 'PSEUDONYMISED', label: 'Pseudonymised: a key exists' },
  { code: 'AGGREGATE', label: 'Counts only' },
] as const;
