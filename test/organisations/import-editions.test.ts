import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { Unprocessable } from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { TrustsService } from '../../src/organisations/importing/trusts/trusts.service.js';
import { OrganisationsQueries } from '../../src/organisations/organisations.queries.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';

const PUBLISHED = readFileSync(join(projectRoot, 'register/organisations/ods-etr-2025-07.csv'), 'utf8');
const TRAILING = Array<string>(15).fill('');

/** The line of a plainly fictional trust, as the published file would have it. */
function line(code: string, name: string, closed = ''): string {
  const cells = [code, name, 'Y60', 'QZZ', 'A', '', '', 'B', '', 'LE4 8PQ', '20020401', closed, ...TRAILING];
  return cells.map((cell) => `"${cell}"`).join(',');
}

const july = `${PUBLISHED.trimEnd()}\n${line('RZ8', 'OLD EXAMPLE NHS TRUST')}\n${line('RZ9', 'LAST EXAMPLE NHS TRUST')}\n`;
const january = july
  .replace('"OLD EXAMPLE NHS TRUST"', '"NEW EXAMPLE NHS TRUST"')
  .replace(line('RZ9', 'LAST EXAMPLE NHS TRUST'), line('RZ9', 'LAST EXAMPLE NHS TRUST', '20251130'));

