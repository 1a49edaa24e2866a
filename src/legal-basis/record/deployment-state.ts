/** Life cycle of a deployment as the cross-record rules read it (sim.md §4.3). */
export const deploymentStates = [
  { code: 'PROPOSED', label: 'Proposed' },
  { code: 'PLANNED', label: 'Planned' },
  { code: 'TRAINING', label: 'Training' },
  { code: 'LIVE', label: 'Live' },
  { code: 'PAUSED', label: 'Paused' },
  { code: 'HALT_ORDERED', label: 'Halt ordered' },
  { code: 'STEPPING_DOWN', label: 'Stepping down' },
  { code: 'CLOSED', label: 'Closed' },
  { code: 'DISBANDED', label: 'Disbanded' },
  { code: 'NOT_ADOPTED', label: 'Not adopted' },
  { code: 'ALTERNATIVE_ADOPTED', label: 'Alternative adopted' },
  { code: 'UNKNOWN', label: 'Not known' },
] as const;
