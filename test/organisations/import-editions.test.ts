import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR } from '../../src/identity/actor.js';
import { Unprocessable } from '../../src/kernel/refusal.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { OrganisationsService } from '../../src/organisations/importing/organisations.service.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';

const PUBLISHED = readFileSync(join(projectRoot, 'register/organisations/ods-etr-2025-07.csv'), 'utf8');
const WITHOUT_TRAILING = ['20020401', '20240930', ...Array<string>(15).fill('')];
const CLOSED = [
  'ZZ9',
  'ZZ EXAMPLE NHS TRUST',
  'Y60',
  'QZZ',
  'A',
  '',
  '',
  'B',
  '',
  'LE4 8PQ',
  ...WITHOUT_TRAILING,
]
  .map((cell) => `"${cell}"`)
  .join(',');

describe('An operator imports one edition of the published file after another', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
  }, 60_000);

  afterAll(() => world.close());

  it('the first adds every trust', async () => {
    expect(await imported(PUBLISHED, 'July')).toEqual({ added: 210, corrected: 0, unchanged: 0 });
  });

  it.each([
    ['again', PUBLISHED, 'July'],
    ['under another name', PUBLISHED, 'copy of July'],
    [
      'with a byte-order mark and CRLF',
      `\uFEFF${PUBLISHED.replace(/\r?\n/g, '\r\n')}`,
      'July, saved by Excel',
    ],
  ])('the same facts %s change nothing', async (_, file, name) => {
    expect(await imported(file, name)).toEqual({ added: 0, corrected: 0, unchanged: 210 });
  });

  it('a malformed row is named by its line, and nothing of the file is taken', async () => {
    const refused = imported(`${PUBLISHED.trimEnd()}\n${CLOSED}\n"ZZ8","SHORT"\n`, 'broken');
    await expect(refused).rejects.toThrow(Unprocessable);
    await expect(refused).rejects.toMatchObject({
      issues: [{ text: 'Line 212: The row has 2 columns; at least 12 are needed.' }],
    });
    expect(await closedOn()).toEqual([]);
  });

  it('a trust that has closed, under another commissioner code, comes in with its last day', async () => {
    expect(await imported(`${PUBLISHED.trimEnd()}\n${CLOSED}\n`, 'later')).toMatchObject({
      added: 1,
      corrected: 0,
    });
    expect(await closedOn()).toEqual([{ closed_on: '2024-09-30' }]);
    expect((await world.candour.get(Verification).run()).discrepancies).toEqual([]);
  });

  function imported(file: string, name: string) {
    return world.candour.get(OrganisationsService).importTrusts(OPERATOR, Buffer.from(file), name);
  }

  async function closedOn(): Promise<unknown[]> {
    const { rows } = await world.superuser.query<{ closed_on: string }>(
      "SELECT closed_on::text FROM organisations.organisation WHERE ods_code = 'ZZ9'",
    );
    return rows;
  }
});
