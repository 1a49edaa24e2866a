import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who worked in a scheme, by post and never by name; who did the work in sickness, holidays and stress; and where. */
export class TeamPosts1764000000188 implements MigrationInterface {
  name = 'TeamPosts1764000000188';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      CALL deployments.hold_entries('staffing.team_post', 'team-post', 'a team post', $$agency || ': ' || post$$,
        $$agency, employer$$);
      CALL deployments.hold_entries('staffing.cover', 'team-cover', 'a cover', $$reason || ': ' || arrangement$$, $$coalesce(covered_by, '')$$);
      CALL deployments.hold_entries('staffing.team_place', 'team-place', 'a team place', 'place', 'place');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['team_post', 'cover', 'team_place'])
      await runner.query(`CALL deployments.let_go_of_entries('staffing.${table}')`);
    await runner.query('DROP SCHEMA staffing CASCADE');
  }
}

const TABLES = `
  CREATE SCHEMA staffing;
  GRANT USAGE ON SCHEMA staffing TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE staffing.team_post (
    agency text NOT NULL CONSTRAINT "a post is of an agency" CHECK (agency ~ '\\S'),
    post text NOT NULL CONSTRAINT "a post is of a known sort" CHECK (post IN ('CLINICAL_LEAD', 'CLINICIAN', 'POLICE_OFFICER',
      'POLICE_STAFF', 'PEER_WORKER', 'SUBSTANCE_USE_WORKER', 'SOCIAL_WORKER', 'ADMINISTRATOR', 'MANAGER', 'OTHER')),
    whole_time_equivalent double precision NOT NULL CONSTRAINT "a post is a part of a working week or more"
      CHECK (whole_time_equivalent > 0 AND whole_time_equivalent <= 100),
    people integer CONSTRAINT "a post is held by nobody or by people" CHECK (people BETWEEN 0 AND 1000),
    employer text NOT NULL CONSTRAINT "a post has an employer" CHECK (employer ~ '\\S'),
    vetting text NOT NULL CONSTRAINT "vetting is known, not done or not said" CHECK (vetting IN ('NPPV', 'DBS_ENHANCED',
      'BOTH', 'OTHER', 'NONE', 'NOT_KNOWN')),
    record_access text NOT NULL CONSTRAINT "access to records is of a known sort" CHECK (record_access IN ('NONE', 'ASKED_FOR',
      'READ', 'READ_AND_WRITE', 'NOT_KNOWN')),
    training text,
    supervision text,
    began text,
    ended text,
    CONSTRAINT "a post ends after it began" CHECK (NOT evidence.is_certainly_before(ended, began))
  );

  CREATE TABLE staffing.cover (
    reason text NOT NULL CONSTRAINT "cover is for sickness, holidays, stress or a vacancy"
      CHECK (reason IN ('SICKNESS', 'HOLIDAY', 'STRESS', 'VACANCY')),
    arrangement text NOT NULL CONSTRAINT "cover is somebody, a stop or nothing"
      CHECK (arrangement IN ('ANOTHER_TEAM_MEMBER', 'ANOTHER_TEAM', 'SCHEME_STOPS', 'NOBODY', 'NOT_KNOWN')),
    covered_by text,
    days_without integer CONSTRAINT "days without cover are counted from none" CHECK (days_without BETWEEN 0 AND 36500),
    period text,
    CONSTRAINT "whoever covers is named by post" CHECK (arrangement NOT IN ('ANOTHER_TEAM_MEMBER', 'ANOTHER_TEAM') OR covered_by ~ '\\S'),
    CONSTRAINT "days without cover have a period" CHECK (days_without IS NULL OR period ~ '\\S')
  );

  CREATE TABLE staffing.team_place (
    place text NOT NULL CONSTRAINT "a place has a name" CHECK (place ~ '\\S'),
    sort text NOT NULL CONSTRAINT "a place is of a known sort" CHECK (sort IN ('HUB', 'POLICE_STATION', 'HOSPITAL',
      'COMMUNITY_CENTRE', 'GP_SURGERY', 'HOME_VISITS', 'OTHER')),
    places integer NOT NULL CONSTRAINT "places are one or more" CHECK (places BETWEEN 1 AND 500),
    began text,
    ended text,
    CONSTRAINT "a place ends after it began" CHECK (NOT evidence.is_certainly_before(ended, began))
  );
`;
