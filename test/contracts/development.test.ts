import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../src/kernel/project-root.js';
import { PlantedTree } from '../support/planted-tree.js';

const POLL_MS = 50;
const PATIENCE_MS = 40_000;

/** A small application that prints what it was made of, and goes on until it is asked to end. */
const PLANTED = {
  'src/main.ts': `
    import { readFileSync } from 'node:fs';
    import { word } from './word.js';
    const page = readFileSync('src/views/page.njk', 'utf8');
    const fact = readFileSync('register/fact.yaml', 'utf8');
    console.log(\`serving \${word} \${page} \${fact}\`);
    const going = setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => { console.log('ended well'); clearInterval(going); });
  `,
  'src/word.ts': "export const word: string = 'one';",
  'src/views/page.njk': 'page-one',
  'src/style.scss': 'a { color: red }',
  'register/fact.yaml': 'fact-one',
  'test/nothing.ts': 'export const nothing = null;',
  'migrations/nothing.ts': 'export const nothing = null;',
};

describe('Whoever writes Candour with `npm run dev`', () => {
  let tree: PlantedTree;
  let child: ChildProcess;
  let said = '';

  beforeAll(async () => {
    tree = new PlantedTree(PLANTED);
    cpSync(join(projectRoot, 'scripts'), join(tree.folder, 'scripts'), { recursive: true });
    for (const name of ['.swcrc', 'package-lock.json'])
      copyFileSync(join(projectRoot, name), join(tree.folder, name));
    writeFileSync(join(tree.folder, 'tsconfig.json'), ownConfiguration());
    const { CANDOUR_DIST: _, ...env } = process.env;
    child = spawn(process.execPath, ['scripts/dev.mjs'], { cwd: tree.folder, env, detached: true });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => void (said += text.toString()));
    await see('serving one page-one fact-one');
  }, PATIENCE_MS);

  afterAll(() => {
    endGroup(child);
    tree.remove();
  });

  it('sees every save of a file, also when the editor saves by renaming, again and again', async () => {
    for (const word of ['two', 'three', 'four']) {
      saveByRename('src/word.ts', `export const word: string = '${word}';`);
      await see(`serving ${word} page-one`);
    }
    saveByRename('src/views/page.njk', 'page-two');
    await see('serving four page-two');
    saveByRename('src/views/page.njk', 'page-three');
    await see('serving four page-three');
  }, 240_000);

  it('sees facts, styles and new files too', async () => {
    writeFileSync(join(tree.folder, 'register/fact.yaml'), 'fact-two');
    await see('serving four page-three fact-two');
    said = '';
    saveByRename('src/style.scss', 'a { color: blue }');
    await see('serving four');
    save('src/rooms/new.ts', "export const word = 'new';");
    save('src/word.ts', "export { word } from './rooms/new.js';");
    await see('serving new page-three');
    save('src/rooms/new.ts', "export const word = 'newer';");
    await see('serving newer page-three');
  }, 240_000);

  it('reads about a fault of types beside the running application, and keeps it when a save cannot be compiled', async () => {
    saveByRename('src/word.ts', 'export const word: string = 5;');
    await see('serving 5 page-three');
    await see("Type 'number' is not assignable to type 'string'");
    said = '';
    saveByRename('src/word.ts', 'export const word: string = ;');
    await see('could not be compiled');
    expect(said).not.toContain('ended well');
    saveByRename('src/word.ts', "export const word = 'mended';");
    await see('serving mended page-three');
  }, 240_000);

  it('ends it with everything that it began', async () => {
    said = '';
    child.kill('SIGTERM');
    await see('ended well');
    await until(() => child.exitCode !== null);
    expect(child.exitCode).toBe(0);
  }, 120_000);

  function save(path: string, text: string): void {
    mkdirSync(dirname(join(tree.folder, path)), { recursive: true });
    writeFileSync(join(tree.folder, path), text);
  }

  /** As vim and \`sed -i\` do: the file that stood there is another one afterwards. */
  function saveByRename(path: string, text: string): void {
    const beside = join(tree.folder, dirname(path), `${path.length}~`);
    writeFileSync(beside, text);
    renameSync(beside, join(tree.folder, path));
  }

  async function see(words: string): Promise<void> {
    await until(
      () => said.includes(words),
      () => `"${words}" was not said, but: ${said}`,
    );
  }
});

/** Waits by looking again and again: waiting for an event that has been, or never comes, would hold the run up. */
async function until(holds: () => boolean, otherwise = () => 'It did not end.'): Promise<void> {
  const last = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > last) throw new Error(otherwise());
    await pause(POLL_MS);
  }
}

/** Ends the program and all that it began: what it left behind would hold the run up. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    return; // Nothing is left of it.
  }
}

/** The configuration of this project for what is planted alone. */
function ownConfiguration(): string {
  const text = readFileSync(join(projectRoot, 'tsconfig.json'), 'utf8');
  return text.replace(/"include": \[[^\]]*\]/, '"include": ["src"]');
}
