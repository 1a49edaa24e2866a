import { Column, Entity } from 'typeorm';
import { OutOfTurn } from '../kernel/refusal.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** Where a concern stands, worked out from its days. */
export const CONCERN_STATES = [
  'filed',
  'held',
  'triaged',
  'linked',
  'answered',
  'closed',
  'withdrawn',
] as const;

/** One of the places where a concern stands. */
export type ConcernState = (typeof CONCERN_STATES)[number];

/**
 * That somebody filed a concern, and how far it has come. Nothing here says who, what about before a handler has read
 * it, or when more closely than a day; the words lie in envelopes.
 */
@Entity('concerns.concern')
@Recorded({ kind: 'concern', log: 'intake', committed: ['reference', 'themes', 'urgent'] })
export class Concern extends RecordedEntity {
  /** The public reference, such as CND-7K2M-XQ4T: a name for letters and calls that opens nothing. */
  @Column('text')
  reference: string;

  /** The person said that somebody is, or may be, in danger now. */
  @Column('boolean')
  urgent: boolean;

  /** What it is about, as the handler who read it found; empty until then. */
  @Column('text', { array: true })
  themes: readonly string[];

  @Column('date')
  filedOn: string;

  /** Set when it came under suspicion of being automatic: held apart, and never refused. */
  @Column('date', { nullable: true })
  heldOn: string | null;

  @Column('date', { nullable: true })
  admittedOn: string | null;

  @Column('date', { nullable: true })
  triagedOn: string | null;

  @Column('date', { nullable: true })
  linkedOn: string | null;

  @Column('date', { nullable: true })
  answeredOn: string | null;

  @Column('date', { nullable: true })
  closedOn: string | null;

  @Column('date', { nullable: true })
  withdrawnOn: string | null;

  /** Takes a held concern into the ordinary queue. */
  admit(day: string): void {
    if (this.heldOn === null || this.admittedOn !== null) throw new OutOfTurn('This concern is not held.');
    this.admittedOn = day;
  }

  /** Notes what it is about, after it was read. It may be done again: a second reading may see more. */
  triage(day: string, themes: readonly string[]): void {
    this.mustBeOpen();
    this.themes = [...new Set(themes)].sort();
    this.triagedOn ??= day;
    if (this.heldOn !== null) this.admittedOn ??= day;
  }

  /** Notes that it is connected with a scheme or an organisation. */
  link(day: string): void {
    this.mustBeOpen();
    if (this.triagedOn === null) throw new OutOfTurn('Read and triage this concern before you link it.');
    this.linkedOn ??= day;
  }

  /** Notes that the person has an answer. */
  answer(day: string): void {
    this.mustBeOpen();
    if (this.triagedOn === null) throw new OutOfTurn('Read and triage this concern before you answer it.');
    this.answeredOn = day;
  }

  /** Ends the work on it. The person can still read it and write. */
  close(day: string): void {
    this.mustBeOpen();
    if (this.answeredOn === null) throw new OutOfTurn('Answer the person before you close their concern.');
    this.closedOn = day;
  }

  /** A new word of the person opens a closed concern again. @throws OutOfTurn when it was withdrawn. */
  reopen(): void {
    if (this.withdrawnOn !== null) throw new OutOfTurn('This concern was withdrawn. You can file a new one.');
    this.closedOn = null;
  }

  /** The person takes it back: it stays recorded, and nobody acts on it or contacts them any more. */
  withdraw(day: string): void {
    if (this.withdrawnOn !== null) throw new OutOfTurn('This concern has already been withdrawn.');
    this.withdrawnOn = day;
  }

  /** Refuses work on a concern that was withdrawn or closed. */
  mustBeOpen(): void {
    if (this.withdrawnOn !== null) throw new OutOfTurn('The person has withdrawn this concern.');
    if (this.closedOn !== null) throw new OutOfTurn('This concern is closed.');
  }
}

/** The days from which the state of a concern follows. */
export type ConcernDays = Pick<
  Concern,
  'heldOn' | 'admittedOn' | 'triagedOn' | 'linkedOn' | 'answeredOn' | 'closedOn' | 'withdrawnOn'
>;

/** Where a concern stands; the furthest step counts. */
export function stateOf(days: ConcernDays): ConcernState {
  if (days.withdrawnOn !== null) return 'withdrawn';
  if (days.closedOn !== null) return 'closed';
  if (days.answeredOn !== null) return 'answered';
  if (days.linkedOn !== null) return 'linked';
  if (days.triagedOn !== null) return 'triaged';
  return days.heldOn !== null && days.admittedOn === null ? 'held' : 'filed';
}
