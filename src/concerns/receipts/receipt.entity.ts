import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../../platform/database/recorded.js';

/** What is kept of a receipt's secret: argon2id with its own salt and a pepper outside the database. It never changes. */
@Entity('concerns.receipt')
@Recorded({ kind: 'receipt', log: 'intake', committed: ['concernId', 'verifier'] })
export class Receipt extends RecordedEntity {
  @Column('uuid')
  concernId: Uuid;

  @Column('text')
  verifier: string;
}
