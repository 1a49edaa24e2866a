import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened to people on a scheme, and what they complained of, as rounded counts only: no exact number below the
 * national level is kept, so that none can leak.
 */
export class IncidentsAndComplaintsFigures1764000000205 implements MigrationInterface {
  name = 'IncidentsAndComplaintsFigures1764000000205';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      CALL deployments.hold_entries('incidents.incident_count', 'incident-count', 'a count of incidents',
        $$sort || ': ' || period_from || ' to ' || period_to$$, $$coalesce(reference, '')$$);
      CALL deployments.hold_entries('complaints.complaints_figure', 'complaints-figure', 'a complaints figure',
        $$period_from || ' to ' || period_to$$, $$''$$);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['incidents.incident_count', 'complaints.complaints_figure'])
      await runner.query(`CALL deployments.let_go_of_entries('${table}')`);
    await runner.query('DROP SCHEMA incidents CASCADE');
    await runner.query(
      'DROP TABLE complaints.complaints_figure; REVOKE USAGE ON SCHEMA complaints FROM candour_public',
    );
  }
}

function rounded(column: string, needed: 'NOT NULL' | ''): string {
  return `${column} integer ${needed} CONSTRAINT "${column} is rounded" CHECK (${column} >= 0 AND ${column} % 5 = 0)`;
}

const PERIOD = `period_from text NOT NULL CONSTRAINT "a period has a beginning" CHECK (period_from ~ '^\\d{4}(-\\d{2}){0,2}$'),
    period_to text NOT NULL CONSTRAINT "a period has an end" CHECK (period_to ~ '^\\d{4}(-\\d{2}){0,2}$'),
    CONSTRAINT "a period ends after it began" CHECK (NOT evidence.is_certainly_before(period_to, period_from))`;

const TABLES = `
  CREATE SCHEMA incidents;
  GRANT USAGE ON SCHEMA incidents TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE incidents.incident_count (
    sort text NOT NULL CONSTRAINT "an incident is of a known sort" CHECK (sort IN ('DEATH', 'SERIOUS_SELF_HARM',
      'SERIOUS_INCIDENT', 'SAFEGUARDING', 'PROSECUTION', 'RESTRAINT', 'OTHER')),
    ${rounded('happened', 'NOT NULL')},
    process text NOT NULL CONSTRAINT "a process is of a known sort" CHECK (process IN ('SERIOUS_INCIDENT', 'PSIRF', 'INQUEST',
      'PREVENTION_OF_FUTURE_DEATHS', 'SAFEGUARDING_REVIEW', 'OTHER', 'NONE', 'NOT_KNOWN')),
    reference text,
    followed text,
    ${PERIOD},
    CONSTRAINT "a published report has its reference" CHECK (process <> 'PREVENTION_OF_FUTURE_DEATHS' OR reference ~ '\\S')
  );

  GRANT USAGE ON SCHEMA complaints TO candour_public;
  CREATE TABLE complaints.complaints_figure (
    ${rounded('received', 'NOT NULL')},
    ${rounded('about_police', '')},
    ${rounded('upheld', '')},
    ${rounded('partly_upheld', '')},
    ${rounded('not_upheld', '')},
    ${rounded('to_ombudsman', '')},
    told_how text,
    ${PERIOD}
  );
`;
