import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { Verification } from '../../src/ledger/verification/verification.js';
import {
  columnsOf,
  recordedClasses,
  recordedKind,
  type RecordedClass,
} from '../../src/platform/database/recorded.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { hasRecords, plantRecord } from '../support/planted-record.js';
import { tableOf, tamperedRow, withoutConstraints } from '../support/tampering.js';

const CONSOLE = fileURLToPath(new URL('../../src/console/candour.js', import.meta.url));

/** One thing that was changed behind everybody's back, and what verification has to say of it. */
interface Tampered {
  readonly kind: string;
  readonly id: string;
  readonly finding: string;
}

describe('Whoever rewrites one thing of any kind in the demo world is found out', () => {
  let world: ServedDemoWorld;
  let superuser: Client;
  let tampered: readonly Tampered[];

  beforeAll(async () => {
    world = await servedDemoWorld();
    superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    await superuser.query("SET session_replication_role = 'replica'");
    for (const kind of recordedClasses())
      if (!(await hasRecords(superuser, kind))) await plantRecord(world.app, superuser, kind);
    expect((await world.app.get(Verification).run()).discrepancies).toEqual([]);
    tampered = [...(await everyColumnTampered()), ...(await aLeafOfEveryKindTampered())];
  }, 240_000);

  afterAll(async () => {
    await superuser.end();
    await world.close();
  });

  it('column by column, and leaf by leaf, by kind and id, and nothing else is accused', async () => {
    const kinds = recordedClasses().map((recorded) => recordedKind(recorded).kind);
    expect([...new Set(tampered.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
    const { discrepancies } = await world.app.get(Verification).run();
    const found = discrepancies.map(({ about, finding }) => ({ ...about, finding }));
    expect(sorted(found.filter(isOfRecord))).toEqual(sorted(tampered));
    expect(found.filter((each) => !isOfRecord(each)).length).toBeGreaterThan(0);
  }, 60_000);

  it('also by the operator, on the console, which ends with 1', async () => {
    const { code, said } = await candour('verify', '--json');
    expect(code).toBe(1);
    const { discrepancies } = JSON.parse(said) as { discrepancies: Tampered[] };
    const named = (list: readonly Tampered[]) => new Set(list.map(({ kind, id }) => `${kind} ${id}`));
    expect(named(discrepancies.filter(isOfRecord))).toEqual(named(tampered));
  }, 60_000);

  /** Another value in every column of one record of each kind that has any. */
  async function everyColumnTampered(): Promise<readonly Tampered[]> {
    const changed: Tampered[] = [];
    for (const recorded of recordedClasses()) {
      await withoutConstraints(superuser, tableOf(recorded));
      const id = await tamperedRow(superuser, recorded);
      if (id === null) throw new Error(`There is no ${recordedKind(recorded).kind} to tamper with.`);
      changed.push(...propertiesOf(recorded).map((property) => rewritten(recorded, id, property)));
    }
    return changed;
  }

  /** Another byte in one leaf of each kind: of the record that was told of last. */
  async function aLeafOfEveryKindTampered(): Promise<readonly Tampered[]> {
    const { rows } = await superuser.query<{ kind: string; id: string }>(
      `UPDATE ledger.event e SET leaf = replace(leaf, '"v":1', '"v":2')
       FROM (SELECT DISTINCT ON (subject_kind) id FROM ledger.event ORDER BY subject_kind, subject_id DESC, revision) first
       WHERE e.id = first.id RETURNING e.subject_kind AS kind, e.subject_id AS id`,
    );
    return rows.map((row) => ({ ...row, finding: 'The leaf hash is not the hash of the leaf.' }));
  }

  function candour(...args: readonly string[]): Promise<{ code: number; said: string }> {
    const env = {
      PATH: process.env['PATH'],
      CANDOUR_FOLDER: mkdtempSync(join(tmpdir(), 'candour-test-')),
      ...world.database.variables,
    };
    return new Promise((resolve) => {
      const most = { env, maxBuffer: 64 * 1024 * 1024 };
      const child = execFile(process.execPath, [CONSOLE, ...args], most, (_, said) =>
        resolve({ code: child.exitCode ?? -1, said }),
      );
    });
  }
});

/**
 * False for what people take part in and for stored files: a rewritten record makes what follows from it, and the file
 * that it names, disagree as well.
 */
function isOfRecord({ kind, finding }: Pick<Tampered, 'kind' | 'finding'>): boolean {
  return kind !== 'engagement' && !finding.startsWith('The file is ');
}

function propertiesOf(recorded: RecordedClass): readonly string[] {
  return [...columnsOf(recorded).keys()].filter((property) => property !== 'id' && property !== 'revision');
}

function rewritten(recorded: RecordedClass, id: string, property: string): Tampered {
  return {
    kind: recordedKind(recorded).kind,
    id,
    finding: `"${property}" is not what the newest event says.`,
  };
}

function sorted(list: readonly Tampered[]): readonly string[] {
  return list.map(({ kind, id, finding }) => `${kind} ${id}: ${finding}`).sort();
}
