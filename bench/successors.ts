import 'reflect-metadata';
import { VISITOR } from '../src/identity/actor.js';
import { cursorFrom, type ListPage, type PageRequest } from '../src/platform/database/keyset.js';
import { SuccessionWatch, type WatchedPair } from '../src/succession/watching/succession-watch.js';
import { candourOnDatabase, type CandourOnDatabase } from '../test/support/candour.js';
import { dataStatements, dataTransactions, listenToQueries, queriesOf } from './sent-queries.js';

const SCHEMES = Number(process.argv[2] ?? 10_000);
const ROUNDS = 7;
const FIRST: PageRequest = { limit: 25, after: null };

/** How many trusts and police forces there are: with as many as schemes nothing is shared, and a page looks at every scheme. */
const WORLDS = {
  '50 schemes of each trust with its force, a quarter closed': { trusts: 200, forces: 43 },
  'nothing is shared': { trusts: SCHEMES, forces: SCHEMES },
};

const ID = (kind: string, n = 'n'): string =>
  `overlay(overlay(md5('${kind}' || ${n}) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid`;

function fillings({ trusts, forces }: (typeof WORLDS)[keyof typeof WORLDS]): readonly string[] {
  const trust = `n % ${String(trusts)}`;
  const force = `${trust} % ${String(forces)}`;
  return [
    `INSERT INTO organisations.organisation (id, revision, key, name, type, other_names, source, confidence)
     SELECT ${ID('trust')}, 1, 'bench-' || n, 'Trust ' || n, 'NHS_MH_TRUST', '{}', 'bench', 'A'
       FROM generate_series(0, ${String(trusts - 1)}) AS n`,
    `INSERT INTO deployments.deployment (id, revision, key, title, area, lead_organisation_id, state_code, state_at, state_claims,
       state_confidence, state_note, overlays, registered_by, fictional, published, taken_up)
     SELECT ${ID('scheme')}, 1, 'bench-' || n, 'Scheme ' || n, 'Area ' || n, ${ID('trust', `(${trust})`)},
       CASE n / ${String(trusts)} % 4 WHEN 0 THEN 'CLOSED' ELSE 'LIVE' END, '2026-01', '{}', 'B', '', '{}', 'trust', false, true, true
       FROM generate_series(1, $1::int) AS n`,
    `INSERT INTO deployments.deployment_agency (id, revision, deployment_id, lead_organisation_id, published, name, part)
     SELECT ${ID('agency')}, 1, ${ID('scheme')}, ${ID('trust', `(${trust})`)}, true, 'Force ' || ${force}, 'POLICE'
       FROM generate_series(1, $1::int) AS n`,
    ...['deployment', 'deployment_agency'].map((table) => {
      const kind = table.replace('_', '-');
      const scheme = table === 'deployment' ? 'r.id' : 'r.deployment_id';
      return `INSERT INTO succession.feature (subject_kind, subject_id, deployment_id, lead_organisation_id, published, sort, value, words, noted_on)
        SELECT '${kind}', r.id, ${scheme}, r.lead_organisation_id, true, o.sort, o.value, o.words, '2026-01-01'
          FROM deployments.${table} r CROSS JOIN LATERAL succession.features_of('${kind}', to_jsonb(r)) o`;
    }),
  ];
}

listenToQueries();
console.log(`A page of 25 pairs over ${String(SCHEMES)} schemes, middle of ${String(ROUNDS)} rounds`);
for (const [what, filling] of Object.entries(WORLDS)) {
  const world = await candourOnDatabase();
  await fill(world, fillings(filling));
  const watch = world.candour.get(SuccessionWatch);
  const statements = dataStatements(dataTransactions(await queriesOf(() => watch.list(VISITOR, FIRST))));
  const first = await middle(() => watch.list(VISITOR, FIRST));
  const later = await middle(() =>
    watch.list(VISITOR, { ...FIRST, after: cursorFrom(first.found.next ?? '') }),
  );
  console.log(
    `${what}: ${first.milliseconds.toFixed(1)} ms, the page after it ${later.milliseconds.toFixed(1)} ms, ${String(first.found.items.length)} pairs, ${String(statements)} statements`,
  );
  await world.close();
}

async function middle(
  ask: () => Promise<ListPage<WatchedPair>>,
): Promise<{ readonly milliseconds: number; readonly found: ListPage<WatchedPair> }> {
  const times: number[] = [];
  let found = await ask();
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    found = await ask();
    times.push(performance.now() - begun);
  }
  return { milliseconds: times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN, found };
}

async function fill({ superuser }: CandourOnDatabase, statements: readonly string[]): Promise<void> {
  await superuser.query("SET session_replication_role = 'replica'");
  for (const statement of statements)
    await superuser.query(statement, statement.includes('$1') ? [SCHEMES] : []);
  await superuser.query("SET session_replication_role = 'origin'");
  await superuser.query('VACUUM ANALYZE');
}
