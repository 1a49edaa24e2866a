import { Column, Entity } from 'typeorm';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import type { Instance } from './solving/instance.js';

/** How panels came to be: by the method from the seed, by hand from another proposal, or from a table. */
export const PANEL_ORIGINS = ['computed', 'changed', 'table'] as const;

/** One way in which panels came to be. */
export type PanelOrigin = (typeof PANEL_ORIGINS)[number];

/** What whoever leads set for the panels of a round. */
export interface PanelTerms {
  /** How many people score each review. */
  readonly size: number;
  /** On how many panels of the round one person sits at most. */
  readonly load: number;
  readonly avoidOwnRegion: boolean;
  readonly people: readonly Uuid[];
  /** Who of them is from outside NHS England. */
  readonly outside: readonly Uuid[];
}

/** Who would sit on one panel. */
export interface ProposedPanel {
  readonly review: Uuid;
  readonly people: readonly Uuid[];
}

/**
 * Panels of a round that somebody who leads it may accept, with all that they rest on. From the inputs and the seed anybody
 * comes to the same panels where they were computed. Nobody is assigned by it.
 */
@Entity('reviews.panel_proposal')
@Recorded({
  kind: 'panel-proposal',
  log: 'staff',
  committed: ['terms', 'inputs', 'panels', 'proposedBy', 'reason'],
})
export class PanelProposal extends RecordedEntity {
  @Column('uuid')
  roundId: Uuid;

  @Column('text')
  @OneOf(PANEL_ORIGINS)
  origin: PanelOrigin;

  @Column('uuid', { nullable: true })
  basedOn: Uuid | null;

  @Column('integer')
  seed: number;

  @Column('jsonb')
  terms: PanelTerms;

  @Column('jsonb')
  inputs: Instance;

  @Column('text')
  inputsHash: string;

  @Column('jsonb')
  panels: readonly ProposedPanel[];

  /** Why a panel was changed by hand; null for all others. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  proposedBy: Uuid;

  @Column('date')
  proposedOn: CalendarDay;
}
