import { Column, Entity } from 'typeorm';
import { OutOfTurn, Unprocessable } from '../kernel/refusal.js';
import { mustSayWhy } from '../evidence/history/said-why.js';
import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { Uuid } from '../kernel/identifiers.js';
import { wordsOf } from '../kernel/words/words-of.js';
import { OneOf, Recorded, RecordedEntity } from '../platform/database/recorded.js';
import { OFFENCE_HISTORIES, type OffenceHistory } from './offence-history.js';
import { LIFE_CYCLE_STATES, type LifeCycleState } from './life-cycle-state.js';

/** Who put a deployment, or something said about it, into the register. */
export const REGISTERED_BY = ['sources', 'trust'] as const;

/** One of those who put things into the register. */
export type RegisteredBy = (typeof REGISTERED_BY)[number];

/** How sure a claim or a state is: seen in a source, general knowledge that is being checked, or concluded from claims. */
export const CLAIM_CONFIDENCES = ['A', 'B', 'inference'] as const;

/** One degree of sureness. */
export type ClaimConfidence = (typeof CLAIM_CONFIDENCES)[number];

/** What is said beside a state without being one: the trust denies the lineage, or it has not answered. */
export const OVERLAYS = ['UNDER_REVIEW', 'CONTESTED', 'NON_RESPONDER'] as const;

/** One of the things said beside a state. */
export type Overlay = (typeof OVERLAYS)[number];

/**
 * One scheme in one area, found by what it does and not by its name. Its state is a conclusion: it always names the
 * claims or the life-cycle step that support it. A draft is the trust's own until it publishes it.
 */
@Entity('deployments.deployment')
@Recorded({ kind: 'deployment', log: 'staff', committed: [] })
export class Deployment extends RecordedEntity {
  /** Stable name in addresses and files. */
  @Column('text')
  key: string;

  @Column('text')
  title: string;

  @Column('text')
  area: string;

  /** The trust that answers for it; null where no source names one, or several are named alike. */
  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  @Column('text')
  @OneOf(LIFE_CYCLE_STATES)
  stateCode: LifeCycleState;

  /** The date the state is true of, as closely as known; null where its source is undated. */
  @Column('text', { nullable: true })
  stateAt: string | null;

  /** Keys of the claims that support the state; empty when a life-cycle step does. */
  @Column('text', { array: true })
  stateClaims: string[];

  @Column('text')
  @OneOf(CLAIM_CONFIDENCES)
  stateConfidence: ClaimConfidence;

  @Column('text')
  stateNote: string;

  @Column('text', { array: true })
  @OneOf(OVERLAYS)
  overlays: Overlay[];

  /** The scheme it replaced, or shares staff, caseload or protocols with, where that is recorded. */
  @Column('uuid', { nullable: true })
  succeedsId: Uuid | null;

  @Column('text')
  @OneOf(REGISTERED_BY)
  registeredBy: RegisteredBy;

  /** True for the plainly invented schemes of the demo world. */
  @Column('boolean')
  fictional: boolean;

  /** False while it is a draft that only its trust can read. */
  @Column('boolean')
  published: boolean;

  /** True once its trust recorded it or a step in its life: loading sources again then leaves the record itself alone. */
  @Column('boolean')
  takenUp: boolean;

  /** A sentence for readers of the register; null when there is none. */
  @Column('text', { nullable: true })
  note: string | null;

  /** Where the scheme speaks for itself on the web; null when its trust named no address. */
  @Column('text', { nullable: true })
  website: string | null;

  /** What its trust says of the people on it, all together; null while it has not said. */
  @Column('text', { nullable: true })
  @OneOf(OFFENCE_HISTORIES)
  offenceHistory: OffenceHistory | null;

  /** The day on which the trust said so; null while it has not said. */
  @Column('date', { nullable: true })
  offenceHistoryOn: CalendarDay | null;

  /** Opens the record to everyone. It needs its screening first, so that nothing is registered by name alone. */
  publish(isScreened: boolean): void {
    if (this.published) throw new OutOfTurn('This deployment is already in the public register.');
    if (!isScreened) throw new OutOfTurn('Answer the twelve screening questions first, then publish.');
    this.published = true;
  }

  /**
   * Mends what its trust says of it, and leaves alone what is not given; the key stays, so that addresses keep working.
   * @throws Unprocessable for the name and the area where sources say them, and without a reason once it is public.
   */
  correct(details: Partial<DeploymentDetails>, reason: string | null): void {
    const changed = DETAIL_NAMES.filter((name) => name in details && details[name] !== this[name]);
    const sourced =
      this.registeredBy === 'sources' ? changed.filter((name) => SAID_BY_SOURCES.has(name)) : [];
    if (sourced.length > 0) throw new Unprocessable(sourced.map((field) => ({ field, text: SOURCES_SAY })));
    mustSayWhy(this.published && changed.some((name) => this[name] !== null), reason);
    Object.assign(this, details);
  }

  /**
   * Keeps what the trust says of the people on the scheme, in place of what it said before.
   * @throws Unprocessable without a reason where everyone could read what it said before.
   */
  describeCohort(offenceHistory: OffenceHistory, today: CalendarDay, reason: string | null): void {
    mustSayWhy(this.published && this.offenceHistory !== null, reason);
    this.offenceHistory = offenceHistory;
    this.offenceHistoryOn = today;
  }

  /** Takes down which earlier scheme it follows. @throws OutOfTurn where another one is recorded. */
  follow(earlier: Uuid): void {
    if (this.succeedsId !== null) throw new OutOfTurn('It is recorded to follow a scheme already.');
    this.succeedsId = earlier;
  }

  /** Takes the state that a life-cycle step leads to; the step itself is kept beside it. */
  enter(step: { readonly state: LifeCycleState; readonly at: string; readonly note: string }): void {
    this.stateCode = step.state;
    this.stateAt = step.at;
    this.stateClaims = [];
    this.stateConfidence = 'A';
    this.stateNote = step.note;
    this.takenUp = true;
  }
}

/** What a trust itself says of its scheme in the record and may mend, in the order asked, with the words a reader sees. */
export const DETAIL_LABELS = {
  title: 'Name',
  area: 'Area',
  note: 'Note',
  website: 'Website',
} as const satisfies Partial<Record<keyof Deployment, string>>;

/** The name of one such detail. */
export type DetailName = keyof typeof DETAIL_LABELS;

/** The details that sources say of a scheme: its trust adds beside them, and never changes them. */
export const SAID_BY_SOURCES: ReadonlySet<DetailName> = new Set(['title', 'area']);

const SOURCES_SAY =
  'Sources say this, so it stays as it is. Add a name, or a correction that stands beside it with your reason';

/** What a trust itself says of its scheme. */
export type DeploymentDetails = Pick<Deployment, DetailName>;

/** The names of what a trust itself says of its scheme, in the order asked. */
export const DETAIL_NAMES = wordsOf(DETAIL_LABELS);

/** What nobody has said yet when a scheme is first recorded. */
export const NOT_YET_SAID = {
  succeedsId: null,
  note: null,
  website: null,
  offenceHistory: null,
  offenceHistoryOn: null,
} satisfies Partial<Deployment>;
