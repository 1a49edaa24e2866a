import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../src/kernel/project-root.js';
import { environment } from '../../src/platform/settings/environment.js';
import { responsibleVariables } from '../../src/platform/settings/responsible.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const SETTINGS = new Set(Object.keys(z.toJSONSchema(environment, { io: 'input' }).properties ?? {}));
const NEEDED = [...Object.keys(responsibleVariables), 'CANDOUR_SECRET', 'PUBLIC_URL', 'DATABASE_APP_URL'];
const UNITS = ['candour@.service', 'candour-backup.service', 'candour-backup.timer'];

interface Composed {
  readonly services: Readonly<
    Record<string, { readonly environment: Readonly<Record<string, string>>; readonly read_only?: boolean }>
  >;
}

describe('Whoever operates Candour', () => {
  const guide = read('docs/operating.md');
  const blocks = [...guide.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);

  it('reads of no command that the console does not have', () => {
    const program = readdirSync(join(projectRoot, 'src/console/program')).map((name) =>
      read(`src/console/program/${name}`),
    );
    const known = new Set(
      program.flatMap((text) => [...text.matchAll(/\.command\('([\w-]+)'/g)].map(([, name]) => name)),
    );
    const told = [
      ...[guide, read('README.md'), read('compose.yaml')].flatMap((text) => [
        ...text.matchAll(/(?:`|# |&& |console )candour(?:\.js)? ([a-z][a-z-]+)/g),
        ...text.matchAll(/--rm console ([a-z][a-z-]+)/g),
        ...text.matchAll(/console\/candour\.js ([a-z][a-z-]+)/g),
      ]),
    ].map(([, name]) => name);
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((name) => !known.has(name))).toEqual([]);
  });

  it('sets no setting that there is not, and is told of each that production needs', () => {
    const set = blocks.flatMap((block) =>
      [...block.matchAll(/^([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name),
    );
    expect(set.filter((name) => !SETTINGS.has(name))).toEqual([]);
    expect(NEEDED.filter((name) => !set.includes(name))).toEqual([]);
  });

  it('finds every file that the guide names', () => {
    const linked = [...guide.matchAll(/\]\((?!#|https?:)([^)#]+)/g)].map(([, path = '']) => path);
    const copied = [
      ...guide.matchAll(/(?:^|[ /])(deploy\/[\w@./-]+|register\/[\w./-]+|frameworks\/[\w./-]+)/gm),
    ];
    const paths = [...linked.map((path) => join('docs', path)), ...copied.map(([, path = '']) => path)];
    expect(paths.length).toBeGreaterThan(10);
    const made = 'deploy/compose/candour.env';
    expect(paths.filter((path) => path !== made && !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it('has a compose file whose serving process knows no owner, is told what production needs, and writes to one folder', () => {
    const { services } = parse(read('compose.yaml'), { merge: true }) as Composed;
    const { web, console: operator, database } = services;
    expect(NEEDED.filter((name) => web?.environment[name] === undefined)).toEqual([]);
    expect(web?.environment['DATABASE_URL']).toBeUndefined();
    expect(operator?.environment['DATABASE_URL']).toContain('candour_owner');
    for (const name of Object.keys({ ...web?.environment, ...operator?.environment }))
      expect([name, SETTINGS.has(name)]).toEqual([name, true]);
    expect([web?.read_only, operator?.read_only]).toEqual([true, true]);
    const asked = [...read('compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
    const example = parseEnv(read('deploy/compose/example.env'));
    expect(asked.filter((name) => !(name in example))).toEqual([]);
    expect(database?.environment['OWNER_PASSWORD']).toBe('${DATABASE_OWNER_PASSWORD:?}');
  });

  it('has a container that is not root, tells its health, and takes no secret or data into the image', () => {
    const [, image = ''] = read('Dockerfile')
      .split(/^FROM .*\n/m)
      .slice(1);
    const lines = image.split('\n');
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lines.findIndex((line) => line.startsWith('COPY'))).toBeLessThan(lines.indexOf('USER node'));
    expect(image).toMatch(/^HEALTHCHECK /m);
    expect(read('scripts/healthy.mjs')).toContain('/health/ready');
    expect(image).toContain('CMD ["node", "scripts/healthy.mjs"]');
    expect(read('Dockerfile')).toContain('npm prune --omit=dev');
    const left = read('.dockerignore').split('\n');
    for (const out of ['.env', '.git', '.candour', 'node_modules', 'deploy/compose/candour.env'])
      expect(left).toContain(out);
    for (const [name] of image.matchAll(/\b(?:CANDOUR_[A-Z]+|HOST|PORT)(?==)/g))
      expect([name, SETTINGS.has(name)]).toEqual([name, true]);
  });

  it('has a proxy that logs no visitor and lays nothing down', () => {
    const site = read('deploy/nginx/candour.conf');
    expect([...site.matchAll(/^server \{/gm)].length).toBe(
      [...site.matchAll(/^ {4}access_log off;$/gm)].length,
    );
    for (const kept of [
      'proxy_request_buffering off;',
      'proxy_max_temp_file_size 0;',
      'candour-error.log crit;',
    ])
      expect(site).toContain(kept);
    expect(site).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
  });

  it('has units that systemd takes', () => {
    if (!isThere('systemd-analyze')) return;
    const folder = mkdtempSync(join(tmpdir(), 'candour-units-'));
    for (const unit of UNITS) {
      const text = read(`deploy/systemd/${unit}`)
        .replace('/usr/bin/node', process.execPath)
        .replace('/usr/local/bin/candour', process.execPath)
        .replace('Documentation=file:/opt/candour/', `Documentation=file:${projectRoot}/`);
      writeFileSync(join(folder, unit.replace('@', '@3001')), text);
    }
    for (const unit of UNITS) {
      const said = spawnSync('systemd-analyze', ['verify', join(folder, unit.replace('@', '@3001'))], {
        encoding: 'utf8',
      });
      expect([unit, said.stderr.split('\n').filter((line) => line.includes(folder)), said.status]).toEqual([
        unit,
        [],
        0,
      ]);
    }
  });

  it('has a site that nginx takes', () => {
    if (!isThere('nginx')) return;
    const folder = mkdtempSync(join(tmpdir(), 'candour-site-'));
    cpSync(join(projectRoot, 'test/support/self-signed.pem'), join(folder, 'pem'));
    const site = read('deploy/nginx/candour.conf')
      .replace(
        /ssl_certificate(_key)? .*;/g,
        (_, key: string | undefined) => `ssl_certificate${key ?? ''} ${folder}/pem;`,
      )
      .replace('/var/log/nginx/candour-error.log', `${folder}/error.log`);
    const main = `pid ${folder}/pid; events {} http { ${site} }`;
    writeFileSync(join(folder, 'nginx.conf'), main);
    const said = spawnSync('nginx', ['-t', '-q', '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
      encoding: 'utf8',
    });
    expect([said.stderr, said.status]).toEqual(['', 0]);
  });

  it('runs scripts that a shell can read', () => {
    for (const script of ['deploy/candour', 'deploy/compose/make-owner.sh'])
      expect(execFileSync('sh', ['-n', join(projectRoot, script)]).toString()).toBe('');
  });
});

/** Whether this machine has the program; what it would check is said to be unchecked otherwise. */
function isThere(program: string): boolean {
  const folders = `${process.env['PATH'] ?? ''}:/usr/sbin:${dirname(process.execPath)}`.split(':');
  const found = folders.some((folder) => existsSync(join(folder, program)));
  if (!found)
    process.stderr.write(`WARNING: no ${program} on this machine, so what it would check is not checked.\n`);
  return found;
}
