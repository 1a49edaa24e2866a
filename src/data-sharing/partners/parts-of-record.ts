import type { FlowContent } from '../../legal-basis/record/flow-content.js';

/** What a flow says in the name of one partner, in the structure of the record. */
export type PartContent = Pick<FlowContent, 'parties' | 'assertions' | 'policyDocuments'>;

/** A part of a record, and how the record refers to its partner in the register of organisations. */
interface PartOfRecord {
  /** An ODS code, a key or an id of the register that was picked for the party; what it is called ties it to nobody. */
  readonly reference: string;
  readonly content: PartContent;
}

/** How a record refers to its parties in the register; each may be tied to an organisation or to none. */
export function partnerReferences(content: FlowContent): string[] {
  return partsOf(content).map(({ reference }) => reference);
}

/**
 * The part of each party that the register holds, by the id of the organisation there; the trust itself is no partner.
 * Two parties that are one organisation share one part.
 */
export function partsByPartner(
  content: FlowContent,
  organisations: ReadonlyMap<string, string>,
  trustId: string,
): ReadonlyMap<string, PartContent> {
  const parts = new Map<string, PartContent>();
  for (const part of partsOf(content)) {
    const id = organisations.get(part.reference);
    if (id === undefined || id === trustId) continue;
    parts.set(id, joined(parts.get(id), part.content));
  }
  return parts;
}

function partsOf({ parties, assertions, policyDocuments }: FlowContent): PartOfRecord[] {
  return (parties ?? []).flatMap((party) => {
    const { orgId, registerKey } = party;
    const reference = (registerKey ?? '').trim().toLowerCase();
    if (reference === '') return [];
    const own = <T>(list: readonly T[] | null | undefined, whose: (one: T) => unknown): T[] =>
      (list ?? []).filter((one) => Boolean(orgId) && whose(one) === orgId);
    return [
      {
        reference,
        content: {
          parties: [party],
          assertions: own(assertions, ({ controllerOrgId }) => controllerOrgId),
          policyDocuments: own(policyDocuments, (document) => document.orgId),
        },
      },
    ];
  });
}

function joined(before: PartContent | undefined, more: PartContent): PartContent {
  if (!before) return more;
  return {
    parties: [...(before.parties ?? []), ...(more.parties ?? [])],
    assertions: [...(before.assertions ?? []), ...(more.assertions ?? [])],
    policyDocuments: [...(before.policyDocuments ?? []), ...(more.policyDocuments ?? [])],
  };
}
