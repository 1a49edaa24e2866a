import 'reflect-metadata';
import { NoticesQueries } from '../src/notices/reading/notices.queries.js';
import { TellingNoticesService } from '../src/notices/telling/telling-notices.service.js';
import { reviewsOfTrusts } from '../test/support/round-of-trusts.js';
import { pastTheLedger, reviewWorld, startedReview } from '../test/support/reviews.js';

const PEOPLE_OF_A_TRUST = `VALUES ('TRUST_SUBMITTER'), ('CALDICOTT_GUARDIAN'), ('DATA_PROTECTION_OFFICER'), ('EXECUTIVE_APPROVER')`;

for (const trusts of [57, 570]) await measured(trusts);

async function measured(trusts: number): Promise<void> {
  const world = await reviewWorld();
  const made = await reviewsOfTrusts(world, await startedReview(world), trusts);
  const ids = made.map(({ trustId }) => `('${trustId}'::uuid)`).join(', ');
  await pastTheLedger(
    world.superuser,
    `CREATE TEMPORARY TABLE posts ON COMMIT DROP AS SELECT gen_random_uuid() AS person, t.id AS trust, r.role
       FROM (VALUES ${ids}) AS t (id), (${PEOPLE_OF_A_TRUST}) AS r (role);
     INSERT INTO identity.person (id, revision, name, email) SELECT p.person, 1, p.role, p.person || '@example.org' FROM posts p;
     INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       SELECT gen_random_uuid(), 1, p.person, p.role, p.trust, '2026-01-01' FROM posts p`,
  );
  await world.superuser.query('ANALYZE');
  console.log(`A round over ${String(trusts)} trusts with four people each`);
  await timed('  telling all that there is', () => world.service(TellingNoticesService).tell());
  for (const _ of [1, 2])
    await timed('  looking where nothing is new', () => world.service(TellingNoticesService).tell());
  world.clock.setTo('2026-12-09');
  await timed('  telling that two working days are left', () => world.service(TellingNoticesService).tell());
  const reader = await world.as('submitter');
  await timed('  counting what a person has not read', () => world.service(NoticesQueries).unread(reader));
  await world.close();
}

async function timed(what: string, work: () => Promise<number>): Promise<void> {
  const begun = performance.now();
  const found = await work();
  console.log(`${what}: ${String(found)} in ${(performance.now() - begun).toFixed(0)} ms`);
}
