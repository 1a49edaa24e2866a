import type { Client } from 'pg';
import type { Uuid } from '../src/kernel/identifiers.js';

/** A reviewer, and of how many reviews. */
export interface Reviewing {
  readonly personId: Uuid;
  readonly reviews: number;
}

/**
 * Fills the database with trusts, their schemes and the submitted review of each, past the ledger, and lets reviewers
 * declare that they have no interest. Each reviews the first so many, in an order that has nothing to do with names.
 */
export async function fillWithReviews(
  superuser: Client,
  count: number,
  reviewers: readonly Reviewing[],
): Promise<void> {
  await superuser.query("SET session_replication_role = 'replica'");
  for (const statement of WORLD) await superuser.query(statement, [count]);
  for (const { personId, reviews } of reviewers)
    for (const statement of REVIEWING) await superuser.query(statement, [personId, reviews]);
  await superuser.query("SET session_replication_role = 'origin'");
  await superuser.query('SELECT access.settle_everything()');
  await superuser.query('VACUUM ANALYZE');
}

const ROUND = idFrom("'round'");
const DECLARED = "'declared' || $1::text || n";
const ID = (kind: string): string => idFrom(`'${kind}' || n`);

/** The same id for the same text, in the shape of a random one. */
function idFrom(text: string): string {
  return `overlay(overlay(md5(${text}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;
}

const WORLD = [
  `INSERT INTO organisations.organisation (id, revision, key, name, type, source, confidence)
   SELECT ${ID('trust')}, 1, 'bench-' || n, 'Trust ' || md5(n::text), 'NHS_TRUST', 'bench', 'A' FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO deployments.deployment (id, revision, key, title, area, lead_organisation_id, state_code, state_claims,
     state_confidence, state_note, overlays, registered_by, fictional, published, taken_up)
   SELECT ${ID('scheme')}, 1, 'bench-' || n, 'Scheme ' || n, 'Bench', ${ID('trust')}, 'LIVE', '{}', 'B', '', '{}', 'sources',
     false, true, false FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO reviews.round (id, revision, title, edition_id, as_at, criteria, opened_on, self_review_due, scoring_due,
     reply_working_days, publication_date)
   SELECT ${ROUND}, 1, 'Round ' || $1::int, gen_random_uuid(), '2023-04-01', '{SIM-POL-01}', '2026-01-01', '2026-02-01',
     '2026-03-01', 20, '2026-09-01'`,
  `INSERT INTO reviews.review (id, revision, round_id, deployment_id, organisation_id, started_on, acknowledged_on, submitted_on)
   SELECT ${ID('review')}, 1, ${ROUND}, ${ID('scheme')}, ${ID('trust')}, '2026-01-02', '2026-01-03', '2026-01-04'
   FROM generate_series(1, $1::int) AS n`,
];

const REVIEWING = [
  `INSERT INTO reviews.assignment (id, revision, review_id, round_id, deployment_id, organisation_id, person_id, capacity,
     outside_nhs_england, order_seed, assigned_on)
   SELECT ${idFrom('$1::text || n')}, 1, ${ID('review')}, ${ROUND}, ${ID('scheme')}, ${ID('trust')}, $1::uuid, 'reviewer',
     false, n, '2026-01-05' FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO reviews.interest_declaration (id, revision, assignment_id, review_id, person_id, seq, standing, answers, declared_on)
   SELECT ${idFrom(DECLARED)}, 1, ${idFrom('$1::text || n')}, ${ID('review')}, $1::uuid, 1, 'none', '[]',
     '2026-01-06' FROM generate_series(1, $2::int) AS n`,
];
