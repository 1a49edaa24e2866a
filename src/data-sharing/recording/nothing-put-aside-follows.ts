import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { checking, type Act } from '../../ledger/act.js';

/** Demands that no draft that is put aside holds the place after this version: that one is taken up again instead. */
export function nothingPutAsideFollows(flowId: Uuid): Act {
  return checking(async (look) => {
    const [next] = await look<{ version: number }>({
      text: 'SELECT n.version FROM data_sharing.data_flow n WHERE n.replaces_id = $1 AND n.put_aside_on IS NOT NULL',
      values: [flowId],
    });
    if (next)
      throw new OutOfTurn(
        `Version ${String(next.version)} was begun before and is put aside. Take it up again instead.`,
      );
  });
}
