import type { HeldFlow } from '../../../src/data-sharing/exchange/exchange.queries.js';

/** A flow that a scheme holds already: a draft in its first version, but for what the test says. */
export function heldFlow(different: Partial<HeldFlow>): HeldFlow {
  const id = different.id ?? 'one';
  return {
    id,
    revision: 1,
    version: 1,
    submitted: false,
    isPutAside: false,
    title: 'T',
    content: {},
    versions: [id],
    ...different,
  };
}
