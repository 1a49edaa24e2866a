import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who decided, paid for and praised a scheme, on what, and which assessments were made: so that "who was responsible" has an answer. */
export class Accountability1764000000204 implements MigrationInterface {
  name = 'Accountability1764000000204';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      CALL deployments.hold_entries('accountability.decision', 'commissioning-decision', 'a decision',
        $$decision || ': ' || body$$, 'body, post');
      CALL deployments.hold_entries('accountability.endorsement', 'endorsement', 'an endorsement',
        $$endorser || ': ' || sort$$, 'endorser');
      CALL deployments.hold_entries('accountability.assessment', 'assessment', 'an assessment',
        $$sort || ': ' || body$$, 'body');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['decision', 'endorsement', 'assessment'])
      await runner.query(`CALL deployments.let_go_of_entries('accountability.${table}')`);
    await runner.query('DROP SCHEMA accountability CASCADE');
  }
}

const TABLES = `
  CREATE SCHEMA accountability;
  GRANT USAGE ON SCHEMA accountability TO candour_public, candour_member, candour_receipt, candour_operator;

  CREATE TABLE accountability.decision (
    decision text NOT NULL CONSTRAINT "a decision is of a known sort" CHECK (decision IN ('START', 'FUND', 'PROCURE',
      'EXTEND', 'CHANGE', 'STOP', 'ALTERNATIVE_REJECTED', 'OTHER')),
    body text NOT NULL CONSTRAINT "a body decides" CHECK (body ~ '\\S'),
    post text CONSTRAINT "a post has words" CHECK (post ~ '\\S'),
    decided text NOT NULL CONSTRAINT "a decision has a date" CHECK (decided ~ '^\\d{4}(-\\d{2}){0,2}$'),
    money double precision CONSTRAINT "money counts from none" CHECK (money >= 0),
    term text,
    relied_on text,
    known_then text,
    conditions text,
    review_due text,
    papers text,
    CONSTRAINT "a review is due after the decision" CHECK (NOT evidence.is_certainly_before(review_due, decided))
  );

  CREATE TABLE accountability.endorsement (
    endorser text NOT NULL CONSTRAINT "somebody endorses" CHECK (endorser ~ '\\S'),
    sort text NOT NULL CONSTRAINT "an endorsement is of a known sort" CHECK (sort IN ('AWARD', 'ACCELERATOR',
      'NATIONAL_PROGRAMME', 'SHOWCASE', 'STATEMENT', 'OTHER')),
    claimed text NOT NULL CONSTRAINT "an endorsement claims something" CHECK (claimed ~ '\\S'),
    evidence text,
    endorsed text NOT NULL CONSTRAINT "an endorsement has a date" CHECK (endorsed ~ '^\\d{4}(-\\d{2}){0,2}$'),
    taken_back text,
    CONSTRAINT "what is taken back was given before" CHECK (NOT evidence.is_certainly_before(taken_back, endorsed))
  );

  CREATE TABLE accountability.assessment (
    sort text NOT NULL CONSTRAINT "an assessment is of a known sort" CHECK (sort IN ('EQUALITY_IMPACT', 'QUALITY_IMPACT',
      'HUMAN_RIGHTS', 'ETHICS_APPROVAL', 'SERVICE_EVALUATION')),
    body text NOT NULL CONSTRAINT "a body assesses" CHECK (body ~ '\\S'),
    done text NOT NULL CONSTRAINT "an assessment has a date" CHECK (done ~ '^\\d{4}(-\\d{2}){0,2}$'),
    considered text NOT NULL CONSTRAINT "it was considered, not considered or not known"
      CHECK (considered IN ('YES', 'NO', 'NOT_KNOWN')),
    outcome text NOT NULL CONSTRAINT "an assessment came to something" CHECK (outcome ~ '\\S'),
    address text
  );
`;
