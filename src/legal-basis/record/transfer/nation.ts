/** The nations of the United Kingdom: duties to report adults at risk, section 251 and health bodies are not the same in all. */
export const nations = [
  { code: 'ENGLAND', label: 'England' },
  { code: 'WALES', label: 'Wales' },
  { code: 'SCOTLAND', label: 'Scotland' },
  { code: 'NORTHERN_IRELAND', label: 'Northern Ireland' },
] as const;

/** The code of a nation. */
export type Nation = (typeof nations)[number]['code'];
