import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allRules } from '../../src/legal-basis/rules/all-rules.js';
import { changed } from '../support/data-sharing/changed.js';
import { modelFlow } from '../support/data-sharing/model-flow.js';

const CONSOLE = fileURLToPath(new URL('../../src/console/candour.js', import.meta.url));

describe('An operator checks records at the command line, without any database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-rules-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('and learns with exit code 1 what a record does not show', async () => {
    const { code, out } = await candour('rules', 'check', file(changed(modelFlow, { necessityText: '' })));
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL +R-GEN-03 \(law\): This record does not show why the sharing is necessary/);
    expect(out).toMatch(
      /1 flow, \d+ rules, as at \d{4}-\d\d-\d\d: 1 of \d+ results fail, in 1 flow; \d+ are only stated\./,
    );
  });

  it('and is told of every controller without a legal basis, not of the first alone', async () => {
    const { out } = await candour('rules', 'check', file(changed(modelFlow, { assertions: [] })));
    const found = out.split('\n').filter((line) => line.includes('asserts none'));
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/FAIL +R-GEN-04/);
  });

  it('and with exit code 0 when nothing fails', async () => {
    const { code, out } = await candour('rules', 'check', file(modelFlow), '--as-at', '2026-11-22');
    expect(out).toMatch(/as at 2026-11-22: 0 of \d+ results fail, in no flows; \d+ are only stated\./);
    expect(code).toBe(0);
  });

  it('as JSON, one object a line for each flow and rule', async () => {
    const flows = [modelFlow, { ...modelFlow, id: 'second' }, { startDate: '2026-01-01' }];
    const { out, code } = await candour('--json', 'rules', 'check', file(flows));
    const objects = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects).toHaveLength(flows.length * allRules.length);
    expect(Object.keys(objects[0] ?? {})).toEqual(JSON_KEYS);
    expect([...new Set(objects.map(({ flow }) => flow))]).toEqual(['flow-1', 'second', 'flows[2]']);
    expect(code).toBe(1);
  });

  it('and judges the same facts by the day that is asked for', async () => {
    const record = file(changed(modelFlow, { 'rights.complaintRoute': undefined }));
    const before = await candour('rules', 'check', record, '--as-at', '2026-06-18', '--json');
    const after = await candour('rules', 'check', record, '--as-at', '2026-06-19', '--json');
    expect(before.out).toMatch(/"rule":"R-RT-04","version":\d+,"outcome":"DOES_NOT_APPLY"/);
    expect(after.out).toMatch(/"rule":"R-RT-04","version":\d+,"outcome":"FAIL"/);
  });

  it('and a file that cannot be used is refused with exit code 2, its path and the reason', async () => {
    const unusable = [
      [
        file({ flows: [{ assertions: [{ art66: '6_1_e' }] }] }),
        /flows\[0\]\.assertions\[0\]\.art66: This name/,
      ],
      [join(folder, 'absent.json'), /absent\.json: The file cannot be read/],
      [text('{"id": '), /This is not JSON/],
      [text('[1]'), /\[0\]: Expected an? object/],
      [text(''), /This is not JSON/],
      [text('[]'), /\.json: This file holds no flow/],
      [text('{"flows":[]}'), /\.json: This file holds no flow/],
      [
        file([{ id: 'same' }, { id: 'other' }, { id: 'same' }]),
        /: \[2\]\.id: Flow 1 of the file has this id too/,
      ],
    ] as const;
    for (const [path, reason] of unusable) {
      const { code, out, said } = await candour('rules', 'check', path);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(said).toMatch(reason);
      expect(said.startsWith(`${path}: `)).toBe(true);
    }
    const twice = await candour('rules', 'check', file([{ id: 1 }, { idd: '2' }]), '--json');
    expect(JSON.parse(twice.out)).toMatchObject({
      faults: [
        expect.stringContaining('[0].id: Expected a text'),
        expect.stringContaining('[1].idd: This name'),
      ],
    });
    const day = await candour('rules', 'check', file(modelFlow), '--as-at', 'yesterday');
    expect(day).toMatchObject({ code: 2, said: expect.stringMatching(/--as-at/) });
    expect(await candour('rules', 'check')).toMatchObject({ code: 2 });
  });

  it('and a byte-order mark at the start of a file does no harm', async () => {
    expect(await candour('rules', 'check', text(`\ufeff${JSON.stringify(modelFlow)}`))).toMatchObject({
      code: 0,
    });
  });

  it('and reads every rule, and everything about one', async () => {
    const list = await candour('rules', 'list', '--json');
    expect((JSON.parse(list.out) as { rule: string }[]).map(({ rule }) => rule)).toEqual(
      allRules.map(({ id }) => id),
    );
    expect((await candour('rules', 'list')).out).toMatch(/R-A6-02 +v2 +law +a public authority/);
    const { out, code } = await candour('rules', 'explain', 'R-GEN-07');
    expect(code).toBe(0);
    expect(out).toMatch(/When it is not met: This record does not show/);
    expect(out).toMatch(/reference being checked/);
    expect(await candour('rules', 'explain', 'R-NO-99')).toMatchObject({
      code: 2,
      said: expect.stringMatching(/no rule/),
    });
  });

  it('and may stop reading early without being told of a fault', () => {
    const read = spawnSync('sh', ['-c', `"${process.execPath}" "${CONSOLE}" rules list | head -n 1`]);
    expect(read.stdout.toString()).toMatch(/^R-/);
    expect(read.stderr.toString()).toBe('');
  });

  function file(content: unknown): string {
    return text(JSON.stringify(content));
  }

  function text(content: string): string {
    written += 1;
    const path = join(folder, `${String(written)}.json`);
    writeFileSync(path, content);
    return path;
  }
});

let written = 0;
const JSON_KEYS = ['flow', 'rule', 'version', 'outcome', 'fields', 'message', 'citation'];

/** Runs the console with a database address that answers nothing, so that any use of it would fail. */
function candour(...given: readonly string[]): Promise<{ code: number; out: string; said: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  return new Promise((resolve) => {
    const options = { env, maxBuffer: 1 << 28 };
    const child = execFile(process.execPath, [CONSOLE, ...given], options, (_, out, said) =>
      resolve({ code: child.exitCode ?? -1, out, said }),
    );
  });
}
