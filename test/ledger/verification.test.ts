import { OPERATOR } from '../../src/identity/actor.js';
import { adding, changing } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { anOrganisation } from '../support/organisations.js';

/** What somebody with every right to the database might do to one organisation and its events. */
const TAMPERINGS: readonly (readonly [string, string])[] = [
  ['changes a record', `UPDATE organisations.organisation SET name = 'Another' WHERE id = $1`],
  ['changes a list in a record', `UPDATE organisations.organisation SET other_names = '{x}' WHERE id = $1`],
  [
    'turns a record back to an older revision',
    `UPDATE organisations.organisation SET revision = 1 WHERE id = $1`,
  ],
  ['deletes a record', `DELETE FROM organisations.organisation WHERE id = $1`],
  [
    'rewrites a leaf',
    `UPDATE ledger.event SET leaf = replace(leaf, 'Example', 'Exemple') WHERE subject_id = $1 AND revision = 1`,
  ],
  [
    'rewrites a leaf and its hash',
    `UPDATE ledger.event SET leaf = replace(leaf, 'Example', 'Exemple'),
       leaf_hash = sha256('\\x00'::bytea || convert_to(replace(leaf, 'Example', 'Exemple'), 'UTF8'))
     WHERE subject_id = $1 AND revision = 1`,
  ],
  ['renames an act', `UPDATE ledger.event SET action = 'import' WHERE subject_id = $1 AND revision = 1`],
  [
    'moves an act to another day',
    `UPDATE ledger.event SET day = day - 1 WHERE subject_id = $1 AND revision = 2`,
  ],
  [
    'moves an act to another hour',
    `UPDATE ledger.event SET recorded_at = recorded_at - interval '1 hour' WHERE subject_id = $1 AND revision = 2`,
  ],
  [
    'blames another person',
    `UPDATE ledger.opening SET value = '"somebody else"' WHERE field = '@actor'
       AND event_id = (SELECT id FROM ledger.event WHERE subject_id = $1 AND revision = 1)`,
  ],
  [
    'takes an event out of the queue',
    `DELETE FROM ledger.queue WHERE event_id = (SELECT id FROM ledger.event WHERE subject_id = $1 AND revision = 2)`,
  ],
  [
    'deletes the newest event with all that hangs on it',
    `WITH gone AS (SELECT id FROM ledger.event WHERE subject_id = $1 AND revision = 2),
       o AS (DELETE FROM ledger.opening WHERE event_id IN (SELECT id FROM gone)),
       q AS (DELETE FROM ledger.queue WHERE event_id IN (SELECT id FROM gone))
     DELETE FROM ledger.event WHERE id IN (SELECT id FROM gone)`,
  ],
  [
    'rewrites what a record said before',
    `UPDATE ledger.change SET before = '"Example Trust West"' WHERE subject_id = $1`,
  ],
  [
    'says another post, another reason or another day of a change',
    `UPDATE ledger.change SET post = 'ADMIN', reason = 'Another.', day = day - 1 WHERE subject_id = $1`,
  ],
  ['lets a former name lead no search', `UPDATE ledger.change SET searched = NULL WHERE subject_id = $1`],
  ['takes away what a record said before', `DELETE FROM ledger.change WHERE subject_id = $1`],
  [
    'invents that a record said something else',
    `INSERT INTO ledger.change (subject_kind, subject_id, revision, field, about_kind, about_id, before, after, action, day)
     VALUES ('organisation', $1, 2, 'odsCode', 'organisation', $1, '"X1"', '"X2"', 'correct', '2026-01-31')`,
  ],
  ['deletes every event about a record', `DELETE FROM ledger.event WHERE subject_id = $1`],
];

/** The newest event as it would stand, had it been written before organisations had the column `ods_code`. */
const BEFORE_THERE_WERE_CODES = `
  WITH older AS (SELECT id, (leaf::jsonb #- '{record,odsCode}')::text AS leaf FROM ledger.event WHERE subject_id = $1 AND revision = 2)
  UPDATE ledger.event e SET leaf = older.leaf, leaf_hash = sha256('\\x00'::bytea || convert_to(older.leaf, 'UTF8'))
  FROM older WHERE e.id = older.id`;

describe('Verification names whatever was rewritten', () => {
  let world: CandourOnDatabase;

  beforeEach(async () => {
    world = await candourOnDatabase();
  });

  afterEach(() => world.close());

  it('finds nothing in a log that nobody has touched', async () => {
    await anOrganisationWithHistory();
    const report = await world.candour.get(Verification).run();
    expect(report).toMatchObject({ events: 2, records: 1, discrepancies: [] });
  });

  it('takes a column that is younger than an event for empty, and names whatever was put there since', async () => {
    const id = await anOrganisationWithHistory();
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(BEFORE_THERE_WERE_CODES, [id]);
    const findings = async () => {
      const { discrepancies } = await world.candour.get(Verification).run();
      return discrepancies.map(({ finding }) => finding);
    };
    await world.superuser.query('UPDATE organisations.organisation SET ods_code = NULL WHERE id = $1', [id]);
    expect(await findings()).toEqual([]);
    await world.superuser.query("UPDATE organisations.organisation SET ods_code = 'X99' WHERE id = $1", [id]);
    expect(await findings()).toEqual(['"odsCode" is not what the newest event says.']);
  });

  it('and takes a change of such a column for kept as the log tells it', async () => {
    const id = await anOrganisationWithHistory();
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(BEFORE_THERE_WERE_CODES, [id]);
    await world.superuser.query("SET session_replication_role = 'origin'");
    const change = (organisation: Organisation): void => {
      organisation.odsCode = 'X98';
    };
    await world.candour.get(Ledger).perform(OPERATOR, changing('correct', Organisation, id, { change }));
    const { further, discrepancies } = await world.candour.get(Verification).run();
    expect(further).toContainEqual({ one: 'change', looksAt: 'changes', looked: 2 });
    expect(discrepancies).toEqual([]);
  });

  it.each(TAMPERINGS)('when somebody with every right %s', async (_, statement) => {
    const id = await anOrganisationWithHistory();
    await world.superuser.query("SET session_replication_role = 'replica'");
    const { rowCount } = await world.superuser.query(statement, [id]);
    expect(rowCount).toBeGreaterThan(0);
    const { discrepancies } = await world.candour.get(Verification).run();
    expect(discrepancies).not.toEqual([]);
    expect(new Set(discrepancies.map(({ about }) => about.id))).toEqual(new Set([id]));
  });

  async function anOrganisationWithHistory(): Promise<string> {
    const trust = anOrganisation();
    const renaming = changing('correct', Organisation, trust.id, {
      change: (organisation) => {
        organisation.name = 'Example Trust North';
      },
    });
    await world.candour.get(Ledger).perform(OPERATOR, adding('register', Organisation, trust), renaming);
    return trust.id;
  }
});
