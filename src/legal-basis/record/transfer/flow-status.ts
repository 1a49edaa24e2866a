/** Where a data flow is in its life (legal-basis.md §3.2). */
export const flowStatuses = [
  { code: 'PLANNED', label: 'Planned' },
  { code: 'ACTIVE', label: 'Active' },
  { code: 'SUSPENDED', label: 'Suspended' },
  { code: 'CEASED', label: 'Ceased' },
] as const;
