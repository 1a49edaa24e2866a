import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everyone may know that scores of a published result were set aside since, and that what rested on them is settled again. */
export class ResultsSettledAgain1764000000158 implements MigrationInterface {
  name = 'ResultsSettledAgain1764000000158';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${REPLACED}
      -- The day on which locked scores were set aside after the newest release; a release of an answered review follows its
      -- submission by days, one of silence precedes it. Who was excluded, and why, stands in the release that follows.
      ${publicityOf(', n.set_aside_on')}
        LEFT JOIN LATERAL (SELECT e.published_on,
            EXISTS (SELECT FROM publication.withdrawal w WHERE w.release_id = e.id) AS withdrawn,
            (SELECT max(c.decided_on) FROM reviews.interest_confirmation c
              JOIN reviews.assignment a ON a.review_id = c.review_id AND a.person_id = c.person_id
              JOIN reviews.score_lock l ON l.assignment_id = a.id
              WHERE c.review_id = r.id AND c.agrees AND c.decided_on >= e.published_on AND r.submitted_on < e.published_on
            ) AS set_aside_on
          FROM publication.release e WHERE e.review_id = r.id ORDER BY e.number DESC LIMIT 1) AS n ON TRUE;
      ${promiseWith(', p.set_aside_on', 'JOIN reviews.publicity p ON p.review_id = r.id')}
      ${RIGHTS}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${REPLACED}
      ${publicityOf('')}
        LEFT JOIN LATERAL (SELECT e.published_on,
            EXISTS (SELECT FROM publication.withdrawal w WHERE w.release_id = e.id) AS withdrawn
          FROM publication.release e WHERE e.review_id = r.id ORDER BY e.number DESC LIMIT 1) AS n ON TRUE;
      ${promiseWith('', '')}
      ${RIGHTS}
    `);
  }
}

const REPLACED = 'DROP VIEW publication.promise, reviews.publicity;';

const publicityOf = (more: string): string => `
  CREATE VIEW reviews.publicity AS
    SELECT r.id AS review_id, f.self_review_due, f.scoring_due, f.publication_date, v.voided_on, x.refused_on,
      n.published_on AS released_on, n.withdrawn${more}
    FROM reviews.review r JOIN reviews.first_promise f ON f.round_id = r.round_id
      LEFT JOIN reviews.round_voiding v ON v.round_id = r.round_id
      LEFT JOIN publication.refusal x ON x.review_id = r.id`;

const promiseWith = (more: string, joined: string): string => `
  CREATE VIEW publication.promise AS
    SELECT r.id AS review_id, r.round_id, r.organisation_id, r.deployment_id, r.started_on, r.acknowledged_on, r.submitted_on,
      r.scores_opened_on, r.published_on, n.title AS round, n.as_at, n.self_review_due, n.scoring_due, n.publication_date,
      f.self_review_due AS first_self_review_due, f.scoring_due AS first_scoring_due,
      f.publication_date AS first_publication_date, v.voided_on${more}
    FROM reviews.review r JOIN reviews.round n ON n.id = r.round_id JOIN reviews.first_promise f ON f.round_id = n.id
      LEFT JOIN reviews.round_voiding v ON v.round_id = n.id ${joined};`;

const RIGHTS = `
  GRANT SELECT ON reviews.publicity, publication.promise
    TO candour_public, candour_member, candour_receipt, candour_operator;
  CALL access.hand_to_definer();
`;
