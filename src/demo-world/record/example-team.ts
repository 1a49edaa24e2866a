import { COVER_ARRANGEMENTS } from '../../staffing/cover/cover-arrangements.js';
import { TEAM_PLACES } from '../../staffing/places/team-places.js';
import { TEAM_POSTS } from '../../staffing/posts/team-posts.js';
import type { ExampleEntries } from './example-entries.js';

const POSTS_SAID = [
  {
    agency: 'Example Vale trust (fictional)',
    post: 'CLINICAL_LEAD',
    wholeTimeEquivalent: 1,
    people: 1,
    employer: 'Example Vale trust (fictional)',
    vetting: 'BOTH',
    recordAccess: 'READ_AND_WRITE',
    supervision: 'Monthly, by a consultant psychiatrist outside the scheme',
    began: '2018-09',
  },
  {
    agency: 'Example Vale Police (fictional)',
    post: 'POLICE_OFFICER',
    wholeTimeEquivalent: 0.8,
    people: 1,
    employer: 'Example Vale Police (fictional)',
    vetting: 'NPPV',
    recordAccess: 'ASKED_FOR',
    training: 'Two days in September 2018',
    began: '2018-09',
  },
  {
    agency: 'Example Vale trust (fictional)',
    post: 'PEER_WORKER',
    wholeTimeEquivalent: 0.5,
    people: 0,
    employer: 'Example Vale trust (fictional)',
    vetting: 'DBS_ENHANCED',
    recordAccess: 'NONE',
    began: '2019',
  },
];

const COVER_SAID = [
  { reason: 'HOLIDAY', arrangement: 'ANOTHER_TEAM', coveredBy: 'The crisis team' },
  { reason: 'SICKNESS', arrangement: 'NOBODY', daysWithout: 23, period: 'April 2019 to March 2020' },
];

/** The invented team: two people and a vacant post, cover for one absence of three, and two hubs. */
export const EXAMPLE_TEAM: readonly ExampleEntries[] = [
  { kind: TEAM_POSTS, said: POSTS_SAID },
  { kind: COVER_ARRANGEMENTS, said: COVER_SAID },
  {
    kind: TEAM_PLACES,
    said: [
      { place: 'Example Vale and Example Moor hubs (fictional)', sort: 'HUB', places: 2, began: '2018-09' },
    ],
  },
];
