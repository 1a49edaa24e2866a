import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everyone may know of a promise: the days first promised and those they moved to, and what became of it. */
export class PromisesInPublic1764000000143 implements MigrationInterface {
  name = 'PromisesInPublic1764000000143';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reviews.publicity, publication.promise;
      CREATE VIEW publication.promise AS
        SELECT r.id AS review_id, r.round_id, r.organisation_id, r.deployment_id, r.acknowledged_on, r.submitted_on,
          r.published_on, n.title AS round, n.as_at, n.self_review_due, n.publication_date
        FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id;
      GRANT SELECT ON publication.promise TO candour_public, candour_member, candour_receipt, candour_operator;
      CALL access.hand_to_definer();
    `);
  }
}

const VIEWS = `
  -- How the promise about each review stands in public: all of it is what everyone may know.
  CREATE VIEW reviews.publicity AS
    SELECT r.id AS review_id, f.self_review_due, f.scoring_due, f.publication_date, v.voided_on, x.refused_on,
      n.published_on AS released_on, n.withdrawn
    FROM reviews.review r JOIN reviews.first_promise f ON f.round_id = r.round_id
      LEFT JOIN reviews.round_voiding v ON v.round_id = r.round_id
      LEFT JOIN publication.refusal x ON x.review_id = r.id
      LEFT JOIN LATERAL (SELECT e.published_on,
          EXISTS (SELECT FROM publication.withdrawal w WHERE w.release_id = e.id) AS withdrawn
        FROM publication.release e WHERE e.review_id = r.id ORDER BY e.number DESC LIMIT 1) AS n ON TRUE;

  DROP VIEW publication.promise;
  CREATE VIEW publication.promise AS
    SELECT r.id AS review_id, r.round_id, r.organisation_id, r.deployment_id, r.started_on, r.acknowledged_on, r.submitted_on,
      r.scores_opened_on, r.published_on, n.title AS round, n.as_at, n.self_review_due, n.scoring_due, n.publication_date,
      f.self_review_due AS first_self_review_due, f.scoring_due AS first_scoring_due,
      f.publication_date AS first_publication_date, v.voided_on
    FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id JOIN reviews.first_promise f ON f.round_id = n.id
      LEFT JOIN reviews.round_voiding v ON v.round_id = n.id;

  GRANT SELECT ON reviews.publicity, publication.promise
    TO candour_public, candour_member, candour_receipt, candour_operator;
  CALL access.hand_to_definer();
`;
