/** Why the data were gathered in the first place; rules R-LE-06 and R-LE-07 turn on it. */
export const gatheredForPurposes = [
  { code: 'CARE', label: 'For care and treatment' },
  { code: 'LAW_ENFORCEMENT', label: 'For law enforcement (DPA 2018 Part 3)' },
  { code: 'OTHER', label: 'For something else' },
] as const;
