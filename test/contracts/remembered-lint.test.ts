import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { PlantedTree } from '../support/planted-tree.js';

const PLANTED = {
  'src/send.ts': '/** Sends. */\nexport function send(): void {\n  return undefined;\n}\n',
  'src/act.ts':
    "import { send } from './send.js';\n\n/** Acts. */\nexport function act(): void {\n  send();\n}\n",
  'test/.gitkeep': '',
  'migrations/.gitkeep': '',
  'bench/.gitkeep': '',
};
const ASYNCHRONOUS =
  '/** Sends. */\nexport function send(): Promise<void> {\n  return Promise.resolve();\n}\n';
const UNAWAITED = /act\.ts[\s\S]*no-floating-promises/;

describe('What the check remembers of files that did not change', () => {
  let tree: PlantedTree;

  beforeAll(() => {
    tree = new PlantedTree(PLANTED);
    cpSync(join(projectRoot, 'scripts'), join(tree.folder, 'scripts'), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    copyFileSync(join(projectRoot, 'eslint.config.mjs'), join(tree.folder, 'eslint.config.mjs'));
  });

  afterAll(() => tree.remove());

  it('does not hide a fault that another file brings into them', () => {
    expect(checked()).toBe('');
    write('src/send.ts', ASYNCHRONOUS);
    expect(checked()).toMatch(UNAWAITED);
    write('src/send.ts', PLANTED['src/send.ts']);
    expect(checked()).toBe('');
  }, 120_000);

  it('does not outlive a change of a rule of our own, or of the configuration', () => {
    write('src/door.ts', 'export const written = new Set<string>().delete("");\n');
    expect(checked()).toMatch(/door\.ts[\s\S]*require-jsdoc/);
    change(
      'eslint.config.mjs',
      "'jsdoc/require-jsdoc': [\n        'error'",
      "'jsdoc/require-jsdoc': [\n        'off'",
    );
    expect(checked()).toBe('');
    change(
      'scripts/lint/one-door-for-writes.mjs',
      "'CallExpression > MemberExpression.callee > Identifier.property'(property) {",
      "$&\n        context.report({ node: property, messageId: 'door', data: { method: 'x' } });",
    );
    expect(checked()).toMatch(/door\.ts[\s\S]*one-door-for-writes/);
  }, 120_000);

  function checked(): string {
    return ['types', 'lint'].map((step) => said(`scripts/check/${step}.mjs`)).join('');
  }

  function said(program: string): string {
    const { stdout, stderr } = spawnSync(process.execPath, [program], { cwd: tree.folder, encoding: 'utf8' });
    return stdout + stderr;
  }

  function write(path: string, text: string): void {
    writeFileSync(join(tree.folder, path), text);
  }

  function change(path: string, from: string, to: string): void {
    const text = readFileSync(join(tree.folder, path), 'utf8');
    expect(text).toContain(from);
    write(path, text.replace(from, to));
  }
});
