import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { SignOffCapacity, SignOffDecision } from './sign-off-choices.js';

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
export class FlowSignOff extends RecordedEntity {
  @Column('uuid')
  flowId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  capacity: SignOffCapacity;

  @Column('text')
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
  schemeParts: string[];
}
