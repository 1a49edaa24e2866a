import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** What was decided of a scheme. */
export const DECISION_SORTS = {
  START: 'To start it',
  FUND: 'To pay for it',
  PROCURE: 'To buy training, a licence or a service for it',
  EXTEND: 'To go on with it',
  CHANGE: 'To change it',
  STOP: 'To stop it',
  ALTERNATIVE_REJECTED: 'Not to do something else instead',
  OTHER: 'Something else',
} as const;

/** A decision about a scheme: which body and post took it, when, for how much, and on what. */
@Entity('accountability.decision')
@Recorded({ kind: 'commissioning-decision', log: 'staff', committed: [] })
export class CommissioningDecision extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(DECISION_SORTS))
  decision: keyof typeof DECISION_SORTS;

  @Column('text')
  body: string;

  /** The post that answers for it, never a name; null where nobody says. */
  @Column('text', { nullable: true })
  post: string | null;

  /** As closely as it is known. */
  @Column('text')
  decided: string;

  /** Pounds sterling, as decided. */
  @Column('double precision', { nullable: true })
  money: number | null;

  @Column('text', { nullable: true })
  term: string | null;

  @Column('text', { nullable: true })
  reliedOn: string | null;

  @Column('text', { nullable: true })
  knownThen: string | null;

  @Column('text', { nullable: true })
  conditions: string | null;

  /** When it was to be looked at again; may lie ahead. */
  @Column('text', { nullable: true })
  reviewDue: string | null;

  @Column('text', { nullable: true })
  papers: string | null;
}
