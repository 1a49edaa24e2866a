import { Column, Entity } from 'typeorm';
import { Recorded, RecordedEntity } from '../../../platform/database/recorded.js';

/** That an edition of the published file of trusts was imported; what it changed stands with each organisation. */
@Entity('organisations.ods_edition')
@Recorded({ kind: 'ods-edition', log: 'staff', committed: [] })
export class OdsEdition extends RecordedEntity {
  /** When it was published, as closely as its name or its importer says: `2026-01`, `2026-01-30`. */
  @Column('text')
  edition: string;

  @Column('text')
  fileName: string;

  @Column('text')
  fileHash: string;

  @Column('date')
  importedOn: string;
}
