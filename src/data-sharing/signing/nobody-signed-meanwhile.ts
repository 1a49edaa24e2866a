import { ChangedMeanwhile } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { checking, type Act } from '../../ledger/act.js';

/**
 * Demands, after a sign-off is added, that it is the only one since the person looked. The insertion has locked the flow,
 * so two people who sign at one moment cannot both pass, and a form that is sent twice signs once.
 */
export function nobodySignedMeanwhile(flowId: Uuid, seen: number): Act {
  return checking(async (look) => {
    const signed = await look({
      text: 'SELECT FROM data_sharing.flow_sign_off s WHERE s.flow_id = $1',
      values: [flowId],
    });
    if (signed.length !== seen + 1) throw new ChangedMeanwhile();
  });
}
