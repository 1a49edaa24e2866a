import type { Policy } from '../../../access/policy.js';
import { allowAsOpenAsItIs, allowItsTrust } from '../../deployment.policy.js';
import { Halt } from './halt.entity.js';
import { Transition } from './transition.entity.js';

/** Steps and halts are as open as their deployment; only the trust that leads it records them. */
export const stepPolicy: Policy = (actor, rules) => {
  for (const kind of [Transition, Halt]) allowAsOpenAsItIs(actor, rules, kind);
  allowItsTrust(actor, (ours) => {
    rules.allow(['step', 'mend'], Transition, ours);
    rules.allow('halt', Halt, ours);
  });
};
