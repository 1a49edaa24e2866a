import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import type { Role } from '../../src/identity/roles.js';
import { REGIONS } from '../../src/organisations/regions.js';
import { registered } from './deployments.js';
import { anOrganisation } from './organisations.js';
import { pastTheLedger, type ReviewWorld } from './reviews.js';

/** A review of one of many trusts. */
export interface ReviewOfTrust {
  readonly reviewId: Uuid;
  readonly trustId: Uuid;
  readonly name: string;
}

/** Trusts with a scheme and a review each, in the round of a review that was started; how they came to be is not tested. */
export async function reviewsOfTrusts(
  world: ReviewWorld,
  started: { readonly reviewId: Uuid },
  many: number,
): Promise<readonly ReviewOfTrust[]> {
  const regions = Object.keys(REGIONS);
  const trusts = await registered(
    world.candour,
    ...Array.from({ length: many }, (_, place) =>
      anOrganisation({
        name: `Example Trust ${String(place + 1).padStart(3, '0')}`,
        nationalGrouping: regions[place % regions.length] ?? null,
      }),
    ),
  );
  const made = trusts.map(({ id, name }) => ({
    trustId: id,
    name,
    reviewId: newId(),
    deploymentId: newId(),
  }));
  const rows = made.map(
    ({ trustId, name, reviewId, deploymentId }) =>
      `('${trustId}'::uuid, '${name}', '${reviewId}'::uuid, '${deploymentId}'::uuid)`,
  );
  await pastTheLedger(
    world.superuser,
    `CREATE TEMPORARY TABLE trusts ON COMMIT DROP AS
       SELECT * FROM (VALUES ${rows.join(', ')}) AS t (trust_id, name, review_id, deployment_id);
     INSERT INTO deployments.deployment (id, revision, key, title, area, lead_organisation_id, state_code, state_claims,
         state_confidence, state_note, overlays, registered_by, fictional, published, taken_up)
       SELECT t.deployment_id, 1, 'of-' || t.deployment_id, 'Scheme of ' || t.name, 'Exampleshire', t.trust_id, 'LIVE', '{}',
         'B', '', '{}', 'trust', true, true, false FROM trusts t;
     INSERT INTO reviews.review SELECT m.* FROM trusts t, reviews.review r,
       jsonb_populate_record(r, jsonb_build_object('id', t.review_id, 'deployment_id', t.deployment_id,
         'organisation_id', t.trust_id, 'acknowledged_on', NULL)) AS m WHERE r.id = '${started.reviewId}'`,
  );
  return made;
}

/** People who hold one role and nothing else, named by it and a number; how they came to hold it is not tested. */
export async function peopleHolding(world: ReviewWorld, role: Role, many: number): Promise<readonly Uuid[]> {
  const ids = Array.from({ length: many }, () => newId());
  const values = ids.map((id, place) => `('${id}'::uuid, '${role} ${String(place + 1)}')`);
  await pastTheLedger(
    world.superuser,
    `INSERT INTO identity.person (id, revision, name, email)
       SELECT p.id, 1, p.name, p.id || '@example.org' FROM (VALUES ${values.join(', ')}) AS p (id, name);
     INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       SELECT gen_random_uuid(), 1, p.id, '${role}', NULL, '2026-01-01' FROM (VALUES ${values.join(', ')}) AS p (id, name);
     SELECT access.settle_person(p.id) FROM (VALUES ${values.join(', ')}) AS p (id, name)`,
  );
  return ids;
}
