import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorrespondenceService } from '../../src/concerns/correspondence/correspondence.service.js';
import { FilingService, type FiledConcern } from '../../src/concerns/filing/filing.service.js';
import { receiptHolder, VISITOR } from '../../src/identity/actor.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { someAnswers } from '../concerns/support.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';

interface Ran {
  readonly exitCode: number | null;
  readonly printed: string;
}

describe('An operator who erases a concern at the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-console-'));
  let world: CandourOnDatabase;
  let filed: FiledConcern;
  let other: FiledConcern;

  beforeAll(async () => {
    world = await candourOnDatabase();
    const filing = world.candour.get(FilingService);
    filed = await filing.file(VISITOR, someAnswers());
    other = await filing.file(VISITOR, someAnswers());
    await world.candour.get(CorrespondenceService).write(receiptHolder(filed.id), filed.id, 'Hello?');
    await candour('keys', 'make');
  }, 120_000);

  afterAll(() => world.close());

  it('is told what will not do, and nothing is erased', async () => {
    expect(await candour('concern', 'erase', 'CND-0000', '--reason', 'Asked for.', '--json')).toEqual({
      exitCode: 2,
      printed: expect.stringContaining('Give the reference as it stands on the receipt') as string,
    });
    expect(await candour('concern', 'erase', 'CND-0000-0000', '--reason', 'Asked for.', '--json')).toEqual({
      exitCode: 2,
      printed: expect.stringContaining('No concern has the reference CND-0000-0000.') as string,
    });
    expect(await candour('concern', 'erase', filed.reference, '--reason', ' ', '--json')).toEqual({
      exitCode: 2,
      printed: expect.stringContaining('Enter the reason') as string,
    });
    expect(await candour('concern', 'erase', filed.reference)).toMatchObject({ exitCode: 2 });
    expect(await sealed(filed)).toBe(3);
  }, 120_000);

  it('destroys its words and no other’s, is asked nothing, and may say it twice', async () => {
    const typed = filed.reference.toLowerCase().replaceAll('-', ' ');
    const erased = await candour('concern', 'erase', typed, '--reason', 'A court ordered it.', '--json');
    expect([erased.exitCode, JSON.parse(erased.printed)]).toEqual([
      0,
      { reference: filed.reference, envelopes: 2, messages: 1, releases: 0 },
    ]);
    expect([await sealed(filed), await sealed(other)]).toEqual([0, 2]);
    expect(await candour('concern', 'erase', typed, '--reason', 'A court ordered it.')).toEqual({
      exitCode: 0,
      printed: `Nothing of ${filed.reference} was left to erase.\n`,
    });
    expect(await candour('concern', 'erase', other.reference, '--reason', 'A court ordered it.')).toEqual({
      exitCode: 0,
      printed: `Erased ${other.reference}: 2 envelopes, no messages, no summaries. Nobody can read them again; the log still verifies.\n`,
    });
    expect(await candour('verify')).toMatchObject({ exitCode: 0 });
  }, 120_000);

  async function sealed({ id }: FiledConcern): Promise<number> {
    const { rows } = await world.superuser.query<{ count: number }>(
      `SELECT count(sealed_key)::integer AS count FROM (
         SELECT sealed_key FROM concerns.envelope WHERE concern_id = $1
         UNION ALL SELECT sealed_key FROM concerns.message WHERE concern_id = $1) AS s`,
      [id],
    );
    return rows[0]?.count ?? -1;
  }

  async function candour(...words: string[]): Promise<Ran> {
    const env = {
      PATH: process.env['PATH'],
      ...PRODUCTION_VARIABLES,
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
      CANDOUR_FOLDER: folder,
      ...world.database.variables,
    };
    const program = join(projectRoot, process.env['CANDOUR_DIST'] || 'dist', 'src/console/candour.js');
    const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { exitCode, printed };
  }
});