describe('Editions of the published file have direction', () => {
  let world: CandourOnDatabase;
  let trusts: TrustsService;

  beforeAll(async () => {
    world = await candourOnDatabase();
    trusts = world.candour.get(TrustsService);
  }, 60_000);

  afterAll(() => world.close());

  const handedOver = (text: string, name: string, edition: string | null = null) => ({
    name,
    bytes: Buffer.from(text),
    edition,
  });

  async function refused(asked: Promise<unknown>): Promise<string[]> {
    const refusal: unknown = await asked.then(
      () => null,
      (fault: unknown) => fault,
    );
    if (!(refusal instanceof Unprocessable)) throw new Error('It was not refused.');
    return refusal.issues.map(({ text }) => text);
  }

  it('so each says of which month or day it is, by its name or by whoever hands it over', async () => {
    expect(await refused(trusts.import(OPERATOR, handedOver(july, 'etr.csv')))).toEqual([
      expect.stringMatching(/^Say of which month or day this edition is/),
    ]);
    expect(await refused(trusts.import(OPERATOR, handedOver(july, 'etr-2025-07.csv', '2026-01')))).toEqual([
      expect.stringMatching(/^The name of the file says July 2025, and you say January 2026/),
    ]);
    expect(await refused(trusts.import(OPERATOR, handedOver(july, 'etr.csv', '2999-01')))).toEqual([
      expect.stringMatching(/^January 2999 is still to come/),
    ]);
    expect(await refused(trusts.import(OPERATOR, handedOver(july, 'etr.csv', '2019-03')))).toEqual([
      expect.stringMatching(/opened on 1 November 2024: an edition of March 2019 cannot know that/),
    ]);
    expect(await refused(trusts.import(OPERATOR, handedOver(july, 'etr.csv', '2025')))).toHaveLength(1);
  });

  it('and the first adds every trust', async () => {
    const file = handedOver(july, 'ods-etr-2025-07.csv');
    const preview = await trusts.preview(OPERATOR, file);
    expect(preview.changes).toHaveLength(212);
    expect(await names()).toBe(0);
    expect(await trusts.import(OPERATOR, file, { seen: preview.seen })).toMatchObject({
      edition: '2025-07',
      added: 212,
      unchanged: 0,
    });
  });

  it.each([
    ['again', july, 'ods-etr-2025-07.csv'],
    ['under another name', july, 'copy of etr 2025-07.csv'],
    ['with a byte-order mark and CRLF', `\uFEFF${july.replace(/\r?\n/g, '\r\n')}`, 'etr-20250731.csv'],
  ])('and the same facts %s change nothing', async (_, text, name) => {
    const { changes } = await trusts.preview(OPERATOR, handedOver(text, name));
    expect(changes).toEqual([]);
    expect(await trusts.import(OPERATOR, handedOver(text, name))).toMatchObject({ added: 0, unchanged: 212 });
  });

  it('and a malformed line, or a line that is no trust, refuses the file whole', async () => {
    const broken = handedOver(`${july}"RZ7","SHORT"\n`, 'etr-2025-08.csv');
    expect(await refused(trusts.import(OPERATOR, broken))).toEqual([
      'Line 213: The row has 2 columns; at least 12 are needed.',
    ]);
    const practice = handedOver(`${july}${line('A81001', 'THE EXAMPLE SURGERY')}\n`, 'etr-2025-08.csv');
    expect(await refused(trusts.import(OPERATOR, practice))).toEqual([
      'Line 213: A81001, "THE EXAMPLE SURGERY", is no NHS trust by its code and name.',
    ]);
  });

  it('and a file of GP practices, which has the same columns, adds none as a trust', async () => {
    const practices = ['A81001', 'A81002', 'Y00001'].map((code) => line(code, `${code} SURGERY`)).join('\n');
    expect(await refused(trusts.import(OPERATOR, handedOver(practices, 'epraccur-2025-08.csv')))).toEqual([
      expect.stringMatching(/^This is a file of GP practices: the code of every line is .* "etr"\.$/),
    ]);
    expect(await names()).toBe(212);
  });

  it('and a newer one says what it will rename and close before it does', async () => {
    const file = handedOver(january, 'etr.csv', '2026-01');
    const preview = await trusts.preview(OPERATOR, file);
    expect(preview.changes.map(({ code, kind, before, after }) => [code, kind, before, after])).toEqual([
      ['RZ8', 'renamed', 'Old Example NHS Trust', 'New Example NHS Trust'],
      ['RZ9', 'closed', null, '2025-11-30'],
    ]);
    await expect(trusts.import(OPERATOR, file, { seen: 'something else' })).rejects.toThrow(
      /has changed since you looked/,
    );
    expect(await trusts.import(OPERATOR, file, { seen: preview.seen })).toMatchObject({
      renamed: 1,
      closed: 1,
    });
  });

  it('and the former name stays searchable, with until when and who says so', async () => {
    const { items } = await world.candour
      .get(OrganisationsQueries)
      .list(VISITOR, { q: 'old example' }, { limit: 10, after: null });
    expect(items).toMatchObject([
      {
        odsCode: 'RZ8',
        name: 'New Example NHS Trust',
        formerNames: [
          {
            name: 'Old Example NHS Trust',
            from: null,
            until: '2026-01',
            source:
              'Organisation Data Service, file etr.csv, edition of January 2026, which no longer has it',
          },
        ],
      },
    ]);
  });

  it('and an older one is refused, and reopens and renames nothing', async () => {
    for (const older of [handedOver(july, 'etr-2025-07.csv'), handedOver(july, 'etr.csv', '2025-12-31')])
      expect(await refused(trusts.import(OPERATOR, older))).toEqual([
        expect.stringMatching(/^The register holds the edition of January 2026\. This one, of .* is older/),
      ]);
    expect(await stands('RZ8')).toEqual(['New Example NHS Trust', null]);
    expect(await stands('RZ9')).toEqual(['Last Example NHS Trust', '2025-11-30']);
  });

  it('and an old file under a new date reopens and renames back only the trusts that are named', async () => {
    const old = handedOver(july, 'etr.csv', '2026-02');
    const preview = await trusts.preview(OPERATOR, old);
    expect(preview.changes).toEqual([]);
    expect(preview.heldBack.map(({ code, kind }) => [code, kind])).toEqual([
      ['RZ8', 'named as before'],
      ['RZ9', 'reopened'],
    ]);
    expect(await trusts.import(OPERATOR, old)).toMatchObject({ renamed: 0, reopened: 0, heldBack: 2 });
    expect(await stands('RZ9')).toEqual(['Last Example NHS Trust', '2025-11-30']);
    expect(await trusts.import(OPERATOR, old, { allowed: ['RZ9'] })).toMatchObject({
      reopened: 1,
      heldBack: 1,
    });
    expect([await stands('RZ8'), await stands('RZ9')]).toEqual([
      ['New Example NHS Trust', null],
      ['Last Example NHS Trust', null],
    ]);
  });

  it('and a closing day that is put off beyond the edition reopens a trust as none does', async () => {
    const later = (closed: string) =>
      january.replace(
        line('RZ9', 'LAST EXAMPLE NHS TRUST', '20251130'),
        line('RZ9', 'LAST EXAMPLE NHS TRUST', closed),
      );
    await trusts.import(OPERATOR, handedOver(later('20251130'), 'etr-2026-02.csv'));
    const put = await trusts.preview(OPERATOR, handedOver(later('20990101'), 'etr-2026-02.csv'));
    expect(put.heldBack.map(({ code, kind, after }) => [code, kind, after])).toEqual([
      ['RZ9', 'reopened', '2099-01-01'],
    ]);
    const mended = await trusts.preview(OPERATOR, handedOver(later('20251231'), 'etr-2026-02.csv'));
    expect(mended.changes.map(({ code, kind }) => [code, kind])).toEqual([['RZ9', 'corrected']]);
  });

  it('and every edition that was imported stands in the log, which holds', async () => {
    const { rows } = await world.superuser.query(
      'SELECT DISTINCT edition FROM organisations.ods_edition ORDER BY 1',
    );
    expect(rows.map(({ edition }: { edition: string }) => edition)).toEqual([
      '2025-07',
      '2025-07-31',
      '2026-01',
      '2026-02',
    ]);
    expect((await world.candour.get(Verification).run()).discrepancies).toEqual([]);
  });

  it('and what the register knows beyond the file stays: other names, and what sort of trust it is', async () => {
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(
      "UPDATE organisations.organisation SET other_names = '{Quietword}', type = 'NHS_MH_TRUST' WHERE ods_code = 'RZ8'",
    );
    await world.superuser.query("SET session_replication_role = 'origin'");
    const moved = january.replace(
      line('RZ8', 'NEW EXAMPLE NHS TRUST'),
      line('RZ8', 'NEWER EXAMPLE NHS TRUST'),
    );
    await trusts.import(OPERATOR, handedOver(moved, 'etr-2026-03.csv'));
    const { rows } = await world.superuser.query<{ told: unknown }>(
      `SELECT jsonb_build_array(name, type, other_names, jsonb_array_length(former_names), former_names -> 1 ->> 'from') AS told
       FROM organisations.organisation WHERE ods_code = 'RZ8'`,
    );
    expect(rows).toEqual([
      { told: ['Newer Example NHS Trust', 'NHS_MH_TRUST', ['Quietword'], 2, '2026-01'] },
    ]);
  });

  async function names(): Promise<number> {
    const { rows } = await world.superuser.query('SELECT FROM organisations.organisation');
    return rows.length;
  }

  async function stands(code: string): Promise<unknown[]> {
    const { rows } = await world.superuser.query<{ name: string; closed_on: string | null }>(
      'SELECT name, closed_on FROM organisations.organisation WHERE ods_code = $1',
      [code],
    );
    return [rows[0]?.name, rows[0]?.closed_on];
  }
});

describe('A register that was filled before editions were recorded', () => {
  it('knows from its sources which edition it holds', async () => {
    const world = await candourOnDatabase();
    const trusts = world.candour.get(TrustsService);
    await trusts.import(OPERATOR, { name: 'etr-2025-07.csv', bytes: Buffer.from(july), edition: null });
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query('DELETE FROM organisations.ods_edition');
    await world.superuser.query(
      "UPDATE organisations.organisation SET source = 'ODS file ods-etr-2025-07.csv' WHERE ods_code IS NOT NULL",
    );
    const older = { name: 'etr-2025-03.csv', bytes: Buffer.from(july), edition: null };
    await expect(trusts.preview(OPERATOR, older)).rejects.toMatchObject({
      issues: [{ text: expect.stringMatching(/^The register holds the edition of July 2025/) as string }],
    });
    await world.close();
  });
});
