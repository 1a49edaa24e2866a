import { Column, Entity } from 'typeorm';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';
import { ORGANISATION_TYPE_CODES, type OrganisationType } from './organisation-type.js';

/** How sure a fact is: seen in a source (A), or general knowledge whose reference is being checked (B). */
export const FACT_CONFIDENCES = ['A', 'B'] as const;

/** One degree of sureness. */
export type FactConfidence = (typeof FACT_CONFIDENCES)[number];

/** What an organisation was called before: dates as closely as they are known, null where nobody says. */
export interface FormerName {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly source: string;
}

/**
 * A body that runs, pays for, takes part in, reviews or challenges schemes. Dates are kept as published, with the
 * precision they were published in (`2021-06-02`, `2023-10`). Facts about it change only with their source.
 */
@Entity('organisations.organisation')
@Recorded({ kind: 'organisation', log: 'staff', committed: [] })
export class Organisation extends RecordedEntity {
  /** Stable name in addresses and files: the ODS code in lower case, or a slug. */
  @Column('text')
  key: string;

  @Column('text', { nullable: true })
  odsCode: string | null;

  @Column('text')
  name: string;

  /** The name exactly as the source prints it. */
  @Column('text', { nullable: true })
  publishedName: string | null;

  @Column('text')
  @OneOf(ORGANISATION_TYPE_CODES)
  type: OrganisationType;

  @Column('text', { array: true })
  otherNames: string[];

  /** Oldest first; null where none is known. They stay searchable for good. */
  @Column('jsonb', { nullable: true })
  formerNames: readonly FormerName[] | null;

  @Column('text', { nullable: true })
  nationalGrouping: string | null;

  @Column('text', { nullable: true })
  geography: string | null;

  /** The town of its address, as people write it; null where its source gives none. */
  @Column('text', { nullable: true })
  town: string | null;

  @Column('text', { nullable: true })
  county: string | null;

  @Column('text', { nullable: true })
  postcode: string | null;

  @Column('text', { nullable: true })
  openedOn: string | null;

  @Column('text', { nullable: true })
  closedOn: string | null;

  /** True for the plainly invented organisations of the demo world. */
  @Column('boolean')
  fictional: boolean;

  @Column('text')
  source: string;

  @Column('text')
  @OneOf(FACT_CONFIDENCES)
  confidence: FactConfidence;
}
