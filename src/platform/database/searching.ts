/**
 * The condition that every word that was typed, in this parameter (`$1`), stands in a text that PostgreSQL derived with
 * `search.folded`, in any order and spelling. What was typed is read once a statement, not once a row.
 */
export function holdsWords(searched: string, parameter: string): string {
  const patterns = `(SELECT search.patterns(${parameter}::text))`;
  return `(${parameter}::text IS NULL OR ${searched} LIKE (${patterns})[1] AND ${searched} LIKE ALL (${patterns}::text[]))`;
}

/**
 * The condition that every word that was typed, in this parameter, leads to the row of this id. Each of the sets is a
 * SELECT of ids of rows of which some text holds `word`; each is made once a word, not once a row.
 */
export function ledToByWords(id: string, parameter: string, sets: readonly string[]): string {
  const patterns = `search.patterns(${parameter}::text)`;
  return `(${parameter}::text IS NULL OR ${id} IN (
    SELECT found.id FROM unnest(${patterns}) AS word CROSS JOIN LATERAL (${sets.join(' UNION ')}) AS found (id)
    GROUP BY found.id HAVING count(*) = cardinality((SELECT ${patterns}))))`;
}

/** What was typed as PostgreSQL can take it; null when nothing was, which finds everything. */
export function wordsTyped(typed: string | null | undefined): string | null {
  const text = (typed ?? '').replaceAll('\0', '').trim();
  return text === '' ? null : text;
}
