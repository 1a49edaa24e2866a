import 'reflect-metadata';
import { DeploymentsQueries } from '../src/deployments/finding/deployments.queries.js';
import { TrustsQueries } from '../src/deployments/trusts/trusts.queries.js';
import { VISITOR } from '../src/identity/actor.js';
import { OrganisationsQueries } from '../src/organisations/organisations.queries.js';
import { candourOnDatabase } from '../test/support/candour.js';

const ROWS = Number(process.argv[2] ?? 100_000);
const ROUNDS = 7;
const WORDS = {
  'words of one': 'île-77777 trust',
  'one that is rare': '77777',
  'words of many': 'george’s trust',
  'a town': 'town 777',
  none: 'nowhere',
};

const FIRST = { limit: 25, after: null };
const ID = (kind: string): string =>
  `overlay(overlay(md5('${kind}' || n) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;
const PART = `${ID('scheme')}, ${ID('trust')}, true`;
const FILLING = [
  `INSERT INTO organisations.organisation (id, revision, key, name, type, other_names, source, confidence, town, national_grouping)
   SELECT ${ID('trust')}, 1, 'bench-' || n, md5(n::text) || ' ÎLE-' || n || ' & ' || CASE n % 4 WHEN 0 THEN 'ST GEORGE''S' ELSE 'ISLES' END
     || ' NHS TRUST', 'NHS_TRUST', ARRAY['former ' || md5(n::text || 'x')], 'bench', 'A',
     'Town ' || n % 1000, 'Y60' FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO deployments.deployment (id, revision, key, title, area, lead_organisation_id, state_code, state_claims,
     state_confidence, state_note, overlays, registered_by, fictional, published, taken_up)
   SELECT ${ID('scheme')}, 1, 'bench-' || n, 'Scheme ' || n, 'Bench', ${ID('trust')}, 'LIVE', '{}', 'B', '', '{}', 'sources',
     false, true, false FROM generate_series(1, $1::int) AS n`,
  ...['a', 'b'].map(
    (
      which,
    ) => `INSERT INTO deployments.deployment_name (id, revision, deployment_id, lead_organisation_id, published, name, kind)
     SELECT ${ID(`name-${which}`)}, 1, ${PART}, 'Name ${which} ' || md5(n::text), 'LOCAL' FROM generate_series(1, $1::int) AS n`,
  ),
  `INSERT INTO deployments.deployment_agency (id, revision, deployment_id, lead_organisation_id, published, name, part)
   SELECT ${ID('agency')}, 1, ${PART}, 'Force ' || n, 'POLICE' FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO deployments.deployment_place (id, revision, deployment_id, lead_organisation_id, published, name, kind)
   SELECT ${ID('place')}, 1, ${PART}, 'Region ' || n % 7, 'REGION' FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO deployments.claim (id, revision, deployment_id, lead_organisation_id, published, key, registered_by, topic, statement,
     planned, sources, confidence, contradicts, cautions, about)
   SELECT ${ID('claim')}, 1, ${PART}, 'bench-' || n, 'sources', 'START', 'A source of ' || md5(n::text || 'c') || ' says that it began in the year of the fund.',
     false, '[{}]', 'A', '{}', '{}', '{}' FROM generate_series(1, $1::int) AS n`,
];

const world = await candourOnDatabase();
await fill(ROWS);
const [organisations, deployments, trusts] = [OrganisationsQueries, DeploymentsQueries, TrustsQueries].map(
  (queries) => world.candour.get<OrganisationsQueries | DeploymentsQueries | TrustsQueries>(queries),
);
console.log(`The first page of 25 of ${ROWS} rows, middle of ${ROUNDS} rounds, in milliseconds`);
for (const [what, q] of Object.entries(WORDS)) {
  const times = [];
  for (const [name, queries] of Object.entries({ organisations, deployments, trusts }))
    times.push(`${name} ${(await middle(() => queries?.list(VISITOR, { q }, FIRST))).toFixed(1)}`);
  console.log(`${what} (${q}): ${times.join(', ')}`);
}
await world.close();

async function middle(ask: () => Promise<unknown> | undefined): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

/** As many organisations as schemes, each of which has two names and a police force beside its trust. */
async function fill(count: number): Promise<void> {
  const { superuser } = world;
  await superuser.query("SET session_replication_role = 'replica'");
  for (const statement of FILLING) await superuser.query(statement, [count]);
  await superuser.query("SET session_replication_role = 'origin'");
  await superuser.query('VACUUM ANALYZE');
}
