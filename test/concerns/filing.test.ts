import { FilingService } from '../../src/concerns/filing/filing.service.js';
import { FilingSeed } from '../../src/concerns/filing/filing-seed.js';
import { OpeningKeys } from '../../src/concerns/envelopes/keys/opening-keys.js';
import { ErasureService } from '../../src/concerns/erasing/erasure.service.js';
import { ReceiptCheck } from '../../src/concerns/following/receipt-check.js';
import { VISITOR } from '../../src/identity/actor.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { someAnswers } from './support.js';

const UNUSUAL = [
  '',
  ' ',
  '😀👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'مرحبا بالعالم',
  'a\u202eb',
  'NUL \0 inside',
  'lone \ud800 surrogate',
  "'; DROP TABLE concerns.concern; --",
  '{{ 7 * 7 }} ${7*7} <%= 7 %>',
  '=HYPERLINK("http://example.org")',
  '<script>alert(1)</script>',
  '\r\n\t\v\u2028',
  'x'.repeat(100_000),
  '\uffff\ufeff',
];

describe('Somebody who files a concern', () => {
  let world: CandourOnDatabase;
  let filing: FilingService;

  beforeAll(async () => {
    world = await candourOnDatabase();
    filing = world.candour.get(FilingService);
  });

  afterAll(() => world.close());

  it('gets a reference and a secret that work, and the log verifies', async () => {
    const { reference, secret } = await filing.file(
      VISITOR,
      someAnswers({ consents: ['reviewers', 'statistics'] }),
    );
    const desk = world.candour.get(ReceiptCheck);
    for (const typed of [secret.asLetters, secret.asDigits, ` ${secret.asLetters.toLowerCase()} `]) {
      const holder = await desk.holderOf({
        reference: reference.toLowerCase(),
        secret: typed,
        address: '192.0.2.1',
      });
      expect(holder?.standing).toBe('receipt');
    }
    const report = await world.candour.get(Verification).run();
    expect(report.discrepancies).toEqual([]);
  });

  it('leaves nothing readable, no time finer than a day, and nothing of their device', async () => {
    const words = 'The words that only a handler may read';
    const filed = await filing.file(
      VISITOR,
      someAnswers({ words, name: 'Somebody Invented', place: 'Invented Town' }),
    );
    const everything = await allText();
    for (const hidden of [
      words,
      'Invented',
      'PLAN_WITHHELD_CARE',
      filed.secret.asLetters,
      filed.secret.symbols,
    ])
      expect(everything.includes(hidden)).toBe(false);
    const { rows } = await world.superuser.query(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = 'concerns' AND (data_type LIKE 'time%' OR column_name ~ '(^|_)(ip|agent|referrer|address)(_|$)')`,
    );
    expect(rows).toEqual([]);
    const { rows: events } = await world.superuser.query(
      `SELECT 1 FROM ledger.event WHERE log = 'intake' AND (recorded_at IS NOT NULL OR leaf::jsonb -> 'actor' <> 'null')`,
    );
    expect(events).toEqual([]);
  });

  it('files once when the form is sent twice, and gets the same receipt', async () => {
    const seed = FilingSeed.fresh();
    const sent = await Promise.all([1, 2, 3].map(() => filing.file(VISITOR, someAnswers(), { seed })));
    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1);
    expect(new Set(sent.map(({ secret }) => secret.symbols)).size).toBe(1);
    expect(await count('concerns.concern', sent[0]?.id ?? '')).toBe(1);
  });

  it('gets another reference when theirs is taken, and still only one concern', async () => {
    const seed = FilingSeed.fresh();
    const other = await filing.file(VISITOR, someAnswers());
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query('UPDATE concerns.concern SET reference = $2 WHERE id = $1', [
      other.id,
      seed.reference(0),
    ]);
    await world.superuser.query('RESET session_replication_role');
    const first = await filing.file(VISITOR, someAnswers(), { seed });
    const again = await filing.file(VISITOR, someAnswers(), { seed });
    expect(first.reference).toBe(seed.reference(1));
    expect(again).toEqual(first);
  });

  it('is one of fifty at the same moment, and nobody is lost', async () => {
    const before = await total();
    const filed = await Promise.all(
      Array.from({ length: 50 }, (_, person) =>
        filing.file(VISITOR, someAnswers({ words: `Person ${person}` })),
      ),
    );
    expect(new Set(filed.map(({ reference }) => reference)).size).toBe(50);
    expect((await total()) - before).toBe(50);
  });

  it.each(UNUSUAL)('finds unusual words kept as they were typed (%#)', async (words) => {
    const { id } = await filing.file(VISITOR, someAnswers({ words }));
    expect(JSON.parse(await narrative(id))).toMatchObject({ words });
  });

  it('can be sure that erased words are gone, while the log still verifies', async () => {
    const { id } = await filing.file(VISITOR, someAnswers());
    await world.candour.get(ErasureService).erase(id, 'The time to keep it is over.');
    const { rows } = await world.superuser.query<{ sealed_key: string | null; sealed_text: string | null }>(
      'SELECT sealed_key, sealed_text FROM concerns.envelope WHERE concern_id = $1',
      [id],
    );
    expect(rows).toEqual(Array(2).fill({ sealed_key: null, sealed_text: null }));
    const report = await world.candour.get(Verification).run();
    expect(report.discrepancies.filter(({ about }) => about.kind === 'envelope')).toEqual([]);
  });

  async function narrative(id: string): Promise<string> {
    const { rows } = await world.superuser.query<{ keyId: string; sealedKey: string; sealedText: string }>(
      `SELECT key_id AS "keyId", sealed_key AS "sealedKey", sealed_text AS "sealedText" FROM concerns.envelope
       WHERE concern_id = $1 AND part = 'narrative'`,
      [id],
    );
    const [sealed] = rows;
    if (!sealed) throw new Error('The envelope is missing.');
    const place = { table: 'concerns.envelope', column: 'narrative', caseId: id, version: 1 };
    return world.candour.get(OpeningKeys).open('narrative', sealed, place);
  }

  async function allText(): Promise<string> {
    const tables = ['concern', 'envelope', 'receipt', 'consent', 'message', 'draft'].map(
      (name) => `concerns.${name}`,
    );
    const found = await Promise.all(
      [...tables, 'ledger.event', 'ledger.opening'].map((table) =>
        world.superuser.query<{ text: string }>(`SELECT to_jsonb(t)::text AS text FROM ${table} t`),
      ),
    );
    return found.flatMap(({ rows }) => rows.map(({ text }) => text)).join('\n');
  }

  async function count(table: string, id: string): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE id = $1`,
      [id],
    );
    return rows[0]?.n ?? 0;
  }

  async function total(): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM concerns.concern',
    );
    return rows[0]?.n ?? 0;
  }
});
