import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PAYMENT_OUTCOMES, type ActivityFacts } from '../maturity/co-production-record.js';
import { WithdrawablePart } from './part-of-co-production.entity.js';

/** Whether people were paid for an activity, by which policy and how soon. Declining is a choice, not assumed. */
@Entity('co_production.payment')
@Recorded({ kind: 'involvement-payment', log: 'staff', committed: [] })
export class InvolvementPayment extends WithdrawablePart {
  @Column('uuid')
  involvementId: Uuid;

  @Column('text')
  @OneOf(PAYMENT_OUTCOMES)
  outcome: ActivityFacts['payment'];

  /** The policy by name and version; null when none was followed. */
  @Column('text', { nullable: true })
  policy: string | null;

  /** For example "£25 an hour", as the trust says it. */
  @Column('text', { nullable: true })
  rate: string | null;

  @Column('boolean')
  offeredToAll: boolean;

  /** Days until the money came; null when it did not, or is not known. */
  @Column('integer', { nullable: true })
  paidWithinDays: number | null;

  @Column('boolean')
  benefitsAdviceOffered: boolean;
}
