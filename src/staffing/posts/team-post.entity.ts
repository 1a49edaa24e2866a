import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** Posts in teams of this kind, as `domain/sim.md` §4.2 names them. */
export const POSTS = {
  CLINICAL_LEAD: 'Mental health clinical lead',
  CLINICIAN: 'Mental health clinician',
  POLICE_OFFICER: 'Police officer',
  POLICE_STAFF: 'Police staff',
  PEER_WORKER: 'Peer worker',
  SUBSTANCE_USE_WORKER: 'Substance use worker',
  SOCIAL_WORKER: 'Social worker',
  ADMINISTRATOR: 'Administrator',
  MANAGER: 'Manager',
  OTHER: 'Another post',
} as const;

/** How whoever holds a post was vetted. */
export const VETTINGS = {
  NPPV: 'Police vetting (NPPV)',
  DBS_ENHANCED: 'Enhanced check of the Disclosure and Barring Service',
  BOTH: 'Both',
  OTHER: 'In another way',
  NONE: 'Not at all',
  NOT_KNOWN: 'Not known',
} as const;

/** What the holder of a post can see of people's health records. */
export const RECORD_ACCESSES = {
  NONE: 'None',
  ASKED_FOR: 'Only what a clinician looks up on request',
  READ: 'Reads records',
  READ_AND_WRITE: 'Reads and writes records',
  NOT_KNOWN: 'Not known',
} as const;

/** A post in the team of a scheme; never who holds it. */
@Entity('staffing.team_post')
@Recorded({ kind: 'team-post', log: 'staff', committed: [] })
export class TeamPost extends SchemeEntry {
  @Column('text')
  agency: string;

  @Column('text')
  @OneOf(wordsOf(POSTS))
  post: keyof typeof POSTS;

  /** Parts of a full working week: 1 is one person full time. */
  @Column('double precision')
  wholeTimeEquivalent: number;

  /** How many people hold it; 0 while it is vacant, null where it is not said. */
  @Column('integer', { nullable: true })
  people: number | null;

  @Column('text')
  employer: string;

  @Column('text')
  @OneOf(wordsOf(VETTINGS))
  vetting: keyof typeof VETTINGS;

  @Column('text')
  @OneOf(wordsOf(RECORD_ACCESSES))
  recordAccess: keyof typeof RECORD_ACCESSES;

  @Column('text', { nullable: true })
  training: string | null;

  @Column('text', { nullable: true })
  supervision: string | null;

  /** As closely as it is known. */
  @Column('text', { nullable: true })
  began: string | null;

  /** Null while it goes on. */
  @Column('text', { nullable: true })
  ended: string | null;
}
