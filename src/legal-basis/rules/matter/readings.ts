import type { FlowRecord } from '../../record/flow-record.js';
import type { Party } from '../../record/transfer/party.js';

/** One way in which a record can be read. */
export interface RecordReading {
  readonly flow: FlowRecord;
  /** The parties that the record lists more than once and differently. */
  readonly listedTwice: readonly string[];
}

/**
 * The ways in which a record can be read: one, unless it lists a party more than once and differently. Then each reading
 * takes one listing of each such party, and together they take every listing; the worst reading decides, so that a second
 * listing never makes anything look better. The order of the list does not matter.
 */
export function readingsOf(flow: FlowRecord): readonly RecordReading[] {
  const listings = listingsOf(flow.parties ?? []);
  const count = Math.max(1, ...[...listings.values()].map((each) => each.length));
  if (count === 1) return [{ flow, listedTwice: [] }];
  const listedTwice = [...listings].flatMap(([id, each]) => (each.length > 1 ? [id] : [])).sort();
  return Array.from({ length: count }, (_unused, at) => ({
    flow: {
      ...flow,
      parties: [...listings.values()].flatMap((each) => each[Math.min(at, each.length - 1)] ?? []),
    },
    listedTwice,
  }));
}

/** The different listings of each party, in an order of their own; a party without an identifier stands by itself. */
function listingsOf(parties: readonly Party[]): Map<string, Party[]> {
  const listings = new Map<string, Map<string, Party>>();
  parties.forEach((party, at) => {
    const key = party.orgId ?? `#${String(at)}`;
    const listed = listings.get(key) ?? new Map<string, Party>();
    listings.set(key, listed.set(JSON.stringify(Object.entries(party).sort()), party));
  });
  return new Map([...listings].map(([key, listed]) => [key, inOrder(listed)]));
}

function inOrder(listed: ReadonlyMap<string, Party>): Party[] {
  return [...listed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, party]) => party);
}
