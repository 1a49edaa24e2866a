import { Column, Entity } from 'typeorm';
import { OutOfTurn } from '../../kernel/refusal.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import {
  ATTESTATION_STATEMENTS,
  STAGES,
  type AttestationStatement,
  type Stage,
} from '../maturity/co-production-record.js';

/** Who can pay a group for reading and answering. */
export const PAYERS = ['operator', 'trust', 'nobody'] as const;

/** Who paid the group. */
export type PaidBy = (typeof PAYERS)[number];

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
  @OneOf(STAGES)
  stage: Stage;

  /** The day on which the trust asked; null when the group spoke unasked. */
  @Column('date', { nullable: true })
  askedOn: string | null;

  @Column('date', { nullable: true })
  replyBy: string | null;

  @Column('text', { nullable: true })
  @OneOf(ATTESTATION_STATEMENTS)
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
  @OneOf(PAYERS)
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
    this.statement = answer.statement;
    this.text = answer.text;
    this.userControlled = answer.userControlled;
    this.funded = answer.funded;
    this.conflict = answer.conflict;
    this.paidBy = answer.paidBy;
    this.published = answer.publishConsent;
    this.signedOn = today;
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

/** True when a group that answered may be counted as independent (complaints-guidelines-access.md §3.5). */
export function isIndependent(
  answer: Pick<Attestation, 'userControlled' | 'funded' | 'conflict' | 'paidBy'>,
): boolean {
  const { userControlled, funded, conflict, paidBy } = answer;
  return userControlled === true && funded === false && conflict === null && paidBy !== 'trust';
}
