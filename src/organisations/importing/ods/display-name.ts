const ALWAYS_CAPITALS = new Set(['CCG', 'CIC', 'CSU', 'ICB', 'NHS', 'UK']);
const SMALL_WORDS = new Set([
  'AND',
  'AT',
  'BY',
  'FOR',
  'IN',
  'OF',
  'ON',
  'THE',
  'TO',
  'UNDER',
  'UPON',
  'WITH',
]);
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*['’]?/gu;

/**
 * A published name in capitals as people write it: "LEICESTERSHIRE PARTNERSHIP NHS TRUST" becomes "Leicestershire
 * Partnership NHS Trust". A name that has any small letter already is kept exactly as published.
 */
export function displayName(published: string): string {
  if (published !== published.toUpperCase()) return published;
  return published.replace(WORD, (word, at: number) => readableWord(word, at === 0));
}

function readableWord(word: string, isFirst: boolean): string {
  if (ALWAYS_CAPITALS.has(word)) return word;
  if (SMALL_WORDS.has(word) && !isFirst) return word.toLowerCase();
  const irishPrefix = /^([A-Z]['’])(\p{L}{2,}.*)$/u.exec(word);
  if (irishPrefix) return `${irishPrefix[1]}${capitalised(irishPrefix[2] ?? '')}`;
  return capitalised(word);
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first + rest.join('').toLowerCase();
}
