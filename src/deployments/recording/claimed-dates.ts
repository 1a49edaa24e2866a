import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import type { Look } from '../../ledger/act.js';
import { select, sql } from '../../platform/database/selection.js';
import type { NewClaim } from '../claims/claim-by-trust.js';
import { claimDateFaults } from './date-faults.js';

/** Demands that a start and an end that the trust claims fit each other. @throws Unprocessable where they do not. */
export async function startMustFitEnd(
  look: Look,
  id: Uuid,
  { topic, dated }: Pick<NewClaim, 'topic' | 'dated'>,
): Promise<void> {
  const [claimed] = await look(CLAIMED_DATES.within((list) => `SELECT ${list}`, [id]));
  const faults = claimed ? claimDateFaults({ topic, dated: dated ?? null }, claimed) : [];
  if (faults.length > 0) throw new Unprocessable(faults);
}

const CLAIMED_DATES = select({ started: claimedDate('START'), ended: claimedDate('END') });

/** The newest date that the trust itself claims of this topic, and not as a plan. */
function claimedDate(topic: 'START' | 'END') {
  return sql<string | null>(`(SELECT c.dated FROM deployments.claim c WHERE c.deployment_id = $1
    AND c.registered_by = 'trust' AND c.topic = '${topic}' AND NOT c.planned AND c.dated IS NOT NULL AND c.withdrawn_on IS NULL ORDER BY c.id DESC LIMIT 1)`);
}
