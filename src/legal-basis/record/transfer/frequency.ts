/** How often the data travel (sim.md §4.6). */
export const frequencies = [
  { code: 'ONE_OFF_EMERGENCY', label: 'Once, in an emergency' },
  { code: 'CASE_BY_CASE', label: 'Decided case by case' },
  { code: 'PER_PANEL', label: 'At every panel' },
  { code: 'STANDING', label: 'Under a standing arrangement' },
  { code: 'CONTINUOUS', label: 'Continuously' },
] as const;
