/** How the data travel (sim.md §4.6). */
export const mechanisms = [
  { code: 'PANEL_MEETING', label: 'Panel meeting' },
  { code: 'VERBAL', label: 'Spoken' },
  { code: 'EMAIL', label: 'E-mail' },
  { code: 'SHARED_FOLDER', label: 'Shared folder' },
  { code: 'FULL_RECORD_ACCESS', label: 'Access to the full record' },
  { code: 'READ_ONLY_VIEW', label: 'Read-only view' },
  { code: 'PORTAL_UPLOAD', label: 'Upload to a portal' },
  { code: 'CAD_MARKER', label: 'Marker on a command-and-control system' },
  { code: 'ED_AMBULANCE_ALERT', label: 'Emergency department or ambulance alert' },
  { code: 'PAPER', label: 'Paper' },
  { code: 'BWV', label: 'Body-worn video' },
] as const;

/** How often the data travel (sim.md §4.6). */
export const frequencies = [
  { code: 'ONE_OFF_EMERGENCY', label: 'Once, in an emergency' },
  { code: 'CASE_BY_CASE', label: 'Decided case by case' },
  { code: 'PER_PANEL', label: 'At every panel' },
  { code: 'STANDING', label: 'Under a standing arrangement' },
  { code: 'CONTINUOUS', label: 'Continuously' },
] as const;
