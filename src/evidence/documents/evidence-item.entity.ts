import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { DOCUMENT_TYPES, type DocumentType } from './document-types.js';

/** Who may see a document: everybody who may come to see the review, its reviewers, or nobody but its organisation. */
export const AUDIENCES = ['everyone', 'reviewers', 'privileged'] as const;

/** One of the audiences. */
export type Audience = (typeof AUDIENCES)[number];

/** What may be wrong with content in the file store: something else lies there, or nothing. */
export const CONTENT_FAULTS = ['altered', 'missing'] as const;

/** One of the faults. */
export type ContentFault = (typeof CONTENT_FAULTS)[number];

/**
 * One document that bears out what a record says. Its content is never changed: a better document is another item. Its
 * own date and the day it was received are kept apart, because a paper written for the review proves less.
 */
@Entity('evidence.item')
@Recorded({ kind: 'evidence', log: 'staff', committed: ['title', 'offeredBy'] })
export class EvidenceItem extends RecordedEntity {
  @Column('uuid')
  organisationId: Uuid;

  @Column('text')
  subjectKind: string;

  @Column('uuid')
  subjectId: Uuid;

  /** The scheme whose cleared reviewers read it; null when it is of none. */
  @Column('uuid', { nullable: true })
  deploymentId: Uuid | null;

  /** What its organisation calls it; once it is closed, its fingerprint, because a title can say who a patient is. */
  @Column('text')
  title: string;

  /** Null for documents that were kept before anybody was asked. */
  @Column('text', { nullable: true })
  @OneOf(DOCUMENT_TYPES)
  documentType: DocumentType | null;

  /** Lower-case hex of the SHA-256 of what is stored, which for pictures is the re-encoded picture. */
  @Column('text')
  sha256: string;

  @Column('integer')
  bytes: number;

  @Column('text')
  mediaType: string;

  /** The document's own date, as closely as it is known: `2021-06-02`, `2021-06`; null when it bears none. */
  @Column('text', { nullable: true })
  dated: string | null;

  @Column('date')
  receivedOn: string;

  @Column('text')
  @OneOf(AUDIENCES)
  audience: Audience;

  @Column('text', { nullable: true })
  whyNotEveryone: string | null;

  @Column('uuid')
  offeredBy: Uuid;

  /** What was wrong with the content when it was last read; null while it was what was offered. */
  @Column('text', { nullable: true })
  @OneOf(CONTENT_FAULTS)
  contentFault: ContentFault | null;

  /** The day on which it was closed to everyone; null while it is not. */
  @Column('date', { nullable: true })
  closedOn: CalendarDay | null;

  @Column('text', { nullable: true })
  closedBecause: string | null;

  /** Closes its content and its title to everyone, for good. @throws OutOfTurn when it is closed already. */
  close(today: CalendarDay, reason: string): void {
    if (this.closedOn !== null) throw new OutOfTurn('This document is closed already.');
    this.closedOn = today;
    this.closedBecause = reason;
    this.title = `Closed document ${this.sha256.slice(0, 12)}`;
  }

  /** Says anew who may read it. @throws Unprocessable when that is who may read it already. */
  openTo(audience: Audience, whyNotEveryone: string | null): void {
    const why = audience === 'everyone' ? null : whyNotEveryone;
    if (audience === this.audience && why === this.whyNotEveryone)
      throw new Unprocessable([{ field: 'audience', text: 'This is who may read it already' }]);
    this.audience = audience;
    this.whyNotEveryone = why;
  }

  /** Notes what reading its content found. */
  readAs(fault: ContentFault | null): void {
    this.contentFault = fault;
  }
}
