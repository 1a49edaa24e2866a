import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn } from '../support/signed-in.js';

const JULY = readFileSync(join(projectRoot, 'register/organisations/ods-etr-2025-07.csv'), 'utf8');
const LEICESTERSHIRE = '"LEICESTERSHIRE PARTNERSHIP NHS TRUST"';
const JANUARY = JULY.replace(LEICESTERSHIRE, '"EXAMPLE PARTNERSHIP NHS TRUST"').replace(
  '"SO19 8BR","20110401","20240930"',
  '"SO19 8BR","20110401",""',
);

describe('An administrator imports editions of the published file of trusts', () => {
  let world: RunningCandour;
  let page: PageReader;

  beforeAll(async () => {
    world = await runningCandour();
    ({ page } = await signedIn(world, 'ADMIN'));
  });
  afterAll(() => world.close());

  async function handOver(content: string, name: string, edition?: readonly [string, string]): Promise<void> {
    await page.open('/organisations');
    await page.follow('Import NHS trusts');
    page.attach('The ODS file of NHS trusts', { name, content: Buffer.from(content) });
    if (edition) page.fill('Month', edition[0]).fill('Year', edition[1]);
    await page.press('Check the file');
  }

  async function confirmed(): Promise<string> {
    await page.press('Import');
    for (let tries = 0; tries < 100 && !/finished|Added/i.test(page.text); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await page.open(page.path);
    }
    return page.text;
  }

  it('and says of which month one is whose name does not say it', async () => {
    await handOver(JULY, 'etr.csv');
    expect(page.title).toMatch(/^Error:/);
    expect(page.issues).toEqual([expect.stringMatching(/^Say of which month or day this edition is/)]);
    await handOver(JULY, 'etr.csv', ['7', '2025']);
    expect(page.heading).toBe('Check what the file would change');
    expect(page.text).toContain('etr.csv, edition of July 2025. Nothing is imported yet.');
    expect(page.text).toContain('Added: 210 trusts');
    const { rows } = await world.superuser.query('SELECT FROM organisations.organisation');
    expect(rows).toEqual([]);
    expect(await confirmed()).toMatch(/Added\s*210/);
  });

  it('and chooses by name what an older file would do too', async () => {
    await handOver(JANUARY, 'ods-etr-2026-01.csv');
    expect(page.text).toContain('Renamed: 1 trust');
    expect(page.text).toContain(
      'RT5: “Leicestershire Partnership NHS Trust” becomes “Example Partnership NHS Trust”',
    );
    page.choose('R1C, Solent NHS Trust, is closed since 30 September 2024 and would stand as open again');
    expect(await confirmed()).toMatch(/Renamed\s*1[^]*Reopened\s*1/);
  });

  it('and readers find the trust by its former name, with who says so', async () => {
    const reader = new PageReader(world.address);
    await reader.open('/organisations?q=leicestershire+partnership');
    await reader.follow('Example Partnership NHS Trust');
    expect(reader.text).toContain(
      'Leicestershire Partnership NHS Trust (until January 2026, source: Organisation Data Service, file ods-etr-2026-01.csv, edition of January 2026, which no longer has it)',
    );
    await reader.open('/trusts/rt5');
    expect(reader.text).toContain('Formerly');
    expect(reader.text).not.toContain('Import NHS trusts');
  });

  it('and an older edition is refused with the reason', async () => {
    await handOver(JULY, 'ods-etr-2025-07.csv');
    expect(page.issues).toEqual([expect.stringMatching(/^The register holds the edition of January 2026/)]);
  });

  it.each([
    ['semicolons', JULY.replaceAll('","', '";"'), /parted by semicolons/],
    ['other organisations', JULY.replace('"RT5"', '"A81001"'), /^Line \d+: A81001/],
  ])('and a file of %s is refused as that', async (_, content, reason) => {
    await handOver(content, 'etr-2026-02.csv');
    expect(page.issues).toEqual([expect.stringMatching(reason)]);
  });

  it('and a confirmation that lost its file, or looked at another register, imports nothing', async () => {
    await handOver(JANUARY.replace('"RT5"', '"RT0"'), 'etr-2026-03.csv');
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query(
      "UPDATE organisations.organisation SET name = 'Moved on' WHERE ods_code = 'RP1'",
    );
    await world.superuser.query("SET session_replication_role = 'origin'");
    await page.press('Import');
    for (let tries = 0; tries < 100 && !page.text.includes('has changed since'); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await page.open(page.path);
    }
    expect(page.text).toContain('The register has changed since you looked');
  });

  it('and whoever is signed out meanwhile imports nothing, and is not shown what the page carried', async () => {
    await handOver(JANUARY.replace('"RT5"', '"RT0"'), 'etr-2026-03.csv');
    const carried = String(page.find('input[name=carriedFile]').attr('value'));
    expect(carried.length).toBeGreaterThan(1000);
    await world.superuser.query('DELETE FROM identity.session');
    await page.press('Import');
    expect(page.status).toBe(401);
    expect(page.html).not.toContain(carried);
  });
});
