import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../src/kernel/project-root.js';
import { templateDatabase, type TestDatabase } from '../support/server.js';
import { preparedAssets } from '../../src/web/assets/prepared-assets.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';

const COMPILED = fileURLToPath(new URL('../../', import.meta.url));
const TOOLS = [
  '@nestjs/cli',
  '@swc/core',
  '@swc/cli',
  'typescript',
  'typescript-native',
  'eslint',
  'jest',
  'prettier',
  'sass',
];

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

describe('What `npm ci --omit=dev` installs', () => {
  const packages = Object.entries(
    (
      JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
        packages: Readonly<Record<string, Locked>>;
      }
    ).packages,
  ).flatMap(([path, { dev, devOptional }]) => (path === '' || dev || devOptional ? [] : [path]));
  let folder: string;
  let database: TestDatabase;
  let serving: ChildProcess | undefined;

  beforeAll(async () => {
    mkdirSync(join(projectRoot, '.candour'), { recursive: true });
    folder = mkdtempSync(join(projectRoot, '.candour', 'production-install-'));
    database = await templateDatabase();
  });

  afterAll(async () => {
    serving?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  it('has no tool of development in it', () => {
    expect(packages.filter((path) => TOOLS.includes(path.replace(/^.*node_modules\//, '')))).toEqual([]);
  });

  it('is enough to serve what was built, with assets that were prepared', async () => {
    install();
    await preparedAssets(join(folder, 'dist-assets'));
    const env = {
      PATH: process.env['PATH'],
      ...PRODUCTION_VARIABLES,
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
      DATABASE_APP_URL: database.appUrl,
      PORT: '0',
      CANDOUR_FOLDER: join(folder, 'kept'),
    };
    const program = (name: string): string => join(folder, 'dist', 'src', name);
    execFileSync(process.execPath, [program('console/candour.js'), 'keys', 'make'], { cwd: folder, env });
    serving = spawn(process.execPath, [program('main.js')], { cwd: folder, env });
    let said = '';
    for (const stream of [serving.stdout, serving.stderr])
      stream?.on('data', (text: Buffer) => (said += text.toString()));
    const ended = once(serving, 'exit');
    while (!said.includes('Server listening') && serving.exitCode === null)
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 200))]);
    const [, address = ''] = /Server listening at (http:[^"]+)/.exec(said) ?? [];
    expect(said).toContain('Server listening');
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    serving.kill('SIGTERM');
    await ended;
  }, 180_000);

  /** The same files that npm would put there, as second names of those that are here. */
  function install(): void {
    for (const path of packages) linkAll(path);
    for (const name of ['src', 'migrations'])
      cpSync(join(COMPILED, name), join(folder, 'dist', name), { recursive: true });
    for (const name of ['package.json', 'src', 'frameworks', 'register', 'migrations'])
      cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
  }

  function linkAll(path: string): void {
    const from = join(projectRoot, path);
    if (!existsSync(from)) return;
    const found = readdirSync(from, { recursive: true, withFileTypes: true, encoding: 'utf8' });
    for (const file of found) {
      const place = join(file.parentPath, file.name);
      if (!file.isFile() || place.slice(from.length).includes('/node_modules/')) continue;
      const to = join(folder, place.slice(projectRoot.length));
      mkdirSync(dirname(to), { recursive: true });
      linkSync(place, to);
    }
  }
});
