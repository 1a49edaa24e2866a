import type { Policy } from '../../../access/policy.js';
import { allowAsOpenAsItIs, allowItsTrust } from '../../deployment.policy.js';
import { Screening } from './screening.entity.js';

/** A screening is as open as its deployment; only the trust that leads it answers the questions. */
export const screeningPolicy: Policy = (actor, rules) => {
  allowAsOpenAsItIs(actor, rules, Screening);
  allowItsTrust(actor, (ours) => rules.allow('screen', Screening, ours));
};
