import { Column, Entity } from 'typeorm';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { Stage } from '../maturity/co-production-record.js';

/** What a group may say of a trust's account; declining and disagreeing stand like any other answer. */
export type AttestationStatement = 'agree' | 'agree_with_reservations' | 'disagree' | 'decline';

/** Who paid the group for reading and answering. */
export type PaidBy = 'operator' | 'trust' | 'nobody';

/** What a group answers, and what it declares of itself. */
export interface AttestationAnswer {
  readonly statement: AttestationStatement;
  readonly text: string;
  readonly publishConsent: boolean;
  /** True when people with lived experience are the majority of those who govern the group. */
  readonly userControlled: boolean;
  /** True when it had money from the trust, police, NHS England or an innovation network in the last three years. */
  readonly funded: boolean;
  /** Any conflict that it declares, in its own words; null when it declares none. */
  readonly conflict: string | null;
  readonly paidBy: PaidBy;
}

/**
 * What a user-led group says of a trust's account of a stage. Its text is never edited, by anyone; a group may withdraw,
 * and the withdrawal is shown beside what it said.
 */
@Entity('co_production.attestation')
@Recorded({ kind: 'group-attestation', log: 'staff', committed: [] })
export class Attestation extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  leadOrganisationId: Uuid;

  /** The user-led group, as an organisation of the register. */
  @Column('uuid')
  groupId: Uuid;

  /** True once the group has answered and agreed that everyone may read it. */
  @Column('boolean')
  published: boolean;

  @Column('text')
  stage: Stage;

  /** The day on which the trust asked; null when the group spoke unasked. */
  @Column('date', { nullable: true })
  askedOn: string | null;

  @Column('date', { nullable: true })
  replyBy: string | null;

  @Column('text', { nullable: true })
  statement: AttestationStatement | null;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('boolean', { nullable: true })
  userControlled: boolean | null;

  @Column('boolean', { nullable: true })
  funded: boolean | null;

  @Column('text', { nullable: true })
  conflict: string | null;

  @Column('text', { nullable: true })
  paidBy: PaidBy | null;

  @Column('date', { nullable: true })
  signedOn: string | null;

  @Column('date', { nullable: true })
  withdrawnOn: string | null;

  @Column('text', { nullable: true })
  withdrawnBecause: string | null;

  /** The group answers, once. */
  answer(answer: AttestationAnswer, today: string): void {
    if (this.statement !== null)
      throw new OutOfTurn('Your group has answered this already. You can withdraw it, and say why.');
    const { publishConsent, ...said } = answer;
    Object.assign(this, said, { published: publishConsent, signedOn: today });
  }

  /** The group takes back what it said; both stay to be read. */
  withdraw(reason: string, today: string): void {
    if (this.statement === null)
      throw new OutOfTurn('There is nothing to withdraw: your group has not answered.');
    if (this.withdrawnOn !== null) throw new OutOfTurn('This was withdrawn already.');
    this.withdrawnOn = today;
    this.withdrawnBecause = reason;
  }
}
