import type { Policy } from '../../access/policy.js';
import { allowAsOpenAsItIs, allowItsTrust } from '../deployment.policy.js';
import { Claim } from './claim.entity.js';

/** A claim is as open as its deployment; a trust adds claims of its own, and never in the name of a source. */
export const claimPolicy: Policy = (actor, rules) => {
  allowAsOpenAsItIs(actor, rules, Claim);
  allowItsTrust(actor, (ours) =>
    rules.allow(['state', 'mend', 'withdraw'], Claim, { ...ours, registeredBy: 'trust' }),
  );
};
