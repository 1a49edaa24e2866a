import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { emptyDatabase, type TestDatabase } from '../support/server.js';

const COPIED = ['src', 'migrations', 'frameworks', 'register', 'package.json', 'tsconfig.json', '.swcrc'];
const LONGEST_MS = 240_000;

/** Uses the planted kind as people would, on a database of its own, and prints what it saw as JSON. */
const WALK = `
import 'reflect-metadata';
import { createApplication } from './dist/src/application.js';
import { Actor } from './dist/src/identity/actor.js';
import { newId } from './dist/src/kernel/identifiers.js';
import { Database } from './dist/src/platform/database/database.js';
import { scopeOf } from './dist/src/identity/actor-scope.js';
import { migrate } from './dist/src/platform/database/schema/migrate.js';
import { openConnection } from './dist/src/platform/database/reaching/open-connection.js';
import { readSettings } from './dist/src/platform/settings/read-settings.js';
import { Verification } from './dist/src/ledger/verification/verification.js';
import { VisitsService } from './dist/src/visits/noting/visits.service.js';

const settings = readSettings(process.env);
const { connection } = await openConnection(settings);
await migrate(connection);
const app = await createApplication(settings, connection);
await app.listen({ host: '127.0.0.1', port: 0 });
const address = (await app.getUrl()).replace('localhost', '127.0.0.1');
const [own, other] = [newId(), newId()];
const submitter = new Actor({ standing: 'person', personId: newId(), name: 'Somebody', heldRoles: [{ role: 'TRUST_SUBMITTER', organisationId: own }] });
const visit = { visitedOn: '2026-01-31', manner: 'BY_VIDEO', seen: 'Two people and a telephone.' };
await app.get(VisitsService).note(submitter, own, visit);
const refused = await app.get(VisitsService).note(submitter, other, visit).then(() => 'noted', (fault) => fault.constructor.name);
const past = await app.get(Database)
  .write(scopeOf(submitter), (manager) => manager.query("INSERT INTO visits.visit VALUES ($1, 1, $2, '2026-01-31', 'BY_VIDEO', 'x')", [newId(), other]))
  .then(() => 'written', (fault) => fault.message);
const said = {
  list: await (await fetch(address + '/api/v1/visits')).json(),
  page: (await (await fetch(address + '/visits')).text()).includes('Two people and a telephone.'),
  visitor: (await fetch(address + '/api/v1/visits/' + own, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(visit) })).status,
  refused, past,
  log: (await app.get(Verification).run()).discrepancies,
};
await app.close();
process.stdout.write(JSON.stringify(said));
process.exit(0);
`;

describe('Somebody who adds a kind of record by CONTRIBUTING.md alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-walk-'));
  let database: TestDatabase;

  beforeAll(async () => {
    for (const name of COPIED) cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of planted()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    edit('src/app.module.ts', [
      [
        "import { WebModule } from './web/web.module.js';",
        "import { WebModule } from './web/web.module.js';\nimport { VisitsModule } from './visits/visits.module.js';",
      ],
      ['        ComplaintsModule,\n', '        ComplaintsModule,\n        VisitsModule,\n'],
    ]);
    const config = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8')) as object;
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ ...config, include: ['src', 'migrations'], exclude: ['**/*.spec.ts'] }),
    );
    database = await emptyDatabase();
  }, LONGEST_MS);

  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'has code that the compiler takes, and is told of a column that is forgotten',
    async () => {
      expect(await run('typescript-native/bin/tsc', '--noEmit', '-p', '.')).toBe('');
      edit('src/visits/noting/visits.service.ts', [['organisationId, ...values }', '...values }']]);
      expect(await run('typescript-native/bin/tsc', '--noEmit', '-p', '.')).toContain(
        "'organisationId' is missing",
      );
      edit('src/visits/noting/visits.service.ts', [
        ['{ id: newId(), ...values }', '{ id: newId(), organisationId, ...values }'],
      ]);
    },
    LONGEST_MS,
  );

  it(
    'has a guarded, recorded, listed and verified kind once it starts',
    async () => {
      expect(await run('@swc/cli/bin/swc.js', 'src', 'migrations', '-d', 'dist', '--quiet')).toBe('');
      writeFileSync(join(folder, 'walk.mjs'), WALK);
      const said: unknown = JSON.parse(await node(join(folder, 'walk.mjs')));
      expect(said).toMatchObject({
        list: { items: [{ visitedOn: '2026-01-31', manner: 'BY_VIDEO' }], next: null },
        page: true,
        visitor: 401,
        refused: 'NotPermitted',
        past: expect.stringContaining('row-level security') as string,
        log: [],
      });
    },
    LONGEST_MS,
  );

  function edit(path: string, changes: readonly (readonly [string, string])[]): void {
    let text = readFileSync(join(folder, path), 'utf8');
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${path} does not hold: ${from}`);
      text = text.replace(from, to);
    }
    writeFileSync(join(folder, path), text);
  }

  function run(tool: string, ...wanted: readonly string[]): Promise<string> {
    return node(join(projectRoot, 'node_modules', tool), ...wanted);
  }

  function node(program: string, ...wanted: readonly string[]): Promise<string> {
    const env = {
      PATH: process.env['PATH'],
      CANDOUR_FOLDER: join(folder, 'kept'),
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
      LOG_LEVEL: 'silent',
      PORT: '0',
      ...database.variables,
    };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [program, ...wanted],
        { cwd: folder, env, maxBuffer: 1 << 26 },
        (fault, out, said) => resolve(fault === null ? out : `${out}${said}`),
      );
    });
  }
});

/** The files of the walk: each block of code begins with the path at which it is to stand. */
function planted(): readonly (readonly [string, string])[] {
  const page = readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8');
  const blocks = [...page.matchAll(/```(?:ts|njk)\n(?:\/\/ |\{# )([\w./-]+)(?: #\})?\n([\s\S]*?)```/g)];
  return blocks.map(([, path = '', text = '']) => [path, text]);
}
