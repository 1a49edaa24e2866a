import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** Whether an agency took part in a scheme, with the words a reader sees. */
export const TOOK_PART = { YES: 'Yes', NO: 'No', NOT_KNOWN: 'It does not know' } as const;

/** One answer to that. */
export type TookPart = keyof typeof TOOK_PART;

/** The codes of the answers. */
export const TOOK_PART_CODES = wordsOf(TOOK_PART);

/** What an agency says itself of its part in a scheme. It stands beside the record of the trust and is merged with nothing. */
@Entity('reviews.partner_return')
@Recorded({ kind: 'partner-return', log: 'staff', committed: ['signedBy'] })
export class PartnerReturn extends RecordedEntity {
  @Column('uuid')
  requestId: Uuid;

  @Column('uuid')
  roundId: Uuid;

  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  @OneOf(TOOK_PART_CODES)
  tookPart: TookPart;

  /** As much of the day as is known; null where it is not, or nobody took part. */
  @Column('text', { nullable: true })
  since: string | null;

  @Column('text', { nullable: true })
  until: string | null;

  @Column('text', { nullable: true })
  staff: string | null;

  /** Which records were shared with it. */
  @Column('text', { nullable: true })
  records: string | null;

  /** On what basis. */
  @Column('text', { nullable: true })
  basis: string | null;

  /** Rounded before it is kept: see `roundedCount`. */
  @Column('integer', { nullable: true })
  people: number | null;

  @Column('integer', { nullable: true })
  complaints: number | null;

  /** What has stopped, and what goes on. */
  @Column('text', { nullable: true })
  stopped: string | null;

  /** What it looked at to say so. */
  @Column('text')
  searched: string;

  /** The post that signs, never a person's name. */
  @Column('text')
  post: string;

  @Column('uuid')
  signedBy: Uuid;

  @Column('date')
  signedOn: CalendarDay;
}
