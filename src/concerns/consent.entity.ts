import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';
import type { ConsentUse } from './consent-use.js';

/**
 * One answer to one question about what may be done with a concern. Answers are added, never changed: the one with
 * the highest turn holds, and without any the answer is no.
 */
@Entity('concerns.consent')
@Recorded({ kind: 'consent', log: 'intake', committed: ['concernId'] })
export class Consent extends RecordedEntity {
  @Column('uuid')
  concernId: Uuid;

  @Column('text')
  use: ConsentUse;

  @Column('boolean')
  given: boolean;

  /** 1 for the first answer about this use, and one more for each change of mind. */
  @Column('integer')
  turn: number;

  /** The edition of the question that was answered. */
  @Column('text')
  edition: string;

  @Column('date')
  day: string;
}
