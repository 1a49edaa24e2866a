/**
 * The NHS England regions by the grouping code of the published trust file. The file has the codes only; the names are
 * general knowledge, reference being checked.
 */
export const REGIONS: Readonly<Record<string, string>> = {
  Y56: 'London',
  Y58: 'South West',
  Y59: 'South East',
  Y60: 'Midlands',
  Y61: 'East of England',
  Y62: 'North West',
  Y63: 'North East and Yorkshire',
};

/** The same as rows of SQL, `r`, with the name in small letters, for searches that ask where an organisation is. */
export const REGION_ROWS = `(VALUES ${Object.entries(REGIONS)
  .map(([code, name]) => `('${code}', '${name.toLowerCase()}')`)
  .join(', ')}) AS r (code, name)`;
