import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** What is assessed before a scheme is decided. */
export const ASSESSMENT_SORTS = {
  EQUALITY_IMPACT: 'Equality impact',
  QUALITY_IMPACT: 'Quality impact',
  HUMAN_RIGHTS: 'Human rights',
  ETHICS_APPROVAL: 'Approval by an ethics committee',
  SERVICE_EVALUATION: 'Decision that it is a service evaluation and no research',
} as const;

/** Whether whoever decided had it before them. */
export const CONSIDERED = {
  YES: 'Yes',
  NO: 'No',
  NOT_KNOWN: 'Not known',
} as const;

/** An assessment or approval that was made of a scheme, and whether it was before whoever decided. */
@Entity('accountability.assessment')
@Recorded({ kind: 'assessment', log: 'staff', committed: [] })
export class Assessment extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(ASSESSMENT_SORTS))
  sort: keyof typeof ASSESSMENT_SORTS;

  @Column('text')
  body: string;

  @Column('text')
  done: string;

  @Column('text')
  @OneOf(wordsOf(CONSIDERED))
  considered: keyof typeof CONSIDERED;

  @Column('text')
  outcome: string;

  /** Where it is published; null where it is not. */
  @Column('text', { nullable: true })
  address: string | null;
}
