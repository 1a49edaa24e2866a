import { Column, Entity } from 'typeorm';
import { SchemeEntry } from '../../deployments/entries/scheme-entry.entity.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';

/** What kind of place a team works from or meets people in. */
export const TEAM_PLACE_SORTS = {
  HUB: 'Community hub',
  POLICE_STATION: 'Police station',
  HOSPITAL: 'Hospital',
  COMMUNITY_CENTRE: 'Community centre',
  GP_SURGERY: 'GP surgery',
  HOME_VISITS: 'People’s homes',
  OTHER: 'Another place',
} as const;

/** A place, or several of one kind, from which a team works. */
@Entity('staffing.team_place')
@Recorded({ kind: 'team-place', log: 'staff', committed: [] })
export class TeamPlace extends SchemeEntry {
  /** Its name, or what the places are called together. */
  @Column('text')
  place: string;

  @Column('text')
  @OneOf(wordsOf(TEAM_PLACE_SORTS))
  sort: keyof typeof TEAM_PLACE_SORTS;

  /** How many places of this kind; one unless they are told together. */
  @Column('integer')
  places: number;

  @Column('text', { nullable: true })
  began: string | null;

  @Column('text', { nullable: true })
  ended: string | null;
}
