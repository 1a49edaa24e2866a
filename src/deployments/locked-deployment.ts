import type { Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import type { Look } from '../ledger/act.js';
import { everyColumn, recordOf, select } from '../platform/database/selection.js';
import { Deployment } from './deployment.entity.js';

const DEPLOYMENT = select(everyColumn(Deployment, 'd'));

/**
 * A deployment as it stands until the transaction ends: nobody else changes it, or decides what follows in it, meanwhile.
 * @throws NotFound when it cannot be seen, and whatever `permit` throws; nothing is locked then.
 */
export async function lockedDeployment(
  look: Look,
  id: Uuid,
  permit: (deployment: Deployment) => void,
): Promise<Deployment> {
  const [seen] = await look(DEPLOYMENT.from('deployments.deployment d WHERE d.id = $1', [id]));
  if (!seen) throw new NotFound();
  permit(recordOf(Deployment, seen));
  const [locked] = await look(DEPLOYMENT.from('deployments.deployment d WHERE d.id = $1 FOR UPDATE', [id]));
  if (!locked) throw new NotFound();
  return recordOf(Deployment, locked);
}
