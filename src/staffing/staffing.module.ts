import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { controllersOfEntries } from '../deployments/entries/controllers-of-entries.js';
import { Entries } from '../deployments/entries/entries.js';
import { COVER_ARRANGEMENTS } from './cover/cover-arrangements.js';
import { TEAM_PLACES } from './places/team-places.js';
import { TEAM_POSTS } from './posts/team-posts.js';

const KINDS = [TEAM_POSTS, COVER_ARRANGEMENTS, TEAM_PLACES];

/** Who works in a scheme, by post and never by name; who does the work when they cannot; and from which places. */
@Module({ imports: [DeploymentsModule], controllers: controllersOfEntries(...KINDS) })
export class StaffingModule {
  constructor(entries: Entries) {
    entries.introduce(...KINDS);
  }
}
