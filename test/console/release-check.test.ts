import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONSOLE = fileURLToPath(new URL('../../src/console/candour.js', import.meta.url));
/** Three reviewers whose scores count, and one who is set aside. */
const FILE = 'test/support/example-release-2.json';

describe('Whoever checks a release at the command line', () => {
  it('is told what was computed and, by its numbers, what nobody can compute from the file', () => {
    const { out, code } = candour('release', 'check', FILE);
    expect(code).toBe(0);
    expect(out).toContain('Everything that can be computed from this file comes out as it says.');
    expect(out).toContain('Computed again: the locks of all who scored');
    const [, trusted] = out.split('These are taken on trust from whoever published it:\n');
    expect(trusted?.trim().split('\n')).toEqual([
      expect.stringContaining(
        'That 3 of those whose scores count are from outside NHS England and 1 have lived experience',
      ),
      expect.stringContaining('That 1 person was excluded'),
      expect.stringContaining('That 5 declared no interest and 0 continued with one'),
      expect.stringContaining('3 signatures, 1 reply and 1 statement'),
      expect.stringContaining('of the register'),
      expect.stringContaining('on the days'),
    ]);
  });

  it('and a program is told the same', () => {
    const told = JSON.parse(candour('--json', 'release', 'check', FILE).out) as Record<string, unknown>;
    expect(told).toMatchObject({
      faults: 0,
      notComputed: expect.arrayContaining([expect.stringContaining('no letter says who')]),
    });
  });
});

function candour(...args: string[]): { out: string; code: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [CONSOLE, ...args], { encoding: 'utf8' });
  return { out: stdout, code: status };
}
