const MOST_AT_ONCE = 50;

/** Records that are added in one act, in parts that one statement each can add within the time that a request has. */
export function inParts<One>(all: readonly One[]): readonly (readonly One[])[] {
  const parts: (readonly One[])[] = [];
  for (let from = 0; from < all.length; from += MOST_AT_ONCE)
    parts.push(all.slice(from, from + MOST_AT_ONCE));
  return parts;
}
