import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** What happened to people on a scheme, or after it. */
export const INCIDENT_SORTS = {
  DEATH: 'Deaths',
  SERIOUS_SELF_HARM: 'Serious self-harm',
  SERIOUS_INCIDENT: 'Other serious incidents',
  SAFEGUARDING: 'Safeguarding concerns',
  PROSECUTION: 'Prosecutions',
  RESTRAINT: 'Uses of force or restraint',
  OTHER: 'Something else',
} as const;

/** Which process looked at it. */
export const INCIDENT_PROCESSES = {
  SERIOUS_INCIDENT: 'Serious Incident Framework',
  PSIRF: 'Patient Safety Incident Response Framework',
  INQUEST: 'Inquest',
  PREVENTION_OF_FUTURE_DEATHS: 'Report to prevent future deaths',
  SAFEGUARDING_REVIEW: 'Safeguarding review',
  OTHER: 'Another process',
  NONE: 'None',
  NOT_KNOWN: 'Not known',
} as const;

/** How often something happened in a period, as a rounded count, and what followed; never who. */
@Entity('incidents.incident_count')
@Recorded({ kind: 'incident-count', log: 'staff', committed: [] })
export class IncidentCount extends SchemeEntry {
  @Column('text')
  @OneOf(wordsOf(INCIDENT_SORTS))
  sort: keyof typeof INCIDENT_SORTS;

  /** Rounded before it is kept: see `roundedCount`. */
  @Column('integer')
  happened: number;

  @Column('text')
  periodFrom: string;

  @Column('text')
  periodTo: string;

  @Column('text')
  @OneOf(wordsOf(INCIDENT_PROCESSES))
  process: keyof typeof INCIDENT_PROCESSES;

  /** The reference of a published report, such as that of a report to prevent future deaths. */
  @Column('text', { nullable: true })
  reference: string | null;

  @Column('text', { nullable: true })
  followed: string | null;
}
