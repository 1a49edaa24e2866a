import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people take part in through reviews: the list that the door reads once per request and both walls look at. */
export class EngagementsInReviews1764000000026 implements MigrationInterface {
  name = 'EngagementsInReviews1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW reviews.engagement AS
        -- May declare interests.
        SELECT c.person_id, 'assigned' AS kind, c.assignment_id AS record_id FROM reviews.clearance c
        -- Reads nothing of the review: not declared, not decided, or excluded even after leaving.
        UNION ALL SELECT c.person_id, 'barred', c.review_id FROM reviews.clearance c WHERE NOT c.cleared
        UNION ALL SELECT x.person_id, 'barred', x.review_id FROM reviews.interest_decision x WHERE x.outcome = 'exclude'
        -- Runs the review.
        UNION ALL SELECT c.person_id, 'led', c.review_id FROM reviews.clearance c WHERE c.cleared AND c.capacity = 'lead'
        -- Reads what the trust submitted.
        UNION ALL SELECT c.person_id, 'review', c.review_id
          FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id
          WHERE c.cleared AND r.submitted_on IS NOT NULL
        -- Reads what people agreed to show reviewers about the scheme.
        UNION ALL SELECT c.person_id, 'deployment-under-review', r.deployment_id
          FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id
          WHERE c.cleared AND r.submitted_on IS NOT NULL
        -- Reads what the trust offered as evidence, except what is privileged.
        UNION ALL SELECT c.person_id, 'evidence', r.organisation_id
          FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id
          WHERE c.cleared AND r.submitted_on IS NOT NULL
        -- Scores under this assignment.
        UNION ALL SELECT c.person_id, 'scoring', c.assignment_id
          FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id
          WHERE c.cleared AND c.capacity <> 'lead' AND r.submitted_on IS NOT NULL
        -- Reads everybody's scores.
        UNION ALL SELECT c.person_id, 'compare', c.review_id
          FROM reviews.clearance c JOIN reviews.review r ON r.id = c.review_id
          WHERE c.cleared AND r.scores_opened_on IS NOT NULL
        -- Reads the findings and may reply to them.
        UNION ALL SELECT m.person_id, 'reply', r.id
          FROM identity.membership m JOIN reviews.review r ON r.organisation_id = m.organisation_id
          WHERE m.ended_on IS NULL AND r.moderation_closed_on IS NOT NULL
            AND m.role IN ('TRUST_SUBMITTER', 'CALDICOTT_GUARDIAN', 'DATA_PROTECTION_OFFICER', 'EXECUTIVE_APPROVER')
        UNION ALL SELECT DISTINCT m.person_id, 'reply', r.id
          FROM identity.membership m JOIN reviews.statement s ON s.organisation_id = m.organisation_id
          JOIN reviews.review r ON r.id = s.review_id
          WHERE m.ended_on IS NULL AND m.role = 'USER_GROUP_MEMBER' AND r.moderation_closed_on IS NOT NULL;

      CREATE INDEX "statements of a group" ON reviews.statement (organisation_id);
      CREATE INDEX "decisions on interests of a person" ON reviews.interest_decision (person_id);
      CREATE INDEX "memberships of a person" ON identity.membership (person_id);

      CREATE OR REPLACE VIEW access.engagement AS
        SELECT NULL::uuid AS person_id, NULL::text AS kind, NULL::uuid AS record_id WHERE false
        UNION ALL SELECT person_id, kind, record_id FROM reviews.engagement;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW access.engagement AS
        SELECT NULL::uuid AS person_id, NULL::text AS kind, NULL::uuid AS record_id WHERE false;
      DROP VIEW reviews.engagement;
      DROP INDEX identity."memberships of a person";
    `);
  }
}
