import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** Where people are searched for, as `domain/sim.md` D12.1 lists it. */
export const SELECTION_SOURCES = {
  CALLS_999: 'Calls to 999',
  POLICE_INCIDENTS: 'Police incidents',
  CUSTODY: 'Custody records',
  SECTION_136: 'Detentions under section 136 of the Mental Health Act',
  EMERGENCY_DEPARTMENT: 'Emergency department',
  AMBULANCE: 'Ambulance service',
  MENTAL_HEALTH_TEAMS: 'Mental health teams',
  PANEL: 'A panel of several agencies',
  GP: 'General practice',
  LOCAL_AUTHORITY: 'Local authority',
  VOLUNTARY: 'Charity or voluntary body',
  OTHER: 'Another source',
} as const;

/** What is searched to select people for a scheme: searching affects people who are never selected, and needs a basis of its own. */
@Entity('data_sharing.selection_source')
@Recorded({ kind: 'selection-source', log: 'staff', committed: [] })
export class SelectionSource extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(SELECTION_SOURCES))
  source: keyof typeof SELECTION_SOURCES;

  @Column('text')
  searchedFor: string;

  /** What leads to somebody being picked: "two detentions under section 136". */
  @Column('text', { nullable: true })
  threshold: string | null;

  @Column('text', { nullable: true })
  period: string | null;

  /** The post or body that searches, never a name. */
  @Column('text')
  searchedBy: string;

  /** A version of the data flow under which it is searched; null where there is none. */
  @Column('uuid', { nullable: true })
  flowId: Uuid | null;

  @Column('text', { nullable: true })
  toldHow: string | null;

  @Column('text', { nullable: true })
  objectHow: string | null;
}
