import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/kernel/project-root.js';

const STORE = join(
  projectRoot,
  process.env['CANDOUR_DIST'] || 'dist',
  'src/platform/files/disk-file-store.js',
);

describe('A file that cannot be kept, as on a full disk,', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-full-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused and leaves nothing of itself; one that fits is kept', () => {
    expect(keptBytes(100_000)).toBe('503');
    expect(filesIn(folder)).toEqual([]);
    expect(keptBytes(1000)).toBe('1000');
    expect(filesIn(folder)).toHaveLength(1);
  });

  /** In a process of its own whose files may be 4 kB long at most, which is what a full disk does to a file. */
  function keptBytes(bytes: number): string {
    const program = `import { DiskFileStore } from '${pathToFileURL(STORE).href}';
      const store = new DiskFileStore(process.argv[1]);
      const kept = await store.keep(Buffer.alloc(${bytes}, 7)).catch((fault) => ({ bytes: fault.status }));
      process.stdout.write(String(kept.bytes));`;
    const words = [
      '-c',
      'ulimit -f 8; exec "$0" "$@"',
      process.execPath,
      '--input-type=module',
      '-e',
      program,
      folder,
    ];
    return execFileSync('sh', words, { encoding: 'utf8' });
  }

  function filesIn(path: string): readonly string[] {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  }
});
