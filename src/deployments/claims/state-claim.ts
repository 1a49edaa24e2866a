import { LIFE_CYCLE_LABELS, type LifeCycleState } from '../life-cycle-state.js';
import type { PartFields } from '../part-of-deployment.entity.js';
import { claimByTrust, type TrustAsSource } from './claim-by-trust.js';
import type { Claim } from './claim.entity.js';

/** Where a trust says that its scheme stands, and since when. */
export interface SaidState {
  readonly stateCode: LifeCycleState;
  readonly stateAt: string | null;
}

/** What the claim of a trust says of where its scheme stands. */
export function stateAsSaid(
  trust: string,
  { stateCode, stateAt }: SaidState,
): Pick<Claim, 'statement' | 'value' | 'dated'> {
  const statement = `${trust} says that the state of this scheme is: ${LIFE_CYCLE_LABELS[stateCode].toLowerCase()}.`;
  return { statement, value: stateCode, dated: stateAt };
}

/** What stands beside a state that rests on the word of a trust alone. */
export function stateNoteOf(trust: string): string {
  return `As ${trust} told Candour.`;
}

/** The claim of a trust that says where its scheme stands. */
export function stateClaim(
  said: SaidState,
  { key, trust, part }: { readonly key: string; readonly trust: TrustAsSource; readonly part: PartFields },
): Claim {
  return claimByTrust({ key, topic: 'STATE', ...stateAsSaid(trust.organisation.name, said) }, trust, part);
}
