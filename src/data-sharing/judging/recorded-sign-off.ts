import type { Uuid } from '../../kernel/identifiers.js';
import type { SignOffCapacity, SignOffDecision } from '../signing/sign-off-choices.js';

/** A sign-off as it is read back, newest last in a list. */
export interface RecordedSignOff {
  readonly id: Uuid;
  readonly capacity: SignOffCapacity;
  readonly decision: SignOffDecision;
  readonly signedBy: Uuid;
  readonly signedOn: string;
  readonly reasons: string;
  readonly conditions: string | null;
  readonly adviceFollowed: boolean | null;
  readonly adviceNotFollowedReason: string | null;
  readonly dissent: string | null;
  readonly schemeParts: readonly string[];
}
