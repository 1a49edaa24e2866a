import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** How a scheme was endorsed. */
export const ENDORSEMENT_SORTS = {
  AWARD: 'An award',
  ACCELERATOR: 'An accelerator or fellowship',
  NATIONAL_PROGRAMME: 'A national programme',
  SHOWCASE: 'A showcase or example of good practice',
  STATEMENT: 'A statement',
  OTHER: 'In another way',
} as const;

/** That a body endorsed a scheme: what it claimed, on which evidence, and whether it took it back. */
@Entity('accountability.endorsement')
@Recorded({ kind: 'endorsement', log: 'staff', committed: [] })
export class Endorsement extends SchemeEntry {
  @Column('text')
  endorser: string;

  @Column('text')
  @OneOf(wordsOf(ENDORSEMENT_SORTS))
  sort: keyof typeof ENDORSEMENT_SORTS;

  @Column('text')
  claimed: string;

  /** The evidence that it cited; null where nobody says. */
  @Column('text', { nullable: true })
  evidence: string | null;

  @Column('text')
  endorsed: string;

  @Column('text', { nullable: true })
  takenBack: string | null;
}
