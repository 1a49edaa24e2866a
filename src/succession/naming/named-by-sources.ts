import type { ClaimView } from '../../deployments/claims/claim-view.js';

/** A claim that names schemes, with those of the register that it is about and the names they go by. */
export interface ClaimNaming extends ClaimView {
  readonly schemes: readonly {
    readonly key: string;
    readonly title: string;
    readonly area: string;
    readonly names: readonly { readonly name: string }[];
  }[];
}

/** A name that a source gives to a scheme, with every claim that gives it and the scheme of the register that goes by it. */
export interface NamedBySources<C extends ClaimNaming = ClaimNaming> {
  /** Null for a claim that speaks of schemes and names none. */
  readonly name: string | null;
  readonly claims: readonly C[];
  /** Null where the register holds no scheme that goes by this name: then nobody invents one. */
  readonly scheme: C['schemes'][number] | null;
}

/** What sources say, name by name: as they name them, and no scheme that the register does not hold. */
export function namedBySources<C extends ClaimNaming>(claims: readonly C[]): readonly NamedBySources<C>[] {
  const found = new Map<string, NamedBySources<C>>();
  for (const claim of claims)
    for (const name of namesIn(claim)) {
      const key = name?.toLowerCase() ?? claim.key;
      const known = found.get(key);
      const scheme = known?.scheme ?? schemeCalled(name, claim);
      found.set(key, { name: known?.name ?? name, claims: [...(known?.claims ?? []), claim], scheme });
    }
  return [...found.values()].sort(byName);
}

/** The names that a claim gives as its value, one after another: `PAVE, FERN, HaRT`. */
function namesIn({ value, topic }: ClaimNaming): readonly (string | null)[] {
  const names =
    typeof value === 'string'
      ? value
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
      : [];
  if (names.length > 0) return names;
  return topic === 'LINEAGE' ? [null] : [];
}

/** A claim about one scheme names that scheme; of several that are meant, only the one that goes by the name. */
function schemeCalled<C extends ClaimNaming>(
  name: string | null,
  { schemes, scope }: C,
): C['schemes'][number] | null {
  const [only] = schemes;
  if (scope === null && only !== undefined) return only;
  if (name === null) return null;
  const called = name.toLowerCase();
  return schemes.find(({ names }) => names.some((one) => one.name.toLowerCase() === called)) ?? null;
}

function byName(one: NamedBySources, other: NamedBySources): number {
  return (one.name ?? '\uffff').localeCompare(other.name ?? '\uffff');
}
