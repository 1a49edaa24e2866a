import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What a trust may answer where one scheme may go on in another, with the words a reader sees. */
export const SUCCESSION_ANSWERS = {
  FOLLOWS: 'It follows',
  DOES_NOT_FOLLOW: 'It does not follow',
} as const;

/** The codes of what a trust may answer. */
export const SUCCESSION_ANSWER_CODES = wordsOf(SUCCESSION_ANSWERS);

/** That a trust confirmed, or answered why not, that one scheme goes on in another. It is given once and stays; another may follow it. */
@Entity('succession.answer')
@Recorded({ kind: 'succession-answer', log: 'staff', committed: [] })
export class SuccessionAnswer extends RecordedEntity {
  @Column('uuid')
  earlierId: Uuid;

  @Column('uuid')
  laterId: Uuid;

  /** Which of the two the trust leads that answers; the later one where it leads both. */
  @Column('uuid')
  schemeId: Uuid;

  /** The trust that answers. */
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(SUCCESSION_ANSWER_CODES)
  says: keyof typeof SUCCESSION_ANSWERS;

  /** What ended with the earlier one; null where it follows. */
  @Column('text', { nullable: true })
  ended: string | null;

  /** What is different in the later one; null where it follows. */
  @Column('text', { nullable: true })
  different: string | null;

  /** What became of the people of the earlier one; null where it follows. */
  @Column('text', { nullable: true })
  people: string | null;

  /** The features that were shared when it was answered: what is shared after that was not answered to. */
  @Column('text', { array: true })
  features: string[];

  @Column('date')
  answeredOn: CalendarDay;
}
