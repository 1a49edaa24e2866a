import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PartOfFlow } from './part-of-flow.entity.js';
import {
  signOffDecisions,
  signOffRoles,
  type SchemePart,
  type SignOffDecision,
  type SignOffRole,
} from '../../legal-basis/record/safeguards/sign-off.js';

/** The codes of the capacities in which a person may sign. */
export const SIGNING_ROLES = signOffRoles.map(({ code }) => code);

/** The codes of what a sign-off can say. */
export const SIGNING_DECISIONS = signOffDecisions.map(({ code }) => code);

/**
 * What one person decided or advised about one submitted version of a flow. A Guardian decides, a data protection
 * officer advises (UK GDPR Article 38(6)), an executive accepts the risk. It is never changed; a change of mind is another.
 */
@Entity('data_sharing.flow_sign_off')
@Recorded({
  kind: 'flow-sign-off',
  log: 'staff',
  committed: ['signedBy', 'reasons', 'conditions', 'adviceNotFollowedReason'],
})
export class FlowSignOff extends PartOfFlow {
  @Column('text')
  @OneOf(SIGNING_ROLES)
  capacity: SignOffRole;

  @Column('text')
  @OneOf(SIGNING_DECISIONS)
  decision: SignOffDecision;

  @Column('uuid')
  signedBy: Uuid;

  @Column('date')
  signedOn: string;

  /** The reasons for the decision, or the advice itself. */
  @Column('text')
  reasons: string;

  /** What must be met; null unless the decision is conditional. */
  @Column('text', { nullable: true })
  conditions: string | null;

  /** Whether the officer's advice is followed; null where the person does not say. */
  @Column('boolean', { nullable: true })
  adviceFollowed: boolean | null;

  @Column('text', { nullable: true })
  adviceNotFollowedReason: string | null;

  /** Dissent in the person's own words; it is published unedited. */
  @Column('text', { nullable: true })
  dissent: string | null;

  /** Other parts the person plays in the scheme, by code. */
  @Column('text', { array: true })
  schemeParts: readonly SchemePart[];
}
