import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONSOLE = fileURLToPath(new URL('../../src/console/candour.js', import.meta.url));

describe('An operator looks law up at the command line, without any database', () => {
  it('by words, as lines or as JSON', () => {
    const { out, code } = candour('provisions', 'list', 's115', 'cda');
    expect(out).toMatch(/^cda-s115 +power +CDA 1998 s115: /);
    expect(out).toMatch(/provisions?\.\n$/);
    expect(code).toBe(0);
    const all: unknown = JSON.parse(candour('--json', 'provisions', 'list').out);
    expect(all).toHaveLength(322);
  });

  it('and reads everything of one; an unknown one is told apart', () => {
    const { out } = candour('provisions', 'explain', 'CDA-s115');
    expect(out).toContain('A power: it permits, it does not require.');
    expect(out).toContain('In force: From 30 September 1998');
    const { code, err } = candour('provisions', 'explain', 'care-s99');
    expect(code).toBe(2);
    expect(err).toContain('There is no provision care-s99.');
  });
});

function candour(...args: string[]): { out: string; err: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CONSOLE, ...args], { encoding: 'utf8' });
  return { out: stdout, err: stderr, code: status };
}
