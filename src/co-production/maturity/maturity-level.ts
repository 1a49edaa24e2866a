/** How far people had a say, from 0 to 5. */
export type MaturityLevel = 0 | 1 | 2 | 3 | 4 | 5;

/** The name of each level and the band of Arnstein's ladder (1969) it falls into. */
export const MATURITY_LEVELS: readonly {
  readonly level: MaturityLevel;
  readonly name: string;
  readonly band: string;
}[] = [
  { level: 0, name: 'None or manipulation', band: 'non-participation' },
  { level: 1, name: 'Informed', band: 'tokenism (informing)' },
  { level: 2, name: 'Consulted', band: 'tokenism (consultation)' },
  { level: 3, name: 'Involved', band: 'between tokenism and partnership' },
  { level: 4, name: 'Co-produced', band: 'partnership' },
  { level: 5, name: 'User-led or controlled', band: 'delegated power or citizen control' },
];
