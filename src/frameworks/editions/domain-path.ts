import type { Edition } from '../edition/edition-schema.js';

/** A domain with those that it is a part of, outermost first: "Rights › Complaints". */
export function domainPath({ domains }: Pick<Edition, 'domains'>, code: string): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = code; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const found = domains.find((domain) => domain.code === at);
    names.unshift(found?.name ?? at);
    at = found?.within;
  }
  return names.join(' › ');
}
